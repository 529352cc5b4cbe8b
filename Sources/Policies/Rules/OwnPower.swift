public import AccessModel
public import Diagnostics

/// A body delegates power of its own: a committee, a board or a company. (DEL-01)
public enum OwnPower {
  public static let code = DiagnosticCode(
    "DEL-01",
    Localized(
      en: "The body has no power of its own to delegate.",
      sv: "Organet har ingen egen beslutanderätt att delegera."),
    remedy: Localized(
      en: "Name the committee, board or company whose power it is: liggare unit list shows them.",
      sv:
        "Ange den nämnd, styrelse eller det bolag vars beslutanderätt det är: liggare unit list visar dem."
    ))

  public static func check(body: UnitID, kind: UnitKind, canDelegate: Bool) -> Diagnostic? {
    guard !canDelegate else { return nil }
    return code.diagnostic(
      .init(en: "body", sv: "organ", "\(body)"), .init(en: "kind", sv: "slag", localized: kind.word)
    )
  }
}

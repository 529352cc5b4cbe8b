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

  public static let ground = Ground(
    protects: Localized(
      en:
        "Nobody can give away a power they do not have: an administration carries out, and the body decides.",
      sv:
        "Ingen kan ge bort en rätt den inte har: en förvaltning verkställer, och organet beslutar."),
    source: Localized(
      en: "Local Government Act (Sweden) 6:37, 7:5",
      sv: "kommunallagen 6 kap. 37 § och 7 kap. 5 §"),
    refused: Localized(
      en: "liggare delegation grant … --body U-5, an administration",
      sv: "liggare delegation grant … --body U-5, en förvaltning"),
    allowed: Localized(
      en: "liggare delegation grant … --body U-4, its committee",
      sv: "liggare delegation grant … --body U-4, dess nämnd"))

  public static func check(body: UnitID, kind: UnitKind, canDelegate: Bool) -> Diagnostic? {
    guard !canDelegate else { return nil }
    return code.diagnostic(
      .init(en: "body", sv: "organ", "\(body)"), .init(en: "kind", sv: "slag", localized: kind.word)
    )
  }
}

public import AccessModel
public import Diagnostics

/// A common system is common by a decision, and the executive board owns it. (SYS-01)
public enum BoardOwnedSystem {
  public static let code = DiagnosticCode(
    "SYS-01",
    Localized(
      en: "A common system rests on a decision and is owned by the executive board.",
      sv: "Ett kommungemensamt system vilar på ett beslut och ägs av kommunstyrelsen."),
    remedy: Localized(
      en:
        "Name the decision with --common-decision and the board with --owner; or say whose it is with --ownership committee, company or external.",
      sv:
        "Ange beslutet med --common-decision och styrelsen med --owner; eller ange vems det är med --ownership committee, company eller external."
    ))

  /// - Parameter ownerKind: what kind of body owns it; `nil` when the register does not know the body.
  public static func check(
    system: SystemID, ownership: Ownership, ownerKind: UnitKind?, decision: CaseNumber?
  ) -> Diagnostic? {
    guard ownership == .common, decision == nil || ownerKind != .board else { return nil }
    return code.diagnostic(
      .init(SystemSubject.word, "\(system)"),
      .init(
        en: "owned by", sv: "ägs av",
        localized: ownerKind?.word ?? Localized(en: "nobody known", sv: "ingen känd")),
      .init(en: "decision", sv: "beslut", decision.map { "\($0)" } ?? "–"))
  }
}

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

  public static let ground = Ground(
    protects: Localized(
      en:
        "What everybody uses must have one body that answers for it and a decision to show for it.",
      sv: "Det som alla använder måste ha ett organ som ansvarar och ett beslut att visa."),
    source: Localized(
      en: "guideline: the executive board owns the common systems; ISO 27001 5.9",
      sv: "riktlinjen: kommunstyrelsen äger de kommungemensamma systemen; ISO 27001 5.9"),
    refused: Localized(
      en: "a common system owned by a committee",
      sv: "ett kommungemensamt system som ägs av en nämnd"),
    allowed: Localized(
      en: "the same, owned by the executive board, with the decision",
      sv: "detsamma, ägt av kommunstyrelsen, med beslutet"))

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

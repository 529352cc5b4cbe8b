public import AccessModel
public import Diagnostics

/// The name and version of a policy document name one document for ever. (POL-14)
public enum OnePolicyName {
  public static let code = DiagnosticCode(
    "POL-14",
    Localized(
      en: "A document of this name and version is adopted already.",
      sv: "Ett dokument med detta namn och denna version är redan antaget."),
    remedy: Localized(
      en:
        "Give the document a new version in its “policy:” line; liggare policy list shows those in use.",
      sv:
        "Ge dokumentet en ny version på raden ”policy:”; liggare policy list visar vilka som används."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A decision names the rules it was judged by. If the name could come to mean another text, the decision would say something else.",
      sv:
        "Ett beslut nämner reglerna det prövades mot. Om namnet kunde komma att betyda en annan text skulle beslutet säga något annat."
    ),
    source: Localized(
      en: "ISO 27001 clause 7.5: documented information is controlled",
      sv: "ISO 27001 avsnitt 7.5: dokumenterad information styrs"),
    refused: Localized(
      en: "liggare policy adopt rules.policy twice with the line “policy: rules-1”",
      sv: "liggare policy adopt rules.policy två gånger med raden ”policy: rules-1”"),
    allowed: Localized(
      en: "the second time with “policy: rules-2”",
      sv: "andra gången med ”policy: rules-2”"))

  public static func check(_ policy: PolicyID, isTaken: Bool) -> Diagnostic? {
    guard isTaken else { return nil }
    return code.diagnostic(.init(PolicySubject.word, "\(policy)"))
  }
}

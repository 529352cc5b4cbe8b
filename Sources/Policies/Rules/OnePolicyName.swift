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

  public static func check(_ policy: PolicyID, isTaken: Bool) -> Diagnostic? {
    guard isTaken else { return nil }
    return code.diagnostic(.init(PolicySubject.word, "\(policy)"))
  }
}

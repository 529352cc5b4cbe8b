public import AccessModel
public import Diagnostics

/// Nobody reviews their own access. (INV-31)
public enum NoSelfReview {
  public static let code = DiagnosticCode(
    "INV-31",
    Localized(
      en: "The reviewer is the person whose access is reviewed.",
      sv: "Granskaren är den vars behörighet granskas."),
    remedy: Localized(
      en: "Let another person review it.",
      sv: "Låt en annan person granska den."))

  public static func check(reviewer: PersonID, subject: PersonID?) -> Diagnostic? {
    guard reviewer == subject else { return nil }
    return code.diagnostic(
      .init(Localized(en: "reviewer", sv: "granskare"), persons: ["\(reviewer)"]))
  }
}

public import AccessModel
public import Diagnostics

/// Only so much is kept by marking many together (REV-04)
public enum BulkKeepLimit {
  public static let code = DiagnosticCode(
    "REV-04",
    Localized(
      en: "Too much would be kept by marking many together.",
      sv: "För mycket skulle behållas genom massmarkering."),
    remedy: Localized(
      en: "Look at more of the items one by one, and leave out the mark bulk for those.",
      sv: "Gå igenom fler av posterna en och en, och utelämna märket bulk för dem."))

  public static let ground = Ground(
    protects: Localized(
      en: "A look that is no look is not counted as one.",
      sv: "En blick som inte är någon blick räknas inte som en."),
    source: Localized(
      en: "ISO 27001 5.18",
      sv: "ISO 27001 5.18"),
    refused: Localized(
      en: "forty of fifty items kept in bulk, where the rules allow half",
      sv: "fyrtio av femtio poster behållna i klump när reglerna tillåter hälften"),
    allowed: Localized(
      en: "twenty of them",
      sv: "tjugo av dem"))

  /// How many of a number of items may be kept in bulk.
  public static func most(of items: Int, percent: Int) -> Int { items * percent / 100 }

  public static func check(
    reviewer: PersonID, kept: Int, of items: Int, percent: Int
  ) -> Diagnostic? {
    guard kept > most(of: items, percent: percent) else { return nil }
    return code.diagnostic(
      .init(Localized(en: "reviewer", sv: "granskare"), persons: ["\(reviewer)"]),
      .init(en: "items", sv: "poster", "\(items)"),
      .init(
        en: "at most in bulk", sv: "högst i klump", "\(most(of: items, percent: percent))"))
  }
}

public import AccessModel
public import Diagnostics

/// One submission answers only so many items (REV-13)
public enum SittingLimit {
  public static let code = DiagnosticCode(
    "REV-13",
    Localized(
      en: "One submission answers more items than the rules allow.",
      sv: "En inlämning besvarar fler poster än reglerna tillåter."),
    remedy: Localized(
      en: "Submit in parts, with time to look in between.",
      sv: "Lämna in i omgångar, med tid att titta emellan."))

  public static let ground = Ground(
    protects: Localized(
      en: "Fatigue makes a reviewer sign what nobody has read.",
      sv: "Trötthet får en granskare att skriva under det ingen har läst."),
    source: Localized(
      en: "ISO 27001 5.18",
      sv: "ISO 27001 5.18"),
    refused: Localized(
      en: "three hundred items in one submission, where the rules allow two hundred",
      sv: "trehundra poster i en inlämning när reglerna tillåter tvåhundra"),
    allowed: Localized(
      en: "a hundred and fifty of them",
      sv: "hundrafemtio av dem"))

  public static func check(reviewer: PersonID, items: Int, most: Int) -> Diagnostic? {
    guard items > most else { return nil }
    return code.diagnostic(
      .init(Localized(en: "reviewer", sv: "granskare"), persons: ["\(reviewer)"]),
      .init(en: "at most", sv: "högst", "\(most)"))
  }
}

public import Diagnostics

/// A refused command leaves the log untouched and one line in the operations log. (INV-60)
public enum RefusalsAreCounted {
  public static let code = DiagnosticCode(
    "INV-60",
    Localized(
      en: "A refused command leaves no event, but one line in operations.log.",
      sv: "Ett nekat kommando lämnar ingen händelse, men en rad i operations.log."),
    remedy: Localized(
      en: "Nothing needs to be done.",
      sv: "Inget behöver göras."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "What was tried and refused says something too: many attempts at deciding for oneself should be seen.",
      sv:
        "Det som har försökts och nekats säger också något: upprepade försök att besluta i egen sak ska märkas."
    ),
    source: Localized(
      en: "guideline: access is followed up regularly; ISO 27001 8.15",
      sv: "riktlinjen: behörigheter följs upp regelbundet; ISO 27001 8.15"),
    refused: Localized(
      en: "any command that a rule is against",
      sv: "varje kommando som en regel hindrar"),
    allowed: Localized(
      en: "the same line in operations.log, read by monitoring",
      sv: "samma rad i operations.log, läst av övervakningen"))
}

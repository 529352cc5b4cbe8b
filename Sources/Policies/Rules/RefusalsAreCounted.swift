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
}

public import Diagnostics

/// Why a key of the log is not replaced or retired.
public enum LogKeyDecisionCodes {
  /// Two keys sign already.
  public static let replacementUnderWay = DiagnosticCode(
    "LKEY-11",
    Localized(
      en: "The log's key is being replaced already: two keys sign.",
      sv: "Loggens nyckel håller redan på att bytas: två nycklar signerar."),
    remedy: Localized(
      en:
        "End that replacement first, once everybody who checks has the new key: liggare key retire-log.",
      sv:
        "Avsluta det bytet först, när alla som kontrollerar har den nya nyckeln: liggare key retire-log."
    ))

  /// One key signs, so that there is none to retire.
  public static let noReplacement = DiagnosticCode(
    "LKEY-12",
    Localized(
      en: "The log's key is not being replaced, so there is none to retire.",
      sv: "Loggens nyckel håller inte på att bytas, så det finns ingen att avsluta."),
    remedy: Localized(
      en: "Begin with a new key: liggare key rotate-log.",
      sv: "Börja med en ny nyckel: liggare key rotate-log."))

  /// The key has another name than the log.
  public static let notOfThisLog = DiagnosticCode(
    "LKEY-13",
    Localized(
      en: "The key is not one that this log can sign with.",
      sv: "Nyckeln är inte en som den här loggen kan signera med."),
    remedy: Localized(
      en: "Let the program make one: liggare key rotate-log.",
      sv: "Låt programmet skapa en: liggare key rotate-log."))

  /// Every code of the family.
  public static let catalogue = [replacementUnderWay, noReplacement, notOfThisLog]
}

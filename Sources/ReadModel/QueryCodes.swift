public import Diagnostics

/// Why a question in SQL is not answered.
public enum QueryCodes {
  public static let notUnderstood = DiagnosticCode(
    "SQL-01",
    Localized(en: "SQLite does not understand the question.", sv: "SQLite förstår inte frågan."),
    remedy: Localized(
      en:
        "liggare sql --tables lists the tables and their columns. Text stands within single quotes.",
      sv:
        "liggare sql --tables listar tabellerna och deras kolumner. Text skrivs inom enkla citattecken."
    ))
  public static let notReading = DiagnosticCode(
    "SQL-02",
    Localized(
      en: "The question would do something else than read.",
      sv: "Frågan skulle göra något annat än att läsa."),
    remedy: Localized(
      en:
        "Ask with SELECT or WITH. Access is changed by the other verbs, and goes through the rules.",
      sv: "Fråga med SELECT eller WITH. Åtkomst ändras med de andra verben, och prövas av reglerna."
    ))
  public static let notOne = DiagnosticCode(
    "SQL-03",
    Localized(
      en: "There is not exactly one question.", sv: "Det är inte precis en fråga."),
    remedy: Localized(
      en: "Give one statement; what belongs together goes into one SELECT.",
      sv: "Skriv en sats; det som hör ihop skrivs i en SELECT."))
  public static let failed = DiagnosticCode(
    "SQL-04",
    Localized(
      en: "The question could not be answered to its end.",
      sv: "Frågan kunde inte besvaras till slutet."),
    remedy: Localized(
      en: "Read what SQLite says, and ask for less at a time.",
      sv: "Läs vad SQLite säger, och fråga efter mindre åt gången."))
  public static let notStarted = DiagnosticCode(
    "SQL-05",
    Localized(
      en: "SQLite could not be started.", sv: "SQLite kunde inte startas."),
    remedy: Localized(
      en: "Free memory, and ask again.", sv: "Frigör minne, och fråga igen."))

  public static let catalogue = [notUnderstood, notReading, notOne, failed, notStarted]
}

public import Chronology
public import Diagnostics

/// Recorded time never goes backwards. (INV-58)
public enum ForwardTime {
  public static let code = DiagnosticCode(
    "INV-58",
    Localized(
      en: "The machine's clock stands behind the last recorded time.",
      sv: "Datorns klocka går efter den senast registrerade tiden."),
    remedy: Localized(
      en: "Set the clock right. What is recorded meanwhile carries the last recorded time.",
      sv: "Ställ klockan rätt. Det som registreras under tiden får den senast registrerade tiden."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Order in time is what makes a log evidence. A clock that steps back is told, and recorded time does not follow it.",
      sv:
        "Tidsordningen är det som gör en logg till bevis. En klocka som ställs tillbaka anmärks, och den registrerade tiden följer inte med."
    ),
    source: Localized(
      en: "ISO 27001 8.15, 8.17",
      sv: "ISO 27001 8.15, 8.17"),
    refused: Localized(
      en: "a clock three minutes behind the last event",
      sv: "en klocka som går tre minuter efter den senaste händelsen"),
    allowed: Localized(
      en: "a clock that goes right",
      sv: "en klocka som går rätt"))

  /// How far the clock may stand behind without a word: 2 minutes, in milliseconds.
  public static let toleranceMilliseconds: Int64 = 120_000

  public static func check(clock: Instant, lastRecorded: Instant?) -> Diagnostic? {
    guard let lastRecorded,
      lastRecorded.milliseconds - clock.milliseconds > toleranceMilliseconds
    else { return nil }
    return code.diagnostic(
      .init(en: "clock", sv: "klocka", at: clock),
      .init(en: "last recorded", sv: "senast registrerad", at: lastRecorded))
  }
}

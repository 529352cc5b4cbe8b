public import Diagnostics

/// What is given out was in the register when it was. (DISC-02)
public enum DisclosedPast {
  public static let code = DiagnosticCode(
    "DISC-02",
    Localized(
      en: "The answer that was given out rests on more than the log held.",
      sv: "Svaret som lämnats ut bygger på mer än vad loggen innehöll."),
    remedy: Localized(
      en: "Let the program make the answer and record it in one step: liggare disclosure give.",
      sv: "Låt programmet göra svaret och registrera det i ett steg: liggare disclosure give."))

  public static let ground = Ground(
    protects: Localized(
      en: "Whoever holds the file must be able to have it compared with the log as it was.",
      sv: "Den som har filen måste kunna få den jämförd med loggen som den var."),
    source: Localized(
      en: "the Secrecy Act, chapter 4, section 1; ISO 27001 5.33",
      sv: "offentlighets- och sekretesslagen 4 kap. 1 §; ISO 27001 5.33"),
    refused: Localized(
      en: "an answer from 900 events, recorded in a log of 800",
      sv: "ett svar från 900 händelser, registrerat i en logg med 800"),
    allowed: Localized(
      en: "an answer from 800 events, recorded as the next one",
      sv: "ett svar från 800 händelser, registrerat som nästa"))

  /// - Parameters:
  ///   - size: how many events the answer is said to rest on.
  ///   - position: how many the log holds.
  public static func check(size: Int64, position: Int64) -> Diagnostic? {
    guard size < 0 || size > position else { return nil }
    return code.diagnostic(
      .init(en: "events in the answer", sv: "händelser i svaret", "\(size)"),
      .init(en: "events in the log", sv: "händelser i loggen", "\(position)"))
  }
}

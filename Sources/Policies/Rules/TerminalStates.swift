public import Chronology
public import Diagnostics

/// What is over is over: it is never revived. (INV-22)
public enum TerminalStates {
  public static let code = DiagnosticCode(
    "INV-22",
    Localized(
      en: "This is already over, and what is over is never revived.",
      sv: "Detta är redan avslutat, och det som är avslutat återupplivas aldrig."),
    remedy: Localized(
      en: "Make a new request: liggare request submit.",
      sv: "Gör en ny begäran: liggare request submit."))

  public static func violation(of thing: String, state: Localized, at moment: Instant) -> Diagnostic
  {
    code.diagnostic(
      .init(en: "what", sv: "vad", thing),
      .init(en: "state", sv: "läge", localized: state),
      .init(en: "since", sv: "sedan", "\(moment)"))
  }
}

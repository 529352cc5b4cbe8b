public import AccessModel
public import Chronology
public import Diagnostics

/// What is carried out is no more than what was decided, and not before. (INV-18)
public enum ExecutionWithinDecision {
  public static let code = DiagnosticCode(
    "INV-18",
    Localized(
      en: "The execution goes beyond the decision.",
      sv: "Verkställandet går utöver beslutet."),
    remedy: Localized(
      en:
        "Carry out the decided period only, not before the decision; anything more needs a new decision.",
      sv:
        "Verkställ bara den beslutade perioden, och inte före beslutet; allt därutöver kräver ett nytt beslut."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Who carries out a decision does not decide. What is opened is what was decided, and not before.",
      sv:
        "Den som verkställer beslutar inte. Det som öppnas är det som har beslutats, och inte i förväg."
    ),
    source: Localized(
      en: "guideline: decisions on access are documented; ISO 27001 5.15, 5.18",
      sv: "riktlinjen: beslut om behörighet dokumenteras; ISO 27001 5.15, 5.18"),
    refused: Localized(
      en: "liggare grant provision G-1 --at 2026-01-10, for a decision of 12 January",
      sv: "liggare grant provision G-1 --at 2026-01-10, för ett beslut av den 12 januari"),
    allowed: Localized(
      en: "liggare grant provision G-1 --at 2026-01-12",
      sv: "liggare grant provision G-1 --at 2026-01-12"))

  public static func check(
    decided: Instant, decidedFrom: Instant, decidedUntil: Instant?, at: Instant, from: Instant,
    until: Instant?
  ) -> Diagnostic? {
    let endsLate = decidedUntil.map { limit in until.map { $0 > limit } ?? true } ?? false
    guard at < decided || from < decidedFrom || endsLate else { return nil }
    return code.diagnostic(
      .init(en: "decided", sv: "beslutat", at: decided),
      .init(en: "decided from", sv: "beslutat från", at: decidedFrom),
      .init(en: "decided until", sv: "beslutat till", end: decidedUntil),
      .init(en: "carried out", sv: "verkställt", at: at),
      .init(en: "carried out from", sv: "verkställt från", at: from),
      .init(en: "carried out until", sv: "verkställt till", end: until))
  }

  /// What is carried out though nobody has decided it.
  public static func undecided(request: RequestID) -> Diagnostic {
    code.diagnostic(
      .init(RequestSubject.word, "\(request)"),
      .init(
        en: "why", sv: "varför",
        localized: Localized(
          en: "there is no decision that grants it", sv: "det finns inget beslut som beviljar den"))
    )
  }
}

public import AccessModel
public import Chronology
public import Diagnostics

/// Whoever is away for long does not keep access that nobody is using. (PER-07)
public enum UnsuspendedAbsence {
  public static let code = DiagnosticCode(
    "PER-07",
    Localized(
      en: "The person has been away for long, and keeps their access.",
      sv: "Personen har varit borta länge och har kvar sin behörighet."),
    remedy: Localized(
      en:
        "Suspend or end the access: liggare grant revoke GRANT. If the person is back: liggare person back PERSON.",
      sv:
        "Spärra eller avsluta behörigheten: liggare grant revoke TILLDELNING. Om personen är tillbaka: liggare person back PERSON."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "An account whose holder is away is used by nobody, or by somebody else, and nobody notices.",
      sv:
        "Ett konto vars innehavare är borta används av ingen, eller av någon annan, utan att det märks."
    ),
    source: Localized(
      en: "guideline: need is reviewed at leave; ISO 27001 5.18",
      sv: "riktlinjen: behovet prövas vid tjänstledighet; ISO 27001 5.18"),
    refused: Localized(
      en: "bo.ek away for 40 days with the effect keep",
      sv: "bo.ek borta i 40 dagar med verkan keep"),
    allowed: Localized(
      en: "bo.ek away for 40 days with the effect suspend",
      sv: "bo.ek borta i 40 dagar med verkan suspend"))

  /// What an absence does to access when nothing else is said: a short one nothing, a long one, or one with no known end, suspends.
  ///
  /// - Parameter limit: after how long an absence suspends access.
  public static func effect(
    from: Instant, expectedUntil: Instant?, after limit: TimeLimit
  ) -> AbsenceEffect {
    guard let expectedUntil else { return .suspend }
    return isLong(from: from, limit, at: expectedUntil) ? .suspend : .keep
  }

  /// - Parameter grants: how many grants are in effect that so long an absence suspends.
  public static func check(
    person: PersonID, from: Instant, effect: AbsenceEffect, grants: Int
  ) -> Diagnostic? {
    guard effect != .suspend, grants > 0 else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(en: "away from", sv: "frånvarande från", at: from),
      .init(en: "effect", sv: "verkan", localized: effect.word),
      .init(en: "grants in effect", sv: "gällande tilldelningar", "\(grants)"))
  }

  /// Whether an absence has lasted as long as the limit at a moment.
  ///
  /// An hour less is enough: of the days by which absences are told, one may have 23 hours.
  public static func isLong(from: Instant, _ limit: TimeLimit, at moment: Instant) -> Bool {
    longSince(from: from, limit, at: moment) != nil
  }

  /// Since when an absence has lasted as long as the limit, at a moment; `nil` when it has not.
  public static func longSince(
    from: Instant, _ limit: TimeLimit, at moment: Instant
  ) -> Instant? {
    let long = limit.due(after: from).advanced(byMilliseconds: -3_600_000)
    return long <= moment ? long : nil
  }
}

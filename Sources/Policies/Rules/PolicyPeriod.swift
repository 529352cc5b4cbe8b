public import Chronology
public import Diagnostics

/// Rules begin about when they are recorded or later, and are looked at again after they begin. (POL-13)
public enum PolicyPeriod {
  public static let code = DiagnosticCode(
    "POL-13",
    Localized(
      en: "The days of the rules do not fit together.", sv: "Reglernas dagar går inte ihop."),
    remedy: Localized(
      en:
        "Give a first day with --from that is not longer ago than the facts say, and a later day with --review-by: rules do not reach back over decisions already made.",
      sv:
        "Ange en första dag med --from som inte ligger längre tillbaka än uppgifterna säger, och en senare dag med --review-by: regler når inte tillbaka över redan fattade beslut."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Nobody can follow rules that come afterwards, and rules that are never looked at again outlive their reasons.",
      sv:
        "Ingen kan följa regler som kommer i efterhand, och regler som aldrig ses över överlever sina skäl."
    ),
    source: Localized(
      en: "ISO 27001 5.1: policies are reviewed at planned intervals",
      sv: "ISO 27001 5.1: policyer ses över med planerade intervall"),
    refused: Localized(
      en: "liggare policy adopt rules.policy --from 2025-12-01, in March",
      sv: "liggare policy adopt rules.policy --from 2025-12-01, i mars"),
    allowed: Localized(
      en: "the same with --from 2026-03-01",
      sv: "samma sak med --from 2026-03-01"))

  /// - Parameter earliest: the first moment from which rules may hold that are recorded now.
  public static func check(
    from: Instant, reviewBy: Instant, earliest: Instant
  ) -> Diagnostic? {
    guard from < earliest || reviewBy <= from else { return nil }
    return code.diagnostic(
      .init(en: "from", sv: "från", at: from),
      .init(en: "earliest", sv: "tidigast", at: earliest),
      .init(en: "review by", sv: "ses över senast", end: reviewBy))
  }
}

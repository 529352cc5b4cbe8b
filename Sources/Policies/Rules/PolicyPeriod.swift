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

  /// - Parameter earliest: the first moment from which rules may hold that are recorded now.
  public static func check(
    from: Instant, reviewBy: Instant, earliest: Instant
  ) -> Diagnostic? {
    guard from < earliest || reviewBy <= from else { return nil }
    return code.diagnostic(
      .init(en: "from", sv: "från", "\(from)"),
      .init(en: "earliest", sv: "tidigast", "\(earliest)"),
      .init(en: "review by", sv: "ses över senast", "\(reviewBy)"))
  }
}

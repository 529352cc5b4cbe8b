public import Chronology
public import Diagnostics

/// An exception from segregation of duties lasts no longer than the rules allow, six months where they say nothing. (SOD-03)
public enum BoundedException {
  public static let code = DiagnosticCode(
    "SOD-03",
    Localized(
      en: "The exception would last too long.", sv: "Undantaget skulle gälla för länge."),
    remedy: Localized(
      en: "Give an earlier last day with --until; the facts say the longest time.",
      sv: "Ange en tidigare sista dag med --until; uppgifterna säger den längsta tiden."))

  public static let ground = Ground(
    protects: Localized(
      en: "An exception without an end is another rule.",
      sv: "Ett undantag utan slut är en annan regel."),
    source: Localized(
      en: "ISO 27001 5.3; guideline: access is followed up regularly",
      sv: "ISO 27001 5.3; riktlinjen: åtkomst följs upp regelbundet"),
    refused: Localized(en: "an exception for a year", sv: "ett undantag för ett år"),
    allowed: Localized(en: "an exception for three months", sv: "ett undantag för tre månader"))

  /// - Parameter limit: the longest time that one lasts.
  public static func check(
    from: Instant, until: Instant, within limit: TimeLimit, in zone: TimeZoneRules = .utc
  ) -> Diagnostic? {
    guard let latest = limit.latestEnd(from: from, in: zone), latest < until else { return nil }
    return code.diagnostic(
      .init(en: "from", sv: "från", at: from), .init(en: "end", sv: "slut", end: until),
      .init(en: "allowed", sv: "tillåtet", localized: limit.phrase))
  }
}

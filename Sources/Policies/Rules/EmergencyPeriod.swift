public import Chronology
public import Diagnostics

/// Emergency access is short. (EMG-02)
public enum EmergencyPeriod {
  public static let code = DiagnosticCode(
    "EMG-02",
    Localized(
      en: "Emergency access may not run that long.",
      sv: "Nödåtkomst får inte pågå så länge."),
    remedy: Localized(
      en: "Give fewer hours with --hours; a longer need is a request: liggare request submit.",
      sv: "Ange färre timmar med --hours; ett längre behov är en begäran: liggare request submit."))

  public static let ground = Ground(
    protects: Localized(
      en: "What nobody has decided must end before it becomes a habit.",
      sv: "Det som ingen har beslutat måste upphöra innan det blir en vana."),
    source: Localized(
      en: "ISO 27001 5.18, 8.2; NIST AC-2 (2)",
      sv: "ISO 27001 5.18, 8.2; NIST AC-2 (2)"),
    refused: Localized(
      en: "liggare grant emergency bo.ek S-1/open --hours 48",
      sv: "liggare grant emergency bo.ek S-1/open --hours 48"),
    allowed: Localized(
      en: "liggare grant emergency bo.ek S-1/open --hours 12",
      sv: "liggare grant emergency bo.ek S-1/open --hours 12"))

  /// The latest end of emergency access that begins at a moment. Hours pass whatever the clocks show.
  public static func latestEnd(
    from: Instant, within limit: TimeLimit, in zone: TimeZoneRules
  ) -> Instant {
    limit.deadline(after: from, in: zone) ?? .latest
  }

  /// - Parameter limit: the longest that it may run.
  public static func check(
    from: Instant, until: Instant, within limit: TimeLimit, in zone: TimeZoneRules = .utc
  ) -> Diagnostic? {
    guard until <= from || latestEnd(from: from, within: limit, in: zone) < until else {
      return nil
    }
    return code.diagnostic(
      .init(en: "from", sv: "från", at: from), .init(en: "until", sv: "till", at: until),
      .init(en: "allowed", sv: "tillåtet", localized: limit.phrase))
  }
}

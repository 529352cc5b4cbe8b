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

  /// The longest that emergency access may run, in hours that pass, whatever the clocks show.
  public static let hoursMax: Int64 = 24

  public static func check(
    from: Instant, until: Instant, hoursMax: Int64 = hoursMax
  ) -> Diagnostic? {
    let (length, isTooLong) = until.milliseconds.subtractingReportingOverflow(from.milliseconds)
    guard isTooLong || length <= 0 || length > hoursMax * 3_600_000 else { return nil }
    return code.diagnostic(
      .init(en: "from", sv: "från", "\(from)"), .init(en: "until", sv: "till", "\(until)"),
      .init(en: "hours allowed", sv: "tillåtna timmar", "\(hoursMax)"))
  }
}

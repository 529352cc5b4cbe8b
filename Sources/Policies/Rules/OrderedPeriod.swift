public import Chronology
public import Diagnostics

/// A period begins before it ends. (REQ-03)
public enum OrderedPeriod {
  public static let code = DiagnosticCode(
    "REQ-03",
    Localized(
      en: "The period ends before it begins.",
      sv: "Perioden slutar innan den börjar."),
    remedy: Localized(
      en: "Give a last day that is not before the first: --from, --until.",
      sv: "Ange en sista dag som inte ligger före den första: --from, --until."))

  public static func check(from: Instant, until: Instant?) -> Diagnostic? {
    guard let until, until <= from else { return nil }
    return code.diagnostic(
      .init(en: "from", sv: "från", at: from), .init(en: "until", sv: "till", end: until))
  }
}

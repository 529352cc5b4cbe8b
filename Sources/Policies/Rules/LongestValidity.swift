public import Chronology
public import Diagnostics

/// A grant ends no later than the rules, the entitlement and the person's own time allow.
/// (INV-12)
public enum LongestValidity {
  public static let code = DiagnosticCode(
    "INV-12",
    Localized(
      en: "The grant would run too long.",
      sv: "Tilldelningen skulle gälla för länge."),
    remedy: Localized(
      en: "Give a last day with --until that is no later than the facts allow.",
      sv: "Ange en sista dag med --until som inte är senare än vad uppgifterna tillåter."))

  /// What bounds the end of a grant, and where.
  public struct Limit: Sendable {
    public var name: Localized
    public var at: Instant

    public init(_ name: Localized, at: Instant) {
      self.name = name
      self.at = at
    }
  }

  public static func check(until: Instant?, limits: [Limit]) -> Diagnostic? {
    guard let strictest = limits.min(by: { $0.at < $1.at }) else { return nil }
    if let until, until <= strictest.at { return nil }
    return code.diagnostic(
      .init(en: "end", sv: "slut", end: until),
      .init(en: "latest allowed", sv: "senast tillåtet", end: strictest.at),
      .init(en: "bounded by", sv: "begränsas av", localized: strictest.name))
  }
}

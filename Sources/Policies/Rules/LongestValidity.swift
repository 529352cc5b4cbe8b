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

  public static let ground = Ground(
    protects: Localized(
      en:
        "How long access may run follows from what is at stake, and it never outlasts the person's own time here.",
      sv:
        "Hur länge en behörighet får gälla följer av vad som står på spel, och den varar aldrig längre än personens egen tid här."
    ),
    source: Localized(
      en: "guideline: access is followed up regularly; ISO 27001 5.18, 6.5; NIS2 Article 21(2)(i)",
      sv: "riktlinjen: behörigheter följs upp regelbundet; ISO 27001 5.18, 6.5; NIS2 artikel 21.2 i"
    ),
    refused: Localized(
      en: "liggare grant approve R-1 --until 2030-12-31 for somebody whose assignment ends in May",
      sv: "liggare grant approve R-1 --until 2030-12-31 för någon vars uppdrag upphör i maj"),
    allowed: Localized(
      en: "liggare grant approve R-1 --until 2026-05-31",
      sv: "liggare grant approve R-1 --until 2026-05-31"))

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

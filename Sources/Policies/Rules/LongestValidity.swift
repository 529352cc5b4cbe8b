public import Chronology
public import Diagnostics

/// A grant ends no later than the rules, the entitlement and the person's own time allow.
/// (INV-12)
public enum LongestValidity {
  public static let code = DiagnosticCode(
    "INV-12",
    Localized(
      en: "The grant would run too long.",
      sv: "Tilldelningen skulle löpa för länge."),
    remedy: Localized(
      en: "Give an earlier last day with --until; the facts say the latest that is allowed.",
      sv: "Ange en tidigare sista dag med --until; uppgifterna säger vilken som senast är tillåten."
    ))

  /// - Parameter limits: what bounds the end, each with its moment.
  public static func check(
    until: Instant?, limits: [(name: Localized, at: Instant)]
  ) -> Diagnostic? {
    guard let strictest = limits.min(by: { $0.at < $1.at }) else { return nil }
    if let until, until <= strictest.at { return nil }
    return code.diagnostic(
      .init(en: "end", sv: "slut", until.map { "\($0)" } ?? "–"),
      .init(en: "latest allowed", sv: "senast tillåtet", "\(strictest.at)"),
      .init(en: "bounded by", sv: "begränsas av", localized: strictest.name))
  }
}

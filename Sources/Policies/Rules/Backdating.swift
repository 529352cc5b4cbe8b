public import Chronology
public import Diagnostics

/// What is recorded late is visible, and what is recorded very late says why. Nothing is recorded
/// before it has happened. (INV-10)
public enum Backdating {
  public static let code = DiagnosticCode(
    "INV-10",
    Localized(
      en: "The effective time is not one that can be recorded now.",
      sv: "Tidpunkten kan inte registreras nu."),
    remedy: Localized(
      en:
        "Give an effective time that has come; when it is longer ago than the rules allow, say why with --reason.",
      sv:
        "Ange en tidpunkt som har inträffat; ligger den längre tillbaka än reglerna tillåter, ange varför med --reason."
    ))

  /// How long after the fact it may be recorded without a reason where the rules say nothing else.
  public static let grace = TimeLimit(.days(7))

  public static func check(
    effective: Instant, recorded: Instant, hasReason: Bool, grace: TimeLimit = grace,
    in zone: TimeZoneRules = .utc
  ) -> Diagnostic? {
    let isFuture = effective > recorded
    let isOldWithoutReason =
      !hasReason && grace.beginning(before: recorded, in: zone).map { effective < $0 } ?? false
    guard isFuture || isOldWithoutReason else { return nil }
    let reason =
      isFuture
      ? Localized(en: "it is in the future", sv: "den ligger i framtiden")
      : Localized(
        en: "it is more than \(grace.phrase.english) ago and no reason is given",
        sv: "den ligger mer än \(grace.phrase.swedish) tillbaka och inget skäl är angivet")
    return code.diagnostic(
      .init(en: "effective", sv: "gäller från", "\(effective)"),
      .init(en: "now", sv: "nu", "\(recorded)"),
      .init(en: "why", sv: "varför", localized: reason))
  }
}

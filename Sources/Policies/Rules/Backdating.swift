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

  public static let ground = Ground(
    protects: Localized(
      en:
        "A register that is written afterwards without a word cannot be trusted. What is late is visible, and what is very late is explained.",
      sv:
        "Ett register som skrivs i efterhand utan förklaring går inte att lita på. Det som registreras sent syns, och det som registreras mycket sent förklaras."
    ),
    source: Localized(
      en: "guideline: decisions on access are documented; ISO 27001 5.28, 8.15",
      sv: "riktlinjen: beslut om behörighet dokumenteras; ISO 27001 5.28, 8.15"),
    refused: Localized(
      en: "liggare grant provision G-1 --effective 2026-01-02, in March",
      sv: "liggare grant provision G-1 --effective 2026-01-02, i mars"),
    allowed: Localized(
      en: "liggare grant provision G-1 --effective 2026-01-02 --reason \"Found in an old note\"",
      sv: "liggare grant provision G-1 --effective 2026-01-02 --reason \"Found in an old note\""))

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
      .init(en: "effective", sv: "gäller från", at: effective),
      .init(en: "now", sv: "nu", at: recorded),
      .init(en: "why", sv: "varför", localized: reason))
  }
}

public import Chronology
public import Diagnostics

/// A review rests on what is fresh enough (REV-06)
public enum FreshSources {
  public static let code = DiagnosticCode(
    "REV-06",
    Localized(
      en: "A source that the review rests on is too old.",
      sv: "En källa som granskningen vilar på är för gammal."),
    remedy: Localized(
      en:
        "Read the system's accounts again: liggare import accounts. If the review must start all the same, say why: --old-sources --reason TEXT.",
      sv:
        "Läs in systemets konton igen: liggare import accounts. Måste granskningen ändå starta, säg varför: --old-sources --reason TEXT."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Nobody confirms what is not so any more.",
      sv: "Ingen bekräftar det som inte längre stämmer."),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-2 j",
      sv: "ISO 27001 5.18; NIST AC-2 j"),
    refused: Localized(
      en: "the start of a review of a system whose accounts were read half a year ago",
      sv: "att starta granskning av ett system vars konton lästes in för ett halvår sedan"),
    allowed: Localized(
      en: "the same, with --old-sources and a reason",
      sv: "samma sak med --old-sources och ett skäl"))

  /// - Parameters:
  ///   - oldest: when the oldest source was last read; `nil` where there is none but the register itself.
  ///   - isOverridden: whether it starts all the same, with a reason.
  public static func check(
    oldest: Instant?, limit: TimeLimit, at moment: Instant, isOverridden: Bool
  ) -> Diagnostic? {
    guard let oldest, !isOverridden, limit.due(after: oldest) <= moment else { return nil }
    return code.diagnostic(
      .init(en: "last read", sv: "senast inläst", at: oldest),
      .init(en: "at most", sv: "högst", localized: limit.phrase))
  }
}

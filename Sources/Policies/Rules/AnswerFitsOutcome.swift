public import AccessModel
public import Diagnostics

/// An answer says what its outcome needs, and nothing else (REV-10)
public enum AnswerFitsOutcome {
  public static let code = DiagnosticCode(
    "REV-10",
    Localized(
      en: "The answer does not say what its outcome needs.",
      sv: "Svaret säger inte vad utfallet kräver."),
    remedy: Localized(
      en:
        "keep-until needs --until; reduce takes --scope, --until or --review-days, or is carried out with liggare grant narrow within the time that the rules say; the others take none.",
      sv:
        "keep-until kräver --until; reduce tar --scope, --until eller --review-days, eller genomförs med liggare grant narrow inom den tid som reglerna säger; övriga tar ingen."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "What was meant can be carried out by somebody else.",
      sv: "Det som menades kan genomföras av någon annan."),
    source: Localized(
      en: "ISO 27001 5.18",
      sv: "ISO 27001 5.18"),
    refused: Localized(
      en: "keep-until without a day",
      sv: "keep-until utan dag"),
    allowed: Localized(
      en: "keep-until with --until 2026-12-31",
      sv: "keep-until med --until 2026-12-31"))

  /// - Parameters:
  ///   - hasUntil: whether a day is named.
  ///   - hasTerms: whether a scope or an interval is named.
  public static func check(
    grant: GrantID, outcome: ReviewOutcome, hasUntil: Bool, hasTerms: Bool
  ) -> Diagnostic? {
    let fits =
      switch outcome {
      case .keepUntil: hasUntil && !hasTerms
      case .reduce: true
      case .keep, .revoke, .cannotJudge: !hasUntil && !hasTerms
      }
    guard !fits else { return nil }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"),
      .init(en: "outcome", sv: "utfall", localized: outcome.word))
  }
}

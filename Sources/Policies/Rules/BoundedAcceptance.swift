public import AccessModel
public import Chronology
public import Diagnostics

/// What is stale is accepted with a reason and for a time. (FLG-03)
public enum BoundedAcceptance {
  public static let code = DiagnosticCode(
    "FLG-03",
    Localized(
      en: "The flag cannot be put aside so.",
      sv: "Flaggan kan inte läggas åt sidan så."),
    remedy: Localized(
      en:
        "Give --reason, and for an acceptance --until a day that the rules allow: liggare stale accept FLAG --until DAY --reason TEXT.",
      sv:
        "Ange --reason, och för ett godtagande --until en dag som reglerna tillåter: liggare stale accept FLAGGA --until DAG --reason TEXT."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "An exception without an end or a reason is a rule that nobody decided.",
      sv: "Ett undantag utan slut eller skäl är en regel som ingen har beslutat."),
    source: Localized(
      en: "guideline: access is followed up regularly; ISO 27001 5.18",
      sv: "riktlinjen: behörigheter följs upp regelbundet; ISO 27001 5.18"),
    refused: Localized(
      en: "access accepted for a year",
      sv: "åtkomst som godtas i ett år"),
    allowed: Localized(
      en: "liggare stale accept F-1 --until 2026-06-30 --reason \"Is back in May\"",
      sv: "liggare stale accept F-1 --until 2026-06-30 --reason \"Tillbaka i maj\""))

  /// - Parameters:
  ///   - until: the first moment when it is accepted no more; `nil` when none was given.
  ///   - latest: the latest that the rules allow.
  public static func check(
    flag: FlagID, outcome: FlagOutcome, until: Instant?, from moment: Instant, latest: Instant,
    hasReason: Bool
  ) -> Diagnostic? {
    guard outcome.isJudged else { return nil }
    var missing: [Diagnostic.Fact] = []
    if !hasReason {
      missing.append(
        .init(
          en: "missing", sv: "saknas", localized: Localized(en: "a reason", sv: "ett skäl")))
    }
    if outcome == .justified {
      if until.map({ $0 <= moment || $0 > latest }) ?? true {
        missing.append(.init(en: "accepted until", sv: "godtagen till", end: until))
        missing.append(.init(en: "at most until", sv: "längst till", end: latest))
      }
    } else if until != nil {
      missing.append(.init(en: "until", sv: "till", end: until))
    }
    guard !missing.isEmpty else { return nil }
    return code.diagnostic(facts: [.init(FlagSubject.word, "\(flag)")] + missing)
  }
}

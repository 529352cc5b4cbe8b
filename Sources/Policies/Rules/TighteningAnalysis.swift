public import AccessModel
public import Diagnostics

/// What a risk analysis says of validity and reviews is no looser than the rules. (SYS-08)
public enum TighteningAnalysis {
  public static let code = DiagnosticCode(
    "SYS-08",
    Localized(
      en: "The analysis asks for less than the rules do.",
      sv: "Analysen kräver mindre än reglerna."),
    remedy: Localized(
      en: "Give at most what the facts say is allowed, or leave the option out.",
      sv: "Ange högst vad uppgifterna säger är tillåtet, eller utelämna flaggan."))

  public static let ground = Ground(
    protects: Localized(
      en: "An analysis shows where more is needed; the rules are loosened by those who adopt them.",
      sv: "En analys visar var det krävs mer; reglerna lättas av dem som antar dem."),
    source: Localized(
      en: "guideline: a lower level may tighten and never loosen",
      sv: "riktlinjen: en lägre nivå får skärpa men aldrig lätta"),
    refused: Localized(
      en: "an analysis that allows two years between reviews where the rules say one",
      sv: "en analys som tillåter två år mellan granskningar där reglerna säger ett"),
    allowed: Localized(
      en: "an analysis that asks for half a year", sv: "en analys som kräver ett halvår"))

  /// - Parameters:
  ///   - bounds: the rules' own terms at the system's level.
  public static func check(
    analysis: AnalysisID, validityDaysMax: Int64?, reviewDaysMax: Int64?,
    bounds: AccessPolicy.Terms
  ) -> Diagnostic? {
    var facts: [Diagnostic.Fact] = []
    if let days = validityDaysMax, let bound = bounds.validityDaysMax, days > bound {
      facts.append(.init(en: "validity, days", sv: "giltighet, dagar", "\(days)"))
      facts.append(.init(en: "allowed", sv: "tillåtet", "\(bound)"))
    }
    if let days = reviewDaysMax, days > bounds.reviewDaysMax {
      facts.append(.init(en: "review, days", sv: "granskning, dagar", "\(days)"))
      facts.append(.init(en: "allowed", sv: "tillåtet", "\(bounds.reviewDaysMax)"))
    }
    guard !facts.isEmpty else { return nil }
    return code.diagnostic(facts: [.init(AnalysisSubject.word, "\(analysis)")] + facts)
  }
}

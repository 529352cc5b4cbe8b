import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Policies
import Projections

/// The page for those who govern: a dozen figures with their definitions, then and now, and how they came about.
enum ExecutiveReport {
  static let description = ReportDescription(
    name: "executive",
    title: Localized(en: "Access at a glance", sv: "Åtkomst i korthet"),
    question: Localized(
      en: "How well is access governed, compared with an earlier moment?",
      sv: "Hur väl styrs åtkomst och behörighet, jämfört med en tidigare tidpunkt?"),
    filters: [], needs: nil, comparesWithBefore: true,
    views: [
      "active-grants", "campaigns", "emergencies", "ending", "findings", "incident-clocks",
      "not-carried-out", "overdue-reviews", "requests", "stale", "systems", "undecided",
    ])

  static func report(_ inquiry: ReportInquiry) -> Report {
    let counts = RegisterCounts(inquiry.question)
    let before = RegisterCounts(inquiry.before)
    return Report(
      description, standing: inquiry.standingWithBefore,
      sections: [
        ReportSection(
          Localized(en: "Key figures", sv: "Nyckeltal"),
          [
            .figures(
              ExecutiveFigures(now: counts, before: before, inquiry).figures,
              before: Localized(
                en: "Before (\(inquiry.question.zone.day(of: inquiry.since)))",
                sv: "Före (\(inquiry.question.zone.day(of: inquiry.since)))"))
          ])
      ] + ExecutiveCharts(counts, inquiry).sections, provenance: inquiry.provenance)
  }
}

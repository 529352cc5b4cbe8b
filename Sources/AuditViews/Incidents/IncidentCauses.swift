import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// Why incidents could happen, and which causes come back within six months.
public enum IncidentCauses: RegisterView {
  private static let cause = Column(
    key: "cause", title: Localized(en: "Root cause", sv: "Grundorsak"))
  private static let incidents = Column.identifier(
    "incidents", Localized(en: "Incidents", sv: "Incidenter"))
  private static let first = Column(key: "first", title: Localized(en: "First", sv: "Första"))
  private static let last = Column(key: "last", title: Localized(en: "Last", sv: "Senaste"))
  private static let isRecurring = Column(
    key: "is_recurring", title: Localized(en: "Within six months", sv: "Inom sex månader"))

  public static let description = ViewDescription(
    "incident-causes",
    title: Localized(en: "Root causes", sv: "Grundorsaker"),
    question: Localized(
      en: "Why could incidents happen, and which causes came back within six months?",
      sv: "Varför kunde incidenter hända, och vilka orsaker återkom inom sex månader?"),
    controls: [.incidents, .notices],
    columns: [cause, .count, incidents, first, last, isRecurring], key: ["cause"],
    filters: [.system, .unit, .incident])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    var byCause: [RootCause: [(id: IncidentID, at: Instant)]] = [:]
    for (row, standing) in question.incidents() {
      guard let cause = standing.closing?.cause, cause != .unknown else { continue }
      byCause[cause, default: []].append((row.id, row.report.noticed))
    }
    return RootCause.allCases.compactMap { cause -> [Cell]? in
      guard let found = byCause[cause]?.sorted(by: { $0.at < $1.at }), let last = found.last else {
        return nil
      }
      let isRecurring = zip(found, found.dropFirst()).contains { earlier, later in
        later.at <= sixMonths(after: earlier.at, question)
      }
      return [
        .word(cause), .integer(found.count), .list(found.map { "\($0.id)" }),
        .instant(found[0].at), .instant(last.at), .flag(isRecurring),
      ]
    }
  }

  private static func sixMonths(after moment: Instant, _ question: ViewQuestion) -> Instant {
    moment.adding(.months(6), in: question.zone) ?? .latest
  }
}

import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// What was said of incidents, in the order in which it happened.
public enum IncidentTimeline: RegisterView {
  private static let when = Column(key: "at", title: Localized(en: "When", sv: "När"))
  private static let what = Column(
    key: "what", title: Localized(en: "What happened", sv: "Vad som hände"))
  private static let text = Column(key: "text", title: Localized(en: "Text", sv: "Text"))
  private static let recordedBy = Column.identifier(
    "recorded_by", Localized(en: "Recorded by", sv: "Registrerat av"))

  public static let description = ViewDescription(
    "incident-timeline",
    title: Localized(en: "What happened in incidents", sv: "Händelseförlopp i incidenter"),
    question: Localized(
      en: "What was done and said about an incident, when and by whom?",
      sv: "Vad gjordes och sades om en incident, när och av vem?"),
    controls: [.incidents, .nonRepudiation],
    columns: [Incidents.incident, when, what, text, recordedBy, .recorded, .position],
    key: ["incident", "position"],
    filters: [.system, .person, .unit, .incident])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    var found: [(at: Instant, position: UInt64, row: [Cell])] = []
    for (row, _) in question.incidents() {
      func add(
        _ event: IncidentEvent, _ fact: Fact, by: PersonID, at: Instant, _ text: Commitment?
      ) {
        found.append(
          (
            at, fact.position,
            [
              .id(row.id), .instant(at),
              .localized(EventLine.summary(event, question.phrasing)),
              text.map { question.texts($0).cell } ?? .empty, .id(by), .instant(fact.recorded),
              .integer(Int(clamping: fact.position)),
            ]
          ))
      }
      add(
        .reported(row.report), row.reported, by: row.recorder, at: row.reported.effective,
        row.report.what)
      for step in row.steps(at: question.asOf) {
        let (at, text) = moment(of: step)
        add(step.event, step.fact, by: step.by, at: at, text)
      }
    }
    return found.sorted { ($0.at, $0.position) < ($1.at, $1.position) }.map(\.row)
  }

  /// When what a step tells happened, and the text that it bears.
  private static func moment(of step: IncidentStepRow) -> (Instant, Commitment?) {
    let effective = step.fact.effective
    return switch step.event {
    case .reported(let report): (effective, report.what)
    case .actionRecorded(let action): (action.at, action.what)
    case .notificationSubmitted(let notice): (notice.at, notice.lateReason)
    case .exposureAnswered(let exposure): (effective, exposure.what)
    case .measureAssigned(let measure): (effective, measure.what)
    case .measureCompleted(let done): (done.at, nil)
    case .closed(let closing): (effective, closing.causeText)
    case .followedUp(let followUp): (effective, followUp.what)
    case .reopened(let reopened): (effective, reopened.cause)
    case .triaged, .dutyAssessed, .linked: (effective, nil)
    }
  }
}

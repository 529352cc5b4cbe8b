import AccessModel
import Chronology
import Diagnostics
public import EventSourcing
public import Events
import Projections

/// The events of the log as a table, one line for each.
///
/// The caller hands over the events in order; those that the filter lets through become rows, kept here or handed back one by one.
public struct EventLog {
  static let principal = Column.identifier(
    "principal", Localized(en: "Recorded by", sv: "Registrerat av"))
  private static let stream = Column(
    key: "stream", title: Localized(en: "Stream", sv: "Ström"), audience: .programs,
    isIdentifier: true)
  private static let channel = Column(
    key: "channel", title: Localized(en: "Channel", sv: "Kanal"))
  private static let caseNumber = Column(
    key: "case", title: Localized(en: "Case", sv: "Ärende"), isIdentifier: true)
  private static let correctedBy = Column.hidden(
    "corrected_by", Localized(en: "Corrected at", sv: "Rättad på"))
  private static let corrects = Column.hidden("corrects", Localized(en: "Corrects", sv: "Rättar"))
  private static let summary = Column(
    key: "summary", title: Localized(en: "What happened", sv: "Vad som hände"))

  public static let description = ViewDescription(
    "log",
    title: Localized(en: "Events", sv: "Händelser"),
    question: Localized(
      en: "What was recorded, when, by whom and in what role?",
      sv: "Vad har registrerats, när, av vem och i vilken roll?"),
    controls: [.logging, .auditReduction, .nonRepudiation],
    columns: [
      .position, .recorded, .effective, .type, stream, principal, .role, channel, caseNumber,
      summary, correctedBy, corrects,
    ],
    filters: [.person, .system, .grant, .request, .incident, .type, .position, .time], form: .events
  )

  private let question: ViewQuestion
  private let filter: LogFilter
  /// The rows so far.
  public private(set) var table: Table

  public init(_ question: ViewQuestion, _ filter: LogFilter = LogFilter()) {
    self.question = question
    self.filter = filter
    table = Table(
      name: Self.description.tableName, title: Self.description.historyTitle(for: question),
      columns: Self.description.columns)
  }

  /// Adds a row for the event when the filter lets it through, and tells whether it did.
  @discardableResult
  public mutating func add(_ recorded: borrowing Recorded<AccessEvent>) -> Bool {
    guard let row = row(for: recorded) else { return false }
    table.append(row)
    return true
  }

  /// The row for the event, for whoever does not want to hold them all; `nil` when the filter does not let it through.
  public func row(for recorded: borrowing Recorded<AccessEvent>) -> [Cell]? {
    let corrections = question.corrections.corrections(of: recorded.position)
    let correction = recorded.event.correction
    if filter.isCorrected, corrections.isEmpty, correction == nil { return nil }
    let reading = question.reading(of: recorded) ?? copy recorded
    guard
      EventLine.concerns(reading, filter, question.register)
        || EventLine.concerns(recorded, filter, question.register)
    else { return nil }
    var summary = EventLine.summary(
      reading.event, question.phrasing, register: question.register)
    if let mark = question.mark(of: recorded.position) {
      summary.english += " (\(mark.english))"
      summary.swedish += " (\(mark.swedish))"
    }
    return [
      .integer(Int(recorded.position)), .instant(recorded.recorded), .instant(reading.effective),
      .text(EventLine.type(of: recorded.event)), .text("\(recorded.event.stream)"),
      .id(recorded.actor.principal),
      recorded.actor.role.map { Cell.word($0) } ?? .empty, .word(recorded.command.channel),
      recorded.caseNumber.map { .text("\($0)") } ?? .empty, .localized(summary),
      corrections.isEmpty ? .empty : .list(corrections.map { "\($0.fact.position)" }),
      correction.map { .integer(Int($0.target)) } ?? .empty,
    ]
  }
}

import AccessModel
import Chronology
import Diagnostics
public import EventSourcing
public import Events
import Projections

/// What happened to one thing in the order in which it was true, beside when it was learnt.
///
/// The caller hands over the events in the order of the log; those that the filter lets through become rows. Of a grant the states that follow from them
/// are told as well, also where nobody recorded anything: that its time ran out, or that its holder left.
public struct Timeline {
  private static let learnt = Column(
    key: "learnt", title: Localized(en: "Learnt", sv: "Känt från"))
  private static let what = Column(
    key: "what", title: Localized(en: "What happened", sv: "Vad som hände"))

  public static let description = ViewDescription(
    "timeline",
    title: Localized(en: "Timeline", sv: "Tidslinje"),
    question: Localized(
      en:
        "What happened to a person, a system, a grant or another thing, in the order in which it was true?",
      sv:
        "Vad hände med en person, ett system, en tilldelning eller något annat, i den ordning det gällde?"
    ),
    controls: [.logging, .auditReduction],
    columns: [.effective, learnt, .state, what, EventLog.principal, .name, .type, .position],
    form: .events)

  /// Later than this, in milliseconds, something counts as learnt after it was true.
  private static let atOnce: Int64 = 60_000

  private let question: ViewQuestion
  private let filter: LogFilter
  private var rows: [(at: Instant, order: UInt64, cells: [Cell])] = []

  public init(_ question: ViewQuestion, _ filter: LogFilter) {
    self.question = question
    self.filter = filter
  }

  /// Adds a row for the event when it is about what is asked for and holds by the moment of the question.
  public mutating func add(_ recorded: borrowing Recorded<AccessEvent>) {
    guard let reading = question.reading(of: recorded),
      EventLine.concerns(reading, filter, question.register), reading.effective <= question.asOf
    else { return }
    let isLate = reading.effective.milliseconds + Self.atOnce < recorded.recorded.milliseconds
    rows.append(
      (
        reading.effective, recorded.position,
        [
          .instant(reading.effective), isLate ? .instant(recorded.recorded) : .empty, .empty,
          .localized(
            EventLine.summary(reading.event, question.phrasing, register: question.register)),
          .id(recorded.actor.principal), question.nameCell(recorded.actor.principal),
          .text(EventLine.type(of: recorded.event)), .integer(Int(recorded.position)),
        ]
      ))
  }

  /// Adds where a grant stood from when on.
  private func states(of grant: GrantRow) -> [(at: Instant, order: UInt64, cells: [Cell])] {
    let end = question.asOf.advanced(byMilliseconds: 1)
    return GrantCourses(question.register).course(of: grant, during: .earliest..<end).map {
      stretch in
      let cause = question.register.end(of: grant, at: stretch.from)
        .flatMap { $0.at == stretch.from ? $0.cause.word : nil }
      return (
        stretch.from, .max,
        [
          .instant(stretch.from), .empty, .word(code: stretch.state.code, stretch.state.word),
          cause.map { .localized($0) } ?? .empty, .empty, .empty, .empty, .empty,
        ]
      )
    }
  }

  /// The rows so far, in the order in which they were true; of one moment, in the order of record and the state last.
  public var table: Table {
    var all = rows
    for grant in filter.grants.compactMap({ question.register.grants[$0] }) {
      all += states(of: grant)
    }
    all.sort { ($0.at, $0.order) < ($1.at, $1.order) }
    return Table(
      name: Self.description.tableName, title: Self.description.historyTitle(for: question),
      columns: Self.description.columns, rows: all.map(\.cells))
  }
}

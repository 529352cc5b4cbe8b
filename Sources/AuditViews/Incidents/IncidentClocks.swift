import AccessModel
import Chronology
public import Diagnostics
import Events
import Policies
import Projections

/// The board: what is due about incidents by when, and what is late.
public enum IncidentClocks: RegisterView {
  private static let due = Column(key: "due", title: Localized(en: "Due", sv: "Senast"))
  private static let left = Column.forPeople("left", Localized(en: "Left", sv: "Återstår"))
  private static let calendar = Column.hidden(
    "calendar", Localized(en: "By the calendar", sv: "Enligt kalendern"))
  private static let statutory = Column(
    key: "statutory_day", title: Localized(en: "Statutory day", sv: "Lagstadgad dag"))
  private static let what = Column(key: "what", title: Localized(en: "What", sv: "Vad"))
  static let regime = Column.identifier("regime", RegimeSubject.capitalised)
  static let stage = Column.hidden("stage", StageSubject.capitalised, isIdentifier: true)
  static let entity = Column.identifier("entity", Localized(en: "Entity", sv: "Organisation"))
  private static let boardEntity = Column.hidden(
    "entity", Localized(en: "Entity", sv: "Organisation"), isIdentifier: true)
  private static let since = Column(
    key: "since", title: Localized(en: "Counted from", sv: "Räknas från"))
  private static let met = Column(key: "met", title: Localized(en: "Done", sv: "Gjort"))
  private static let isAssessed = Column.hidden(
    "is_assessed", Localized(en: "Assessed", sv: "Prövat"))
  private static let actors = Column.hidden(
    "actors", Localized(en: "To be done by", sv: "Görs av"), isIdentifier: true)
  private static let actorNames = Column.forPeople(
    "actor_names", Localized(en: "To be done by", sv: "Görs av"))

  public static let description = ViewDescription(
    "incident-clocks",
    title: Localized(en: "Incident board", sv: "Incidenttavla"),
    question: Localized(
      en: "What is due about incidents by when, under which rules, and what is late?",
      sv: "Vad ska göras om incidenter senast när, enligt vilka regler, och vad är försenat?"),
    controls: [.notices, .reportedIncidents, .incidents],
    columns: [
      Incidents.incident, Incidents.severity, .state, due, left, statutory, what, regime, stage,
      boardEntity, .entityName, since, met, calendar, isAssessed, actors,
      actorNames,
    ], key: ["incident", "what", "regime", "stage", "entity"],
    filters: [.system, .unit, .incident],
    remark: Localized(
      en:
        "The date is the earlier of that of the calendar and the statutory day, which moves past days when offices are closed. With --with-ended of liggare incident board the clocks that were met, and those that ran and are no longer asked for.",
      sv:
        "Datumet är det tidigare av kalenderns och den lagstadgade dagen, som flyttas förbi dagar då kontoren är stängda. Med --with-ended i liggare incident board även klockor som hållits, och de som gått och inte längre krävs."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    var found: [(due: Instant, row: [Cell])] = []
    for (row, standing) in question.incidents() {
      for clock in question.register.clocks(of: row, at: question.asOf, in: question.zone)
      where clock.state.isOpen || question.filter.includesEnded {
        found.append((clock.deadline?.due ?? .latest, cells(clock, row, standing, question)))
      }
      for (measure, done) in standing.measures
      where done == nil || question.filter.includesEnded {
        found.append((measure.due, cells(measure, done, standing, question)))
      }
    }
    return found.enumerated().sorted {
      ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
    }.map(\.element.row)
  }

  private static func cells(
    _ clock: IncidentClock, _ row: IncidentRow, _ standing: IncidentRow.Standing,
    _ question: ViewQuestion
  ) -> [Cell] {
    let due = clock.deadline?.due
    return [
      .id(clock.incident), .integer(orEmpty: standing.severity.map { Int($0) }),
      .word(code: clock.state.code, clock.state.word), .instant(orEmpty: due),
      clock.state.isOpen ? left(due, question) : .empty,
      .day(orEmpty: clock.deadline?.statutory), .localized(clock.stage.name),
      .id(clock.regime), .id(clock.stage.code), .id(clock.entity),
      .text(
        orEmpty: clock.entity.flatMap {
          question.register.units[$0]?.name(at: question.asOf).text
        }),
      .instant(orEmpty: clock.deadline?.start), .instant(orEmpty: clock.met),
      .instant(orEmpty: clock.deadline?.calendar), .flag(clock.isAssessed),
    ] + cells(question.register.actors(of: clock, row, at: question.asOf), question)
  }

  private static func cells(
    _ measure: IncidentMeasureAssigned, _ done: IncidentMeasureCompleted?,
    _ standing: IncidentRow.Standing, _ question: ViewQuestion
  ) -> [Cell] {
    let state: IncidentClock.State =
      if let done {
        done.at <= measure.due ? .met : .metLate
      } else {
        measure.due < question.asOf ? .late : .running
      }
    return [
      .id(measure.incident), .integer(orEmpty: standing.severity.map { Int($0) }),
      .word(code: state.code, state.word), .bound(measure.due, .end),
      done == nil ? left(measure.due, question) : .empty, .empty,
      .localized(
        Localized(en: "measure \(measure.number)", sv: "åtgärd \(measure.number)")),
      .empty, .empty, .empty, .empty, .empty, .instant(orEmpty: done?.at), .instant(measure.due),
      .flag(true),
    ] + cells([measure.owner], question)
  }

  /// Who has to act: for programs by identifier, for people by name.
  private static func cells(_ actors: [PersonID], _ question: ViewQuestion) -> [Cell] {
    [
      .list(actors.map { "\($0)" }),
      .list(actors.map { question.names($0) ?? question.phrasing.person($0) }),
    ]
  }

  private static func left(_ due: Instant?, _ question: ViewQuestion) -> Cell {
    guard let due else {
      return .localized(Localized(en: "without delay", sv: "utan dröjsmål"))
    }
    guard due < question.asOf else {
      return .localized(question.span(from: question.asOf, to: due))
    }
    let span = question.span(from: due, to: question.asOf)
    return .localized(
      Localized(en: "\(span.english) late", sv: "\(span.swedish) sent"))
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "Nothing is due", sv: "Inget ska göras")
  }
}

import AccessModel
import Chronology
import Diagnostics
public import EventSourcing
public import Events
import Projections

/// One event: in words, as first recorded and as it now reads, with what it corrects and what corrects it.
public enum EventCard {
  private static let field = Column(key: "field", title: Localized(en: "Field", sv: "Fält"))
  private static let first = Column(
    key: "first_recorded", title: Localized(en: "First recorded", sv: "Först registrerat"))
  private static let now = Column(
    key: "reads_now", title: Localized(en: "Reads now", sv: "Läses nu"))
  private static let value = Column(key: "value", title: Localized(en: "To", sv: "Till"))
  private static let isInForce = Column(
    key: "in_force", title: Localized(en: "Counts", sv: "Räknas"))
  private static let said = Column(
    key: "what_was_recorded", title: Localized(en: "Recorded", sv: "Registrerat"))
  private static let reads = Column(
    key: "how_it_reads", title: Localized(en: "Reads now", sv: "Läses nu"))
  private static let corrects = Column.number(
    "corrects", Localized(en: "Corrects", sv: "Rättar"))
  private static let correctedBy = Column(
    key: "corrected_by", title: Localized(en: "Corrected at", sv: "Rättad på"))
  private static let principal = Column.identifier(
    "principal", Localized(en: "Recorded by", sv: "Registrerat av"))
  private static let caseNumber = Column(
    key: "case", title: Localized(en: "Case", sv: "Ärende"), isIdentifier: true)
  private static let reason = Column(key: "reason", title: Localized(en: "Reason", sv: "Skäl"))
  private static let raw = Column(key: "line", title: Localized(en: "Line", sv: "Rad"))

  public static let description = ViewDescription(
    "event",
    title: Localized(en: "Event", sv: "Händelse"),
    question: Localized(
      en: "What does an event say, what does it correct, and what has been corrected in it?",
      sv: "Vad säger en händelse, vad rättar den, och vad har rättats i den?"),
    controls: [.logging, .auditReduction, .nonRepudiation], filters: [.position], form: .card)

  /// - Parameters:
  ///   - recorded: the event as it was recorded.
  ///   - line: the line of the log.
  public static func card(
    _ recorded: Recorded<AccessEvent>, line: String, _ question: ViewQuestion
  ) -> Card {
    let position = recorded.position
    let reading = question.reading(of: recorded)
    let isChanged = question.corrections.concerns(position)
    func sentence(_ event: AccessEvent) -> Cell {
      .localized(EventLine.summary(event, question.phrasing, register: question.register))
    }
    let corrections = question.corrections.corrections(of: position)
    return Card(
      name: "event",
      title: Localized(
        en: "Event at position \(position)",
        sv:
          "Händelse på position \(position)"),
      fields: [
        .init(.position, .integer(Int(position))),
        .init(.type, .text(EventLine.type(of: recorded.event))),
        .init(said, sentence(recorded.event)),
        .init(
          reads,
          question.isOriginal || !isChanged
            ? .empty
            : reading.map { sentence($0.event) }
              ?? .localized(
                Localized(en: "not at all: it is void", sv: "inte alls: den är ogiltig"))),
        .init(.effective, .instant((reading ?? recorded).effective)),
        .init(.recorded, .instant(recorded.recorded)),
        .init(principal, .id(recorded.actor.principal)),
        .init(.role, recorded.actor.role.map { Cell.word($0) } ?? .empty),
        .init(caseNumber, recorded.caseNumber.map { .text("\($0)") } ?? .empty),
        .init(reason, recorded.reason.map { question.texts($0).cell } ?? .empty),
        .init(
          corrects, recorded.event.correction.map { .integer(Int($0.target)) } ?? .empty),
        .init(
          correctedBy,
          corrections.isEmpty ? .empty : .list(corrections.map { "\($0.fact.position)" })),
        .init(raw, .text(line)),
      ],
      sections: [fields(of: recorded, reading, question)]
        + (corrections.isEmpty ? [] : [table(of: position, question)]))
  }

  /// What each field held, and holds now.
  private static func fields(
    of recorded: Recorded<AccessEvent>, _ reading: Recorded<AccessEvent>?, _ question: ViewQuestion
  ) -> Table {
    var table = Table(
      name: "fields", title: Localized(en: "Fields", sv: "Fält"), columns: [field, first, now])
    let keys = FieldLister.fields(of: recorded.event.kind.payload).map(\.key)
    for key in keys + [Amendment.effective] {
      let before = text(recorded.text(of: key), of: key, question)
      let after = reading.map { text($0.text(of: key), of: key, question) } ?? .empty
      guard before != .empty || after != .empty else { continue }
      table.append([.text(key), before, after])
    }
    return table
  }

  private static func text(_ json: String?, of key: String, _ question: ViewQuestion) -> Cell {
    guard let json else { return .empty }
    let plain = EventCorrected.plain(json)
    return .localized(question.phrasing.value(plain, of: key))
  }

  /// Every correction that bears on it, also those of corrections.
  private static func table(of position: UInt64, _ question: ViewQuestion) -> Table {
    var table = Table(
      name: "corrections", title: Localized(en: "Corrections", sv: "Rättelser"),
      columns: [
        .position, corrects, field, value, .decidedBy, .decidedByName, .recorded, isInForce,
      ])
    for row in question.corrections.chain(from: position) {
      let correction = row.correction
      table.append([
        .integer(Int(row.fact.position)), .integer(Int(correction.target)),
        correction.field.map { .text($0.text) }
          ?? .localized(Localized(en: "(void)", sv: "(ogiltig)")),
        correction.field == nil ? .empty : .localized(question.phrasing.value(correction)),
        .id(correction.decider), .text(orEmpty: question.names(correction.decider)),
        .instant(row.fact.recorded), .flag(question.corrections.counts(row)),
      ])
    }
    return table
  }
}

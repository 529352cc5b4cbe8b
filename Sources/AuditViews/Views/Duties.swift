import AccessModel
public import Chronology
import Diagnostics
public import Projections

/// What somebody has to do, whoever it is and whatever it is about: the list that the calendar and the mail are made of.
public enum Duties: RegisterView {
  private static let isLate = Column(
    key: "is_late", title: Localized(en: "Late", sv: "Försenad"))
  private static let duty = Column(key: "duty", title: Localized(en: "Duty", sv: "Uppgift"))
  private static let subject = Column.identifier(
    "subject", Localized(en: "Concerns", sv: "Gäller"))
  private static let actors = Column.identifier(
    "actors", Localized(en: "For", sv: "Åligger"))
  private static let command = Column.identifier(
    "command", Localized(en: "Recorded by", sv: "Registreras med"))

  public static let description = ViewDescription(
    "duties",
    title: Localized(en: "Duties", sv: "Uppgifter"),
    question: Localized(
      en: "What is to be done, by whom, and by when?",
      sv: "Vad ska göras, av vem, och när senast?"),
    controls: [.accessRights, .followUp, .terminations],
    columns: [
      .due, isLate, duty, subject, .person, .name, .system, .entitlement, .unit, actors, command,
    ], key: ["duty", "subject", "person", "due"],
    filters: [.person, .system, .unit],
    remark: Localized(
      en:
        "What is late, and what falls due within 400 days. Of a person: what they must do, and what is about their access.",
      sv:
        "Det som är försenat, och det som förfaller inom 400 dagar. För en person: det som personen ska göra, och det som rör personens åtkomst."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let horizon = question.asOf.advanced(byMilliseconds: 400 * 86_400_000)
    return question.duties(until: horizon).map { duty in
      [
        .end(orEmpty: duty.due), .flag(duty.isLate(at: question.asOf)),
        .word(code: duty.kind.code, duty.kind.word), .text(duty.subject), .id(duty.person),
        question.nameCell(duty.person), .id(duty.system),
        .text(orEmpty: duty.entitlement.map { "\($0)" }), .id(duty.unit),
        .list(duty.actors.map { "\($0)" }), .text(duty.command),
      ]
    }
  }
}

extension ViewQuestion {
  /// The duties that the filter lets through and that are late or fall due before a moment, the earliest due first.
  public func duties(until horizon: Instant) -> [Duty] {
    register.duties(at: asOf, until: horizon, in: zone).filter { duty in
      (filter.persons.isEmpty || filter.admits(duty.person)
        || duty.actors.contains(where: filter.persons.contains))
        && filter.admits(duty.system)
        && (filter.units.isEmpty || admits(unit: duty.unit) || admits(unitOf: duty.person))
    }
  }
}

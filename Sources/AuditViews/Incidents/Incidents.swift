import AccessModel
import Chronology
public import Diagnostics
import Events
import Policies
import Projections

/// Every incident with where it stands.
public enum Incidents: RegisterView {
  static let incident = Column.identifier("incident", IncidentSubject.capitalised)
  static let severity = Column.number(
    "severity", Localized(en: "Severity", sv: "Allvarlighetsgrad"))
  static let reported = Column(key: "reported", title: Localized(en: "Reported", sv: "Rapporterad"))
  private static let noticed = Column(
    key: "noticed", title: Localized(en: "Noticed", sv: "Upptäckt"))
  private static let systems = Column.identifier("systems", Localized(en: "Systems", sv: "System"))
  private static let entities = Column.identifier(
    "entities", Localized(en: "Entities", sv: "Organisationer"))
  static let lead = Column.identifier("lead", Localized(en: "Led by", sv: "Leds av"))
  private static let personalData = Column(
    key: "personal_data", title: Localized(en: "Personal data", sv: "Personuppgifter"))
  private static let late = Column.number("late", Localized(en: "Late", sv: "Försenat"))
  private static let nextDue = Column(
    key: "next_due", title: Localized(en: "Next due", sv: "Nästa tidsgräns"))
  private static let reopened = Column.number(
    "reopened", Localized(en: "Reopened", sv: "Återöppnad"))
  private static let secrecy = Column(
    key: "secrecy", title: Localized(en: "Secrecy", sv: "Sekretess"))
  static let closed = Column(key: "closed", title: Localized(en: "Closed", sv: "Avslutad"))

  public static let description = ViewDescription(
    "incidents",
    title: Localized(en: "Incidents", sv: "Incidenter"),
    question: Localized(
      en: "Which incidents are there, how bad, who leads them, and is anything late?",
      sv: "Vilka incidenter finns, hur allvarliga är de, vem leder dem, och är något försenat?"),
    controls: [.reportedIncidents, .incidents, .notices],
    columns: [
      incident, .state, severity, .category, reported, noticed, systems, entities, personalData,
      lead, .name, late, nextDue, reopened, secrecy, closed,
    ], key: ["incident"],
    filters: [.system, .person, .unit, .incident])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.incidents().map { row, standing in
      let open = question.register.clocks(of: row, at: question.asOf, in: question.zone)
        .filter(\.state.isOpen)
      return [
        .id(row.id), .word(code: standing.state.code, standing.state.word),
        .integer(orEmpty: standing.severity.map { Int($0) }),
        standing.triage.map { .word($0.category) } ?? .empty, .instant(row.reported.effective),
        .instant(row.report.noticed),
        .list(row.systems(at: question.asOf, in: question.register).map { "\($0)" }),
        .list(standing.aware.map { "\($0.entity)" }), .word(standing.personalData),
        .id(standing.lead), question.nameCell(standing.lead),
        .integer(open.filter { $0.state == .late }.count),
        .instant(orEmpty: open.compactMap { $0.deadline?.due }.min()),
        .integer(standing.reopened.count), .text(orEmpty: question.secrecy(of: row.id)),
        .instant(orEmpty: standing.closedAt),
      ]
    }
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "No incident is reported", sv: "Ingen incident är rapporterad")
  }
}

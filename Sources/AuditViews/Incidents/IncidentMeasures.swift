import AccessModel
import Chronology
import Diagnostics
import Events
import Policies
import Projections

/// The measures that incidents led to, and the follow-ups after their end.
public enum IncidentMeasures: RegisterView {
  private static let number = Column.number("number", Localized(en: "Measure", sv: "Åtgärd"))
  private static let owner = Column.identifier("owner", Localized(en: "Owner", sv: "Ansvarig"))
  private static let done = Column(key: "done", title: Localized(en: "Done", sv: "Gjord"))
  private static let isOverdue = Column(
    key: "is_overdue", title: Localized(en: "Overdue", sv: "Försenad"))
  private static let what = Column(key: "what", title: Localized(en: "What", sv: "Vad"))

  public static let description = ViewDescription(
    "incident-measures",
    title: Localized(en: "Measures and follow-ups", sv: "Åtgärder och uppföljningar"),
    question: Localized(
      en:
        "Which measures and follow-ups after incidents are to be done by whom, and which are overdue?",
      sv:
        "Vilka åtgärder och uppföljningar efter incidenter ska göras av vem, och vilka är försenade?"
    ),
    controls: [.incidents, .reportedIncidents],
    columns: [Incidents.incident, .kind, number, what, owner, .name, .due, done, isOverdue],
    key: ["incident", "kind", "number"],
    filters: [.system, .person, .unit, .incident])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.incidents().flatMap { row, standing -> [[Cell]] in
      let measures = standing.measures.map { measure, done -> [Cell] in
        [
          .id(row.id), .word(code: "measure", Localized(en: "measure", sv: "åtgärd")),
          .integer(Int(clamping: measure.number)),
          .localized(question.words(of: measure.what, in: row.id)), .id(measure.owner),
          question.nameCell(measure.owner), .bound(measure.due, .end), .instant(orEmpty: done?.at),
          .flag(done == nil && measure.due < question.asOf),
        ]
      }
      let clocks = question.register.clocks(of: row, at: question.asOf, in: question.zone)
      let followUps = clocks.filter {
        $0.stage.fulfilment == .followUp && $0.state != .lifted
      }.map { clock -> [Cell] in
        let actor = question.register.actors(of: clock, row, at: question.asOf).first
        return [
          .id(row.id), .word(code: "follow-up", Localized(en: "follow-up", sv: "uppföljning")),
          .empty, .localized(clock.stage.name), .id(actor), question.nameCell(actor),
          .instant(orEmpty: clock.deadline?.due), .instant(orEmpty: clock.met),
          .flag(clock.state == .late),
        ]
      }
      return measures + followUps
    }
  }
}

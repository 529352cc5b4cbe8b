import AccessModel
import Chronology
import Diagnostics
import Projections

/// What each head and manager has to follow up in their unit and below it.
public enum HeadFollowUp: RegisterView {
  private static let head = Column.identifier("head", Localized(en: "Head", sv: "Chef"))
  private static let persons = Column.number("persons", Localized(en: "Persons", sv: "Personer"))
  static let reviewsLate = Column.number(
    "reviews_late", Localized(en: "Reviews late", sv: "Försenade granskningar"))
  static let flags = Column.number("flags", Localized(en: "Flags", sv: "Flaggor"))
  static let incidents = Column.number(
    "incidents_open", Localized(en: "Open incidents", sv: "Öppna incidenter"))

  public static let description = ViewDescription(
    "head-follow-up",
    title: Localized(en: "Follow-up by head", sv: "Uppföljning per chef"),
    question: Localized(
      en: "What has each head to follow up: access, reviews, flags, incidents and duties?",
      sv:
        "Vad har varje chef att följa upp: behörighet, granskningar, flaggor, incidenter och uppgifter?"
    ),
    controls: [.followUp, .plannedFollowUp, .accessRights],
    columns: [
      .unit, .unitName, .entityName, .role, head, .name, persons, .grantsInEffect,
      .number("reviews_due", Localized(en: "Reviews waiting", sv: "Väntande granskningar")),
      reviewsLate, flags, .number("flags_late", Localized(en: "of them late", sv: "varav sena")),
      incidents, .number("duties", Localized(en: "Duties", sv: "Uppgifter")),
      .number("duties_late", Localized(en: "of them late", sv: "varav sena")),
      .number("unattested", Localized(en: "Reviews to attest", sv: "Granskningar att intyga")),
    ], key: ["unit", "role", "head"],
    filters: [.unit, .person],
    remark: Localized(
      en:
        "Of the unit and those below it. A unit that nobody leads is a row without a head. Reviews and flags are counted where whose access it is works, incidents with the entities and owners concerned, duties of the next 30 days and late ones where whoever must act works. --person is the head.",
      sv:
        "För enheten och de under den. En enhet som ingen leder är en rad utan chef. Granskningar och flaggor räknas där den arbetar vars åtkomst det gäller, incidenter hos berörda organisationer och ägare, uppgifter inom 30 dagar och försenade där den arbetar som ska utföra dem. --person är chefen."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    var question = question
    question.register.readForAllGrants()
    let register = question.register
    let asOf = question.asOf
    let tally = UnitTally(question)
    let leaders = Dictionary(
      grouping: register.assignments.rows.filter {
        ($0.role == .head || $0.role == .manager) && $0.unit != nil
          && register.isInForce($0, at: asOf)
      }, by: { $0.unit })
    let units = register.units.rows.filter {
      $0.isOpen(at: asOf) && question.admits(unit: $0.id)
    }.sorted { $0.id.comesBefore($1.id) }
    return units.flatMap { unit -> [[Cell]] in
      let counts = tally.counts[unit.id] ?? UnitTally.Counts()
      let held = (leaders[unit.id] ?? []).filter { question.filter.admits($0.holder) }
      let rows: [AssignmentRow?] =
        leaders[unit.id] == nil && question.filter.persons.isEmpty ? [nil] : held
      return rows.map { leader in
        [
          .id(unit.id), .text(unit.name(at: asOf).text),
          .text(orEmpty: question.entityName(unit.id)),
          leader.map { .word($0.role) } ?? .empty, .id(leader?.holder),
          question.nameCell(leader?.holder), .integer(counts.persons), .integer(counts.grants),
          .integer(counts.reviewsDue), .integer(counts.reviewsLate), .integer(counts.flags),
          .integer(counts.flagsLate), .integer(counts.incidents.count), .integer(counts.duties),
          .integer(counts.dutiesLate), .integer(counts.unattested),
        ]
      }
    }
  }
}

import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// What each head of administration and managing director has to answer for: incidents, what is late, and reviews.
public enum IncidentAccountability: RegisterView {
  private static let head = Column.identifier("head", Localized(en: "Head", sv: "Chef eller VD"))
  private static let reported = Column.number(
    "reported", Localized(en: "Incidents", sv: "Incidenter"))
  private static let open = Column.number("open", Localized(en: "Open", sv: "Öppna"))
  private static let late = Column.number("late", Localized(en: "Late", sv: "Försenat"))
  private static let metLate = Column.number(
    "met_late", Localized(en: "Done late", sv: "Gjort för sent"))
  private static let measures = Column.number(
    "measures_overdue", Localized(en: "Measures overdue", sv: "Försenade åtgärder"))
  private static let reviews = Column.number(
    "reviews_overdue", Localized(en: "Reviews overdue", sv: "Försenade granskningar"))

  public static let description = ViewDescription(
    "incident-accountability",
    title: Localized(en: "Incidents by head", sv: "Incidenter per ansvarig chef"),
    question: Localized(
      en:
        "For which incidents, late notices, overdue measures and overdue reviews does each head or managing director answer?",
      sv:
        "Vilka incidenter, sena anmälningar, försenade åtgärder och försenade granskningar ansvarar varje förvaltningschef eller VD för?"
    ),
    controls: [.reportedIncidents, .incidents],
    columns: [.unit, .unitName, head, .name, reported, open, late, metLate, measures, reviews],
    key: ["unit", "head"],
    filters: [.unit, .person])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    return register.assignments.rows.compactMap { assignment -> [Cell]? in
      guard assignment.role == .head, let unit = assignment.unit,
        register.isInForce(assignment, at: question.asOf), question.admits(unit: unit),
        question.filter.admits(assignment.holder)
      else { return nil }
      var (reported, open, late, metLate, measures) = (0, 0, 0, 0, 0)
      for row in register.incidents.rows {
        guard let standing = row.standing(at: question.asOf),
          answers(unit, for: row, standing, question)
        else { continue }
        reported += 1
        if standing.state.isOpen { open += 1 }
        for clock in register.clocks(of: row, at: question.asOf, in: question.zone)
        where clock.entity == nil
          || clock.entity == register.legalEntity(of: unit, at: question.asOf)
        {
          if clock.state == .late { late += 1 }
          if clock.state == .metLate { metLate += 1 }
        }
        measures +=
          standing.measures.filter {
            $0.done == nil && $0.measure.due < question.asOf
          }.count
      }
      return [
        .id(unit), .text(orEmpty: register.units[unit]?.name(at: question.asOf).text),
        .id(assignment.holder), question.nameCell(assignment.holder), .integer(reported),
        .integer(open), .integer(late), .integer(metLate), .integer(measures),
        .integer(reviewsOverdue(in: unit, question)),
      ]
    }
  }

  /// Whether an incident is a unit's: it is the legal entity that is concerned, or owns a system that is, itself or by a part of it.
  private static func answers(
    _ unit: UnitID, for row: IncidentRow, _ standing: IncidentRow.Standing,
    _ question: ViewQuestion
  ) -> Bool {
    let register = question.register
    if standing.aware.contains(where: { $0.entity == unit }) { return true }
    return row.systems(at: question.asOf, in: register).contains { system in
      register.systems[system].map {
        register.isUnit($0.owner(at: question.asOf), within: unit, at: question.asOf)
      } ?? false
    }
  }

  /// The campaigns past their last day about the unit, or a system that it owns.
  private static func reviewsOverdue(in unit: UnitID, _ question: ViewQuestion) -> Int {
    let register = question.register
    return register.campaigns.rows.filter { campaign in
      guard register.state(of: campaign, at: question.asOf) == .overdue else { return false }
      let system = campaign.plan.system ?? campaign.plan.entitlement?.system
      let place =
        campaign.plan.unit ?? system.flatMap { register.systems[$0] }?.owner(at: question.asOf)
      return place.map { register.isUnit($0, within: unit, at: question.asOf) } ?? false
    }.count
  }
}

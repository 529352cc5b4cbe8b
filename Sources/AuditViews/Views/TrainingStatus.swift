import AccessModel
import Chronology
import Diagnostics
import Projections

/// Whether people have the training that their access asks for.
public enum TrainingStatus: RegisterView {
  private static let requiredBy = Column.identifier(
    "required_by", Localized(en: "Asked for by", sv: "Krävs av"))
  private static let left = Column.number("left", Localized(en: "Days left", sv: "Dagar kvar"))

  public static let description = ViewDescription(
    "training-status",
    title: Localized(en: "Training that access asks for", sv: "Utbildning som åtkomsten kräver"),
    question: Localized(
      en: "Who has the training that their access asks for, until when, and who lacks it?",
      sv: "Vem har den utbildning som åtkomsten kräver, hur länge, och vem saknar den?"),
    controls: [.trained, .accessRights, .followUp],
    columns: [
      .person, .name, .unit, Trainings.course, .state, Trainings.completed, Trainings.validUntil,
      left, requiredBy,
    ], key: ["person", "course"],
    filters: [.person, .system, .entitlement, .unit],
    remark: Localized(
      en:
        "One row for each course that access asks for which has effect or will. A course lapses when it counts now and will not for ever; days left are negative when the time is over.",
      sv:
        "En rad för varje utbildning som krävs av åtkomst som gäller eller kommer att gälla. En utbildning löper ut när den gäller nu men inte tills vidare; dagar kvar är negativa när tiden är ute."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    let asOf = question.asOf
    var required: [PersonID: [CourseCode: Set<EntitlementID>]] = [:]
    let states: Set<GrantState> = [.decided, .scheduled, .inEffect, .suspended, .undecided]
    for entry in question.grants(in: states) {
      let grant = register.grants[entry.index]
      guard let person = grant.person,
        let right = register.systems[grant.entitlement.system]?
          .entitlement(grant.entitlement.name)
      else { continue }
      for course in right.coursesRequired(at: asOf) {
        required[person, default: [:]][course, default: []].insert(grant.entitlement)
      }
    }
    return required.sorted { $0.key.comesBefore($1.key) }.flatMap { id, courses -> [[Cell]] in
      guard let person = register.persons[id] else { return [] }
      let unit = person.affiliation(at: asOf).map { register.heir(of: $0.unit(at: asOf), at: asOf) }
      return courses.sorted { $0.key.comesBefore($1.key) }.map { course, rights in
        let completed = person.trainings.filter { $0.course == course && $0.completed <= asOf }
        // Of several, the one that counts longest.
        let best = completed.max { ($0.validUntil ?? .latest) < ($1.validUntil ?? .latest) }
        return [
          .id(id), question.nameCell(id), .id(unit), .id(course), state(best, at: asOf),
          .start(orEmpty: best?.completed), .end(orEmpty: best?.validUntil),
          .integer(orEmpty: best?.validUntil.map { question.days(until: $0) }),
          .list(rights.sorted { $0.comesBefore($1) }.map { "\($0)" }),
        ]
      }
    }
  }

  private static func state(_ training: TrainingRow?, at moment: Instant) -> Cell {
    guard let training else {
      return .word(code: "missing", Localized(en: "missing", sv: "saknas"))
    }
    guard let end = training.validUntil else {
      return .word(code: "valid", Localized(en: "counts", sv: "gäller"))
    }
    return moment < end
      ? .word(code: "lapses", Localized(en: "counts, lapses", sv: "gäller, löper ut"))
      : .word(code: "lapsed", Localized(en: "lapsed", sv: "har upphört att gälla"))
  }
}

public import AccessModel
public import Chronology
import Diagnostics
import Projections

/// The courses that people have completed, and how long each counts.
public enum Trainings: RegisterView {
  static let course = Column.identifier("course", CourseSubject.capitalised)
  static let completed = Column(
    key: "completed", title: Localized(en: "Completed", sv: "Genomförd"))
  static let validUntil = Column(
    key: "valid_until", title: Localized(en: "Valid until", sv: "Giltig till och med"))
  static let isValid = Column(key: "is_valid", title: Localized(en: "Counts", sv: "Gäller"))

  public static let description = ViewDescription(
    "trainings",
    title: Localized(en: "Trainings", sv: "Utbildningar"),
    question: Localized(
      en: "Who has completed which course, and until when does it count?",
      sv: "Vem har genomfört vilken utbildning, och hur länge gäller den?"),
    controls: [.identities, .accessRights],
    columns: [.person, .name, course, completed, validUntil, isValid],
    key: ["person", "course", "completed"],
    filters: [.person, .unit])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    rows(question, course: nil, lapsingBefore: nil)
  }

  /// The rows of one course, or of trainings that lapse before a moment; those that have lapsed and were renewed are left out then.
  public static func table(
    _ question: ViewQuestion, course: CourseCode?, lapsingBefore: Instant?
  ) -> Table {
    Table(
      name: description.tableName, title: description.title(for: question),
      columns: description.columns,
      rows: rows(question, course: course, lapsingBefore: lapsingBefore))
  }

  static func rows(
    _ question: ViewQuestion, course: CourseCode?, lapsingBefore: Instant?
  ) -> [[Cell]] {
    question.register.persons.rows.filter {
      !$0.trainings.isEmpty && question.filter.admits($0.id) && question.admits(unitOf: $0.id)
    }.sorted { $0.id.comesBefore($1.id) }.flatMap { person -> [[Cell]] in
      person.trainings.filter { row in
        guard row.completed <= question.asOf, course.map({ row.course == $0 }) ?? true else {
          return false
        }
        guard let lapsingBefore else { return true }
        let isRenewed = person.trainings.contains {
          $0.course == row.course && $0.completed <= question.asOf && $0.isValid(at: lapsingBefore)
        }
        return !isRenewed && row.validUntil.map { $0 <= lapsingBefore } ?? false
      }.map { row in
        [
          .id(person.id), question.nameCell(person.id), .id(row.course),
          .bound(row.completed, .start),
          .end(orEmpty: row.validUntil), .flag(row.isValid(at: question.asOf)),
        ]
      }
    }
  }
}

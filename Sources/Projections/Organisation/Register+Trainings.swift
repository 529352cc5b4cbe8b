public import AccessModel
public import Chronology
import Events

/// A training that access asks for and that no longer counts.
public struct TrainingLapse: Hashable, Sendable {
  public var grant: GrantID
  public var course: CourseCode
  /// The first moment when it did not count.
  public var since: Instant
}

extension EntitlementRow {
  /// The courses that the entitlement asks for at a moment. A change that names none leaves them as they were.
  public func coursesRequired(at moment: Instant) -> [CourseCode] {
    terms(at: moment).courses
  }
}

extension PersonRow {
  /// When a course that the person completed stopped counting; `nil` while one counts, or when there never was one.
  public func lapse(of course: CourseCode, at moment: Instant) -> Instant? {
    let completed = trainings.filter { $0.course == course && $0.completed <= moment }
    guard !completed.contains(where: { $0.isValid(at: moment) }) else { return nil }
    return completed.compactMap(\.validUntil).max()
  }
}

extension Register {
  /// The trainings that a person's access asks for and that have lapsed at a moment, by grant, for access that has effect or will.
  public func lapsedTrainings(of person: PersonRow, at moment: Instant) -> [TrainingLapse] {
    guard !person.trainings.isEmpty else { return [] }
    return person.grants.flatMap { index -> [TrainingLapse] in
      let grant = grants[index]
      guard
        let entitlement = systems[grant.entitlement.system]?
          .entitlement(grant.entitlement.name)
      else { return [] }
      let required = entitlement.coursesRequired(at: moment)
      guard !required.isEmpty, state(of: grant, at: moment)?.givesAccess ?? false else { return [] }
      return required.compactMap { course in
        person.lapse(of: course, at: moment).map {
          TrainingLapse(grant: grant.id, course: course, since: $0)
        }
      }
    }
  }
}

extension GrantState {
  /// Whether access in this state works, or will.
  var givesAccess: Bool {
    switch self {
    case .decided, .scheduled, .inEffect, .suspended, .undecided: true
    case .ending, .ended: false
    }
  }
}

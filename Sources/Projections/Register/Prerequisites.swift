public import AccessModel
public import Chronology

/// What a person lacks of what an entitlement asks for, at one moment.
public struct Prerequisites: Hashable, Sendable {
  /// The position that the person does not have.
  public var missingPosition: PositionCode?
  /// The courses that the person has never completed.
  public var missingCourses: [CourseCode]
  /// The courses that were completed and no longer count, each with the first moment it did not.
  public var lapsedCourses: [Lapse]

  /// A course that no longer counts.
  public struct Lapse: Hashable, Sendable {
    public var course: CourseCode
    public var since: Instant
  }

  public var areMet: Bool {
    missingPosition == nil && missingCourses.isEmpty && lapsedCourses.isEmpty
  }
}

extension Register {
  /// What a person lacks at a moment of what an entitlement asks for then (INV-15).
  public func prerequisites(
    of person: PersonID, for entitlement: EntitlementRow, at moment: Instant
  ) -> Prerequisites {
    let terms = entitlement.terms(at: moment)
    let row = persons[person]
    var lacking = Prerequisites(missingCourses: [], lapsedCourses: [])
    if let position = terms.position {
      let held = (row?.affiliations ?? []).filter { $0.isActive(at: moment) }
        .map { $0.positionHeld(at: moment) }
      if !held.contains(position) { lacking.missingPosition = position }
    }
    for course in terms.courses {
      let completed = (row?.trainings ?? []).filter {
        $0.course == course && $0.completed <= moment
      }
      if completed.contains(where: { $0.isValid(at: moment) }) { continue }
      if let since = completed.compactMap(\.validUntil).max() {
        lacking.lapsedCourses.append(.init(course: course, since: since))
      } else {
        lacking.missingCourses.append(course)
      }
    }
    return lacking
  }
}

extension AffiliationRow {
  /// The unit it is in at a moment: that of the last change that holds, else the one it began with.
  public func unitHeld(at moment: Instant) -> UnitID {
    changes.inForce(at: moment, by: \.fact).last?.unit ?? unit
  }

  /// The position held within it at a moment: that of the last change that holds, else the one it began with.
  func positionHeld(at moment: Instant) -> PositionCode? {
    guard let last = changes.inForce(at: moment, by: \.fact).last else { return position }
    return last.position
  }
}

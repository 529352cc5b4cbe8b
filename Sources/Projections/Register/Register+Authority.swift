public import AccessModel
public import Chronology

/// What lets somebody decide: the role they hold, and whose power it is when they hold it as deputy.
public struct Authority: Hashable, Sendable {
  public var assignment: AssignmentID
  public var actingFor: PersonID?
}

extension Register {
  /// Whether the person works here at a moment. A role is worth nothing without that.
  public func isPresent(_ person: PersonID, at moment: Instant) -> Bool {
    persons[person]?.affiliation(at: moment) != nil
  }

  /// The roles a person holds at a moment, while they work here.
  public func assignments(of holder: PersonID, at moment: Instant) -> [AssignmentRow] {
    guard isPresent(holder, at: moment) else { return [] }
    return (persons[holder]?.assignments ?? []).lazy.map { assignments[$0] }
      .filter { isInForce($0, at: moment) }
  }

  /// Who holds a role for a system at a moment, the earliest assigned first.
  public func holders(
    of role: Role, for system: SystemID, at moment: Instant
  ) -> [AssignmentRow] {
    guard let row = systems[system] else { return [] }
    return row.assignments.lazy.map { assignments[$0] }.filter {
      $0.role == role && $0.isInForce(at: moment) && isPresent($0.holder, at: moment)
    }
  }

  /// The assignment that makes somebody the manager of a person at a moment.
  public func managership(
    of manager: PersonID, over person: PersonID, at moment: Instant
  ) -> AssignmentRow? {
    let places = workplaces(of: person, at: moment)
    return assignments(of: manager, at: moment).first { assignment in
      assignment.role == .manager
        && places.contains { place in
          assignment.unit.map { isUnit(place, within: $0, at: moment) }
            ?? (assignment.system == nil)
        }
    }
  }

  /// The units where a person works at a moment, which may be several; while they work nowhere, those
  /// where they will begin next.
  func workplaces(of person: PersonID, at moment: Instant) -> [UnitID] {
    let affiliations = persons[person]?.affiliations ?? []
    let present = affiliations.filter { $0.isActive(at: moment) }
    if !present.isEmpty { return present.map { $0.unit(at: moment) } }
    let coming = affiliations.filter { moment < $0.from && $0.isActive(at: $0.from) }
    let first = coming.map(\.from).min()
    return coming.filter { $0.from == first }.map { $0.unit(at: $0.from) }
  }

  /// The authority on which a person may decide who gets an entitlement, at a moment.
  ///
  /// The role that the entitlement names; for the steward's decisions also the owner, who stands above, and the deputy, who acts for
  /// the steward.
  public func authority(
    of decider: PersonID, over entitlement: EntitlementRow, for person: PersonID,
    at moment: Instant
  ) -> Authority? {
    let decidedBy = entitlement.terms(at: moment).decidedBy
    if decidedBy == .manager {
      return managership(of: decider, over: person, at: moment)
        .map { Authority(assignment: $0.id) }
    }
    let held = assignments(of: decider, at: moment).filter {
      $0.system == entitlement.id.system
    }
    func first(_ role: Role) -> AssignmentRow? { held.first { $0.role == role } }
    if let own = first(decidedBy) { return Authority(assignment: own.id) }
    guard decidedBy == .steward else { return nil }
    if let owner = first(.owner) { return Authority(assignment: owner.id) }
    guard let deputy = first(.deputy) else { return nil }
    let steward = holders(of: .steward, for: entitlement.id.system, at: moment).first
    return Authority(assignment: deputy.id, actingFor: steward?.holder)
  }
}

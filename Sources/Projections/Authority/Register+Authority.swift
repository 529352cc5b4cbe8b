public import AccessModel
public import Chronology

extension Register {
  /// Whether the person works here at a moment. A role is worth nothing without that.
  public func isPresent(_ person: PersonID, at moment: Instant) -> Bool {
    persons[person]?.affiliation(at: moment) != nil
  }

  /// The roles a person holds at a moment, while they work here.
  public func assignments(of holder: PersonID, at moment: Instant) -> [AssignmentRow] {
    guard isPresent(holder, at: moment) else { return [] }
    // Without closures, which would take the whole register along: every command asks this several times.
    var found: [AssignmentRow] = []
    for place in persons[holder]?.assignments ?? [] {
      let row = assignments[place]
      if isInForce(row, at: moment) { found.append(row) }
    }
    return found
  }

  /// Who holds a role for a system at a moment, the earliest assigned first.
  public func holders(
    of role: Role, for system: SystemID, at moment: Instant
  ) -> [AssignmentRow] {
    // Without closures as well.
    var found: [AssignmentRow] = []
    for place in systems[system]?.assignments ?? [] {
      let row = assignments[place]
      if row.role == role, row.isInForce(at: moment), isPresent(row.holder, at: moment) {
        found.append(row)
      }
    }
    return found
  }

  /// The assignment that makes somebody the manager of a person at a moment: as manager or head of the person's unit or one above.
  public func managership(
    of manager: PersonID, over person: PersonID, at moment: Instant
  ) -> AssignmentRow? {
    let places = workplaces(of: person, at: moment)
    return assignments(of: manager, at: moment).first { assignment in
      (assignment.role == .manager || assignment.role == .head)
        && places.contains { place in
          assignment.unit.map { isUnit(place, within: $0, at: moment) }
            ?? (assignment.system == nil)
        }
    }
  }

  /// What lets somebody say that a person's need is real: that they lead the person's unit, or act as deputy for somebody who does.
  ///
  /// A deputy does not endorse the need of the one deputised for.
  public func endorsingAuthority(
    of endorser: PersonID, over person: PersonID, at moment: Instant
  ) -> Authority? {
    if let own = managership(of: endorser, over: person, at: moment) {
      return Authority(kind: .role, assignment: own.id)
    }
    let places = workplaces(of: person, at: moment)
    for deputy in assignments(of: endorser, at: moment) where deputy.role == .deputy {
      guard let unit = deputy.unit, places.contains(where: { isUnit($0, within: unit, at: moment) })
      else {
        continue
      }
      let leader = principals(of: deputy, at: moment).first { $0.holder != person }
      if let leader {
        return Authority(kind: .role, assignment: deputy.id, actingFor: leader.holder)
      }
    }
    return nil
  }

  /// The units where a person works at a moment, which may be several; while they work nowhere, those
  /// where they will begin next.
  public func workplaces(of person: PersonID, at moment: Instant) -> [UnitID] {
    let affiliations = persons[person]?.affiliations ?? []
    let present = affiliations.filter { $0.isActive(at: moment) }
    if !present.isEmpty { return present.map { $0.unit(at: moment) } }
    let coming = affiliations.filter { moment < $0.from && $0.isActive(at: $0.from) }
    let first = coming.map(\.from).min()
    return coming.filter { $0.from == first }.map { $0.unit(at: $0.from) }
  }
}

import AccessModel
public import Chronology

extension Register {
  /// What somebody has to do: what is late at a moment, and what falls due before the horizon; the earliest due first.
  ///
  /// A pure function of the register and the moment: a duty that is done is on the list no more. Looks through the whole register once for
  /// each source.
  public func duties(at moment: Instant, until horizon: Instant, in zone: TimeZoneRules) -> [Duty] {
    let inquiry = DutyInquiry(self, at: moment, until: horizon, in: zone)
    return DutyCatalogue.sources.flatMap { $0.duties(inquiry) }.filter { $0.due < horizon }
      .enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
      .map { _, duty in
        // Who has left can do nothing about it.
        var duty = duty
        duty.actors.removeAll { !isPresent($0, at: moment) }
        return duty
      }
  }
}

/// Who must act, by what they answer for.
extension DutyInquiry {
  /// Who carries decisions out in a system: its administrators, else who runs it.
  func executors(of system: SystemID) -> [PersonID] {
    let administrators = holders(of: .administrator, for: system)
    return administrators.isEmpty ? keepers(of: system) : administrators
  }

  /// Who runs a system: its stewards, else their deputies, else its owner.
  func keepers(of system: SystemID) -> [PersonID] {
    for role in [Role.steward, .deputy, .owner] {
      let held = holders(of: role, for: system)
      if !held.isEmpty { return held }
    }
    return []
  }

  /// Who holds a role for a system and is at work.
  func holders(of role: Role, for system: SystemID) -> [PersonID] {
    let held = register.holders(of: role, for: system, at: moment).map(\.holder)
    let present = held.filter { register.isAvailable($0, at: moment) }
    return present.isEmpty ? held : present
  }

  /// Who holds a role that is not for one system.
  func holders(of role: Role) -> [PersonID] {
    register.assignments.rows.filter {
      $0.role == role && $0.system == nil && $0.isInForce(at: moment)
        && register.isPresent($0.holder, at: moment)
    }.map(\.holder)
  }

  /// Who answers for what somebody needs: who leads them, else who runs the system.
  func leaders(of person: PersonID?, or system: SystemID) -> [PersonID] {
    let leaders = person.map { register.managers(of: $0, at: moment) } ?? []
    return leaders.isEmpty ? keepers(of: system) : leaders
  }

  /// A duty about a grant.
  func duty(
    _ kind: DutyKind, _ grant: GrantRow, actors: [PersonID], due: Instant, since: Instant,
    command: String
  ) -> Duty {
    var duty = Duty(
      kind, "\(grant.id)", actors: actors, due: due, since: since, command: command)
    duty.person = grant.person
    duty.system = grant.entitlement.system
    duty.entitlement = grant.entitlement
    return duty
  }
}

import AccessModel
public import Chronology
public import Diagnostics
import Events
import Policies

extension Register {
  /// ROL-04: what would leave nobody who can enrol keys and assign roles, from the moment it takes effect.
  func lockout(by proposal: Proposal) -> Diagnostic? {
    guard isCustodian(whoseReach(proposal.event)) else { return nil }
    let moment = max(proposal.event.end ?? proposal.effective, proposal.recorded)
    let keepers = keepers(at: moment, without: nil)
    let remaining = keepers.isEmpty ? [] : self.keepers(at: moment, without: proposal.event)
    return KeeperRemains.check(last: keepers, remaining: remaining.count, at: moment)
  }

  /// ROL-04 of a correction: whether the register as it would then read leaves nobody who can enrol keys and assign roles.
  public func lockout(in corrected: Register, at moment: Instant) -> Diagnostic? {
    KeeperRemains.check(
      last: keepers(at: moment, without: nil),
      remaining: corrected.keepers(at: moment, without: nil).count, at: moment)
  }

  /// Whose role, employment or key the event takes away.
  private func whoseReach(_ event: AccessEvent) -> PersonID? {
    switch event {
    case .person(.affiliationEnded(let ended)): ended.person
    case .role(.ended(let ended)): assignments[ended.assignment]?.holder
    case .key(.revoked(let revoked)): revoked.principal
    case .ledger, .key, .unit, .person, .role, .delegation, .separation, .policy, .system,
      .request, .grant, .review, .incident, .usage, .reconciliation, .stale:
      nil
    }
  }

  /// Whether the person was ever custodian of the whole ledger.
  private func isCustodian(_ person: PersonID?) -> Bool {
    guard let person else { return false }
    return (persons[person]?.assignments ?? []).contains { index in
      let row = assignments[index]
      return row.role == .custodian && row.system == nil && row.unit == nil
    }
  }

  /// The persons who can keep the ledger at a moment: here, custodian of all of it, with a key that is not revoked.
  private func keepers(at moment: Instant, without event: AccessEvent?) -> [PersonID] {
    var found: [PersonID] = []
    for row in assignments.rows
    where row.role == .custodian && row.system == nil && row.unit == nil
      && row.isInForce(at: moment) && !found.contains(row.holder)
    {
      if case .role(.ended(let ended)) = event, ended.assignment == row.id { continue }
      if hasKey(row.holder, without: event), isPresent(row.holder, at: moment, without: event) {
        found.append(row.holder)
      }
    }
    return found
  }

  private func hasKey(_ person: PersonID, without event: AccessEvent?) -> Bool {
    keys.values.contains { key in
      if case .key(.revoked(let revoked)) = event, revoked.fingerprint == key.fingerprint {
        return false
      }
      return key.principal == person && key.revoked == nil
    }
  }

  private func isPresent(
    _ person: PersonID, at moment: Instant, without event: AccessEvent?
  ) -> Bool {
    (persons[person]?.affiliations ?? []).contains { affiliation in
      if case .person(.affiliationEnded(let ended)) = event, ended.affiliation == affiliation.id {
        return false
      }
      return affiliation.isActive(at: moment)
    }
  }

  /// Who holds a role for a system at some moment of a period, and is here then, the earliest assigned first.
  func holders(
    of role: Role, for system: SystemID, from: Instant, until: Instant?
  ) -> [AssignmentRow] {
    guard let row = systems[system] else { return [] }
    return row.assignments.lazy.map { assignments[$0] }.filter { assignment in
      guard assignment.role == role else { return false }
      let first = max(assignment.from, from)
      let last = [assignment.end, until].compactMap(\.self).min()
      if let last, last <= first { return false }
      return (persons[assignment.holder]?.affiliations ?? []).contains { affiliation in
        let isBegun = last.map { affiliation.from < $0 } ?? true
        return isBegun && affiliation.end.map { first < $0 && affiliation.from < $0 } ?? true
      }
    }
  }
}

extension AccessEvent {
  /// The first moment when what the event ends no longer holds, when that is said apart from the effective one.
  var end: Instant? {
    switch self {
    case .person(.affiliationEnded(let ended)): ended.until
    case .role(.ended(let ended)): ended.until
    case .grant(.revoked(let revoked)): revoked.until
    case .ledger, .key, .unit, .person, .role, .delegation, .separation, .policy, .system,
      .request, .grant, .review, .incident, .usage, .reconciliation, .stale:
      nil
    }
  }
}

import AccessModel
import Chronology
import EventSourcing
import Events
import Projections

/// What is true by the definitions, found by going through all events again for every question.
struct NaiveModel {
  let events: [Recorded<AccessEvent>]

  struct Stay {
    var id: AffiliationID
    var person: PersonID
    var unit: UnitID
    var from: Instant
    var until: Instant?
    var position: UInt64

    func covers(_ moment: Instant) -> Bool {
      from <= moment && (until.map { moment < $0 } ?? true)
    }
  }

  /// Where a person has worked and works, each stay to its planned or its actual end.
  func stays(of person: PersonID) -> [Stay] {
    var stays: [Stay] = []
    var ends: [AffiliationID: Instant] = [:]
    for event in events {
      switch event.event {
      case .person(.affiliationStarted(let started)) where started.person == person:
        stays.append(
          Stay(
            id: started.affiliation, person: person, unit: started.unit, from: started.from,
            until: started.until, position: event.position))
      case .person(.affiliationEnded(let ended))
      where ended.person == person && stays.contains { $0.id == ended.affiliation }:
        // Of two ends the one that comes first holds.
        ends[ended.affiliation] = min(
          ends[ended.affiliation] ?? .latest, ended.until ?? event.effective)
      default: break
      }
    }
    return stays.map { stay in
      var stay = stay
      stay.until = [stay.until, ends[stay.id]].compactMap(\.self).min()
      return stay
    }
  }

  func isPresent(_ person: PersonID, at moment: Instant) -> Bool {
    stays(of: person).contains { $0.covers(moment) }
  }

  struct Grant {
    var person: PersonID?
    var entitlement: EntitlementID
    var begun: Instant
    var position: UInt64
    var from: Instant
    var until: Instant?
    var isUndecided: Bool
    var isEmergency = false
    var provisioned: [(GrantProvisioned, UInt64)] = []
    /// Decisions and narrowings, with when each is true.
    var changes: [Change] = []
    var suspended: [(from: Instant, until: Instant?)] = []
    var ending: Instant?
    var removal: Instant?
  }

  struct Change {
    var from: Instant
    var decided: Instant
    var until: Instant?
    var isNarrowing: Bool
    var position: UInt64
  }

  /// A grant's story, when it has begun.
  func grant(_ id: GrantID) -> Grant? {
    var found: Grant?
    var approved: Set<RequestID> = []
    var submitted: [RequestID: RequestSubmitted] = [:]
    for event in events {
      switch event.event {
      case .request(.submitted(let request)): submitted[request.request] = request
      case .request(.denied(let denied)): approved.remove(denied.request)
      case .request(.approved(let decision)):
        guard let request = submitted[decision.request] else { break }
        approved.insert(decision.request)
        guard decision.grant == id else { break }
        if request.kind == .change || request.kind == .renew, request.grant == id {
          found?.changes.append(
            Change(
              from: max(decision.from, event.effective), decided: event.effective,
              until: decision.until, isNarrowing: false, position: event.position))
          break
        }
        found = Grant(
          person: request.person, entitlement: request.entitlement, begun: event.effective,
          position: event.position, from: decision.from, until: decision.until, isUndecided: false)
      case .grant(.takenOver(let taken)) where taken.grant == id:
        found = Grant(
          person: taken.person, entitlement: taken.entitlement, begun: event.effective,
          position: event.position, from: event.effective, isUndecided: true)
      case .grant(.provisioned(let provisioned)) where provisioned.grant == id:
        if found == nil, let request = submitted[provisioned.request] {
          found = Grant(
            person: request.person, entitlement: request.entitlement, begun: event.effective,
            position: event.position, from: provisioned.from, until: provisioned.until,
            isUndecided: !approved.contains(provisioned.request))
        }
        found?.provisioned.append((provisioned, event.position))
      case .grant(.narrowed(let narrowed)) where narrowed.grant == id:
        found?.changes.append(
          Change(
            from: event.effective, decided: event.effective,
            until: narrowed.until.map { max($0, event.effective) }, isNarrowing: true,
            position: event.position))
      case .grant(.suspended(let suspended)) where suspended.grant == id:
        found?.suspended.append((event.effective, suspended.until))
      case .grant(.resumed(let resumed)) where resumed.grant == id:
        let suspended = (found?.suspended ?? []).map { from, until in
          from <= event.effective
            ? (from, min(until ?? event.effective, event.effective)) : (from, until)
        }
        found?.suspended = suspended
      case .grant(.emergencyActivated(let emergency)) where emergency.grant == id:
        found = Grant(
          person: emergency.person, entitlement: emergency.entitlement, begun: event.effective,
          position: event.position, from: emergency.from, until: emergency.until,
          isUndecided: false, isEmergency: true)
        found?.provisioned = [
          (
            GrantProvisioned(
              grant: id, request: .init(number: 1), by: emergency.person, at: emergency.from,
              from: emergency.from, until: emergency.until), event.position
          )
        ]
      case .grant(.revoked(let revoked)) where revoked.grant == id:
        let end = revoked.until ?? event.effective
        let ending = min(found?.ending ?? end, end)
        found?.ending = ending
      case .review(.itemDecided(let item)) where item.grant == id && item.outcome == .revoke:
        let ending = min(found?.ending ?? event.effective, event.effective)
        found?.ending = ending
      case .grant(.removalConfirmed(let removal)) where removal.grant == id:
        found?.removal = event.effective
      default: break
      }
    }
    return found
  }

  /// Whether the person was away at some moment from the grant's beginning up to `moment`.
  private func hasLeft(_ person: PersonID, _ grant: Grant, by moment: Instant) -> Bool {
    let stays = stays(of: person)
    var start = grant.begun
    if grant.from > start,
      stays.contains(where: { $0.position < grant.position && $0.covers(grant.from) })
    {
      start = grant.from
    }
    guard let first = stays.map(\.from).min() else { return start <= moment }
    start = max(start, first)
    // A stretch of absence begins where the question begins, or where a stay ends.
    let candidates = [start] + stays.compactMap(\.until)
    return candidates.contains { candidate in
      candidate >= start && candidate <= moment && !stays.contains { $0.covers(candidate) }
    }
  }

  /// The end that holds at a moment, the execution that holds, and whether the account has stopped before the end.
  ///
  /// Found by asking, for every moment at which something moved, what had come of it before.
  private func time(
    of grant: Grant, at moment: Instant
  ) -> (end: Instant?, execution: GrantProvisioned?, hasAccountStopped: Bool) {
    var decided = grant.until
    var own: Instant?
    var execution: GrantProvisioned?
    func end() -> Instant? { [decided, own].compactMap(\.self).min() }
    let moments =
      grant.changes.map { ($0.from, $0.position) } + grant.provisioned.map { ($0.0.at, $0.1) }
    for (time, position) in moments.sorted(by: { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 })
    where time <= moment {
      if let change = grant.changes.first(where: { $0.position == position }) {
        let isTooLate = end().map { $0 < change.from || $0 <= change.decided } ?? false
        if isTooLate { continue }
        if !change.isNarrowing {
          decided = change.until
        } else if let until = change.until {
          decided = min(until, decided ?? until)
        }
      } else if let (carriedOut, _) = grant.provisioned.first(where: { $0.1 == position }) {
        if execution != nil, let end = end(), end <= time { continue }
        execution = carriedOut
        own = carriedOut.until.flatMap { until in
          decided == nil || until < (decided ?? until) ? until : nil
        }
      }
    }
    let stop = execution?.accountUntil
    let isBeforeEnd = stop.map { stop in end().map { stop < $0 } ?? true } ?? false
    return (end(), execution, isBeforeEnd && (stop.map { $0 <= moment } ?? false))
  }

  /// Whether the person is away, with effect on access, from every place that they have.
  private func isAway(_ person: PersonID, at moment: Instant) -> Bool {
    var away: [(place: AffiliationID, from: Instant, until: Instant?)] = []
    for event in events {
      switch event.event {
      case .person(.absenceStarted(let absence))
      where absence.person == person && absence.effect == .suspend:
        away.append((absence.affiliation, absence.from, nil))
      case .person(.absenceEnded(let absence)) where absence.person == person:
        away = away.map {
          $0.place == absence.affiliation && $0.until == nil
            ? ($0.place, $0.from, event.effective) : $0
        }
      default: break
      }
    }
    let places = stays(of: person).filter { $0.covers(moment) }
    return !places.isEmpty
      && places.allSatisfy { place in
        away.contains {
          $0.place == place.id && $0.from <= moment && ($0.until.map { moment < $0 } ?? true)
        }
      }
  }

  /// Whether a stay began the moment another ended elsewhere, fourteen days before `moment` or earlier, and nobody has reviewed the
  /// grant from before it since.
  private func isUnconfirmed(_ id: GrantID, _ grant: Grant, of person: PersonID, by moment: Instant)
    -> Bool
  {
    let stays = stays(of: person)
    return stays.contains { stay in
      let left = stays.filter { $0.id != stay.id && $0.until == stay.from }
      guard !left.isEmpty, !left.contains(where: { $0.unit == stay.unit }),
        let event = events.first(where: { $0.position == stay.position }),
        event.command.channel != .migration,
        grant.position < stay.position, max(grant.begun, grant.from) < stay.from
      else { return false }
      let due = max(stay.from, event.recorded).advanced(byMilliseconds: 14 * 86_400_000)
      let isDecidedAnew = grant.changes.contains {
        !$0.isNarrowing && $0.position > stay.position && $0.decided >= stay.from
      }
      return due <= moment && !isDecidedAnew
        && !events.contains {
          guard case .review(.itemDecided(let item)) = $0.event else { return false }
          return item.grant == id && item.outcome == .keep && $0.position > stay.position
            && $0.effective >= stay.from
        }
    }
  }

  func state(of id: GrantID, at moment: Instant) -> GrantState? {
    guard let grant = grant(id) else { return nil }
    let (end, execution, hasAccountStopped) = time(of: grant, at: moment)
    let isCarriedOut = execution != nil
    if grant.begun > moment && !isCarriedOut { return nil }
    if let removal = grant.removal, removal <= moment { return .ended }
    var isOver = [end, grant.ending].contains {
      $0.map { $0 <= moment } ?? false
    }
    if let person = grant.person, hasLeft(person, grant, by: moment) { isOver = true }
    if let person = grant.person, !grant.isUndecided, !grant.isEmergency,
      isUnconfirmed(id, grant, of: person, by: moment)
    {
      isOver = true
    }
    for event in events where event.effective <= moment {
      if case .system(.statusChanged(let changed)) = event.event,
        changed.system == grant.entitlement.system,
        changed.status == .decommissioned || changed.status == .archived
      {
        isOver = true
      }
    }
    if grant.isUndecided { return isOver ? .ending : .undecided }
    guard let execution else {
      return isOver ? .ended : .decided
    }
    if isOver { return .ending }
    if hasAccountStopped { return .decided }
    guard grant.from <= moment, execution.from <= moment else { return .scheduled }
    let isSuspended = grant.suspended.contains { from, until in
      from <= moment && (until.map { moment < $0 } ?? true)
    }
    let isAway = !grant.isEmergency && (grant.person.map { self.isAway($0, at: moment) } ?? false)
    return isSuspended || isAway ? .suspended : .inEffect
  }
}

extension NaiveModel {
  /// The assignments in force at a moment whose holders work here, in the order of record.
  func inForce(at moment: Instant) -> [RoleAssigned] {
    var ends: [AssignmentID: Instant] = [:]
    var assigned: [RoleAssigned] = []
    for event in events {
      switch event.event {
      case .role(.assigned(let role)): assigned.append(role)
      case .role(.ended(let role)) where assigned.contains { $0.assignment == role.assignment }:
        ends[role.assignment] = min(ends[role.assignment] ?? .latest, role.until ?? event.effective)
      default: break
      }
    }
    return assigned.filter { role in
      let end = [role.until, ends[role.assignment]].compactMap(\.self).min()
      return role.from <= moment && (end.map { moment < $0 } ?? true)
        && isPresent(role.holder, at: moment)
    }
  }

  /// The unit and all above it, in a tree of four: 1 above 2 and 4, 2 above 3.
  private func chain(_ unit: UnitID) -> [UnitID] {
    switch unit.number {
    case 2: [unit, .init(number: 1)]
    case 3: [unit, .init(number: 2), .init(number: 1)]
    case 4: [unit, .init(number: 1)]
    default: [unit]
    }
  }

  private func places(of person: PersonID, at moment: Instant) -> [UnitID] {
    let stays = stays(of: person)
    let present = stays.filter { $0.covers(moment) }.map(\.unit)
    if !present.isEmpty { return present }
    let coming = stays.filter { $0.from > moment && $0.covers($0.from) }
    guard let first = coming.map(\.from).min() else { return [] }
    return coming.filter { $0.from == first }.map(\.unit)
  }

  func authority(
    of decider: PersonID, over right: (EntitlementID, Role), for person: PersonID,
    at moment: Instant
  ) -> (assignment: AssignmentID, actingFor: PersonID?)? {
    let inForce = inForce(at: moment)
    let own = inForce.filter { $0.holder == decider }
    if right.1 == .manager {
      let led = places(of: person, at: moment).flatMap(chain)
      return own.first { $0.role == .manager && $0.unit.map(led.contains) ?? false }
        .map { ($0.assignment, nil) }
    }
    func held(_ role: Role) -> AssignmentID? {
      own.first { $0.role == role && $0.system == right.0.system }?.assignment
    }
    if let assignment = held(right.1) { return (assignment, nil) }
    guard right.1 == .steward else { return nil }
    if let assignment = held(.owner) { return (assignment, nil) }
    guard let assignment = held(.deputy) else { return nil }
    let steward = inForce.first { $0.role == .steward && $0.system == right.0.system }
    return (assignment, steward?.holder)
  }
}

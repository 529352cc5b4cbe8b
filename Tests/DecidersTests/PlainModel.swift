import AccessModel
import Chronology
import EventSourcing
import Events
import Projections

/// What follows from the events by the words of the rules: gathered with plain loops, and sharing nothing with the projections but the
/// names of the states.
struct PlainModel {
  /// The events as they read, void ones left out.
  let events: [Recorded<AccessEvent>]
  private(set) var stories: [GrantID: Story] = [:]
  /// The grants in the order in which they began.
  private(set) var order: [GrantID] = []
  private(set) var places: [PersonID: [Place]] = [:]
  private(set) var requests: [RequestID: RequestSubmitted] = [:]
  var moves: [(unit: UnitID, parent: UnitID, at: Instant)] = []
  var closings: [UnitID: (at: Instant, successors: [UnitID])] = [:]
  private var absences: [Absence] = []
  private var closedSystems: [SystemID: Instant] = [:]
  private var approved: Set<RequestID> = []
  private var kept: [(grant: GrantID, at: Instant, position: UInt64)] = []

  struct Place {
    var id: AffiliationID
    var unit: UnitID
    var position: PositionCode?
    var from: Instant
    var planned: Instant?
    var ended: Instant?
    var known: (position: UInt64, at: Instant)
    var changes: [(unit: UnitID, post: PositionCode?, at: Instant, known: (UInt64, Instant))] = []

    var until: Instant? { [planned, ended].compactMap(\.self).min() }

    func covers(_ moment: Instant) -> Bool {
      from <= moment && (until.map { moment < $0 } ?? true)
    }

    /// Where, and as what, at a moment.
    func now(_ moment: Instant) -> (unit: UnitID, post: PositionCode?) {
      var found = (unit: unit, post: position)
      var since = Instant.earliest
      for change in changes where change.at <= moment && change.at >= since {
        found = (change.unit, change.post)
        since = change.at
      }
      return found
    }
  }

  struct Absence {
    var place: AffiliationID
    var person: PersonID
    var from: Instant
    var until: Instant?
    var suspends: Bool
  }

  /// What happened to a grant, as far as its effect depends on it.
  struct Story {
    var person: PersonID?
    var entitlement: EntitlementID
    var request: RequestID?
    var begun: Instant
    var position: UInt64
    var from: Instant
    var until: Instant?
    var found: Instant?
    var isUndecided = false
    var isEmergency = false
    var executions: [Execution] = []
    var changes: [Change] = []
    var suspended: [(from: Instant, until: Instant?)] = []
    var ending: Instant?
    var removal: Instant?
  }

  struct Execution {
    var at: Instant
    var from: Instant
    var until: Instant?
    var accountUntil: Instant?
    var position: UInt64
  }

  /// A decision on a grant that is there, or a narrowing of it.
  struct Change {
    var at: Instant
    var decided: Instant
    var until: Instant?
    var isDecision: Bool
    var position: UInt64
  }

  init(_ recorded: [Recorded<AccessEvent>]) {
    events = PlainModel.read(recorded)
    for event in events { note(event) }
  }

  private mutating func note(_ fact: Recorded<AccessEvent>) {
    switch fact.event {
    case .person(let event): note(event, fact)
    case .request(.submitted(let request)): requests[request.request] = request
    case .request(.approved(let approved)): note(approved, fact)
    case .grant(let event): note(event, fact)
    case .review(.itemDecided(let item)):
      let outcome = item.stage == nil ? item.outcome : item.result
      if outcome == .keep || outcome == .keepUntil {
        kept.append((item.grant, fact.effective, fact.position))
      }
      if outcome == .revoke { end(item.grant, at: fact.effective) }
    case .review(.itemLapsed(let lapsed)):
      if lapsed.effect == .expire {
        for grant in lapsed.grants { end(grant, at: fact.effective) }
      } else if lapsed.effect == .suspend {
        for grant in lapsed.grants {
          stories[grant]?.suspended.append((fact.effective, nil))
        }
      }
    case .unit(.registered(let unit)):
      if let parent = unit.parent { moves.append((unit.unit, parent, .earliest)) }
    case .unit(.moved(let moved)): moves.append((moved.unit, moved.parent, fact.effective))
    case .unit(.closed(let closed)):
      if closings[closed.unit] == nil {
        closings[closed.unit] = (fact.effective, closed.successors)
      }
    case .system(.statusChanged(let changed)):
      guard changed.status == .decommissioned || changed.status == .archived else { break }
      let closed = min(closedSystems[changed.system] ?? .latest, fact.effective)
      closedSystems[changed.system] = closed
    case .ledger, .key, .unit, .role, .system, .request, .review, .incident, .delegation,
      .separation, .policy, .usage, .reconciliation, .stale:
      break
    }
  }

  private mutating func note(_ event: PersonEvent, _ fact: Recorded<AccessEvent>) {
    switch event {
    case .affiliationStarted(let started):
      places[started.person, default: []].append(
        Place(
          id: started.affiliation, unit: started.unit, position: started.position,
          from: started.from, planned: started.until, known: (fact.position, fact.recorded)))
    case .affiliationChanged(let changed):
      change(changed.affiliation, of: changed.person) {
        $0.changes.append(
          (changed.unit, changed.position, fact.effective, (fact.position, fact.recorded)))
        if let until = changed.until { $0.planned = until }
      }
    case .affiliationEnded(let ended):
      let end = ended.until ?? fact.effective
      change(ended.affiliation, of: ended.person) { $0.ended = min($0.ended ?? end, end) }
    case .absenceStarted(let absence):
      absences.append(
        Absence(
          place: absence.affiliation, person: absence.person, from: absence.from,
          suspends: absence.effect == .suspend))
    case .absenceEnded(let ended):
      let open = absences.indices.filter {
        absences[$0].place == ended.affiliation && absences[$0].until == nil
      }
      let begun = open.filter { absences[$0].from <= fact.effective }
      for index in begun.isEmpty ? open : begun { absences[index].until = fact.effective }
    case .registered, .trainingCompleted, .identityChanged, .identityErased: break
    }
  }

  private mutating func change(
    _ id: AffiliationID, of person: PersonID, _ body: (inout Place) -> Void
  ) {
    guard let index = places[person]?.firstIndex(where: { $0.id == id }) else { return }
    body(&places[person, default: []][index])
  }

  private mutating func note(_ approved: RequestApproved, _ fact: Recorded<AccessEvent>) {
    self.approved.insert(approved.request)
    guard let id = approved.grant, let request = requests[approved.request] else { return }
    if request.kind == .renew || request.kind == .change {
      stories[id]?.changes.append(
        Change(
          at: max(approved.from, fact.effective), decided: fact.effective, until: approved.until,
          isDecision: true, position: fact.position))
      return
    }
    var story = Story(
      person: request.person, entitlement: request.entitlement, request: request.request,
      begun: fact.effective, position: fact.position, from: approved.from, until: approved.until)
    if let present = stories[id] {
      guard present.isUndecided else { return }
      // What was found works already.
      story.found = present.found
      story.suspended = present.suspended
      story.ending = present.ending
      story.removal = present.removal
      story.executions = [
        Execution(
          at: fact.effective, from: approved.from, until: approved.until, position: fact.position)
      ]
    } else {
      order.append(id)
    }
    stories[id] = story
  }

  private mutating func note(_ event: GrantEvent, _ fact: Recorded<AccessEvent>) {
    switch event {
    case .takenOver(let taken):
      order.append(taken.grant)
      stories[taken.grant] = Story(
        person: taken.person, entitlement: taken.entitlement, begun: fact.effective,
        position: fact.position, from: fact.effective, found: fact.effective, isUndecided: true)
    case .emergencyActivated(let emergency):
      order.append(emergency.grant)
      stories[emergency.grant] = Story(
        person: emergency.person, entitlement: emergency.entitlement, begun: fact.effective,
        position: fact.position, from: emergency.from, until: emergency.until, isEmergency: true,
        executions: [
          Execution(
            at: emergency.from, from: emergency.from, until: emergency.until,
            position: fact.position)
        ])
    case .provisioned(let done):
      if stories[done.grant] == nil, let request = requests[done.request] {
        // Its decision is void, or never was: what is carried out all the same is there.
        order.append(done.grant)
        stories[done.grant] = Story(
          person: request.person, entitlement: request.entitlement, request: request.request,
          begun: fact.effective, position: fact.position, from: done.from, until: done.until,
          isUndecided: !approved.contains(request.request))
      }
      stories[done.grant]?.executions.append(
        Execution(
          at: done.at, from: done.from, until: done.until, accountUntil: done.accountUntil,
          position: fact.position))
    case .narrowed(let narrowed):
      stories[narrowed.grant]?.changes.append(
        Change(
          at: fact.effective, decided: fact.effective, until: narrowed.until, isDecision: false,
          position: fact.position))
    case .suspended(let suspended):
      stories[suspended.grant]?.suspended.append((fact.effective, suspended.until))
    case .resumed(let resumed):
      guard let suspended = stories[resumed.grant]?.suspended else { return }
      stories[resumed.grant]?.suspended = suspended.map { from, until in
        from <= fact.effective ? (from, min(until ?? .latest, fact.effective)) : (from, until)
      }
    case .revoked(let revoked): end(revoked.grant, at: revoked.until ?? fact.effective)
    case .removalConfirmed(let removed): stories[removed.grant]?.removal = fact.effective
    case .expired, .emergencyReviewed: break
    }
  }

  private mutating func end(_ grant: GrantID, at moment: Instant) {
    let ending = min(stories[grant]?.ending ?? .latest, moment)
    stories[grant]?.ending = ending
  }
}

extension PlainModel {
  /// Whether the person was away at some moment from the grant's beginning up to `moment`.
  private func hasLeft(_ person: PersonID, _ story: Story, by moment: Instant) -> Bool {
    let all = places[person, default: []]
    guard let first = all.map(\.from).min() else { return story.begun <= moment }
    let isForeseen =
      story.from > story.begun
      && all.contains { $0.known.position < story.position && $0.covers(story.from) }
    let start = max(isForeseen ? story.from : story.begun, first)
    return ([start] + all.compactMap(\.until)).contains { candidate in
      candidate >= start && candidate <= moment && !all.contains { $0.covers(candidate) }
    }
  }

  /// Whether the person is away, with effect on access, from everything they do here.
  private func isAway(_ person: PersonID, at moment: Instant) -> Bool {
    let present = places[person, default: []].filter { $0.covers(moment) }
    return !present.isEmpty
      && present.allSatisfy { place in
        absences.contains {
          $0.person == person && $0.suspends && $0.place == place.id && $0.from <= moment
            && ($0.until.map { moment < $0 } ?? true)
        }
      }
  }

  /// Whether there was a move, fourteen days before `moment` or earlier, that nobody confirmed the grant after.
  private func isUnconfirmed(
    _ id: GrantID, _ story: Story, of person: PersonID, by moment: Instant
  ) -> Bool {
    let all = places[person, default: []]
    var moved: [(at: Instant, known: (position: UInt64, at: Instant))] = []
    for place in all {
      let left = all.filter { $0.id != place.id && $0.until == place.from }
      let isSame = left.contains {
        let then = $0.now(place.from)
        return then.unit == place.unit && then.post == place.position
      }
      if !left.isEmpty, !isSame { moved.append((place.from, place.known)) }
      for change in place.changes {
        let before = place.now(change.at.advanced(byMilliseconds: -1))
        if heir(of: before.unit, at: change.at) != heir(of: change.unit, at: change.at)
          || before.post != change.post
        {
          moved.append((change.at, change.known))
        }
      }
    }
    return moved.contains { move in
      guard story.position < move.known.position, story.from < move.at, story.begun < move.at
      else { return false }
      let due = max(move.at, move.known.at).advanced(byMilliseconds: 14 * 86_400_000)
      let isConfirmed =
        story.changes.contains {
          $0.isDecision && $0.position > move.known.position && $0.decided >= move.at
        }
        || kept.contains {
          $0.grant == id && $0.position > move.known.position && $0.at >= move.at
        }
      return due <= moment && !isConfirmed
    }
  }

  /// The end by what is decided and carried out at a moment, the execution that holds, and whether the account stopped before.
  private func time(
    of story: Story, at moment: Instant
  ) -> (end: Instant?, execution: Execution?, isAccountOver: Bool) {
    var decided = story.until
    var own: Instant?
    var execution: Execution?
    func end() -> Instant? { [decided, own].compactMap(\.self).min() }
    let moments =
      story.changes.map { ($0.at, $0.position) } + story.executions.map { ($0.at, $0.position) }
    for (at, position) in moments.sorted(by: { $0 < $1 }) where at <= moment {
      if let change = story.changes.first(where: { $0.position == position }) {
        if let end = end(), end < change.at || end <= change.decided { continue }
        if change.isDecision {
          decided = change.until
        } else if let until = change.until {
          decided = min(max(until, change.decided), decided ?? .latest)
        }
      } else if let done = story.executions.first(where: { $0.position == position }) {
        if execution != nil, let end = end(), end <= at { continue }
        execution = done
        own = done.until.flatMap { until in decided.map { until < $0 } ?? true ? until : nil }
      }
    }
    guard let stop = execution?.accountUntil, end().map({ stop < $0 }) ?? true else {
      return (end(), execution, false)
    }
    return (end(), execution, stop <= moment)
  }

  /// Where a grant stands at a moment; `nil` before it began.
  func state(of id: GrantID, at moment: Instant) -> GrantState? {
    guard let story = stories[id] else { return nil }
    let (end, execution, isAccountOver) = time(of: story, at: moment)
    guard story.begun <= moment || execution != nil else {
      return story.found.map { $0 <= moment } ?? false ? .undecided : nil
    }
    if let removal = story.removal, removal <= moment { return .ended }
    var isOver = [end, story.ending, closedSystems[story.entitlement.system]].contains {
      $0.map { $0 <= moment } ?? false
    }
    if let person = story.person {
      isOver = isOver || hasLeft(person, story, by: moment)
      if !story.isUndecided, !story.isEmergency {
        isOver = isOver || isUnconfirmed(id, story, of: person, by: moment)
      }
    }
    if story.isUndecided { return isOver ? .ending : .undecided }
    guard let execution else { return isOver ? .ended : .decided }
    if isOver { return .ending }
    if isAccountOver { return .decided }
    guard max(story.from, execution.from) <= moment else { return .scheduled }
    let isSuspended = story.suspended.contains { from, until in
      from <= moment && (until.map { moment < $0 } ?? true)
    }
    let isGone = !story.isEmergency && (story.person.map { isAway($0, at: moment) } ?? false)
    return isSuspended || isGone ? .suspended : .inEffect
  }
}

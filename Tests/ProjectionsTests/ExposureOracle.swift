import AccessModel
import EventSourcing
import Events
import Projections

/// Who could reach something, found by asking the naive model of every grant for every day.
///
/// The events of a made-up history hold from midnights of UTC, so that what is true at one is true all day.
struct ExposureOracle {
  private let events: [Recorded<AccessEvent>]
  private var byGrant: [GrantID: Set<UInt64>] = [:]
  private var byRequest: [RequestID: Set<UInt64>] = [:]
  private var byPerson: [PersonID: Set<UInt64>] = [:]
  private var bySystem: [SystemID: Set<UInt64>] = [:]
  private var requests: [GrantID: Set<RequestID>] = [:]
  private var persons: [RequestID: PersonID] = [:]
  private var rights: [RequestID: EntitlementID] = [:]
  private var holders: [GrantID: Set<PersonID>] = [:]
  private var targets: [GrantID: Set<EntitlementID>] = [:]

  init(_ events: [Recorded<AccessEvent>]) {
    self.events = events
    for event in events { take(event.event, event.position) }
  }

  private mutating func take(_ event: AccessEvent, _ position: UInt64) {
    func note(_ grant: GrantID, _ request: RequestID? = nil) {
      byGrant[grant, default: []].insert(position)
      if let request { requests[grant, default: []].insert(request) }
    }
    switch event {
    case .request(.submitted(let asked)):
      byRequest[asked.request, default: []].insert(position)
      persons[asked.request] = asked.person
      rights[asked.request] = asked.entitlement
    case .request(.denied(let denied)): byRequest[denied.request, default: []].insert(position)
    case .request(.approved(let approved)):
      byRequest[approved.request, default: []].insert(position)
      if let grant = approved.grant { note(grant, approved.request) }
    case .grant(.provisioned(let carriedOut)): note(carriedOut.grant, carriedOut.request)
    case .grant(.takenOver(let found)):
      note(found.grant)
      targets[found.grant, default: []].insert(found.entitlement)
      if let person = found.person { holders[found.grant, default: []].insert(person) }
    case .grant(.emergencyActivated(let emergency)):
      note(emergency.grant)
      targets[emergency.grant, default: []].insert(emergency.entitlement)
      holders[emergency.grant, default: []].insert(emergency.person)
    case .grant(.revoked(let event)): note(event.grant)
    case .grant(.removalConfirmed(let event)): note(event.grant)
    case .grant(.narrowed(let event)): note(event.grant)
    case .grant(.suspended(let event)): note(event.grant)
    case .grant(.resumed(let event)): note(event.grant)
    case .review(.itemDecided(let event)): note(event.grant)
    case .person(.affiliationStarted(let event)):
      byPerson[event.person, default: []].insert(position)
    case .person(.affiliationEnded(let event)): byPerson[event.person, default: []].insert(position)
    case .person(.absenceStarted(let event)): byPerson[event.person, default: []].insert(position)
    case .person(.absenceEnded(let event)): byPerson[event.person, default: []].insert(position)
    case .system(.statusChanged(let event)): bySystem[event.system, default: []].insert(position)
    default: break
    }
  }

  /// Everything that bears on a grant and was recorded before a position.
  private func model(of grant: GrantID, before position: UInt64) -> NaiveModel {
    let asked = requests[grant] ?? []
    var found = byGrant[grant] ?? []
    for request in asked { found.formUnion(byRequest[request] ?? []) }
    for person in (holders[grant] ?? []).union(asked.compactMap { persons[$0] }) {
      found.formUnion(byPerson[person] ?? [])
    }
    for right in (targets[grant] ?? []).union(asked.compactMap { rights[$0] }) {
      found.formUnion(bySystem[right.system] ?? [])
    }
    return NaiveModel(
      events: found.filter { $0 < position }.sorted().map { events[Int($0)] })
  }

  /// The same ways as `Register.exposure`, in no order, by what was recorded before a position.
  func exposure(_ question: ExposureQuestion, days: Range<Int>, before position: UInt64) -> Set<
    Reach
  > {
    var found: Set<Reach> = []
    for grant in byGrant.keys {
      let mayBe = (targets[grant] ?? []).union((requests[grant] ?? []).compactMap { rights[$0] })
      guard mayBe.contains(where: question.covers) else { continue }
      let model = model(of: grant, before: position)
      guard let facts = model.grant(grant), question.covers(facts.entitlement) else { continue }
      var open: Reach?
      for number in days {
        let basis = model.state(of: grant, at: day(number)).flatMap { Self.basis(of: $0) }
        if let present = open, present.basis == basis { continue }
        if var done = open {
          done.until = day(number)
          found.insert(done)
        }
        open = basis.map {
          Reach(
            person: facts.person, grant: grant, system: facts.entitlement.system,
            entitlement: facts.entitlement, account: account(of: grant, before: position),
            basis: $0, isEmergency: facts.isEmergency, from: day(number), until: day(number))
        }
      }
      if var done = open {
        done.until = day(days.upperBound)
        found.insert(done)
      }
    }
    return found
  }

  private func account(of grant: GrantID, before position: UInt64) -> AccountID? {
    for place in (byGrant[grant] ?? []).sorted() where place < position {
      if case .grant(.takenOver(let found)) = events[Int(place)].event { return found.account }
    }
    return nil
  }

  private static func basis(of state: GrantState) -> ReachBasis? {
    switch state {
    case .inEffect: .inEffect
    case .suspended: .suspended
    case .scheduled: .scheduled
    case .undecided: .undecided
    case .ending: .notRemoved
    case .decided, .ended: nil
    }
  }
}

import AccessModel
import Chronology
import EventSourcing
import Events
import Projections
import Testing

@Suite struct `The permission state` {
  private func inEffect(_ register: Register, at moment: Instant) -> [Permission] {
    register.grants.rows.filter { register.isInEffect($0, at: moment) }
      .map { Permission(person: $0.person, entitlement: $0.entitlement, grant: $0.id) }.sorted()
  }

  static let moments = [day(-20), day(0), day(7), day(15), day(30), day(45), day(70), day(150)]

  @Test func `is what the register says, after every event of histories of every kind`() {
    var (asLines, found) = (0, 0)
    for seed in UInt64(1)...120 {
      let history = History(seed: seed, count: 160, times: seed % 3 == 0 ? 4 : 1)
      var register = Register()
      var state = PermissionState()
      for event in history.events {
        register.apply(event)
        if PermissionLines.take(event, into: &state).asLine { asLines += 1 }
        guard event.position % 9 == 0 || event.position > 150 else { continue }
        for moment in Self.moments {
          let expected = inEffect(register, at: moment)
          found += expected.count
          let answer = state.inEffect(at: moment).map(\.self)
          guard answer != expected else { continue }
          Issue.record(
            "seed \(seed), event \(event.position), \(moment): \(answer) and not \(expected)")
          return
        }
      }
      #expect(state.grantCount == register.grants.count)
    }
    // Both ways were gone, and there was something to find.
    #expect(asLines > 1_000, "\(asLines)")
    #expect(found > 1_000, "\(found)")
  }

  @Test func `is the same when nothing is read from lines`() {
    for seed in UInt64(201)...230 {
      let history = History(seed: seed, count: 160)
      var one = PermissionState()
      var other = PermissionState()
      for event in history.events {
        PermissionLines.take(event, into: &one)
        other.take(event)
      }
      for moment in Self.moments {
        let here = one.inEffect(at: moment).map(\.self)
        #expect(here == other.inEffect(at: moment).map(\.self))
        // Asked for in parts, it is all of it, once.
        let parts = (0..<5).map { one.inEffect(at: moment, part: $0, of: 5) }
        #expect(PermissionList(merging: parts).map(\.self) == here)
      }
    }
  }

  @Test func `keeps identifiers too long for a number as they are`() throws {
    let history = History(seed: 5, count: 160)
    var register = Register()
    var state = PermissionState()
    let long = try #require(PersonID("somebody.with.a.long.name"))
    let request = try #require(RequestID("R-2026-000000001"))
    let grant = try #require(GrantID("G-2026-000000001"))
    let right = History.rights[0].0
    func recorded(_ event: AccessEvent, _ position: UInt64, revision: Int64 = 0)
      -> Recorded<AccessEvent>
    {
      Recorded(
        position: position, recorded: day(40), id: UniqueID(high: 9, low: position),
        revision: revision, effective: day(1), actor: Actor(principal: long),
        command: CommandStamp(id: UniqueID(high: 8, low: position), channel: .migration),
        caseNumber: nil, reason: nil, event: event)
    }
    let more: [AccessEvent] = [
      .person(.registered(PersonRegistered(person: long, category: .employee))),
      .person(
        .affiliationStarted(
          AffiliationStarted(
            affiliation: .init(number: 900), person: long, unit: .init(number: 1), from: day(0)))),
      .request(
        .submitted(
          RequestSubmitted(
            request: request, kind: .new, person: long, entitlement: right, from: day(1),
            requester: long, purpose: .unstated, need: Commitment(blank: ())))),
      .request(
        .approved(RequestApproved(request: request, decider: long, authority: .role, from: day(1)))),
      .grant(
        .provisioned(
          GrantProvisioned(grant: grant, request: request, by: long, at: day(1), from: day(1)))),
    ]
    var events = history.events
    for event in more { events.append(recorded(event, UInt64(events.count))) }
    for event in events {
      register.apply(event)
      PermissionLines.take(event, into: &state)
    }
    let found = state.inEffect(at: day(20)).map(\.self)
    #expect(found == inEffect(register, at: day(20)))
    #expect(found.contains { $0.grant == grant })
  }

  @Test func `a line that is not as expected is left to the reader of whole lines`() {
    let history = History(seed: 7, count: 160)
    var lines = 0
    for event in history.events {
      let bytes = PermissionLines.line(event, isLast: true)
      guard case .step = bytes.withUnsafeBytes({ PermissionScanner.read($0, at: event.position) })
      else { continue }
      lines += 1
      for count in 0..<bytes.count {
        // A line that ends early is never read beyond its end.
        let cut = Array(bytes[..<count])
        cut.withUnsafeBytes { bytes in
          guard case .step = PermissionScanner.read(bytes, at: event.position) else { return }
          // What is missing is then nothing that was asked for.
          #expect(count > bytes.count / 2)
        }
      }
    }
    #expect(lines > 20)
  }
}

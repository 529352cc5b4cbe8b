import AccessModel
import Chronology
import EventSourcing
import Events
import Policies
import Projections
import Testing

@Suite struct `The register against a naive model` {
  static let histories = (1...32).map { History(seed: UInt64($0), count: 150) }

  @Test
  func
    `every grant has the state that the definitions give it, as of any day and as known at any position`()
  {
    var seen: [GrantState: Int] = [:]
    var random = SeededRandom(seed: 21)
    for history in Self.histories {
      var register = Register()
      for (index, event) in history.events.enumerated() {
        register.apply(event)
        guard index % 15 == 14 else { continue }
        let naive = NaiveModel(events: Array(history.events[...index]))
        for grant in register.grants.rows {
          for _ in 0..<8 {
            let boundaries = [
              grant.decided.from, grant.decided.until, grant.begun.effective,
              grant.changes.first?.fact.effective, grant.suspensions.first?.fact.effective,
            ].compactMap(\.self)
            let moment =
              random.once(in: 3)
              ? boundaries[random.below(boundaries.count)] : day(random.below(120) - 20)
            let expected = naive.state(of: grant.id, at: moment)
            let found = register.state(of: grant, at: moment)
            if let found { seen[found, default: 0] += 1 }
            if found != expected {
              Issue.record(
                "\(grant.id) at \(moment) known at \(index): \(String(describing: found)), not \(String(describing: expected))"
              )
            }
          }
        }
      }
    }
    // The comparison is worth something only when every state is met.
    for state in GrantState.allCases { #expect(seen[state, default: 0] > 20, "\(state)") }
  }

  @Test func `everybody has the authority that the definitions give them, and nobody more`() {
    var kinds: Set<String> = []
    var random = SeededRandom(seed: 22)
    for history in Self.histories {
      var register = Register()
      for event in history.events { register.apply(event) }
      let naive = NaiveModel(events: history.events)
      for right in History.rights {
        guard let row = register.systems[right.0.system]?.entitlement(right.0.name) else {
          Issue.record("\(right.0)")
          continue
        }
        for decider in History.persons {
          for person in History.persons + History.persons {
            let moment = day(random.below(80))
            let expected = naive.authority(of: decider, over: right, for: person, at: moment)
            let found = register.authority(of: decider, over: row, for: person, at: moment)
            if found?.assignment != expected?.assignment || found?.actingFor != expected?.actingFor
            {
              Issue.record(
                "\(decider) over \(right.0) for \(person) at \(moment): \(String(describing: found)), not \(String(describing: expected))"
              )
            }
            if let found { kinds.insert("\(right.1) \(found.actingFor == nil)") }
          }
        }
      }
    }
    #expect(kinds.isSuperset(of: ["steward true", "steward false", "owner true", "manager true"]))
  }

  @Test func `every prefix folds, and keeps count of positions and revisions`() {
    for history in Self.histories {
      var register = Register()
      var next: [StreamID: Int64] = [:]
      for event in history.events {
        #expect(register.position == event.position)
        #expect(register.nextRevision(of: event.event.stream) == next[event.event.stream] ?? 0)
        #expect(!register.hasRecorded(command: event.command.id))
        register.apply(event)
        next[event.event.stream] = event.revision + 1
        #expect(register.hasRecorded(command: event.command.id))
        #expect(register.lastRecorded == event.recorded)
      }
    }
  }

  @Test func `a log that says everything twice folds and is judged without a trap`() {
    var random = SeededRandom(seed: 23)
    for history in Self.histories.prefix(6) {
      var register = Register()
      let again = history.events.reversed() + history.events.shuffled(using: &random)
      for event in history.events + again {
        _ = register.violations(of: Proposal(event), under: .standard)
        register.apply(event)
      }
      for grant in register.grants.rows { _ = register.state(of: grant, at: day(50)) }
      #expect(register.grants.count > 0)
    }
  }
}

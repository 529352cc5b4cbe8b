import AccessModel
import AuditViews
import Chronology
import Commands
import EventSourcing
import Events
import Policies
import Projections
import Testing

/// What must be true of every history that the deciders let through, whatever was asked in it.
@Suite struct `Played histories` {
  private static let played = [7, 62, 418, 905, 1_313].map {
    PlayedHistory.played(seed: $0, steps: 2_500, sampleEvery: 125)
  }

  @Test func `much of what is asked is recorded, and much is refused, on many grounds`() {
    for history in Self.played {
      let refused = history.refusals.values.reduce(0, +)
      #expect(history.accepted > 800, "seed \(history.seed)")
      #expect(refused > 500, "seed \(history.seed)")
      #expect(history.refusals.count > 45, "\(history.refusals)")
      #expect(Set(history.town.history.map(\.event.kind)).count > 35, "seed \(history.seed)")
    }
  }

  @Test func `what is refused leaves no event behind`() {
    for history in Self.played { #expect(history.leftovers == [], "seed \(history.seed)") }
  }

  @Test func `nobody has access that was not asked for, needed, decided and carried out`() {
    for history in Self.played {
      for (step, town) in history.samples {
        let model = PlainModel(town.history)
        for grant in town.register.grants.rows
        where town.register.isInEffect(grant, at: town.now) {
          #expect(
            model.isFounded(grant.id, at: town.now),
            "seed \(history.seed), step \(step): \(grant.id)")
        }
      }
    }
  }

  @Test func `who decides holds the power at that moment, and is neither the holder nor alone`() {
    for history in Self.played {
      var known: [Recorded<AccessEvent>] = []
      for event in history.town.history {
        if case .request(.approved(let approved)) = event.event {
          let model = PlainModel(known)
          #expect(
            model.objection(to: approved, at: event.effective) == nil,
            "seed \(history.seed), position \(event.position): \(approved)")
        }
        known.append(event)
      }
    }
  }

  @Test func `whoever may reduce access is never refused`() {
    var tried = 0
    for history in Self.played {
      var random = SeededRandom(seed: history.seed)
      for (step, town) in history.samples {
        let open = town.register.grants.rows.filter {
          switch town.register.state(of: $0, at: town.now) {
          case .decided?, .scheduled?, .inEffect?, .suspended?, .undecided?: true
          case .ending?, .ended?, nil: false
          }
        }
        for _ in 0..<min(4, open.count) {
          let grant = open[random.below(open.count)]
          for (person, reduction) in Self.reductions(of: grant, in: town) {
            var copy = town
            let outcome = copy.when(reduction, by: person, reason: "Less is enough.")
            #expect(
              outcome.codes == [], "seed \(history.seed), step \(step): \(reduction) by \(person)")
            tried += 1
          }
        }
      }
    }
    #expect(tried > 1_000)
  }

  /// Every way of giving up or taking away a grant, each with everybody who may.
  private static func reductions(
    of grant: GrantRow, in town: Scenario
  ) -> [(PersonID, AccessCommand)] {
    let terms = grant.terms(at: town.now)
    let tomorrow = town.now.advanced(byMilliseconds: 86_400_000)
    let answerable = [Role.steward, .deputy, .owner].flatMap {
      town.register.holders(of: $0, for: grant.entitlement.system, at: town.now).map(\.holder)
    }
    let managers = town.register.persons.ids.filter { person in
      grant.person.flatMap { town.register.managership(of: person, over: $0, at: town.now) } != nil
    }
    let people = [grant.person, answerable.first, answerable.last, managers.first]
    return people.compactMap(\.self).flatMap { person in
      [
        .revoke(RevokeGrant(grant: grant.id, by: person, cause: .needEnded)),
        .suspend(SuspendGrant(grant: grant.id, by: person, cause: .risk)),
        .narrow(
          NarrowGrant(
            grant: grant.id, by: person, until: min(terms.until ?? tomorrow, tomorrow))),
        .narrow(
          NarrowGrant(grant: grant.id, by: person, reviewDays: min(terms.reviewDays ?? 30, 30))),
      ].map { (person, .grant($0)) }
    }
  }

  @Test func `what the bytes of the log say is what a plain model says, by both clocks`() throws {
    var seen: [GrantState: Int] = [:]
    for history in Self.played {
      var random = SeededRandom(seed: history.seed)
      var bytes = RecordedBytes()
      for fact in history.town.history {
        try bytes.append(fact)
        guard bytes.lines.count % 120 == 0 else { continue }
        let model = PlainModel(try bytes.events(bytes.lines.count))
        let days = Int64(random.below(400)) - 300
        let moments = [
          fact.recorded, fact.recorded.advanced(byMilliseconds: days * 86_400_000),
          fact.effective.advanced(byMilliseconds: -1), fact.effective,
        ]
        for moment in moments {
          compare(bytes.register, model, at: moment, "\(history.seed) at \(fact.position)")
          for id in model.order {
            if let state = model.state(of: id, at: moment) { seen[state, default: 0] += 1 }
          }
        }
        // What was known at an earlier moment.
        let known = bytes.lines[random.below(bytes.lines.count)].recorded
        let count = bytes.count(knownAt: known)
        let then = try bytes.fold(count)
        compare(
          then, PlainModel(try bytes.events(count)), at: moments[1],
          "\(history.seed) at \(fact.position), known at \(known)")
      }
      // All of it folded at once is what it was folded to on the way.
      #expect(try bytes.fold(bytes.lines.count).digest == bytes.register.digest)
      #expect(bytes.register.digest == history.register.digest)
    }
    for state in GrantState.allCases { #expect(seen[state, default: 0] > 20, "\(state): \(seen)") }
  }

  /// Holds the answers that people ask for against the plain model.
  private func compare(
    _ register: Register, _ model: PlainModel, at moment: Instant, _ place: String
  ) {
    #expect(Array(register.grants.ids) == model.order, "seed \(place)")
    for grant in register.grants.rows {
      #expect(
        register.state(of: grant, at: moment) == model.state(of: grant.id, at: moment),
        "\(grant.id), seed \(place), as of \(moment)")
    }
    let held = model.order.filter { model.state(of: $0, at: moment) == .inEffect }
    #expect(Set(register.grantsInEffect(at: moment).map(\.id)) == Set(held), "seed \(place)")
    let checks = AccessChecks(register)
    for grant in register.grants.rows {
      guard let person = grant.person else { continue }
      let may = held.contains {
        model.stories[$0]?.person == person && model.stories[$0]?.entitlement == grant.entitlement
      }
      #expect(
        checks.isInEffect(person, grant.entitlement, at: moment) == may,
        "\(person) \(grant.entitlement), seed \(place) at \(moment)")
    }
    let question = ViewQuestion(register: register, asOf: moment)
    let columns = Who.description.columns.map(\.key)
    let told = Set(
      Who.rows(question).map { row in
        ["person", "state", "grant"].map { key in columns.firstIndex(of: key).map { row[$0] } }
      })
    let expected = Set(
      model.order.compactMap { id -> [Cell?]? in
        guard let state = model.state(of: id, at: moment), state != .ended else { return nil }
        let person = model.stories[id]?.person
        return [
          person.map { .identifier($0.ascii) } ?? .empty, .word(code: state.code, state.word),
          .identifier(id.ascii),
        ]
      })
    #expect(told == expected, "seed \(place), as of \(moment)")
    for grant in register.grants.rows.suffix(12) {
      guard let person = grant.person else { continue }
      let answer = Can.answer(person: person, entitlement: grant.entitlement, question)
      let may = model.order.contains { id in
        model.stories[id]?.person == person && model.stories[id]?.entitlement == grant.entitlement
          && model.state(of: id, at: moment) == .inEffect
      }
      #expect(answer.isYes == may, "\(person) \(grant.entitlement), seed \(place) at \(moment)")
    }
  }

  @Test func `a snapshot of it finds everything by its identifier, and answers alike`() throws {
    var looked = (delegations: 0, exceptions: 0)
    for history in Self.played {
      let register = history.register
      let held = HeldBytes(RegisterSnapshot.bytes(of: register, stamp: []))
      let kept = try #require(
        RegisterSnapshot.register(from: UnsafeRawBufferPointer(held.bytes), owner: held)
      ).register
      #expect(register.units.ids.allSatisfy(kept.units.contains))
      #expect(register.persons.ids.allSatisfy(kept.persons.contains))
      #expect(register.affiliations.ids.allSatisfy(kept.affiliations.contains))
      #expect(register.assignments.ids.allSatisfy(kept.assignments.contains))
      #expect(register.systems.ids.allSatisfy(kept.systems.contains))
      #expect(register.accounts.ids.allSatisfy(kept.accounts.contains))
      #expect(register.requests.ids.allSatisfy(kept.requests.contains))
      #expect(register.grants.ids.allSatisfy(kept.grants.contains))
      #expect(register.delegations.ids.allSatisfy(kept.delegations.contains))
      #expect(register.separationRules.ids.allSatisfy(kept.separationRules.contains))
      #expect(register.separationExceptions.ids.allSatisfy(kept.separationExceptions.contains))
      #expect(register.policies.ids.allSatisfy(kept.policies.contains))
      looked.delegations += register.delegations.count
      looked.exceptions += register.separationExceptions.count
      let later = history.now.advanced(byMilliseconds: 90 * 86_400_000)
      #expect(
        kept.unreportedDecisions(at: later).map(\.request.id)
          == register.unreportedDecisions(at: later).map(\.request.id))
      #expect(kept.digest == register.digest)
      compare(kept, PlainModel(history.town.history), at: history.now, "\(history.seed)")
    }
    #expect(looked.delegations > 20 && looked.exceptions > 0)
  }

  @Test func `a replay has nothing against what was allowed when it was asked`() throws {
    for history in Self.played {
      let events = history.town.history
      let corrections = Corrections(
        events.compactMap { event in event.event.correction.map { CorrectionRow($0, in: event) } })
      var findings = RuleFindings()
      var bytes = RecordedBytes()
      var now = Register()
      for fact in events {
        findings.examine(
          try reread(fact), before: bytes.register, reading: corrections.reading(of: fact),
          corrected: now, under: .standard
        ) { position in position < fact.position ? events[Int(position)] : nil }
        try bytes.append(fact)
        now.apply(fact, by: corrections)
      }
      let unexplained = findings.findings.filter { finding in
        // Only what was corrected later can put in question what was in order.
        finding.basis != .now || corrections.first.map { finding.position < $0 } ?? true
      }
      #expect(unexplained == [], "seed \(history.seed)")
    }
  }

  /// The event as its bytes say it.
  private func reread(_ fact: Recorded<AccessEvent>) throws -> Recorded<AccessEvent> {
    var alone = RecordedBytes()
    try alone.append(fact)
    var read = try alone.event(at: 0)
    read.position = fact.position
    return read
  }
}

/// Bytes that stay where they are for as long as somebody keeps them.
private final class HeldBytes: SnapshotKeeper {
  nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    self.bytes = .allocate(byteCount: bytes.count, alignment: 16)
    self.bytes.copyBytes(from: bytes)
  }

  deinit { bytes.deallocate() }

  func expectMuch() {}
}

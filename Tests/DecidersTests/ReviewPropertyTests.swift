import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Testing

/// Bytes that stay where they are for as long as somebody keeps them.
private final class HeldBytes: SnapshotKeeper {
  nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    self.bytes = .allocate(byteCount: bytes.count, alignment: 16)
    self.bytes.copyBytes(from: bytes)
  }

  deinit { bytes.deallocate() }

  func expectMuch() {}

  func register() -> (register: Register, stamp: [UInt8])? {
    RegisterSnapshot.register(from: UnsafeRawBufferPointer(bytes), owner: self)
  }
}

@Suite struct `Reviews that go as chance has it` {
  /// A campaign in which people answer, leave, are away, are asked above, and stay silent, week by week.
  private static func played(_ seed: UInt64) -> Scenario {
    var random = SeededRandom(seed: seed)
    var town = Scenario.reviewed
    let strategy = ReviewStrategy.allCases.randomElement(using: &random) ?? .anyRemoves
    let isTwoStage = random.once(in: 2)
    town.given(
      planReview(opens: town.now) {
        if isTwoStage {
          $0.second = .head
          $0.strategy = strategy
        }
        $0.onNoResponse = random.once(in: 2) ? .expire : .suspend
      }, by: coordinator)
    town.given(startReview(), by: coordinator)
    for _ in 0..<16 {
      town.now = town.now.advanced(byMilliseconds: Int64(2 + random.below(9)) * 86_400_000)
      step(&town, &random)
      if random.once(in: 2) { _ = town.when(followUpReview(), by: coordinator) }
      if random.once(in: 4) {
        _ = town.when(release(), by: coordinator, reason: "Nobody is left to ask")
      }
    }
    return town
  }

  private static func step(_ town: inout Scenario, _ random: inout SeededRandom) {
    let number = 1 + random.below(7)
    let people = [steward, deputy, owner, manager, chief, coordinator, colleagues[0]]
    let outcome = ReviewOutcome.allCases.randomElement(using: &random) ?? .keep
    let stranger = people[random.below(people.count)]
    let reviewer = random.once(in: 4) ? stranger : town.reviewers(number).last ?? stranger
    switch random.below(8) {
    case 0:
      let place = [3, 4, 2][random.below(3)]
      _ = town.when(
        .person(.leave(EndAffiliation(affiliation: AffiliationID(number: place)))),
        reason: "Left")
    case 1:
      _ = town.when(
        .review(
          .reassign(
            ReassignReviewItems(
              review: campaign, grants: [GrantID(number: number)], to: stranger))),
        by: coordinator)
    case 2:
      _ = town.when(.review(.escalate(EscalateReviewItems(review: campaign))), by: coordinator)
    default:
      let until = town.now.advanced(byMilliseconds: 86_400_000 * 30)
      _ = town.when(
        answer(number, outcome, by: reviewer, bulk: random.once(in: 3)) {
          if outcome == .keepUntil { $0.until = until }
          if outcome == .reduce, random.once(in: 2) { $0.reviewDays = 20 }
        }, by: reviewer, reason: "As chance has it")
    }
  }

  private static let seeds = (1...24).map { UInt64($0) }

  @Test(arguments: seeds)
  func `no item is lost or added, and none is ever its subject's own to answer`(_ seed: UInt64) {
    let town = Self.played(seed)
    guard let row = town.register.campaigns[campaign] else {
      Issue.record("no campaign")
      return
    }
    #expect(row.items.map(\.grant).sorted() == (1...7).map { GrantID(number: $0) })
    #expect(town.register.totals(of: row, at: town.now).items == 7)
    for item in row.items {
      let subject = town.register.grants[item.grant]?.person
      #expect(!item.routings.contains { $0.reviewer == subject || $0.actingFor == subject })
      #expect(!item.decisions.contains { $0.reviewer == subject || $0.actingFor == subject })
    }
  }

  @Test(arguments: seeds)
  func `what was due is due no more once it is recorded, and the rules find nothing in the history`(
    _ seed: UInt64
  ) {
    var town = Self.played(seed)
    if let row = town.register.campaigns[campaign] {
      let due = town.register.reviewDuties(of: row, at: town.now)
      let taken = due.lapses.reduce(0) { $0 + $1.grants.count }
      #expect(taken <= 7)
      town.when(followUpReview(), by: coordinator).thenRecorded()
    }
    if let row = town.register.campaigns[campaign] {
      #expect(town.register.reviewDuties(of: row, at: town.now).isEmpty)
    }
    var register = Register()
    for event in town.history {
      if case .review = event.event {
        let found = register.violations(of: Proposal(event), under: .standard)
          .filter { $0.code != "ROL-01" }
        #expect(found.map(\.code) == [], "\(event.position)")
      }
      register.apply(event)
    }
    #expect(register.digest == town.register.digest)
  }

  @Test(arguments: seeds.prefix(8))
  func `a register from a snapshot knows the campaign as the log does`(_ seed: UInt64) throws {
    let town = Self.played(seed)
    let bytes = RegisterSnapshot.bytes(of: town.register, stamp: [1])
    let found = try #require(HeldBytes(bytes).register()).register
    #expect(found.digest == town.register.digest)
    let (one, other) = (found.campaigns[campaign], town.register.campaigns[campaign])
    #expect("\(String(describing: one))" == "\(String(describing: other))")
    #expect(found.nextRevision(of: StreamID(.review, campaign)) > 0)
  }
}

import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Testing

/// The past replayed under a document that nobody adopted.
@Suite struct `What a proposed document would have made otherwise` {
  /// A town where a case officer got two months of access to a system at level 2, and it was carried out.
  private static let granted: Scenario = {
    var town = Scenario.town
    town.given(submit(until: day("2026-05-02")), by: employee)
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    town.given(provision(), by: administrator)
    return town
  }()

  private static let need = "Handles cases."

  private func tried(
    _ town: Scenario, _ lines: String..., from: Instant = day("2026-03-01"),
    until: Instant = day("2026-04-01"), level: PolicyLevel = .group, unit: UnitID? = nil
  ) throws -> (TrialReplay, TrialComparison) {
    let text = (["liggare-policy: 1", "policy: proposed-1"] + lines).map { $0 + "\n" }.joined()
    return try tried(
      town, text: try #require(DocumentText(text)), from: from, until: until, level: level,
      unit: unit)
  }

  private func tried(
    _ town: Scenario, text: DocumentText, from: Instant, until: Instant,
    level: PolicyLevel = .group, unit: UnitID? = nil
  ) throws -> (TrialReplay, TrialComparison) {
    try tried(
      town.history, town.register, text: text, from: from, until: until, level: level, unit: unit)
  }

  private func tried(
    _ history: [Recorded<AccessEvent>], _ register: Register, text: DocumentText, from: Instant,
    until: Instant, level: PolicyLevel = .group, unit: UnitID? = nil
  ) throws -> (TrialReplay, TrialComparison) {
    let document = try PolicyDocument(reading: text, events: Register.policyEvents)
    let trial = PolicyTrial(document, text: text, level: level, unit: unit, from: from)
    var replay = TrialReplay(
      of: trial, until: until, in: .utc, corrections: Corrections(register.corrections),
      adopted: register
    ) { _ in Self.need }
    for event in history {
      replay.take(event) { $0 < UInt64(history.count) ? history[Int($0)] : nil }
    }
    return (replay, TrialComparison(replay, in: .utc))
  }

  private func differences(_ found: (TrialReplay, TrialComparison)) -> [String] {
    let (replay, comparison) = found
    return replay.events.map {
      "event \($0.position): \($0.broken.map(\.code)) \($0.met.map(\.code))"
    }
      + comparison.grants.map { "grant \($0.grant)" }
      + comparison.reviews.map { "review of \($0.grant) from \($0.from)" }
      + comparison.flags.map { "flag \($0.finding.rule) \($0.finding.about.id)" }
      + comparison.duties.map { "duty \($0.duty.id)" }
  }

  // MARK: Nothing differs

  @Test func `the standard rules tried where nothing is adopted make nothing otherwise`() throws {
    let standard = PolicyDocument(
      id: try #require(PolicyID("standard-1")), of: .standard)
    for seed in [7, 62, 1_313] as [UInt64] {
      let town = PlayedHistory.played(seed: seed, steps: 1_200, sampleEvery: 1_200).town
      guard town.register.policies.count == 0 else {
        Issue.record("seed \(seed) adopts documents")
        continue
      }
      let found = try tried(
        town, text: try #require(DocumentText(standard.text())), from: day("2026-01-01"),
        until: town.now)
      #expect(found.0.judgedCount > 300)
      #expect(differences(found) == [], "seed \(seed)")
    }
  }

  @Test func `the document in force, tried from when it was adopted, makes nothing otherwise`()
    throws
  {
    var town = Scenario.town
    let text = document(
      "rules-1", "[level-2]", "review: P14D", "validity: P1M", "[stale]", "never-used: P10D")
    town.given(adopt(text, from: town.now))
    town.given(submit(until: day("2026-04-02")), by: employee)
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    town.given(provision(), by: administrator)
    let found = try tried(town, text: text, from: town.now, until: day("2026-06-01"))
    #expect(differences(found) == [])
    #expect(found.0.judgedCount > 3)
    let count = found.1.missedCounts.values.reduce(into: (0, 0)) {
      $0 = ($0.0 + $1.now, $0.1 + $1.tried)
    }
    #expect(count == (1, 1))
  }

  @Test func `the register that was folded is the register that holds`() throws {
    let (replay, _) = try tried(Self.granted, "[level-2]", "validity: P1M")
    #expect(replay.now.trial == nil)
    #expect(replay.now.digest == Self.granted.register.digest)
  }

  // MARK: What each key changes

  @Test func `a shorter longest time refuses the decision and ends the grant sooner`() throws {
    let found = try tried(Self.granted, "[level-2]", "validity: P1M")
    #expect(found.0.events.map { $0.broken.map(\.code) } == [["INV-12"]])
    #expect(found.0.events.first?.unit == UnitID(number: 3))
    #expect(found.0.events.first?.person == employee)
    let grant = try #require(found.1.grants.first)
    #expect(found.1.grants.count == 1)
    #expect(grant.end == day("2026-05-02"))
    // A month from 2 March has 2 April as its last day.
    #expect(grant.triedEnd == day("2026-04-03"))
    #expect(grant.reviewDays == grant.triedReviewDays)
  }

  @Test func `a grant that would have been over is counted, and its reviews with it`() throws {
    let found = try tried(
      Self.granted, "[level-2]", "validity: P1M", until: day("2026-04-20"))
    let over = found.1.overCounts[UnitID(number: 3)]
    #expect(over?.now == 0 && over?.tried == 1 && over?.differing == 1)
  }

  @Test func `what was given for the longest time is given for the longest of the proposal`() throws
  {
    var town = Scenario.town
    town.given(adopt(document("rules-1", "[level-2]", "validity: P2M"), from: town.now))
    town.given(submit(until: day("2026-05-03")), by: employee)
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    town.given(provision(), by: administrator)
    let found = try tried(town, "[level-2]", "validity: P4M", from: town.now)
    #expect(found.0.events.isEmpty)
    #expect(found.1.grants.map(\.end) == [day("2026-05-03")])
    #expect(found.1.grants.map(\.triedEnd) == [day("2026-07-03")])
    // What was asked for less than was allowed stays as it was.
    var short = Scenario.town
    short.given(adopt(document("rules-1", "[level-2]", "validity: P2M"), from: short.now))
    short.given(submit(until: day("2026-04-15")), by: employee)
    short.given(endorse(), by: manager)
    short.given(approve(), by: steward)
    #expect(try tried(short, "[level-2]", "validity: P4M", from: short.now).1.grants.isEmpty)
  }

  @Test func `a shorter interval moves the review, and a longer one moves it back`() throws {
    let shorter = try tried(
      Self.granted, "[level-2]", "review: P14D", until: day("2026-04-01"))
    let review = try #require(shorter.1.reviews.first)
    #expect(shorter.1.reviews.count == 1)
    #expect(review.from == day("2026-03-02", hour: 12))
    #expect(review.triedDue == day("2026-03-16", hour: 12))
    #expect(!review.isMissed && review.isTriedMissed)
    #expect(shorter.1.grants.map(\.triedReviewDays) == [14])
    #expect(shorter.1.grants.map(\.reviewDays) == [366])
    #expect(shorter.1.flags.contains { $0.finding.rule == .reviewOverdue && $0.isTried })
    #expect(shorter.0.events.map { $0.broken.map(\.code) } == [["INV-11"]])

    var town = Scenario.town
    town.given(adopt(document("rules-1", "[level-2]", "review: P14D"), from: town.now))
    town.given(submit(until: day("2026-05-02")), by: employee)
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    town.given(provision(), by: administrator)
    let longer = try tried(town, "[level-2]", "review: P1M", from: town.now)
    #expect(longer.1.grants.map(\.triedReviewDays) == [31])
    #expect(longer.1.reviews.map(\.isMissed) == [true])
    #expect(longer.1.reviews.map(\.isTriedMissed) == [false])
    #expect(longer.1.flags.contains { $0.finding.rule == .reviewOverdue && !$0.isTried })
  }

  /// The keys of which one alone decides whether an event is recorded or refused.
  static let refusing = PolicyStory.others.filter {
    $0.standard == "recorded" && !$0.changed.isEmpty && $0.key != "request.refuse-repeated-needs"
      && $0.changed.split(separator: " ").allSatisfy { $0.contains("-") }
  }

  @Test func `many keys refuse by themselves`() {
    #expect(Self.refusing.count > 10, "\(Self.refusing.map(\.key))")
  }

  @Test(arguments: refusing)
  func `what a key of the proposal refuses is told, with the rule`(_ story: PolicyStory) throws {
    var town = story.start
    let said = story.tell(&town)
    #expect(said == "recorded")
    let parts = story.key.split(separator: ".")
    let found = try tried(
      town, "[\(parts[0])]", "\(parts[1]): \(story.value)", from: day("2026-02-24"),
      until: day("2027-01-01"))
    #expect(found.0.events.last?.broken.map(\.code).joined(separator: " ") == story.changed)
    #expect(found.0.events.last?.met.isEmpty == true)
  }

  @Test func `a longer need would have been asked for`() throws {
    let found = try tried(Self.granted, "[request]", "need-characters: 30")
    #expect(found.0.events.map(\.kind) == [.requestSubmitted])
    #expect(found.0.events.map { $0.broken.map(\.code) } == [["REQ-04"]])
    #expect(found.1.grants.isEmpty && found.1.reviews.isEmpty)
  }

  @Test func `a case number would have been asked for`() throws {
    let found = try tried(Self.granted, "[recording]", "case-number: request.submitted")
    #expect(found.0.events.map { $0.broken.map(\.code) } == [["POL-20"]])
  }

  @Test func `a refusal that the proposal lifts is told as met`() throws {
    // Recorded before anybody adopted rules for that time, which then forbid it.
    var town = Scenario.endorsed(until: day("2026-05-02"))
    town.given(approve(), by: steward)
    var ruled = Scenario.town
    let start = ruled.history.count
    ruled.given(adopt(document("rules-1", "[level-2]", "validity: P1M"), from: ruled.now))
    var history = ruled.history
    for var event in town.history.dropFirst(start) {
      event.position = UInt64(history.count)
      history.append(event)
    }
    let text = document("proposed-1", "[level-2]", "validity: P3M")
    let found = try tried(
      history, ruled.register, text: text, from: ruled.now, until: day("2026-04-01"))
    #expect(found.0.events.last?.met.map(\.code) == ["INV-12"])
    #expect(found.0.events.last?.broken.isEmpty == true)
  }

  @Test func `a document for another unit changes nothing for this one`() throws {
    let found = try tried(
      Self.granted, "[level-2]", "validity: P1M", level: .unit, unit: UnitID(number: 4))
    #expect(found.0.events.isEmpty && found.1.grants.isEmpty)
    let own = try tried(
      Self.granted, "[level-2]", "validity: P1M", level: .unit, unit: UnitID(number: 3))
    #expect(own.1.grants.count == 1)
  }

  @Test func `a document adopted later for the same place does not replace the proposal`() throws {
    var town = Scenario.town
    town.now = day("2026-03-10", hour: 12)
    town.given(adopt(document("rules-2", "[level-2]", "review: P6M"), from: day("2026-03-10")))
    town.given(submit(from: day("2026-03-11"), until: day("2026-05-12")), by: employee)
    town.given(endorse(), by: manager)
    town.given(approve(), by: steward)
    let found = try tried(town, "[level-2]", "validity: P1M")
    #expect(found.1.grants.count == 1)
    #expect(found.1.grants.first?.triedReviewDays == 366)
  }

  @Test func `what was decided before the proposal keeps its terms`() throws {
    let found = try tried(
      Self.granted, "[level-2]", "validity: P1M", from: day("2026-03-03"))
    #expect(found.0.events.isEmpty && found.1.grants.isEmpty)
  }

  @Test func `unused access would have been flagged sooner`() throws {
    let old = try tried(Self.granted, "[execution]", "within: PT1H", until: day("2026-04-01"))
    #expect(differences(old).filter { !$0.hasPrefix("duty") } == [])
  }
}

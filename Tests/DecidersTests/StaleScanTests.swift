import AccessModel
import Chronology
import Commands
import EventSourcing
import Events
import Projections
import Testing
import Transparency

@Suite("A scan for stale access") struct StaleScanTests {
  /// The town with grant 1 found working on 2 March at noon, which nobody has decided.
  static let found: Scenario = {
    var town = Scenario.town
    town.given(
      .grant(
        .takeOver(
          TakeOverGrant(
            grant: GrantID(number: 1), entitlement: read, account: AccountID(number: 1),
            person: employee, source: SHA256.digest(of: [1])))))
    return town
  }()

  static let scan = AccessCommand.stale(.scan(ScanStale()))

  /// The town on 15 June, scanned, and the flag of grant 1.
  private static let scanned: (town: Scenario, flag: FlagID) = {
    var town = found
    town.now = day("2026-06-15")
    town.given(scan)
    let flag = town.register.flags.rows.first { $0.flagged.rule == .undecidedTooLong }
    return (town, flag?.id ?? FlagID(number: 99))
  }()

  private static func answer(
    _ outcome: FlagOutcome?, by person: PersonID, until: Instant? = nil
  ) -> AccessCommand {
    .stale(
      .answer(AnswerFlag(flag: scanned.flag, by: person, outcome: outcome, until: until)))
  }

  private static func flags(_ outcome: Scenario.Outcome) -> [String] {
    guard case .events(let events) = outcome else { return outcome.codes }
    return events.map { event in
      switch event.event {
      case .stale(.flagged(let flag)): "\(flag.rule.title) \(flag.about)"
      case .stale(.resolved(let resolved)): "\(resolved.flag) \(resolved.outcome.code)"
      case .stale(.reopened(let reopened)): "\(reopened.flag) reopened"
      default: "\(event.event.kind.name)"
      }
    }
  }

  /// The flags of undecided access that a scan at a moment would record.
  private static func undecided(_ town: Scenario, at moment: Instant) -> [String] {
    var town = town
    town.now = moment
    return flags(town.when(scan)).filter {
      $0.hasPrefix("ST-15") || $0.hasPrefix("\(scanned.flag) ")
    }
  }

  @Test func `flags what is due, and not a moment before`() {
    let due = day("2026-03-02", hour: 12).advanced(byMilliseconds: 90 * 86_400_000)
    #expect(Self.undecided(Self.found, at: due.advanced(byMilliseconds: -1)) == [])
    #expect(Self.undecided(Self.found, at: due) == ["ST-15 grant/G-1"])
  }

  @Test func `records nothing the second time`() {
    var town = Self.scanned.town
    let flag = Self.scanned.flag
    #expect(Self.flags(town.when(Self.scan)) == [])
    #expect(town.register.flags[flag]?.standing(at: town.now)?.state == .raised)
    town.now = day("2026-06-16")
    #expect(Self.flags(town.when(Self.scan)) == [])
  }

  @Test func `comes to the rest of the same after its first steps`() throws {
    var town = Self.found
    town.now = day("2027-06-15")
    func scan() -> StaleScan { StaleScan(StaleInquiry(town.register, at: town.now, in: .utc)) }
    let whole = scan()
    try #require(whole.steps.count > 1)
    #expect(whole.heldBackCount == 0)
    var left = StaleRemainder(whole, at: town.now, position: town.register.position)
    while !left.steps.isEmpty {
      town.given(.stale(.scan(ScanStale(stepsMax: 1))))
      left.take(1)
      #expect(left.position == town.register.position)
      #expect(Array(left.steps) == scan().steps)
      #expect(left.steps(at: left.position + 1, about: town.now) == nil)
      #expect(left.steps(at: left.position, about: day("2027-06-16")) == nil)
    }
  }

  @Test func `notes that the cause is gone`() {
    var town = Self.scanned.town
    let flag = Self.scanned.flag
    town.given(revoke(), by: administrator, reason: "Nobody needs it.")
    #expect(Self.flags(town.when(Self.scan)).contains("\(flag) revoked"))
  }

  @Test func `a flag is accepted for a time, with a reason, by somebody else`() {
    var town = Self.scanned.town
    let flag = Self.scanned.flag
    let later = day("2026-08-01")
    #expect(
      town.when(Self.answer(.justified, by: steward, until: later), by: steward).codes
        == ["FLG-03"])
    #expect(
      town.when(
        Self.answer(.justified, by: steward, until: day("2026-12-01")), by: steward,
        reason: "The case system moves."
      ).codes == ["FLG-03"])
    #expect(
      town.when(
        Self.answer(.justified, by: employee, until: later), by: steward, caseNumber: "KS 2026/1",
        reason: "I need it."
      ).codes == ["FLG-02"])
    town.given(
      Self.answer(.justified, by: steward, until: later), by: steward,
      reason: "The case system moves.")
    #expect(Self.undecided(town, at: day("2026-07-31")) == [])
    #expect(Self.undecided(town, at: later) == ["\(flag) reopened"])
    town.now = later
    town.given(Self.scan)
    #expect(Self.undecided(town, at: day("2026-08-02")) == [])
    #expect(town.register.flags[flag]?.standing(at: later)?.state == .raised)
  }

  @Test func `a false positive is not flagged again, and what is answered takes no more`() {
    var town = Self.scanned.town
    town.given(
      Self.answer(.falsePositive, by: steward), by: steward, reason: "It was decided on paper.")
    #expect(Self.undecided(town, at: day("2026-06-16")) == [])
    #expect(
      town.when(Self.answer(.falsePositive, by: steward), by: steward, reason: "Again.").codes
        == ["FLG-04"])
  }

  @Test func `a flag whose cause is there is not resolved by saying so`() {
    var town = Self.scanned.town
    #expect(town.when(Self.answer(nil, by: steward), by: steward).codes == ["REF-04"])
    #expect(town.when(Self.scan, by: steward).codes == [])
  }
}

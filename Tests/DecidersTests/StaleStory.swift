import AccessModel
import Chronology
import Events
import Policies
import Projections
import Testing
import Transparency

/// What a stale-access rule finds in a place: what it is about, and the first moment when it is so.
struct StaleStory: Sendable, CustomTestStringConvertible {
  var rule: StaleRule
  /// What happened, in a few words.
  var words: String
  /// What the rule finds, as `grant/G-1`, and since when; `nil` where it finds nothing.
  var found: (about: String, since: String)?
  /// The moment that is asked about where it finds nothing.
  var asked: Instant
  var town: Scenario

  var testDescription: String { "\(rule.title): \(words)" }

  /// Something that the rule finds.
  init(
    _ rule: StaleRule, _ words: String, _ about: String, since: String, in start: Scenario = .town,
    _ tell: (inout Scenario) -> Void
  ) {
    self.rule = rule
    self.words = words
    found = (about, since)
    asked = .latest
    town = start
    tell(&town)
  }

  /// A near miss: at the moment the rule has nothing to say.
  init(
    _ rule: StaleRule, _ words: String, nothingAt moment: Instant, in start: Scenario = .town,
    _ tell: (inout Scenario) -> Void
  ) {
    self.rule = rule
    self.words = words
    asked = moment
    town = start
    tell(&town)
  }
}

extension Scenario {
  /// What a rule finds at a moment; all needs count as the same where the test says so.
  func stale(
    _ rule: StaleRule, at moment: Instant, sameNeeds: Bool = false
  ) -> [StaleFinding] {
    var inquiry = StaleInquiry(register, at: moment, in: .utc) { _ in sameNeeds ? "needed" : nil }
    return inquiry.findings(of: [rule])
  }

  /// Since when the first thing that a rule finds is so, or `nothing`.
  func since(_ rule: StaleRule, at moment: Instant, sameNeeds: Bool = false) -> String {
    stale(rule, at: moment, sameNeeds: sameNeeds).first.map { "\($0.since)" } ?? "nothing"
  }

  /// The employee holds grant 1 on account 1 from noon on 2 March.
  static let holdingOnAccount: Scenario = {
    var town = Scenario.decided()
    town.given(provision(account: AccountID(number: 1)), by: administrator)
    return town
  }()

  /// A feed tells of accounts, as if at `known`.
  mutating func feed(
    _ uses: AccountUse..., from: Instant, until: Instant, known: Instant = day("2026-01-01")
  ) {
    tell(
      .usage(
        .imported(
          UsageImported(
            system: system, from: from, until: until,
            source: SHA256.digest(of: Array("\(history.count)".utf8)), rows: Int64(uses.count),
            uses: uses))), effective: known)
  }

  /// A grant as another register told of it: asked for, endorsed, decided and carried out at once.
  mutating func tellGrant(
    _ number: Int, _ person: PersonID, _ right: EntitlementID, at moment: Instant,
    requester: PersonID? = nil, endorser: PersonID = manager, account: AccountID? = nil
  ) {
    let (request, grant) = (RequestID(number: number), GrantID(number: number))
    tell(
      .request(
        .submitted(
          RequestSubmitted(
            request: request, kind: .new, person: person, entitlement: right, from: moment,
            requester: requester ?? person, purpose: .publicTask, need: Commitment(blank: ())))),
      effective: moment)
    tell(
      .request(
        .endorsed(RequestEndorsed(request: request, endorser: endorser, outcome: .supported))),
      effective: moment)
    tell(
      .request(
        .approved(
          RequestApproved(
            request: request, grant: grant, decider: steward, authority: .role,
            assignment: AssignmentID(number: 4), from: moment, reviewDays: 366))),
      effective: moment)
    tell(
      .grant(
        .provisioned(
          GrantProvisioned(
            grant: grant, request: request, by: administrator, at: moment, from: moment,
            account: account))), effective: moment)
  }

  /// Five more people beside the employee, and five rights beside those there are; the employee holds the new ones, a day apart.
  mutating func gatherRights() {
    for number in 70..<75 {
      let person = PersonID(number: number)
      tell(.person(.registered(PersonRegistered(person: person, category: .employee))))
      tell(
        .person(
          .affiliationStarted(
            AffiliationStarted(
              affiliation: AffiliationID(number: number), person: person,
              unit: UnitID(number: 3), from: day("2026-01-01")))))
    }
    for number in 1...5 {
      let right = entitlement("S-1/extra-\(number)")
      tell(
        .system(
          .entitlementDefined(
            EntitlementDefined(
              entitlement: right, name: Label(blank: ()), description: Label(blank: ()),
              account: .personal, privilege: .ordinary, decidedBy: .steward))),
        effective: day("2026-01-01"))
      tellGrant(
        number, employee, right,
        at: day("2026-03-01").advanced(byMilliseconds: Int64(number) * 86_400_000))
    }
  }

  /// So many grants that one person reviewed, a second apart from noon on 2 March.
  mutating func review(_ count: Int, by reviewer: PersonID = manager, secondsApart: Int64 = 1) {
    let noon = now
    for number in 1...count { tellGrant(number, employee, read, at: noon) }
    for number in 1...count {
      now = noon.advanced(byMilliseconds: Int64(number) * secondsApart * 1_000)
      tell(
        .review(
          .itemDecided(
            ReviewItemDecided(
              review: ReviewID(number: 1), grant: GrantID(number: number), reviewer: reviewer,
              outcome: .keep))))
    }
  }
}

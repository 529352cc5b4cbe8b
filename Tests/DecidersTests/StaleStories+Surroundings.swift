import AccessModel
import Chronology
import Commands
import Events
import Policies
import Projections
import Testing
import Transparency

extension StaleStory {
  private static let noon = day("2026-03-02", hour: 12)
  private static let account = AccountID(number: 1)

  static let surroundings: [StaleStory] = [
    StaleStory(
      .rolesVacant, "no deputy", "system/S-1", since: "2026-03-16T12:00:00.000Z"
    ) { $0.given(endRole(5), reason: "Other duties.") },
    StaleStory(.rolesVacant, "a new deputy", nothingAt: day("2026-04-01"), in: .complete) {
      $0.given(endRole(5), reason: "Other duties.")
      $0.now = day("2026-03-10")
      $0.given(role(20, .deputy, otherSteward, system: system, from: day("2026-03-10")))
    },
    StaleStory(
      .classificationOld, "two years", "system/S-1", since: "2028-01-01T00:00:00.000Z"
    ) { _ in },
    StaleStory(
      .classificationOld, "from before a great change", "system/S-1",
      since: "2026-04-01T00:00:00.000Z"
    ) {
      $0.tell(
        .system(.changed(SystemChanged(system: system, personalData: .sensitive))),
        effective: day("2026-04-01"))
    },
    StaleStory(.classificationOld, "made again", nothingAt: day("2028-02-01")) {
      $0.given(classified("2/2/1"), by: steward)
    },
    StaleStory(
      .unknownAccount, "found, and nobody's", "account/C-50", since: "2026-03-02T12:00:00.000Z"
    ) { $0.find(50) },
    StaleStory(.unknownAccount, "described", nothingAt: day("2026-04-01")) {
      $0.find(50)
      $0.given(
        .system(
          .describeAccount(
            DescribeAccount(
              account: .init(number: 50), system: system, kind: .personal, owner: employee))),
        by: steward)
    },
    StaleStory(
      .unknownAccount, "a right that nobody decided", "account/C-1",
      since: "2026-03-03T00:00:00.000Z"
    ) { $0.reconcile(unknown: AccountRight(account: account, entitlement: seal.name)) },
    StaleStory(.unknownAccount, "a difference that was resolved", nothingAt: day("2026-04-01")) {
      $0.reconcile(unknown: AccountRight(account: account, entitlement: seal.name))
      $0.tell(
        .reconciliation(
          .discrepancyResolved(
            DiscrepancyResolved(
              reconciliation: .init(number: 1), system: system, number: 1, outcome: .removed,
              by: administrator))))
    },
    StaleStory(
      .dutiesConflict, "two rights", "grant/G-1", since: "2026-03-05T00:00:00.000Z"
    ) { $0.conflict() },
    StaleStory(
      .dutiesConflict, "an exception that ended", "grant/G-1", since: "2026-05-01T00:00:00.000Z"
    ) {
      $0.conflict()
      $0.except(until: day("2026-05-01"))
    },
    StaleStory(.dutiesConflict, "an exception", nothingAt: day("2026-04-01")) {
      $0.conflict()
      $0.except(until: day("2026-05-01"))
    },
    StaleStory(
      .withoutSponsor, "the sponsor left", "person/P-8", since: "2026-04-01T00:00:00.000Z"
    ) {
      $0.tell(
        .person(
          .affiliationEnded(
            AffiliationEnded(affiliation: .init(number: 5), person: manager))),
        effective: day("2026-04-01"))
    },
    StaleStory(.withoutSponsor, "the sponsor is here", nothingAt: day("2026-06-01")) { _ in },
    StaleStory(
      .sharedUnanswered, "the secret is old", "account/C-60", since: "2026-05-31T12:00:00.000Z"
    ) { $0.share() },
    StaleStory(.sharedUnanswered, "the secret was changed", nothingAt: day("2026-06-15")) {
      $0.share()
      $0.tell(
        .system(.accountRotated(AccountRotated(account: .init(number: 60), system: system))),
        effective: day("2026-05-01"))
    },
    StaleStory(
      .decisionUnreported, "decided on delegation", "request/R-1",
      since: "2026-05-01T12:00:00.000Z", in: .wanted()
    ) {
      $0.given(line())
      $0.given(approve(1, head), by: head)
    },
    StaleStory(
      .unlikePeers, "five rights that five colleagues lack", "person/P-7",
      since: "2026-03-06T00:00:00.000Z"
    ) { $0.gatherRights() },
    StaleStory(.unlikePeers, "four of them", nothingAt: day("2026-03-05")) { $0.gatherRights() },
    StaleStory(
      .reviewsRushed, "51 in a minute", "person/P-5", since: "2026-03-02T12:00:51.000Z"
    ) { $0.review(51) },
    StaleStory(.reviewsRushed, "50 in a minute", nothingAt: day("2026-04-01")) { $0.review(50) },
    StaleStory(.reviewsRushed, "51 in an hour", nothingAt: day("2026-04-01")) {
      $0.review(51, secondsApart: 60)
    },
    StaleStory(
      .policyOverdue, "past its review", "policy/rules-1", since: "2027-01-01T00:00:00.000Z"
    ) {
      $0.given(
        adopt(
          document("rules-1", "[request]", "lapse: P7D"), from: noon,
          reviewBy: day("2027-01-01")))
    },
    StaleStory(.policyOverdue, "replaced", nothingAt: day("2027-02-01")) {
      for (name, from) in [("rules-1", noon), ("rules-2", day("2026-12-01"))] {
        $0.given(
          adopt(
            document(name, "[request]", "lapse: P7D"), from: from,
            reviewBy: name == "rules-1" ? day("2027-01-01") : day("2028-01-01")))
      }
    },
  ]
}

extension Scenario {
  /// The town where the other system has a deputy as well.
  static let complete: Scenario = {
    var town = Scenario.town
    town.tell(
      .role(
        .assigned(
          RoleAssigned(
            assignment: .init(number: 50), role: .deputy, holder: deputy, system: otherSystem,
            from: day("2026-01-01")))), effective: day("2026-01-01"))
    return town
  }()

  fileprivate mutating func find(_ number: Int) {
    given(
      .system(
        .findAccount(
          FindAccount(account: AccountID(number: number), system: system, kind: .personal))))
  }

  fileprivate mutating func reconcile(unknown: AccountRight) {
    tell(
      .reconciliation(
        .recorded(
          ReconciliationRecorded(
            reconciliation: .init(number: 1), system: system, source: SHA256.digest(of: [7]),
            taken: day("2026-03-03"), part: 1, matched: 0, missing: [], unknown: [unknown],
            differing: []))), effective: day("2026-03-03"))
  }

  /// The employee holds both sides of a rule that begins on 5 March.
  fileprivate mutating func conflict() {
    tellGrant(1, employee, read, at: now)
    tellGrant(2, employee, seal, at: now)
    tell(
      .separation(
        .ruleAdopted(
          SeparationRuleAdopted(
            rule: .init(number: 1), kind: .conflict, severity: .exception, first: [read],
            second: [seal], rationale: Label(blank: ()), from: day("2026-03-05")))))
  }

  fileprivate mutating func except(until: Instant) {
    tell(
      .separation(
        .exceptionApproved(
          SeparationExceptionApproved(
            exception: .init(number: 1), rule: .init(number: 1), person: employee,
            control: Commitment(blank: ()), decider: owner, from: day("2026-03-05"),
            until: until))))
  }

  /// An account that two use, whose secret is changed every 90 days.
  fileprivate mutating func share() {
    tell(
      .system(
        .accountDescribed(
          AccountDescribed(
            account: .init(number: 60), system: system, kind: .shared, owner: steward,
            members: [employee, supplier], rotationDays: 90))))
  }
}

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
  private static let place = AffiliationID(number: 7)
  private static let account = AccountID(number: 1)
  private static let records = CourseCode("records") ?? .init(number: 1)

  private static func reviewed(_ outcome: ReviewOutcome) -> AccessEvent {
    .review(
      .itemDecided(
        ReviewItemDecided(
          review: .init(number: 1), grant: .init(number: 1), reviewer: manager, outcome: outcome)))
  }

  private static func used(_ text: String?, _ account: AccountID = account) -> AccountUse {
    AccountUse(account: account, last: text.flatMap { Instant($0) })
  }

  static let grants: [StaleStory] = [
    StaleStory(
      .reviewOverdue, "never reviewed", "grant/G-1", since: "2027-03-03T12:00:00.000Z",
      in: .provisioned()
    ) { _ in },
    StaleStory(
      .reviewOverdue, "a reviewer who could not judge stops no clock", "grant/G-1",
      since: "2027-03-03T12:00:00.000Z", in: .provisioned()
    ) { $0.tell(reviewed(.cannotJudge), effective: day("2027-01-01")) },
    StaleStory(
      .reviewOverdue, "kept, and then not judged", "grant/G-1", since: "2027-06-02T00:00:00.000Z",
      in: .provisioned()
    ) {
      $0.tell(reviewed(.keep), effective: day("2026-06-01"))
      $0.tell(reviewed(.cannotJudge), effective: day("2027-01-01"))
    },
    StaleStory(
      .reviewOverdue, "kept in time", nothingAt: day("2027-03-04"), in: .provisioned()
    ) { $0.tell(reviewed(.keep), effective: day("2027-03-01")) },
    StaleStory(
      .removalUnconfirmed, "revoked", "grant/G-1", since: "2026-03-04T00:00:00.000Z",
      in: .provisioned()
    ) { $0.given(revoke(), by: administrator, reason: "No longer needed.") },
    StaleStory(
      .removalUnconfirmed, "confirmed", nothingAt: day("2026-03-05"), in: .provisioned()
    ) {
      $0.given(revoke(), by: administrator, reason: "No longer needed.")
      $0.given(confirmRemoval(), by: administrator)
    },
    StaleStory(
      .affiliationEnded, "left at once", "grant/G-1", since: "2026-03-02T13:00:00.000Z",
      in: .provisioned()
    ) { $0.given(.person(.leave(EndAffiliation(affiliation: place)))) },
    StaleStory(
      .removalUnconfirmed, "left at once, which another rule tells", nothingAt: day("2026-03-05"),
      in: .provisioned()
    ) { $0.given(.person(.leave(EndAffiliation(affiliation: place)))) },
    StaleStory(
      .movedUnconfirmed, "moved", "grant/G-1", since: "2026-03-03T00:00:00.000Z",
      in: .provisioned()
    ) {
      $0.now = day("2026-03-03")
      $0.given(
        .person(.move(MovePerson(affiliation: place, unit: UnitID(number: 4)))))
    },
    StaleStory(
      .movedUnconfirmed, "confirmed in the new place", nothingAt: day("2026-03-04"),
      in: .provisioned()
    ) {
      $0.now = day("2026-03-03")
      $0.given(
        .person(.move(MovePerson(affiliation: place, unit: UnitID(number: 4)))))
      $0.tell(reviewed(.keep))
    },
    StaleStory(
      .absentNotSuspended, "away for long", "grant/G-1", since: "2026-04-01T11:00:00.000Z",
      in: .provisioned()
    ) {
      $0.tell(
        .person(
          .absenceStarted(
            AbsenceStarted(affiliation: place, person: employee, from: noon, effect: .keep))))
    },
    StaleStory(
      .absentNotSuspended, "suspended", nothingAt: day("2026-06-01"), in: .provisioned()
    ) {
      $0.tell(
        .person(
          .absenceStarted(
            AbsenceStarted(affiliation: place, person: employee, from: noon, effect: .suspend))))
    },
    StaleStory(
      .trainingLapsed, "lapsed", "grant/G-1", since: "2026-04-01T00:00:00.000Z",
      in: .provisioned()
    ) { $0.require(records, validUntil: day("2026-04-01")) },
    StaleStory(.trainingLapsed, "renewed", nothingAt: day("2026-05-01"), in: .provisioned()) {
      $0.require(records, validUntil: day("2026-04-01"))
      $0.require(records, validUntil: day("2027-04-01"))
    },
    StaleStory(
      .invalidAuthority, "the role had ended, it is known now", "grant/G-1",
      since: "2026-03-02T12:00:00.000Z", in: .provisioned()
    ) {
      $0.tell(
        .role(.ended(RoleEnded(assignment: AssignmentID(number: 4)))),
        effective: day("2026-03-01"))
    },
    StaleStory(
      .invalidAuthority, "the role ended the day after", nothingAt: day("2026-04-01"),
      in: .provisioned()
    ) {
      $0.tell(
        .role(.ended(RoleEnded(assignment: AssignmentID(number: 4)))),
        effective: day("2026-03-03"))
    },
    StaleStory(
      .notCarriedOut, "decided", "grant/G-1", since: "2026-03-04T00:00:00.000Z", in: .decided()
    ) { _ in },
    StaleStory(
      .notCarriedOut, "carried out", nothingAt: day("2026-03-10"), in: .provisioned()
    ) { _ in },
    StaleStory(
      .emergencyUnreviewed, "used", "grant/G-1", since: "2026-03-05T20:00:00.000Z"
    ) {
      $0.openForEmergencies()
      $0.given(activate(hours: 8), by: employee, reason: "Nobody on duty.")
    },
    StaleStory(.emergencyUnreviewed, "followed up", nothingAt: day("2026-03-10")) {
      $0.openForEmergencies()
      $0.given(activate(hours: 8), by: employee, reason: "Nobody on duty.")
      $0.now = day("2026-03-03")
      $0.given(followUp(), by: steward)
    },
    StaleStory(
      .undecidedTooLong, "found", "grant/G-1", since: "2026-05-31T12:00:00.000Z",
      in: StaleScanTests.found
    ) { _ in },
    StaleStory(
      .undecidedTooLong, "ended", nothingAt: day("2026-06-15"), in: StaleScanTests.found
    ) { $0.given(revoke(), by: administrator, reason: "Nobody needs it.") },
    StaleStory(
      .heldAfterEnd, "retired", "grant/G-1", since: "2026-03-05T00:00:00.000Z",
      in: .provisioned()
    ) {
      $0.tell(
        .system(.entitlementRetired(EntitlementRetired(entitlement: read))),
        effective: day("2026-03-05"))
    },
    StaleStory(
      .heldAfterEnd, "another right retired", nothingAt: day("2026-04-01"), in: .provisioned()
    ) {
      $0.tell(
        .system(.entitlementRetired(EntitlementRetired(entitlement: seal))),
        effective: day("2026-03-05"))
    },
    StaleStory(
      .onePersonChain, "the manager asked and endorsed, and leads the decider", "grant/G-1",
      since: "2026-03-02T12:00:00.000Z"
    ) { $0.tellGrant(1, employee, read, at: noon, requester: manager) },
    StaleStory(.onePersonChain, "asked by the employee", nothingAt: day("2026-04-01")) {
      $0.tellGrant(1, employee, read, at: noon)
    },
    StaleStory(
      .protectedIdentities, "reviewed each year", "grant/G-1", since: "2026-03-05T00:00:00.000Z",
      in: .provisioned()
    ) {
      $0.tell(
        .system(.changed(SystemChanged(system: system, personalData: .protected))),
        effective: day("2026-03-05"))
    },
    StaleStory(
      .protectedIdentities, "reviewed every month", nothingAt: day("2026-04-01"),
      in: .provisioned()
    ) {
      $0.tell(
        .system(.changed(SystemChanged(system: system, personalData: .protected))),
        effective: day("2026-03-05"))
      $0.given(narrow(reviewDays: 30), by: steward)
    },
  ]

  static let unused: [StaleStory] = [
    StaleStory(
      .unused, "used, and then no more", "grant/G-1", since: "2026-06-08T08:00:00.000Z",
      in: .holdingOnAccount
    ) {
      $0.feed(used("2026-03-10T08:00:00.000Z"), from: day("2026-03-01"), until: day("2026-07-01"))
    },
    StaleStory(
      .unused, "never used", "grant/G-1", since: "2026-04-01T12:00:00.000Z", in: .holdingOnAccount
    ) { $0.feed(used(nil), from: day("2026-03-01"), until: day("2026-07-01")) },
    StaleStory(
      .unused, "two feeds that meet", "grant/G-1", since: "2026-06-08T08:00:00.000Z",
      in: .holdingOnAccount
    ) {
      $0.feed(used("2026-03-10T08:00:00.000Z"), from: day("2026-03-01"), until: day("2026-05-01"))
      $0.feed(used(nil), from: day("2026-05-01"), until: day("2026-07-01"))
    },
    StaleStory(
      .unused, "used before the grant, which has its whole time of grace", "grant/G-1",
      since: "2026-04-01T12:00:00.000Z", in: .holdingOnAccount
    ) {
      $0.feed(used("2025-06-01T08:00:00.000Z"), from: day("2025-01-01"), until: day("2026-07-01"))
    },
    StaleStory(
      .unused, "an emergency right that nobody tries", "grant/G-1",
      since: "2027-03-02T12:00:00.000Z", in: .holdingOnAccount
    ) { $0.openForEmergencies() },
    StaleStory(.unused, "no feed", nothingAt: day("2027-01-01"), in: .holdingOnAccount) { _ in },
    StaleStory(
      .unused, "a feed that does not name the account", nothingAt: day("2026-06-01"),
      in: .holdingOnAccount
    ) {
      $0.feed(used(nil, adminAccount), from: day("2026-03-01"), until: day("2026-07-01"))
    },
    StaleStory(
      .unused, "a gap between two feeds", nothingAt: day("2026-06-30"), in: .holdingOnAccount
    ) {
      $0.feed(used("2026-03-10T08:00:00.000Z"), from: day("2026-03-01"), until: day("2026-05-01"))
      $0.feed(used(nil), from: day("2026-05-02"), until: day("2026-07-01"))
    },
    StaleStory(
      .unused, "a feed that ends too soon", nothingAt: day("2027-01-01"), in: .holdingOnAccount
    ) { $0.feed(used(nil), from: day("2026-03-01"), until: day("2026-04-01")) },
    StaleStory(
      .unused, "known to have been used since", nothingAt: day("2026-06-30"),
      in: .holdingOnAccount
    ) {
      $0.feed(used("2026-03-10T08:00:00.000Z"), from: day("2026-03-01"), until: day("2026-07-01"))
      $0.feed(used("2026-06-20T08:00:00.000Z"), from: day("2026-06-01"), until: day("2026-07-01"))
    },
    StaleStory(
      .unused, "suspended, and back since", nothingAt: day("2026-06-30"), in: .holdingOnAccount
    ) {
      $0.given(
        suspend(until: day("2026-06-15")), by: steward, reason: "The account is looked into.")
      $0.feed(used("2026-03-01T08:00:00.000Z"), from: day("2026-03-01"), until: day("2026-07-01"))
    },
    StaleStory(
      .unused, "an emergency right that was tried", nothingAt: day("2027-04-01"),
      in: .holdingOnAccount
    ) {
      $0.openForEmergencies()
      $0.now = day("2026-09-01")
      $0.given(
        activate(2, employee, read, .exercise, hours: 2), by: employee, reason: "Yearly exercise.")
    },
  ]

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

  static let needs = StaleStory(
    .needRepeated, "five in the same words", "grant/G-1", since: "2026-03-06T00:00:00.000Z"
  ) { town in
    for number in 1...5 {
      town.tellGrant(number, employee, read, at: day("2026-03-0\(number + 1)"))
    }
  }
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

  /// The right to read asks for a course, which the employee completed.
  fileprivate mutating func require(_ course: CourseCode, validUntil: Instant) {
    tell(
      .system(
        .entitlementChanged(
          EntitlementChanged(entitlement: read, conditions: .init(courses: [course])))),
      effective: day("2026-01-01"))
    tell(
      .person(
        .trainingCompleted(
          TrainingCompleted(
            person: employee, course: course, completed: day("2026-01-01"),
            validUntil: validUntil))))
  }

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
            differing: []))))
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

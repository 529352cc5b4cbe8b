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

  static let needs = StaleStory(
    .needRepeated, "five in the same words", "grant/G-1", since: "2026-03-06T00:00:00.000Z"
  ) { town in
    for number in 1...5 {
      town.tellGrant(number, employee, read, at: day("2026-03-0\(number + 1)"))
    }
  }
}

extension Scenario {
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
}

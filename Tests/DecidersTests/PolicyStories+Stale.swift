import AccessModel
import Chronology
import Commands
import Events
import Policies
import Projections
import Testing

extension PolicyStory {
  /// What each key on stale access decides.
  static let stale: [PolicyStory] = unused + surroundings + answers

  private static let noon = day("2026-03-02", hour: 12)
  private static let later = day("2029-01-01")
  private static let account = AccountID(number: 1)

  private static func use(_ account: AccountID = account, isUsed: Bool = true) -> AccountUse {
    AccountUse(account: account, last: isUsed ? day("2026-03-10") : nil)
  }

  private static let unused: [PolicyStory] = [
    PolicyStory(
      "stale.unused-privileged", "P10D", "2026-04-24T00:00:00.000Z", "2026-03-20T00:00:00.000Z"
    ) { town in
      let account = AccountID(number: 70)
      town.tell(
        .system(
          .accountFound(
            AccountFound(account: account, system: system, kind: .personal, person: supplier))))
      town.tellGrant(1, supplier, read, at: noon, account: account)
      town.feed(use(account), from: noon, until: day("2026-07-01"))
      return town.since(.unused, at: day("2026-07-01"))
    },
    PolicyStory(
      "stale.unused-sensitive", "P20D", "2026-06-08T00:00:00.000Z", "2026-03-30T00:00:00.000Z"
    ) { town in
      town.tellGrant(1, employee, read, at: noon, account: account)
      town.feed(use(), from: noon, until: day("2026-07-01"))
      return town.since(.unused, at: day("2026-07-01"))
    },
    PolicyStory(
      "stale.unused", "P20D", "2026-09-06T00:00:00.000Z", "2026-03-30T00:00:00.000Z"
    ) { town in
      town.tell(
        .system(
          .classified(
            SystemClassified(system: system, confidentiality: 1, integrity: 1, availability: 1))))
      town.tellGrant(1, employee, read, at: noon, account: account)
      town.feed(use(), from: noon, until: day("2026-12-01"))
      return town.since(.unused, at: day("2026-12-01"))
    },
    PolicyStory(
      "stale.never-used", "P10D", "2026-04-01T12:00:00.000Z", "2026-03-12T12:00:00.000Z"
    ) { town in
      town.tellGrant(1, employee, read, at: noon, account: account)
      town.feed(use(isUsed: false), from: noon, until: day("2026-07-01"))
      return town.since(.unused, at: day("2026-07-01"))
    },
    PolicyStory("stale.drill", "P6M", "2027-03-02T12:00:00.000Z", "2026-09-02T12:00:00.000Z") {
      town in
      town.openForEmergencies()
      town.tellGrant(1, employee, read, at: noon)
      return town.since(.unused, at: day("2027-04-01"))
    },
  ]

  private static let surroundings: [PolicyStory] = [
    PolicyStory(
      "stale.vacancy", "P7D", "2026-03-16T12:00:00.000Z", "2026-03-09T12:00:00.000Z"
    ) { town in
      town.given(endRole(5), reason: "Other duties.")
      return town.stale(.rolesVacant, at: later).first { $0.about == .system(system) }
        .map { "\($0.since)" } ?? "nothing"
    },
    PolicyStory(
      "stale.classification", "P6M", "2028-01-01T00:00:00.000Z", "2026-07-01T00:00:00.000Z"
    ) { town in town.since(.classificationOld, at: later) },
    PolicyStory(
      "stale.unlike-peers", "3", "2026-03-06T00:00:00.000Z", "2026-03-04T00:00:00.000Z"
    ) { town in
      town.gatherRights()
      return town.since(.unlikePeers, at: day("2026-04-01"))
    },
    PolicyStory("stale.peer-share", "20", "nothing", "2026-03-06T00:00:00.000Z") { town in
      town.gatherRights()
      for number in 1...5 {
        town.tellGrant(
          10 + number, PersonID(number: 70), entitlement("S-1/extra-\(number)"),
          at: day("2026-03-01"))
      }
      return town.since(.unlikePeers, at: day("2026-04-01"))
    },
    PolicyStory("stale.repeated-needs", "3", "nothing", "2026-03-04T00:00:00.000Z") { town in
      for number in 1...4 {
        town.tellGrant(number, employee, read, at: day("2026-03-0\(number + 1)"))
      }
      return town.since(.needRepeated, at: day("2026-04-01"), sameNeeds: true)
    },
    PolicyStory("stale.rushed-reviews", "10", "nothing", "2026-03-02T12:00:11.000Z") { town in
      town.review(20)
      return town.since(.reviewsRushed, at: day("2026-04-01"))
    },
    PolicyStory("stale.rushed-minutes", "60", "nothing", "2026-03-02T12:25:30.000Z") { town in
      town.review(60, secondsApart: 30)
      return town.since(.reviewsRushed, at: day("2026-04-01"))
    },
  ]

  private static let answers: [PolicyStory] = [
    PolicyStory(
      "stale.answer-within", "P3D", "2026-07-15T00:00:00.000Z", "2026-07-04T00:00:00.000Z"
    ) { town in town.raised().map { "\($0.due)" } ?? "nothing" },
    PolicyStory("stale.acceptance", "P10D", "recorded", "FLG-03") { town in
      guard let flag = town.raised()?.flag else { return "nothing" }
      return town.when(
        .stale(
          .answer(
            AnswerFlag(flag: flag, by: steward, outcome: .justified, until: day("2026-08-01")))),
        by: steward, reason: "Back in August."
      ).said
    },
    PolicyStory("stale.expiry", "P30D", "no end", "2026-07-31T00:00:00.000Z") { town in
      town.crowd()
      return town.raised().map { $0.expires.map { "\($0)" } ?? "no end" } ?? "nothing"
    },
    PolicyStory("stale.breaker-count", "0", "2026-07-31T00:00:00.000Z", "no end") { town in
      town.expireUnused()
      town.crowd()
      return town.raised().map { $0.expires.map { "\($0)" } ?? "no end" } ?? "nothing"
    },
    PolicyStory("stale.breaker-share", "100", "no end", "2026-07-31T00:00:00.000Z") { town in
      town.expireUnused()
      return town.raised().map { $0.expires.map { "\($0)" } ?? "no end" } ?? "nothing"
    },
  ]
}

extension Scenario {
  /// Grant 1 goes unused, and a scan on 1 July flags it.
  fileprivate mutating func raised() -> StaleFlagged? {
    tellGrant(1, employee, read, at: now, account: AccountID(number: 1))
    feed(
      AccountUse(account: AccountID(number: 1), last: day("2026-03-10")), from: now,
      until: day("2026-07-01"))
    now = day("2026-07-01")
    given(StaleScanTests.scan)
    return register.flags.rows.first { $0.flagged.rule == .unused }?.flagged
  }

  /// Nine more grants work, so that one is not many.
  fileprivate mutating func crowd() {
    for number in 2...10 { tellGrant(number, steward, read, at: now) }
  }

  /// By rules of the system, unused access is to end after thirty days.
  fileprivate mutating func expireUnused() {
    given(
      adopt(
        document("system-rules", "[stale]", "expiry: P30D"), .system, system: system,
        by: administration, from: now))
  }
}

import AccessModel
import Chronology
import Commands
import Events
import Projections
import Testing

private let why = "The need has ended."

private func lastDay(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no day.") }
  return day
}

private func leave(_ number: Int, last: String) -> AccessCommand {
  .person(.leave(EndAffiliation(affiliation: .init(number: number), lastDay: lastDay(last))))
}

private func endRole(_ number: Int, last: String) -> AccessCommand {
  .role(.end(EndRole(assignment: .init(number: number), lastDay: lastDay(last))))
}

private func revoke(last: String) -> AccessCommand {
  .grant(
    .revoke(
      RevokeGrant(
        grant: .init(number: 1), by: administrator, cause: .needEnded, lastDay: lastDay(last))))
}

@Suite struct `What ends with a last day` {
  @Test func `an employment lasts to the end of its last day, and so does the access`() {
    var town = Scenario.provisioned()
    town.given(leave(7, last: "2026-03-31"))
    #expect(state(1, in: town) == .inEffect)
    #expect(state(1, in: town, at: day("2026-03-31", hour: 23)) == .inEffect)
    #expect(state(1, in: town, at: day("2026-04-01")) == .ending)
    #expect(town.register.isPresent(employee, at: day("2026-03-31", hour: 23)))
    #expect(!town.register.isPresent(employee, at: day("2026-04-01")))
  }

  @Test func `a role and a grant last to the end of their last day`() {
    var town = Scenario.provisioned()
    town.given(endRole(4, last: "2026-03-31"))
    town.given(revoke(last: "2026-03-31"), by: administrator, reason: why)
    let last = day("2026-03-31", hour: 23)
    #expect(town.register.holders(of: .steward, for: system, at: last).count == 1)
    #expect(town.register.holders(of: .steward, for: system, at: day("2026-04-01")).isEmpty)
    #expect(state(1, in: town, at: last) == .inEffect)
    #expect(state(1, in: town, at: day("2026-04-01")) == .ending)
  }

  @Test func `a last day that has been counts from its end, and must not be told too late`() {
    var town = Scenario.provisioned()
    town.now = day("2026-03-20", hour: 12)
    town.when(leave(7, last: "2026-03-10")).thenRejected("INV-10")
    town.when(leave(7, last: "2026-03-10"), reason: "The note was forgotten.").thenRecorded()
    #expect(state(1, in: town, at: day("2026-03-10", hour: 23)) == .inEffect)
    #expect(state(1, in: town, at: day("2026-03-11")) == .ending)
  }

  @Test func `a last day before the effective time is refused`() {
    var town = Scenario.provisioned()
    for command in [leave(7, last: "2026-02-27"), endRole(4, last: "2026-02-27")] {
      town.when(command, effective: day("2026-03-01")).thenRejected("REF-11")
    }
    town.when(leave(7, last: "2026-02-28"), effective: day("2026-03-01")).thenRecorded()
  }

  @Test func `what ends in time to come can be ended sooner, and not later`() {
    var town = Scenario.provisioned()
    town.given(leave(7, last: "2026-03-31"))
    town.when(leave(7, last: "2026-03-31")).thenRejected("REF-12")
    town.when(leave(7, last: "2026-04-30")).thenRejected("REF-12")
    town.given(leave(7, last: "2026-03-15"))
    #expect(state(1, in: town, at: day("2026-03-16")) == .ending)
    town.given(leave(7))
    #expect(state(1, in: town) == .ending)
    town.when(leave(7)).thenRejected("INV-22")

    town = .provisioned()
    town.given(revoke(last: "2026-03-31"), by: administrator, reason: why)
    town.given(revoke(), by: administrator, reason: why)
    #expect(state(1, in: town) == .ending)
    town = .town
    town.given(endRole(4, last: "2026-03-31"))
    town.given(endRole(4))
    #expect(town.register.holders(of: .steward, for: system, at: town.now).isEmpty)
  }
}

@Suite struct `Who is left to keep the ledger` {
  private static func keyed() -> Scenario {
    var town = Scenario.town
    town.given(enroll(20, custodian))
    return town
  }

  private static func enroll(_ number: UInt8, _ person: PersonID) -> AccessCommand {
    .key(
      .enroll(
        EnrollKey(
          fingerprint: fingerprint(number), publicKey: "ssh-ed25519 AAAA", principal: person,
          kind: .person)))
  }

  private static let ways: [AccessCommand] = [
    .key(.revoke(RevokeKey(fingerprint: fingerprint(20)))), DecidersTests.endRole(1),
    DecidersTests.leave(1), DecidersTests.LastDay.leaving(1), DecidersTests.LastDay.ending(1),
  ]

  @Test func `the last custodian with a key can not be taken away, by any way`() {
    for way in Self.ways {
      var town = Self.keyed()
      #expect(town.when(way).codes == ["ROL-04"], "\(way)")
      // Another custodian without a key, or with one for a single unit, opens nothing.
      town.given(role(60, .custodian, owner))
      town.given(role(61, .custodian, manager, unit: .init(number: 1)))
      town.given(Self.enroll(21, manager))
      #expect(town.when(way).codes == ["ROL-04"], "\(way)")
      town.given(Self.enroll(22, owner))
      town.when(way).thenRecorded()
    }
  }

  @Test func `a key is changed by enrolling the new one first`() {
    var town = Self.keyed()
    town.given(Self.enroll(21, custodian))
    town.when(.key(.revoke(RevokeKey(fingerprint: fingerprint(20))))).thenRecorded()
    town.when(.key(.revoke(RevokeKey(fingerprint: fingerprint(21))))).thenRejected("ROL-04")
  }

  @Test func `a custodian moves, and other people's keys, roles and employments end`() {
    var town = Self.keyed()
    town.when(
      affiliate(50, custodian, unit: 4, from: town.now), DecidersTests.leave(1)
    ).thenRecorded()
    town.when(.key(.revoke(RevokeKey(fingerprint: fingerprint(1))))).thenRecorded()
    town.when(DecidersTests.endRole(4), DecidersTests.leave(7)).thenRecorded()
  }
}

/// Endings with a last day, where the shorter names mean others.
enum LastDay {
  static func leaving(_ number: Int) -> AccessCommand { leave(number, last: "2026-03-31") }
  static func ending(_ number: Int) -> AccessCommand { endRole(number, last: "2026-03-31") }
}

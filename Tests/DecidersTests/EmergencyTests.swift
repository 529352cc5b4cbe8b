import AccessModel
import Chronology
import Commands
import Diagnostics
import Events
import Projections
import Testing

@Suite struct `Emergency access` {
  private let situation = "The duty officer cannot be reached."

  private func town() -> Scenario {
    var town = Scenario.town
    town.openForEmergencies()
    return town
  }

  @Test func `it works without a request, ends by itself, and its removal is confirmed`() {
    var town = town()
    town.given(activate(hours: 4), by: employee, reason: situation)
    #expect(town.state() == .inEffect)
    let end = town.now.advanced(byMilliseconds: 4 * 3_600_000)
    #expect(town.state(at: end.advanced(byMilliseconds: -1)) == .inEffect)
    #expect(town.state(at: end) == .ending)
    town.now = end
    town.when(noteExpiry()).thenEvents(
      .grant(.expired(GrantExpired(grant: .init(number: 1), expired: end, cause: .emergency))))
    town.given(confirmRemoval(), by: administrator)
    #expect(town.state() == .ended)
    town.given(followUp(), by: steward)
    town.when(followUp(), by: steward).thenRejected("INV-22")
  }

  @Test func `it is open only to what is set apart for it, for a day, with somebody told and why`()
  {
    var plain = Scenario.town
    plain.when(activate(), by: employee, reason: situation).thenRejected("EMG-01")
    var town = town()
    town.when(activate(hours: 25), by: employee, reason: situation).thenRejected("EMG-02")
    town.when(activate(hours: 0), by: employee, reason: situation).thenRejected("EMG-02")
    town.when(activate(hours: .max), by: employee, reason: situation).thenRejected("EMG-02")
    town.when(activate(notified: []), by: employee, reason: situation).thenRejected("EMG-03")
    town.when(activate(notified: [.manager]), by: employee, reason: situation)
      .thenRejected("EMG-03")
    town.when(activate(), by: employee).thenRejected("EMG-05")
    town.when(activate(1, absent), by: absent, reason: situation).thenRejected("INV-13")
    town.when(
      activate(notified: [.manager, .securityCoordinator]), by: employee, reason: situation
    ).thenRecorded()
    town.when(activate(1), by: employee, reason: situation).thenRejected("REF-02")
  }

  @Test func `the user, the helpdesk and the administrator record it, and nobody else`() {
    var town = town()
    town.given(role(60, .helpdesk, otherManager))
    town.when(activate(), by: manager, reason: situation).thenRejected("EMG-04")
    town.when(activate(), by: steward, reason: situation).thenRejected("EMG-04")
    for person in [employee, otherManager, administrator] {
      var copy = town
      copy.when(activate(), by: person, reason: situation).thenRecorded()
    }
  }

  @Test func `it is followed up by one who answers for it, and never by the user`() {
    var town = town()
    town.given(activate(1, steward), by: steward, reason: situation)
    town.when(followUp(1, by: steward), by: steward).thenRejected("EMG-06")
    town.when(followUp(1, by: owner), by: steward, caseNumber: "KS 2026/1").thenRejected("EMG-06")
    town.when(followUp(1, by: manager), by: custodian, caseNumber: "KS 2026/1")
      .thenRejected("EMG-06")
    town.when(followUp(1, by: owner), by: custodian).thenRejected("REQ-02")
    town.when(
      followUp(1, by: owner, .unjustified, measures: "The routine is gone through."), by: owner
    )
    .thenRecorded()
    #expect(town.grant()?.emergency?.review?.judgement == .unjustified)
    #expect(town.grant()?.emergency?.review?.measures != nil)
  }

  @Test func `it stands in no grant's way, is not renewed, and is not touched by an absence`() {
    var town = town()
    town.given(activate(1), by: employee, reason: situation)
    town.when(
      submitChange(.renew, from: town.now, until: day("2026-04-01")), by: employee
    ).thenRejected("REQ-08")
    town.when(submit(2), by: employee).thenRecorded()
    town.tell(
      .person(
        .absenceStarted(
          AbsenceStarted(
            affiliation: .init(number: 7), person: employee, from: town.now, effect: .suspend))))
    #expect(town.state() == .inEffect)
    town.when(revoke(), by: employee, reason: "Over already.").thenRecorded()
  }
}

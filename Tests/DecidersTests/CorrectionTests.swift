import AccessModel
import Chronology
import Commands
import EventSourcing
import Events
import Projections
import Testing
import Transparency

private let why = "The paper says otherwise."

@Suite struct `Correcting an event` {
  /// The position of the last event of a kind.
  private func position(_ kind: EventKind, in town: Scenario) -> UInt64 {
    town.history.last { $0.event.kind == kind }?.position ?? .max
  }

  private func correct(
    _ position: UInt64, _ change: CorrectEvent.Change, by decider: PersonID = owner,
    seen: Int? = nil
  ) -> AccessCommand {
    .correct(CorrectEvent(position: position, change: change, decider: decider, seen: seen))
  }

  private func until(_ text: String) -> CorrectEvent.Change {
    .value(field: "until", "\"\(day(text))\"")
  }

  /// Gives a command in the owner's name, with a case and a reason.
  private func codes(
    _ command: AccessCommand, in town: Scenario, by principal: PersonID = owner,
    caseNumber: String? = "KS 1", reason: String? = why
  ) -> [String] {
    var town = town
    return town.when(command, by: principal, caseNumber: caseNumber, reason: reason).codes
  }

  @Test func `a decided end is corrected by the owner, and the grant ends then`() {
    var town = Scenario.provisioned(until: day("2026-12-01"))
    let approval = position(.requestApproved, in: town)
    town.given(correct(approval, until("2026-06-01")), by: owner, reason: why)
    #expect(town.register.grants[GrantID(number: 1)]?.decided.until == day("2026-06-01"))
    #expect(town.register.corrections.count == 1)
    // And again: the last counts.
    town.given(correct(approval, until("2026-05-01")), by: owner, reason: why)
    #expect(town.register.grants[GrantID(number: 1)]?.decided.until == day("2026-05-01"))
    // What the second correction said is corrected in turn, by somebody who did not decide it.
    town.given(role(40, .securityCoordinator, otherManager))
    let second = position(.eventCorrected, in: town)
    town.given(
      correct(
        second, .value(field: "value", "\"\\\"\(day("2026-04-01"))\\\"\""), by: otherManager),
      by: otherManager, reason: why)
    #expect(town.register.grants[GrantID(number: 1)]?.decided.until == day("2026-04-01"))
    // Without the second, the first counts.
    town.given(correct(second, .void, by: otherManager), by: otherManager, reason: why)
    #expect(town.register.grants[GrantID(number: 1)]?.decided.until == day("2026-06-01"))
  }

  @Test func `a voided provisioning was never carried out, and can be carried out again`() {
    var town = Scenario.provisioned()
    town.given(correct(position(.grantProvisioned, in: town), .void), by: owner, reason: why)
    #expect(town.register.grants[GrantID(number: 1)]?.provisioned == nil)
    town.given(provision(), by: administrator)
    #expect(town.register.grants[GrantID(number: 1)]?.provisioned != nil)
  }

  @Test func `an end of employment corrected to an earlier day takes the grant's effect from then`()
  {
    var town = Scenario.provisioned()
    town.now = day("2026-03-20")
    town.given(leave(7))
    let moment = day("2026-03-10")
    let grant = town.register.grants[GrantID(number: 1)]
    #expect(grant.map { town.register.isInEffect($0, at: moment) } == true)
    let left = position(.affiliationEnded, in: town)
    town.given(
      correct(left, .value(field: "effective", "\"\(day("2026-03-06"))\""), by: manager),
      by: manager, reason: why)
    let corrected = town.register.grants[GrantID(number: 1)]
    #expect(corrected.map { town.register.isInEffect($0, at: moment) } == false)
    #expect(corrected.map { town.register.isInEffect($0, at: day("2026-03-05")) } == true)
  }

  @Test func `a corrected classification is the one that held`() {
    var town = Scenario.town
    let classified = position(.systemClassified, in: town)
    town.given(
      correct(classified, .value(field: "confidentiality", "3"), by: owner), by: owner, reason: why)
    #expect(town.register.systems[system]?.classification(at: town.now)?.level == 3)
    #expect(
      codes(correct(classified, .value(field: "integrity", "9")), in: town) == ["COR-05"])
    #expect(
      codes(correct(classified, .value(field: "integrity", "4")), in: town) == ["INV-59"])
  }

  @Test func `dates that cross are read in their corrected order`() {
    var town = Scenario.town
    town.given(classified("3/3/1"), by: steward, effective: day("2026-03-01"), reason: why)
    #expect(town.register.systems[system]?.classification(at: town.now)?.level == 3)
    let second = position(.systemClassified, in: town)
    // Before the first one, which holds from the first of January.
    town.given(
      correct(second, .value(field: "effective", "\"\(day("2025-12-01"))\""), by: owner),
      by: owner, reason: why)
    #expect(town.register.systems[system]?.classification(at: town.now)?.level == 2)
    #expect(town.register.systems[system]?.classification(at: day("2025-12-15"))?.level == 3)
  }

  @Test func `a free text is corrected by a new one, committed to under the correction`() {
    let town = Scenario.endorsed()
    let submitted = position(.requestSubmitted, in: town)
    var corrected = town
    corrected.given(
      correct(submitted, .text(field: "need", "Handles appeals.")), by: owner, reason: why)
    let (old, new) = (
      town.register.requests[RequestID(number: 1)]?.need,
      corrected.register.requests[RequestID(number: 1)]?.need
    )
    #expect(old != nil && new != nil && old != new)
    #expect(
      codes(correct(submitted, .text(field: "need", "Ring 070-174 06 05")), in: town)
        == ["INV-57"])
  }

  @Test func `what is not there, or is not yet there, is not corrected`() {
    let town = Scenario.provisioned()
    #expect(codes(correct(9_999, .void), in: town) == ["INV-52"])
    #expect(codes(correct(town.register.position, .void), in: town) == ["INV-52"])
    #expect(codes(correct(.max, .void), in: town) == ["INV-52"])
    #expect(codes(correct(0, .void, by: nobody), in: town) == ["REF-01"])
  }

  @Test func `nobody corrects what concerns them, nor does their deputy`() {
    let town = Scenario.provisioned()
    let approval = position(.requestApproved, in: town)
    // The steward decided it, and the deputy acts for the steward.
    #expect(codes(correct(approval, .void, by: steward), in: town, by: steward) == ["COR-01"])
    #expect(codes(correct(approval, .void, by: deputy), in: town, by: deputy) == ["COR-01"])
    #expect(codes(correct(approval, .void, by: owner), in: town, by: steward) == ["COR-01"])
    // The endorser decides on no correction of the endorsement.
    let endorsement = position(.requestEndorsed, in: town)
    #expect(codes(correct(endorsement, .void, by: manager), in: town, by: manager) == ["COR-01"])
    // Nor may an event be turned towards, or away from, whoever corrects it.
    let submitted = position(.requestSubmitted, in: town)
    #expect(
      codes(
        correct(submitted, .value(field: "person", "\"\(owner)\"")), in: town) == ["COR-01"])
    // Whoever only carried it out may.
    #expect(
      codes(
        correct(
          position(.grantProvisioned, in: town),
          .value(field: "at", "\"\(day("2026-03-02", hour: 13))\""), by: administrator), in: town,
        by: administrator) == [])
  }

  @Test func `a decider of another system, and a clerk, do not decide on it`() {
    let town = Scenario.provisioned()
    let approval = position(.requestApproved, in: town)
    #expect(codes(correct(approval, .void, by: otherSteward), in: town) == ["COR-02"])
    #expect(codes(correct(approval, .void, by: custodian), in: town) == ["COR-02"])
    #expect(
      codes(correct(approval, .void), in: town, by: otherSteward).contains("ROL-01"))
  }

  @Test func `a correction for somebody else is shown, and every one says why`() {
    let town = Scenario.provisioned()
    let approval = position(.requestApproved, in: town)
    #expect(
      codes(correct(approval, .void), in: town, by: custodian, caseNumber: nil) == ["REQ-02"])
    #expect(codes(correct(approval, .void), in: town, reason: nil) == ["COR-07"])
  }

  @Test func `the ledger's own keeping, identities and proofs are not corrected`() {
    let town = Scenario.provisioned()
    let key = position(.keyEnrolled, in: town)
    #expect(codes(correct(key, .void), in: town).contains("COR-03"))
    let approval = position(.requestApproved, in: town)
    for (field, value) in [
      ("request", "\"R-2\""), ("grant", "\"G-2\""), ("colour", "\"red\""),
      ("evidence", "\"\(fingerprint(1).digest.description)\""),
    ] {
      #expect(
        codes(correct(approval, .value(field: field, value)), in: town) == ["COR-04"], "\(field)")
    }
  }

  @Test func `a correction that changes nothing, or cannot be read, is refused`() {
    var town = Scenario.provisioned(until: day("2026-12-01"))
    let approval = position(.requestApproved, in: town)
    #expect(codes(correct(approval, until("2026-12-01")), in: town) == ["COR-06"])
    #expect(codes(correct(approval, .value(field: "until", "12")), in: town) == ["COR-05"])
    #expect(codes(correct(approval, .value(field: "from", nil)), in: town) == ["COR-05"])
    town.given(correct(approval, .void), by: owner, reason: why)
    #expect(codes(correct(approval, .void), in: town) == ["COR-06"])
    #expect(codes(correct(approval, until("2026-06-01")), in: town) == ["COR-06"])
    // Whoever decided on a correction does not correct it.
    let correction = position(.eventCorrected, in: town)
    #expect(codes(correct(correction, .void), in: town) == ["COR-01"])
    town.given(role(40, .securityCoordinator, otherManager))
    for field in ["target", "event", "field", "decider", "effective"] {
      #expect(
        codes(
          correct(correction, .value(field: field, "\"x\""), by: otherManager), in: town,
          by: otherManager) == ["COR-04"], "\(field)")
    }
  }

  @Test func `two who correct the same event at once do not undo each other unknowingly`() {
    var town = Scenario.provisioned(until: day("2026-12-01"))
    let approval = position(.requestApproved, in: town)
    town.given(correct(approval, until("2026-06-01"), seen: 0), by: owner, reason: why)
    #expect(codes(correct(approval, until("2026-07-01"), seen: 0), in: town) == ["COR-08"])
    #expect(codes(correct(approval, until("2026-07-01"), seen: 1), in: town) == [])
  }
}

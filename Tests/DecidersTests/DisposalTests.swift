import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import Events
import Policies
import Projections
import Testing
import Transparency

@Suite struct `Disposal of records` {
  let archivist = otherManager
  let decision = DisposalID(number: 1)

  private func decide(
    _ retention: RetentionClass = .grants, months: Int64 = 24, system: SystemID? = nil,
    endedBefore: Instant? = nil, body: UnitID = UnitID(number: 1), from: Instant? = nil
  ) -> AccessCommand {
    .disposal(
      .decide(
        DecideDisposal(
          disposal: decision, body: body, retention: retention, keepMonths: months, system: system,
          endedBefore: endedBefore, from: from ?? day("2026-01-01"))))
  }

  private func dispose(
    grants: [Int] = [], requests: [Int] = [], by approver: PersonID? = nil
  ) -> AccessCommand {
    .disposal(
      .carryOut(
        DisposeRecords(
          disposal: decision, approver: approver ?? archivist,
          grants: grants.map { GrantID(number: $0) },
          requests: requests.map { RequestID(number: $0) },
          count: 2, receipt: Digest(blank: ()))))
  }

  private func hold(_ target: StreamID, _ number: Int = 1) -> AccessCommand {
    .disposal(.hold(SetHold(hold: HoldID(number: number), target: target)))
  }

  private func release(_ number: Int = 1) -> AccessCommand {
    .disposal(.release(LiftHold(hold: HoldID(number: number))))
  }

  /// Grant 1 ended on 3 March 2026 and was gone from the system on the 4th; request 2 was withdrawn on the 5th.
  private func ended() -> Scenario {
    var town = Scenario.provisioned()
    town.given(role(30, .archivist, archivist))
    town.now = day("2026-03-03")
    town.given(revoke(), by: manager, reason: "The duty has moved.")
    town.now = day("2026-03-04")
    town.given(confirmRemoval(), by: administrator)
    town.given(submit(2, employee, visit, from: town.now, until: day("2026-03-20")), by: employee)
    town.now = day("2026-03-05")
    town.given(
      .request(.withdraw(WithdrawRequest(request: RequestID(number: 2)))), by: employee)
    return town
  }

  private func disposable(_ town: Scenario) -> [DisposalMatter] {
    guard let row = town.register.disposal(decision) else { return [] }
    return town.register.disposable(on: row.decided, at: town.now, in: .utc)
  }

  @Test func `a decision is a body's, in a case, and says how long things are kept`() {
    var town = ended()
    town.when(decide(), by: archivist).thenRejected("INV-53")
    town.when(decide(body: UnitID(number: 2)), by: archivist, caseNumber: "KS 1")
      .thenRejected("INV-53")
    town.when(decide(months: 0), by: archivist, caseNumber: "KS 1").thenRejected("INV-53")
    town.when(decide(months: 1_201), by: archivist, caseNumber: "KS 1").thenRejected("INV-53")
    town.when(decide(), caseNumber: "KS 1").thenRejected("ROL-01")
    town.when(decide(system: SystemID(number: 77)), by: archivist, caseNumber: "KS 1")
      .thenRejected("REF-01")
    town.given(decide(), by: archivist, caseNumber: "KS 1")
    town.when(decide(), by: archivist, caseNumber: "KS 1").thenRejected("REF-02")
  }

  @Test func `a disposal takes a decision in force, a custodian and an archivist who shows it`() {
    var town = ended()
    town.now = day("2030-01-01")
    town.when(dispose(grants: [1], requests: [1]), caseNumber: "KS 2").thenRejected("INV-53")
    town.given(decide(from: day("2031-01-01")), by: archivist, caseNumber: "KS 1")
    town.when(dispose(grants: [1], requests: [1]), caseNumber: "KS 2").thenRejected("INV-53")
    town.now = day("2031-01-01")
    town.when(dispose(grants: [1], requests: [1], by: custodian), caseNumber: "KS 2")
      .thenRejected("INV-53")
    town.when(dispose(grants: [1], requests: [1], by: manager), caseNumber: "KS 2")
      .thenRejected("INV-53")
    town.when(dispose(grants: [1], requests: [1]), by: archivist, caseNumber: "KS 2")
      .thenRejected("ROL-01", "INV-53")
    town.when(dispose(grants: [1], requests: [1])).thenRejected("REQ-02")
    town.given(dispose(grants: [1], requests: [1]), caseNumber: "KS 2")
    #expect(town.register.disposedRecords.map(\.by) == [custodian])
    town.when(dispose(grants: [1]), caseNumber: "KS 2").thenRejected("INV-53")
  }

  @Test func `nobody is custodian and archivist of one disposal, whatever roles they hold`() {
    var town = ended()
    town.given(role(31, .archivist, custodian))
    town.given(decide(), by: archivist, caseNumber: "KS 1")
    town.now = day("2030-01-01")
    town.when(dispose(grants: [1], requests: [1], by: custodian), caseNumber: "KS 2")
      .thenRejected("INV-53")
  }

  @Test func `a grant is kept from when it was gone, to the day`() {
    var town = ended()
    town.given(decide(), by: archivist, caseNumber: "KS 1")
    town.now = day("2028-03-03")
    #expect(disposable(town).isEmpty)
    town.when(dispose(grants: [1]), caseNumber: "KS 2").thenRejected("INV-53")
    town.now = day("2028-03-04")
    #expect(disposable(town).map(\.grant) == [GrantID(number: 1)])
    #expect(disposable(town).map(\.requests) == [[RequestID(number: 1)]])
    town.given(dispose(grants: [1], requests: [1]), caseNumber: "KS 2")
    #expect(disposable(town).isEmpty)
  }

  @Test func `what has effect or must still be removed is never disposed of`() {
    var town = Scenario.provisioned()
    town.given(role(30, .archivist, archivist))
    town.given(decide(months: 1), by: archivist, caseNumber: "KS 1")
    town.now = day("2026-06-01")
    #expect(disposable(town).isEmpty)
    town.when(dispose(grants: [1]), caseNumber: "KS 2").thenRejected("INV-53")
    town.given(revoke(), by: manager, reason: "The duty has moved.")
    town.now = day("2029-06-01")
    #expect(town.state() == .ending)
    #expect(disposable(town).isEmpty)
    town.when(dispose(grants: [1]), caseNumber: "KS 2").thenRejected("INV-53")
  }

  @Test func `a decision covers its own kind, its system and what ended in its time`() {
    func found(_ command: AccessCommand) -> [DisposalMatter] {
      var town = ended()
      town.given(command, by: archivist, caseNumber: "KS 1")
      town.now = day("2030-01-01")
      return disposable(town)
    }
    let grant = DisposalMatter(grant: GrantID(number: 1), requests: [RequestID(number: 1)])
    let request = DisposalMatter(grant: nil, requests: [RequestID(number: 2)])
    #expect(found(decide()) == [grant])
    #expect(found(decide(.requests)) == [request])
    #expect(found(decide(system: system)) == [grant])
    #expect(found(decide(system: otherSystem)) == [])
    #expect(found(decide(endedBefore: day("2026-03-04"))) == [])
    #expect(found(decide(endedBefore: day("2026-03-05"))) == [grant])
    var town = ended()
    town.given(decide(.requests), by: archivist, caseNumber: "KS 1")
    town.now = day("2030-01-01")
    // What a request gave is another kind of record.
    town.when(dispose(requests: [1]), caseNumber: "KS 2").thenRejected("INV-53")
    town.when(dispose(grants: [1], requests: [1]), caseNumber: "KS 2").thenRejected("INV-53")
    town.given(dispose(requests: [2]), caseNumber: "KS 2")
  }

  @Test(arguments: [
    StreamID(.grant, GrantID(number: 1)), StreamID(.request, RequestID(number: 1)),
    StreamID(.person, employee), StreamID(.system, system),
  ])
  func `a hold on any of it keeps a grant, and names itself`(_ target: StreamID) {
    var town = ended()
    town.given(decide(), by: archivist, caseNumber: "KS 1")
    town.now = day("2030-01-01")
    town.given(hold(target), by: archivist, reason: "A dispute")
    #expect(disposable(town).isEmpty)
    #expect(
      town.register.disposal(decision).map {
        town.register.heldBack(from: $0.decided, at: town.now, in: .utc).count
      } == 1)
    guard
      case .rejected(let rejection) = town.when(
        dispose(grants: [1], requests: [1]), caseNumber: "KS 2")
    else {
      Issue.record("It was disposed of.")
      return
    }
    #expect(rejection.violations.map(\.code) == ["INV-53"])
    let told = rejection.violations.flatMap(\.facts).map(\.value.english)
    #expect(told.contains("H-1") && told.contains("\(target)"), "\(told)")
    town.given(release(), by: archivist, reason: "It is settled")
    town.given(dispose(grants: [1], requests: [1]), caseNumber: "KS 2")
  }

  @Test func `a hold is on one thing that is here, says why, and is lifted once`() {
    var town = ended()
    let grant = StreamID(.grant, GrantID(number: 1))
    town.when(hold(grant), by: archivist).thenRejected("DSP-01")
    town.when(hold(StreamID(.grant, GrantID(number: 9))), by: archivist, reason: "A dispute")
      .thenRejected("DSP-01")
    town.when(hold(StreamID(.unit, UnitID(number: 1))), by: archivist, reason: "A dispute")
      .thenRejected("DSP-01")
    town.when(hold(grant), by: manager, reason: "A dispute").thenRejected("ROL-01")
    town.given(hold(grant), by: archivist, reason: "A dispute")
    town.when(hold(grant), by: archivist, reason: "A dispute").thenRejected("DSP-01")
    town.when(release(), by: archivist).thenRejected("DSP-01")
    town.when(release(2), by: archivist, reason: "Over").thenRejected("REF-01")
    town.given(release(), by: archivist, reason: "Over")
    town.when(release(), by: archivist, reason: "Over").thenRejected("DSP-01")
  }

  @Test func `whoever is under a hold, or has access that is, is not erased`() {
    for target in [
      StreamID(.person, employee), StreamID(.grant, GrantID(number: 1)),
      StreamID(.request, RequestID(number: 2)), StreamID(.system, system),
    ] {
      var town = ended()
      town.given(role(31, .dataProtectionOfficer, archivist))
      town.given(.person(.leave(EndAffiliation(affiliation: AffiliationID(number: 7)))))
      town.now = day("2026-04-01")
      town.given(hold(target), by: archivist, reason: "A dispute")
      let erase = AccessCommand.person(
        .erase(
          EraseIdentity(
            person: employee, basis: .left, approver: archivist, receipt: Digest(blank: ()))))
      town.when(erase, caseNumber: "KS 1").thenRejected("INV-53")
      town.given(release(), by: archivist, reason: "Over")
      town.given(erase, caseNumber: "KS 1")
    }
  }

  @Test func `on replay a disposal that was not allowed is found`() {
    var town = ended()
    town.given(decide(), by: archivist, caseNumber: "KS 1")
    town.now = day("2027-01-01")
    let event = AccessEvent.ledger(
      .recordsDisposed(
        RecordsDisposed(
          disposal: decision, approver: archivist, grants: [GrantID(number: 1)], requests: [],
          count: 1, receipt: Digest(blank: ()))))
    let proposal = Proposal(
      event: event, effective: town.now, recorded: town.now, actor: Actor(principal: custodian),
      channel: .commandLine, hasReason: false, hasCase: true)
    #expect(
      town.register.violations(of: proposal, under: .standard).map(\.code) == ["INV-53"])
  }
}

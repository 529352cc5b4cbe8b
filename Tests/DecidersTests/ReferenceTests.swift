import AccessModel
import Chronology
import Commands
import Events
import Testing
import Transparency

private let ghost = "X-404"

private func id<Subject: IdentifierSubject>(_ text: String) -> Identifier<Subject> {
  Identifier(text) ?? Identifier(number: 404)
}

private func unit(_ number: Int, name: String = "Unit", parent: Int? = nil) -> AccessCommand {
  .unit(
    .register(
      RegisterUnit(
        unit: UnitID(number: number), name: name, kind: .unit,
        parent: parent.map { .init(number: $0) })))
}

private func define(
  _ right: String, name: String = "Right", description: String = "Lets somebody do it.",
  decidedBy: Role = .steward, days: Int64? = nil
) -> AccessCommand {
  .system(
    .define(
      DefineEntitlement(
        entitlement: entitlement(right), name: name, description: description, account: .personal,
        privilege: .ordinary, decidedBy: decidedBy, conditions: .init(validityDaysMax: days))))
}

private func register(
  _ number: Int, owner: Int = 1, name: String = "System", days: Int64? = nil, purpose: String? = nil
) -> AccessCommand {
  .system(
    .register(
      RegisterSystem(
        system: .init(number: number), name: name, owner: .init(number: owner),
        ownership: .committee,
        reviewDays: days, purpose: purpose)))
}

private func takeOver(_ number: Int, _ right: EntitlementID, account: Int, _ person: PersonID?)
  -> AccessCommand
{
  .grant(
    .takeOver(
      TakeOverGrant(
        grant: .init(number: number), entitlement: right, account: .init(number: account),
        person: person, source: SHA256.digest(of: [1]))))
}

private func status(_ status: SystemStatus, of id: SystemID = system) -> AccessCommand {
  .system(.changeStatus(ChangeSystemStatus(system: id, status: status)))
}

@Suite struct `What is not there and what is` {
  @Test func `a command that names what the ledger does not know is refused`() {
    let somewhere = day("2026-03-02", hour: 12)
    let commands: [AccessCommand] = [
      unit(50, parent: 404), affiliate(50, nobody, from: somewhere),
      affiliate(50, employee, unit: 404, from: somewhere), leave(404),
      .person(
        .affiliate(
          StartAffiliation(
            affiliation: .init(number: 50), person: employee, unit: .init(number: 3),
            from: somewhere, sponsor: nobody))),
      role(50, .auditor, nobody), role(50, .steward, employee, system: id(ghost)),
      role(50, .manager, employee, unit: id(ghost)), endRole(404),
      .role(
        .assign(
          AssignRole(
            assignment: .init(number: 50), role: .auditor, holder: employee,
            appointedBy: id(ghost), from: somewhere))),
      .key(
        .enroll(
          EnrollKey(
            fingerprint: fingerprint(50), publicKey: "ssh-ed25519 AAAA", principal: nobody,
            kind: .person))),
      .key(.revoke(RevokeKey(fingerprint: fingerprint(50)))),
      register(50, owner: 404), status(.pilot, of: id(ghost)), define("\(ghost)/read"),
      .system(
        .findAccount(FindAccount(account: .init(number: 50), system: id(ghost), kind: .admin))),
      .system(
        .findAccount(
          FindAccount(account: .init(number: 50), system: system, kind: .admin, person: nobody))),
      submit(50, nobody), submit(50, employee, read, requester: nobody),
      submit(50, employee, entitlement("S-1/nothing")),
      submit(50, employee, entitlement("X-404/read")),
      endorse(404), endorse(1, nobody), withdraw(404), approve(404), approve(1, nobody), deny(404),
      deny(1, nobody), provision(404), provision(2, account: id(ghost)), revoke(404),
      revoke(2, by: nobody), confirmRemoval(404),
      takeOver(50, entitlement("S-1/nothing"), account: 1, nil),
      takeOver(50, entitlement("X-404/read"), account: 1, nil),
      takeOver(50, read, account: 404, nil), takeOver(50, read, account: 1, nobody),
      .grant(.provision(ProvisionGrant(grant: .init(number: 2), by: nobody))),
      .grant(.confirmRemoval(ConfirmRemoval(grant: .init(number: 2), by: nobody))),
    ]
    var town = Scenario.endorsed()
    town.given(submit(2, employee, seal), by: employee)
    town.given(endorse(2), by: manager)
    town.given(approve(2, owner), by: owner)
    let before = town.told
    for command in commands {
      let outcome = town.when(command, caseNumber: "KS 1", reason: "A reason given.")
      #expect(outcome.codes == ["REF-01"], "\(command)")
    }
    #expect(town.told == before)
  }

  @Test func `a command that gives an identifier anew is refused`() {
    var town = Scenario.decided()
    let commands: [AccessCommand] = [
      unit(1), .person(.register(RegisterPerson(person: employee, category: .employee))),
      affiliate(1, employee, from: town.now), role(1, .auditor, employee), register(1),
      define("S-1/read"),
      .system(.findAccount(FindAccount(account: .init(number: 1), system: system, kind: .admin))),
      .key(
        .enroll(
          EnrollKey(
            fingerprint: fingerprint(1), publicKey: "ssh-ed25519 AAAA", principal: owner,
            kind: .person))),
      submit(1), takeOver(1, read, account: 1, nil),
    ]
    for command in commands {
      #expect(town.when(command).codes == ["REF-02"], "\(command)")
    }
    town.given(submit(2, employee, seal), by: employee)
    town.given(endorse(2), by: manager)
    let sameGrant = AccessCommand.request(
      .approve(
        ApproveRequest(request: .init(number: 2), grant: .init(number: 1), deciders: [owner])))
    town.when(sameGrant, by: owner).thenRejected("REF-02")
  }

  @Test func `a text that cannot be recorded is refused`() {
    var town = Scenario.town
    let long = String(repeating: "Reads cases. ", count: 620)
    let commands: [AccessCommand] = [
      unit(50, name: ""), unit(50, name: " Unit"), unit(50, name: "a\u{9B}2J"),
      register(50, name: "a\nb"), register(50, purpose: ""), register(50, purpose: long),
      define("S-1/x", name: ""), define("S-1/x", description: String(repeating: "a", count: 401)),
      submit(50, need: "Handles\u{0}cases."), submit(50, need: long),
      submit(50, need: "Handles \u{1B}[31mcases."), submit(50, need: "Handles \u{9B}31mcases."),
    ]
    for command in commands { #expect(town.when(command).codes == ["REF-03"], "\(command)") }
    town.when(unit(50), reason: "").thenRejected("REF-03")
    town.when(submit(50, need: ""), channel: .migration).thenRejected("REF-03")
    town.when(submit(50, need: "Reads\nand writes."), by: employee).thenRecorded()
  }

  @Test(arguments: [0, -1, 36_601, 9_007_199_254_740_992, .min, .max] as [Int64])
  func `a number of days that no rule could mean is refused`(days: Int64) {
    var town = Scenario.endorsed()
    town.when(register(50, days: days)).thenRejected("REF-05")
    town.when(define("S-1/x", days: days)).thenRejected("REF-05")
    town.when(approve(1, steward, reviewDays: days), by: steward).thenRejected("REF-05")
  }
}

@Suite struct `What comes at the wrong time` {
  @Test func `a role is about the thing it is a role for`() {
    var town = Scenario.town
    let commands = [
      role(50, .owner, employee), role(50, .steward, employee, unit: .init(number: 1)),
      role(50, .deputy, employee, system: system, unit: .init(number: 1)),
      role(50, .manager, employee), role(50, .manager, employee, system: system),
      role(50, .auditor, employee, system: system, unit: .init(number: 1)),
    ]
    for command in commands { #expect(town.when(command).codes == ["REF-07"], "\(command)") }
    town.when(role(50, .auditor, employee)).thenRecorded()
  }

  @Test func `an entitlement is decided by an owner, a steward, a manager or a head`() {
    for (index, role) in Role.allCases.enumerated() {
      var town = Scenario.town
      let isAllowed = [.owner, .steward, .manager, .head].contains(role)
      let codes = town.when(define("S-1/x\(index)", decidedBy: role)).codes
      #expect(codes == (isAllowed ? [] : ["REF-08"]), "\(role)")
    }
  }

  @Test func `a system moves along its life`() {
    var town = Scenario.town
    for next in [SystemStatus.pilot, .proposed, .inOperation, .archived] {
      #expect(town.when(status(next)).codes == ["SYS-05"], "\(next)")
    }
    town.when(status(.inOperation, of: otherSystem)).thenRejected("SYS-05")
    town.given(status(.phasingOut))
    town.given(status(.inOperation))
    town.given(status(.decommissioned))
    town.when(status(.inOperation)).thenRejected("SYS-05")
    town.when(status(.archived)).thenRejected("SYS-05")
    town.given(status(.archived), caseNumber: "KS 2026/9")
    town.when(status(.inOperation)).thenRejected("INV-22")
  }

  @Test func `a denial and a revocation say why`() {
    var town = Scenario.endorsed()
    town.when(deny(), by: steward).thenRejected("REF-06")
    town = .provisioned()
    town.when(revoke(), by: administrator).thenRejected("REF-06")
  }

  @Test func `a request is withdrawn by its requester or its person only`() {
    var town = Scenario.endorsed()
    town.when(withdraw(), by: manager).thenRejected("REF-09")
    town.when(withdraw(), by: custodian).thenRejected("REF-09")
  }

  @Test func `a grant is carried out once, and found access not at all`() {
    var town = Scenario.provisioned()
    town.when(provision(), by: administrator).thenRejected("REF-13")
    town.given(takeOver(9, read, account: 1, employee), by: administrator)
    town.when(provision(9), by: administrator).thenRejected("REF-04")
  }

  @Test func `a removal is confirmed when there is something to remove`() {
    var town = Scenario.decided(until: day("2026-04-01"))
    town.when(confirmRemoval(), by: administrator).thenRejected("REF-04")
    town.given(provision(), by: administrator)
    town.when(confirmRemoval(), by: administrator).thenRejected("REF-04")
    town.now = day("2026-04-01")
    town.when(confirmRemoval(), by: administrator).thenRecorded()
  }
}

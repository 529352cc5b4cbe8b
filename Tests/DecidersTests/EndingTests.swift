import AccessModel
import Chronology
import Commands
import Deciders
import EventSourcing
import Events
import Projections
import Testing
import Transparency

private let why = "The need has ended."

@Suite struct `What is over` {
  @Test func `a decided or withdrawn request is not touched again`() {
    let steps: [(AccessCommand, PersonID)] = [
      (endorse(), manager), (withdraw(), employee), (approve(), steward), (deny(), steward),
    ]
    var approved = Scenario.endorsed()
    approved.given(approve(), by: steward)
    var denied = Scenario.endorsed()
    denied.given(deny(), by: steward, reason: why)
    var withdrawn = Scenario.endorsed()
    withdrawn.given(withdraw(), by: employee)
    for town in [approved, denied, withdrawn] {
      for (step, principal) in steps {
        var town = town
        #expect(town.when(step, by: principal, reason: why).codes == ["INV-22"], "\(step)")
      }
    }
  }

  @Test func `a grant that is over is not carried out and not ended again`() {
    var revoked = Scenario.decided()
    revoked.given(revoke(), by: administrator, reason: why)
    var expired = Scenario.decided(until: day("2026-04-01"))
    expired.now = day("2026-04-01")
    var left = Scenario.decided()
    left.given(leave(7))
    var closed = Scenario.decided()
    closed.given(
      .system(.changeStatus(ChangeSystemStatus(system: system, status: .decommissioned))))
    for town in [revoked, expired, left, closed] {
      for step in [provision(), revoke()] {
        var town = town
        #expect(town.when(step, by: administrator, reason: why).codes == ["INV-22"], "\(step)")
      }
    }
    var removed = Scenario.provisioned()
    removed.given(revoke(), by: administrator, reason: why)
    removed.given(confirmRemoval(), by: administrator)
    removed.when(confirmRemoval(), by: administrator).thenRejected("INV-22")
  }

  @Test func `a person who comes back does not get back what they had`() {
    var town = Scenario.provisioned()
    town.given(leave(7))
    #expect(state(1, in: town) == .ending)
    town.now = day("2026-03-09")
    town.given(affiliate(50, employee, from: town.now))
    #expect(state(1, in: town) == .ending)
    town.when(submit(2, from: town.now), by: employee).thenRecorded()
  }

  @Test func `what nobody has yet is not revived by a return either`() {
    var town = Scenario.endorsed(from: day("2026-04-01"))
    town.given(approve(), by: steward)
    town.given(provision(), by: administrator)
    town.given(leave(7))
    #expect(state(1, in: town) == .ending)
    town.now = day("2026-03-09")
    town.given(affiliate(50, employee, from: town.now))
    #expect(state(1, in: town, at: day("2026-04-01")) == .ending)
  }

  @Test func `the same command decided twice is refused the second time`() {
    let now = day("2026-03-02", hour: 12)
    let found = AccessCommand.grant(
      .takeOver(
        TakeOverGrant(
          grant: .init(number: 9), entitlement: read, account: .init(number: 1),
          source: SHA256.digest(of: [1]))))
    let steps: [(Scenario, AccessCommand, PersonID)] = [
      (
        .town,
        .unit(
          .register(
            RegisterUnit(
              unit: .init(number: 50), name: "Unit", kind: .unit, parent: .init(number: 1)))),
        custodian
      ),
      (.town, .person(.register(RegisterPerson(person: nobody, category: .employee))), custodian),
      (.town, affiliate(50, absent, from: now), custodian), (.town, leave(7), custodian),
      (.town, role(50, .auditor, employee), custodian), (.town, endRole(7), custodian),
      (
        .town,
        .key(
          .enroll(
            EnrollKey(
              fingerprint: fingerprint(9), publicKey: "ssh-ed25519 AAAA", principal: owner,
              kind: .person))), custodian
      ),
      (.town, .key(.revoke(RevokeKey(fingerprint: fingerprint(1)))), employee),
      (
        .town, .system(.changeStatus(ChangeSystemStatus(system: system, status: .phasingOut))),
        owner
      ),
      (
        .town,
        .system(
          .findAccount(FindAccount(account: .init(number: 50), system: system, kind: .admin))),
        administrator
      ),
      (.town, submit(), employee), (.endorsed(), approve(), steward),
      (.endorsed(), deny(), steward),
      (.endorsed(), withdraw(), employee), (.decided(), provision(), administrator),
      (.provisioned(), revoke(), administrator), (.town, found, administrator),
    ]
    for (town, command, principal) in steps {
      var town = town
      let first = town.when(command, by: principal, reason: why)
      #expect(first.codes == [], "\(command)")
      let before = town.told
      #expect(!town.when(command, by: principal, reason: why).codes.isEmpty, "\(command)")
      #expect(town.told == before)
    }
  }
}

@Suite struct `Reducing access` {
  @Test func `everybody who answers for it may end a grant, and its holder too`() {
    for principal in [manager, steward, deputy, owner, administrator, custodian, employee] {
      for right in [read, admin] {
        var town = Scenario.provisioned(employee, right, until: day("2026-06-01"))
        town.when(revoke(1, by: principal), by: principal, reason: why).thenRecorded()
      }
    }
  }

  @Test func `a stranger may not`() {
    for principal in [otherManager, otherSteward, supplier, absent] {
      var town = Scenario.provisioned()
      town.when(revoke(1, by: principal), by: principal, reason: why).thenRejected("ROL-01")
    }
  }

  @Test func `a grant is ended though its system has no owner, steward or deputy any more`() {
    var town = Scenario.provisioned()
    for number in [3, 4, 5] { town.given(endRole(number), reason: "Other duties.") }
    town.given(.system(.changeStatus(ChangeSystemStatus(system: system, status: .phasingOut))))
    town.when(revoke(), by: administrator, reason: why).thenRecorded()
    town.when(confirmRemoval(), by: administrator).thenRecorded()
  }

  @Test func `an end recorded late counts from when it was true`() {
    var town = Scenario.provisioned()
    town.now = day("2026-03-08")
    town.given(revoke(), by: administrator, effective: day("2026-03-04"), reason: why)
    #expect(state(1, in: town, at: day("2026-03-03")) == .inEffect)
    #expect(state(1, in: town, at: day("2026-03-04")) == .ending)
  }
}

@Suite struct `Who records` {
  @Test func `a person without a role records requests and incidents only`() {
    var town = Scenario.town
    let commands: [AccessCommand] = [
      .unit(
        .register(
          RegisterUnit(unit: .init(number: 50), name: "Unit", kind: .unit, parent: .init(number: 1))
        )),
      .person(.register(RegisterPerson(person: nobody, category: .employee))),
      affiliate(50, absent, from: town.now), leave(8), role(50, .auditor, employee), endRole(7),
      classified("3/3/3"),
      .system(.changeStatus(ChangeSystemStatus(system: system, status: .phasingOut))),
      .key(.revoke(RevokeKey(fingerprint: fingerprint(1)))),
    ]
    for command in commands {
      #expect(town.when(command, by: supplier).codes == ["ROL-01"], "\(command)")
    }
    town.when(submit(1, supplier, read, until: day("2026-04-01")), by: supplier).thenRecorded()
  }

  @Test func `a role reaches as far as its system or its unit`() {
    var town = Scenario.town
    town.when(classified("3/3/3"), by: otherSteward).thenRejected("ROL-01")
    town.when(affiliate(50, absent, unit: 4, from: town.now), by: manager).thenRejected("ROL-01")
    town.when(affiliate(50, absent, unit: 3, from: town.now), by: manager).thenRecorded()
    town.when(leave(9), by: manager).thenRejected("ROL-01")
  }

  @Test func `a manager registers somebody new`() {
    var town = Scenario.town
    town.when(
      .person(.register(RegisterPerson(person: nobody, category: .temporary))),
      affiliate(50, nobody, from: town.now, until: day("2026-09-01")), by: manager
    ).thenRecorded()
  }

  @Test func `a manager ends the employment in their own unit, not one elsewhere`() {
    var town = Scenario.town
    town.given(affiliate(50, employee, unit: 4, from: town.now))
    town.when(leave(7), by: otherManager).thenRejected("ROL-01")
    town.when(leave(7), by: manager).thenRecorded()
    town.when(leave(50), by: manager).thenRejected("ROL-01")
    town.when(leave(50), by: otherManager).thenRecorded()
  }

  @Test func `a role that has ended, or whose holder has left, records nothing`() {
    var town = Scenario.town
    town.given(endRole(4), reason: "Other duties.")
    town.when(classified("3/3/3"), by: steward).thenRejected("ROL-01")
    town = .town
    town.given(leave(3))
    town.when(classified("3/3/3"), by: steward).thenRejected("ROL-01")
  }

  @Test func `the steward's deputy is another person`() {
    var town = Scenario.town
    town.when(role(50, .deputy, steward, system: system)).thenRejected("ROL-02")
    town.when(role(50, .steward, deputy, system: system)).thenRejected("ROL-03", "ROL-02")
    town.when(role(50, .deputy, employee, system: system)).thenRecorded()
  }

  @Test func `a system has one owner and one steward at a time`() {
    var town = Scenario.town
    for kind in [Role.owner, .steward] {
      town.when(role(50, kind, employee, system: system)).thenRejected("ROL-03")
    }
    town.given(endRole(4), reason: "Other duties.")
    town.when(role(50, .steward, employee, system: system, from: town.now)).thenRecorded()
  }

  @Test func `a text with personal data is refused, in the need and in the reason`() {
    var town = Scenario.town
    town.when(submit(1, need: "Write to somebody@town.example about it."), by: employee)
      .thenRejected("INV-57")
    town.when(submit(), by: employee, reason: "Asked by somebody@town.example today.")
      .thenRejected("INV-57")
    let unit = RegisterUnit(
      unit: .init(number: 50), name: "somebody@town.example", kind: .unit, parent: .init(number: 1))
    town.when(.unit(.register(unit))).thenRejected("INV-57")
  }

  @Test func `the head of an administration takes away what is held in it`() {
    var town = Scenario.committeeTown
    town.given(submit(1, worker, clients), by: worker)
    town.given(line())
    town.given(endorse(1, careManager), by: careManager)
    town.given(approve(1, head), by: head)
    let steps: [AccessCommand] = [
      suspend(by: head), resume(by: head), narrow(until: day("2026-05-01"), by: head),
      revoke(1, by: head),
    ]
    for step in steps { town.given(step, by: head, reason: why) }
    #expect(state(1, in: town) == .ended)
  }

  @Test func `a refused command leaves what follows as it would have been`() {
    let steps: [(AccessCommand, PersonID)] = [
      (submit(), employee), (endorse(), manager), (approve(), steward),
      (provision(), administrator),
    ]
    let refused: [(AccessCommand, PersonID)] = [
      (approve(1, employee), employee), (endorse(1, employee), employee),
      (provision(404), administrator),
      (classified("3/3/3"), employee), (submit(1, nobody), employee),
    ]
    var plain = Scenario.town
    var disturbed = Scenario.town
    for (command, principal) in steps {
      plain.given(command, by: principal)
      for (command, principal) in refused {
        let before = disturbed.told
        #expect(!disturbed.when(command, by: principal).codes.isEmpty)
        #expect(disturbed.told == before)
      }
      disturbed.given(command, by: principal)
    }
    // Only the commitments differ, because the events' ids do.
    #expect(plain.history.map(\.event.stream) == disturbed.history.map(\.event.stream))
    #expect(plain.register.grants.rows.map(\.begun) == disturbed.register.grants.rows.map(\.begun))
    #expect(state(1, in: plain) == state(1, in: disturbed))
  }
}

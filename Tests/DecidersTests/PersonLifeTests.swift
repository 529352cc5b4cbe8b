import AccessModel
import Chronology
import Commands
import Diagnostics
import Events
import Policies
import Projections
import Testing

private func unit(_ number: Int) -> UnitID { UnitID(number: number) }
/// Where the employee works: A-7 in U-3.
private let place = AffiliationID(number: 7)

private func move(
  _ affiliation: AffiliationID = place, to unit: UnitID? = nil, position: String? = nil,
  until: Instant? = nil, sponsor: PersonID? = nil
) -> AccessCommand {
  .person(
    .move(
      MovePerson(
        affiliation: affiliation, unit: unit, position: position.flatMap { PositionCode($0) },
        until: until, sponsor: sponsor)))
}

private func absent(
  from: Instant, until: Instant? = nil, effect: AbsenceEffect? = nil
) -> AccessCommand {
  .person(
    .startAbsence(
      StartAbsence(affiliation: place, from: from, expectedUntil: until, effect: effect)))
}

private let back = AccessCommand.person(.endAbsence(EndAbsence(affiliation: place)))

private func affiliate(
  _ person: PersonID, until: Instant? = day("2026-12-01"), sponsor: PersonID? = manager,
  contract: String? = "A-1"
) -> AccessCommand {
  .person(
    .affiliate(
      StartAffiliation(
        affiliation: AffiliationID(number: 40), person: person, unit: unit(4),
        from: day("2026-03-02", hour: 12), until: until, sponsor: sponsor, contract: contract)))
}

private func codes(_ town: Scenario, _ person: PersonID, at moment: Instant) -> [String] {
  town.register.organisationFindings(at: moment).filter { $0.person == person }.map(\.finding.code)
}

@Suite struct `A person's time in the organisation` {
  let now = day("2026-03-02", hour: 12)

  @Test
  func `an external person has a contract, a last day and a sponsor who is here and not external`()
  {
    var town = Scenario.town
    town.when(affiliate(supplier, sponsor: nil)).thenRejected("PER-01")
    town.when(affiliate(supplier, contract: nil)).thenRejected("PER-01")
    town.when(affiliate(supplier, until: nil)).thenRejected("AFF-01")
    town.when(affiliate(supplier, sponsor: absent)).thenRejected("PER-02")
    town.when(affiliate(supplier, sponsor: supplier)).thenRejected("PER-02")
    town.given(affiliate(supplier))
    #expect(codes(town, supplier, at: now).isEmpty)
    town.given(.person(.leave(EndAffiliation(affiliation: AffiliationID(number: 5)))))
    #expect(codes(town, supplier, at: day("2026-03-03")) == ["PER-03", "PER-03"])
    town.given(move(AffiliationID(number: 40), sponsor: owner))
    #expect(codes(town, supplier, at: day("2026-03-03")) == ["PER-03"])
  }

  @Test func `a move is dated, keeps the employment, and may prolong it`() {
    var town = Scenario.town
    town.given(move(to: unit(4), position: "nurse"), effective: day("2026-03-01"))
    let row = town.register.persons[employee]?.affiliations.first
    #expect(town.register.persons[employee]?.affiliations.count == 1)
    #expect(row?.unit(at: day("2026-02-28")) == unit(3) && row?.unit(at: now) == unit(4))
    #expect(row?.position(at: now) == PositionCode("nurse"))
    #expect(row?.position(at: day("2026-02-28")) == nil)
    town.when(move(to: unit(4), position: "nurse")).thenRejected("AFF-02")
    town.given(move(AffiliationID(number: 8), until: day("2027-01-01")))
    #expect(town.register.persons[supplier]?.affiliation(at: day("2026-12-24")) != nil)
    #expect(town.register.persons[supplier]?.affiliation(at: day("2027-01-01")) == nil)
    town.now = day("2027-02-01")
    town.when(move(AffiliationID(number: 8), until: day("2028-01-01"))).thenRejected("PER-06")
  }

  @Test func `of two moves, the one whose fourteen days are over first ends what nobody confirmed`()
  {
    var town = Scenario.provisioned(until: day("2026-12-01"))
    town.now = day("2026-04-20")
    town.given(move(to: UnitID(number: 4)))
    // An earlier move is learnt of when the later one is known.
    town.now = day("2026-04-30")
    town.given(move(to: UnitID(number: 2)), effective: day("2026-04-18"), reason: "Told late.")
    let end = town.grant().flatMap { town.register.end(of: $0, at: town.now) }
    #expect(end?.cause == .transferred && end?.at == day("2026-05-04"))
  }

  @Test func `old access is confirmed within fourteen days of a move, or it ends`() {
    var town = Scenario.provisioned()
    town.now = day("2026-03-03")
    town.given(move(to: unit(4)))
    let due = day("2026-03-17")
    let grant = GrantID(number: 1)
    func state(_ moment: Instant) -> GrantState? {
      town.register.grants[grant].flatMap { town.register.state(of: $0, at: moment) }
    }
    #expect(state(due.advanced(byMilliseconds: -1)) == .inEffect)
    #expect(state(due) == .ending)
    #expect(codes(town, employee, at: day("2026-03-04")) == ["PER-09"])
    let confirm = AccessCommand.person(.confirm(ConfirmAccess(grant: grant, by: otherManager)))
    town.now = day("2026-03-10")
    // Nobody confirms their own access, and what another said is shown.
    town.when(.person(.confirm(ConfirmAccess(grant: grant, by: employee))), by: employee)
      .thenRejected("ROL-01", "INV-31")
    town.when(confirm).thenRejected("REQ-02")
    var late = town
    town.given(confirm, by: otherManager)
    #expect(state(due) == .inEffect)
    #expect(codes(town, employee, at: due).isEmpty)
    late.now = due
    late.when(confirm, by: otherManager).thenRejected("INV-22")
  }

  @Test func `a move that is recorded late gives fourteen days from when it was known`() {
    var town = Scenario.provisioned()
    town.now = day("2026-04-20")
    town.given(move(to: unit(4)), effective: day("2026-03-20"), reason: "Told late")
    let end = town.register.grants[GrantID(number: 1)].flatMap {
      town.register.end(of: $0, at: town.now)
    }
    #expect(end?.cause == .transferred && end?.at == day("2026-05-04"))
  }

  @Test func `another last day, sponsor or successor unit is no move`() {
    var town = Scenario.provisioned()
    town.given(move(until: day("2027-01-01")))
    town.given(.unit(.close(CloseUnit(unit: unit(3), successors: [unit(4)]))))
    town.given(move(to: unit(4)))
    let row = town.register.persons[employee]
    #expect(row.map { town.register.transfers(of: $0).isEmpty } == true)
  }

  @Test func `an absence by its length suspends, and never says why`() {
    var town = Scenario.town
    town.when(absent(from: now), reason: "Ill").thenRejected("PER-04")
    let cases: [(Instant?, AbsenceEffect)] = [
      (nil, .suspend), (day("2026-03-20"), .keep), (day("2026-04-01", hour: 11), .suspend),
    ]
    for (until, effect) in cases {
      var town = town
      town.given(absent(from: now, until: until))
      #expect(town.register.absence(of: employee, at: now)?.effect == effect)
    }
    town.given(absent(from: now, until: day("2026-03-20")))
    town.when(absent(from: day("2026-03-25"))).thenRejected("PER-05")
    // It lasts until it is ended, whatever was expected.
    #expect(town.register.absence(of: employee, at: day("2026-06-01")) != nil)
    town.now = day("2026-03-10")
    town.given(back)
    #expect(town.register.absence(of: employee, at: day("2026-03-09")) != nil)
    #expect(town.register.absence(of: employee, at: day("2026-03-10")) == nil)
    town.when(back).thenRejected("REF-04")
  }

  @Test func `an absence ends with the employment, and there is none outside it`() {
    var town = Scenario.town
    town.given(absent(from: now))
    town.given(.person(.leave(EndAffiliation(affiliation: place, lastDay: Day("2026-03-31")))))
    #expect(town.register.absence(of: employee, at: day("2026-03-31", hour: 23)) != nil)
    #expect(town.register.absence(of: employee, at: day("2026-04-01")) == nil)
    var other = Scenario.town
    other.when(absent(from: day("2025-06-01"))).thenRejected("PER-06")
  }

  @Test func `a long absence that keeps access is a finding`() {
    var town = Scenario.provisioned()
    town.given(absent(from: now, effect: .keep))
    #expect(codes(town, employee, at: day("2026-03-31")).isEmpty)
    #expect(codes(town, employee, at: day("2026-04-02")) == ["PER-07"])
    var suspending = Scenario.provisioned()
    suspending.given(absent(from: now))
    #expect(codes(suspending, employee, at: day("2026-06-02")).isEmpty)
  }

  @Test
  func
    `a training is completed before it is recorded, and its lapse is a finding where access asks for it`()
  {
    var town = Scenario.town
    guard let course = CourseCode("SEC-1") else { return }
    func train(_ completed: Instant, until: Instant?) -> AccessCommand {
      .person(
        .train(
          RecordTraining(person: employee, course: course, completed: completed, validUntil: until))
      )
    }
    town.when(train(day("2026-03-03"), until: nil)).thenRejected("PER-14")
    town.when(train(day("2026-03-01"), until: day("2026-03-01"))).thenRejected("PER-14")
    town.given(train(day("2026-03-01"), until: day("2026-04-01")))
    let row = town.register.persons[employee]
    #expect(row?.lapse(of: course, at: day("2026-03-31")) == nil)
    #expect(row?.lapse(of: course, at: day("2026-04-01")) == day("2026-04-01"))
    town.now = day("2026-04-02")
    town.given(train(day("2026-04-02"), until: nil))
    #expect(town.register.persons[employee]?.lapse(of: course, at: day("2026-05-01")) == nil)
  }

  @Test func `whoever has left and holds something is a finding`() {
    var town = Scenario.town
    town.given(.person(.leave(EndAffiliation(affiliation: AffiliationID(number: 3)))))
    #expect(codes(town, steward, at: day("2026-03-03")) == ["PER-10"])
    #expect(codes(town, steward, at: day("2026-03-01")).isEmpty)
  }

  @Test func `one term that ends takes five hundred grants at one instant`() {
    var town = Scenario.town
    let end = day("2026-03-29")
    for number in 1...500 {
      let person = PersonID(number: 1_000 + number)
      town.given(.person(.register(RegisterPerson(person: person, category: .elected))))
      town.given(
        .person(
          .affiliate(
            StartAffiliation(
              affiliation: AffiliationID(number: 1_000 + number), person: person, unit: unit(3),
              from: now, until: end))))
      let id = RequestID(number: number)
      town.given(
        submit(number, person, visit, until: end, need: "Sits in the committee \(number)."),
        by: person)
      town.given(endorse(number), by: manager)
      town.given(approve(number), by: steward)
      town.given(provision(number), by: administrator)
      #expect(town.register.requests[id]?.decision?.isApproval == true)
    }
    func count(_ moment: Instant) -> Int {
      town.register.grants.rows.filter { town.register.isInEffect($0, at: moment) }.count
    }
    #expect(count(end.advanced(byMilliseconds: -1)) == 500)
    #expect(count(end) == 0)
  }
}

@Suite struct `Erasure and secrecy` {
  let officer = otherManager

  private func erase(_ person: PersonID, by approver: PersonID? = nil) -> AccessCommand {
    .person(
      .erase(
        EraseIdentity(
          person: person, basis: .left, approver: approver ?? officer, receipt: .init(blank: ()))))
  }

  private func town() -> Scenario {
    var town = Scenario.town
    town.given(role(30, .dataProtectionOfficer, officer))
    return town
  }

  @Test func `an erasure takes custodian and data-protection officer, who show it`() {
    var town = town()
    town.when(erase(absent, by: manager), caseNumber: "KS 1").thenRejected("PER-11")
    town.when(erase(absent, by: custodian), caseNumber: "KS 1").thenRejected("PER-11")
    town.when(erase(absent)).thenRejected("REQ-02")
    town.when(erase(absent), by: officer, caseNumber: "KS 1").thenRejected("ROL-01", "PER-11")
    town.given(erase(absent), caseNumber: "KS 1")
    town.when(erase(absent), caseNumber: "KS 1").thenRejected("PER-13")
    town.when(affiliate(absent)).thenRejected("PER-13")
    town.when(role(31, .auditor, absent)).thenRejected("PER-13")
  }

  @Test func `nobody is erased who works here or has access`() {
    var town = town()
    town.when(erase(employee), caseNumber: "KS 1").thenRejected("PER-12")
    var held = Scenario.provisioned()
    held.given(role(30, .dataProtectionOfficer, officer))
    held.given(.person(.leave(EndAffiliation(affiliation: place))))
    held.now = day("2026-03-03")
    held.when(erase(employee), caseNumber: "KS 1").thenRejected("PER-12")
    held.given(confirmRemoval(), by: administrator)
    held.now = day("2026-03-04")
    held.given(erase(employee), caseNumber: "KS 1")
  }

  @Test func `a marking is of one thing, set once and lifted once`() {
    var town = town()
    func mark(
      _ marking: Answer, _ person: PersonID? = employee, system: SystemID? = nil,
      protected: Answer = .no
    ) -> AccessCommand {
      .secrecy(
        .mark(
          MarkSecrecy(
            marking: marking, person: person, system: system, provision: "OSL 21:3",
            isProtectedIdentity: protected)))
    }
    town.when(mark(.yes, nil)).thenRejected("SEC-01")
    town.when(mark(.yes, system: system)).thenRejected("SEC-01")
    town.when(mark(.yes, nil, system: system, protected: .yes)).thenRejected("SEC-01")
    town.when(mark(.no)).thenRejected("SEC-02")
    town.given(mark(.yes, protected: .yes))
    town.when(mark(.yes)).thenRejected("SEC-02")
    #expect(town.register.isIdentityProtected(employee, at: town.now))
    #expect(!town.register.isIdentityProtected(employee, at: day("2026-03-01")))
    town.now = day("2026-03-03")
    town.given(mark(.no))
    #expect(!town.register.isIdentityProtected(employee, at: town.now))
    #expect(town.register.isIdentityProtected(employee, at: day("2026-03-02", hour: 13)))
  }
}

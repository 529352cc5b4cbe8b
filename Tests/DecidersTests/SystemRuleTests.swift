import AccessModel
import Chronology
import Commands
import EventSourcing
import Events
import Policies
import Projections
import Testing

private let why = "Because it has changed."

private func register(
  _ ownership: Ownership, owner: Int = 2, supplier: String? = nil, decision: String? = nil,
  support: String? = nil
) -> AccessCommand {
  .system(
    .register(
      RegisterSystem(
        system: .init(number: 9), name: "System", owner: .init(number: owner),
        ownership: ownership, supplier: supplier, support: support,
        commonDecision: decision.flatMap { CaseNumber($0) })))
}

private func analyse(
  _ number: Int = 1, on moment: Instant, kind: RiskAnalysisKind = .general,
  validity: Int64? = nil, review: Int64? = nil, twoPersons: Answer? = nil, residual: Int64 = 1
) -> AccessCommand {
  .system(
    .analyse(
      AnalyseRisk(
        analysis: .init(number: number), system: system, kind: kind, conducted: moment,
        method: "Workshop", reference: "KS 2026/3", residual: residual,
        validityDaysMax: validity, reviewDaysMax: review, twoPersons: twoPersons)))
}

private func classify(_ text: String, analysis: Int? = nil) -> AccessCommand {
  guard let classification = Classification(text) else { return classified(text) }
  return .system(
    .classify(
      ClassifySystem(
        system: system, classification: classification,
        analysis: analysis.map { .init(number: $0) })))
}

private func change(_ make: (inout ChangeEntitlement) -> Void) -> AccessCommand {
  var command = ChangeEntitlement(entitlement: read)
  make(&command)
  return .system(.changeEntitlement(command))
}

private func alter(_ make: (inout ChangeSystem) -> Void) -> AccessCommand {
  var command = ChangeSystem(system: system)
  make(&command)
  return .system(.change(command))
}

@Suite struct `What a system must say of itself` {
  @Test func `a common system is owned by the board and rests on a decision`() {
    var town = Scenario.town
    town.when(register(.common, owner: 2, decision: "KS 1")).thenRejected("SYS-01")
    town.when(register(.common, owner: 1)).thenRejected("SYS-01")
    town.when(alter { $0.ownership = .common }, reason: why).thenRejected("SYS-01")
    town.when(
      alter {
        $0.ownership = .common
        $0.owner = .init(number: 1)
        $0.commonDecision = CaseNumber("KS 1")
      }, reason: why
    ).thenRecorded()
    // The board must stay its owner.
    town.when(alter { $0.owner = .init(number: 2) }, reason: why).thenRejected("SYS-01")
    town.when(register(.common, owner: 1, decision: "KS 1")).thenRecorded()
  }

  @Test func `an external system has a supplier, and support is a function`() {
    var town = Scenario.town
    town.when(register(.external)).thenRejected("SYS-02")
    town.when(register(.committee, support: "a.b@kommun.example")).thenRejected("SYS-03")
    town.when(alter { $0.support = "070-174 06 05" }, reason: why).thenRejected("SYS-03")
    town.when(register(.external, supplier: "Firman", support: "Servicedesk")).thenRecorded()
  }

  @Test func `a change says what changes and why`() {
    var town = Scenario.town
    town.when(alter { _ in }, reason: why).thenRejected("REF-04")
    town.when(alter { $0.name = "New name" }).thenRejected("SYS-10")
    town.when(alter { $0.owner = .init(number: 404) }, reason: why).thenRejected("REF-01")
    town.when(alter { $0.name = "New name" }, reason: why).thenRecorded()
  }

  @Test func `history taken over is not held to what its register never asked`() {
    var town = Scenario.town
    town.when(register(.common, owner: 2), channel: .migration).thenRecorded()
  }
}

@Suite struct `Classes and analyses` {
  @Test func `a level is lowered on an analysis made since, with a reason`() {
    var town = Scenario.town
    town.when(classify("1/2/1"), by: steward, reason: why).thenRejected("SYS-04")
    town.given(analyse(1, on: day("2025-12-01")), by: steward)
    town.when(classify("1/2/1", analysis: 1), by: steward, reason: why).thenRejected("SYS-04")
    town.when(classify("1/2/1", analysis: 9), by: steward, reason: why).thenRejected("REF-01")
    town.given(analyse(2, on: day("2026-03-01")), by: steward)
    town.when(classify("1/2/1", analysis: 2), by: steward).thenRejected("SYS-04")
    town.when(classify("2/2/0", analysis: 2), by: steward, reason: why).thenRecorded()
    town.when(classify("3/2/1"), by: steward).thenRecorded()
    town.when(classify("4/2/1"), by: steward).thenRejected("INV-59")
  }

  @Test func `a classification holds three years unless it says otherwise`() {
    var town = Scenario.town
    town.given(classify("3/2/1"), by: steward)
    let row = town.register.systems[system]
    let present = row?.presentClassification(at: town.now)
    #expect(present?.ground.validUntil == town.now.advanced(byMilliseconds: 1_096 * 86_400_000))
    #expect(present?.since == town.now)
  }

  @Test func `an analysis asks for no less than the rules`() {
    var town = Scenario.town
    town.when(analyse(on: town.now, review: 367), by: steward).thenRejected("SYS-08")
    town.when(analyse(on: town.now, validity: 732), by: steward).thenRejected("SYS-08")
    town.when(analyse(on: town.now, residual: 5), by: steward).thenRejected("REF-14")
    town.when(analyse(on: day("2026-04-01")), by: steward).thenRejected("REF-04")
    town.when(analyse(on: town.now, review: 0), by: steward).thenRejected("REF-05")
    town.given(analyse(on: town.now, validity: 731, review: 366), by: steward)
    town.when(analyse(on: town.now), by: steward).thenRejected("REF-02")
  }

  @Test func `an analysis shortens times and asks for two persons, until the next of its kind`() {
    var town = Scenario.town
    town.given(
      analyse(on: day("2026-03-01"), validity: 90, review: 30, twoPersons: .yes), by: steward)
    town.given(
      submit(1, employee, read, until: day("2026-12-01")), by: employee)
    town.given(endorse(1, manager), by: manager)
    town.when(approve(), by: steward).thenRejected("INV-12")
    town.when(approve(1, steward, until: day("2026-05-01"), reviewDays: 31), by: steward)
      .thenRejected("INV-11")
    guard
      case .events(let recorded) = town.when(
        approve(1, steward, until: day("2026-05-01")), by: steward),
      case .request(.approved(let approved)) = recorded.first?.event
    else {
      Issue.record("The decision was refused.")
      return
    }
    #expect(approved.reviewDays == 30)
    town.given(analyse(2, on: day("2026-03-02")), by: steward)
    let right = town.register.systems[system]?.entitlement(read.name)
    let baseline = right.map {
      town.register.baseline(of: $0, for: .employee, at: town.now, under: .standard)
    }
    #expect(baseline?.reviewDaysMax == 366 && baseline?.validityDaysMax == 731)
    #expect(baseline?.twoPersonsBy == nil)
  }

  @Test func `an analysis makes one person too few`() {
    var town = Scenario.town
    town.given(role(50, .manager, steward, unit: .init(number: 3)))
    town.given(submit(), by: employee)
    town.given(endorse(1, steward), by: steward)
    var analysed = town
    town.when(approve(), by: steward).thenRecorded()
    analysed.given(analyse(on: day("2026-03-01"), twoPersons: .yes), by: steward)
    analysed.when(approve(), by: steward).thenRejected("INV-03")
  }
}

@Suite struct `The terms of a right` {
  @Test func `its own level is above the system's, or rests on an analysis`() {
    var town = Scenario.town
    town.when(change { $0.conditions.level = 1 }, by: steward, reason: why).thenRejected("SYS-06")
    town.when(change { $0.conditions.level = 5 }, by: steward, reason: why).thenRejected("REF-14")
    town.given(analyse(on: town.now), by: steward)
    town.when(change { $0.conditions.level = 1 }, by: steward, reason: why).thenRecorded()
  }

  @Test func `its own level counts in every rule from the moment it was raised`() {
    var town = Scenario.town
    town.given(role(50, .manager, steward, unit: .init(number: 3)))
    town.given(submit(), by: employee)
    town.given(endorse(1, steward), by: steward)
    town.now = day("2026-03-03")
    town.given(change { $0.conditions.level = 3 }, by: steward, reason: why)
    town.when(approve(1, steward, reviewDays: 366), by: steward).thenRejected("INV-03", "INV-11")
    let right = town.register.systems[system]?.entitlement(read.name)
    #expect(right.map { town.register.level(of: $0, at: day("2026-03-02")) } == 2)
    #expect(right.map { town.register.level(of: $0, at: day("2026-03-03")) } == 3)
  }

  @Test func `who decides is who decided then`() {
    var town = Scenario.endorsed()
    town.given(change { $0.decidedBy = .owner }, by: steward, reason: why)
    town.when(approve(), by: steward).thenRejected("INV-04")
    town.when(approve(1, owner), by: owner).thenRecorded()
  }

  @Test(arguments: ["S1-READ", "read", "12 34", "A_1 B_2"])
  func `its description is more than a code`(text: String) {
    var town = Scenario.town
    town.when(change { $0.description = text }, by: steward, reason: why).thenRejected("SYS-07")
  }

  @Test func `it is granted no more once it is retired`() {
    var town = Scenario.endorsed()
    let retire = RetireEntitlement(entitlement: read, successor: seal.name)
    town.when(.system(.retire(retire)), by: steward).thenRejected("SYS-10")
    town.when(
      .system(.retire(RetireEntitlement(entitlement: read, successor: read.name))), by: steward,
      reason: why
    ).thenRejected("REF-04")
    town.given(.system(.retire(retire)), by: steward, reason: why)
    town.when(approve(), by: steward).thenRejected("SYS-09")
    town.when(submit(2, supplier), by: supplier).thenRejected("SYS-09")
    town.when(change { $0.conditions.level = 3 }, by: steward, reason: why).thenRejected("REF-04")
  }

  @Test func `whoever gets it has the position and the courses`() {
    var town = Scenario.endorsed(until: day("2026-12-01"))
    let (nurse, records) = (PositionCode("nurse"), CourseCode("records"))
    town.given(
      change {
        $0.conditions.position = nurse
        $0.conditions.courses = [records ?? .init(number: 1)]
      }, by: steward, reason: why)
    town.when(approve(), by: steward).thenRejected("INV-15")
    guard let right = town.register.systems[system]?.entitlement(read.name) else { return }
    let lacking = town.register.prerequisites(of: employee, for: right, at: town.now)
    #expect(lacking.missingPosition == nurse && lacking.missingCourses == [records])
    let before = town.register.prerequisites(of: employee, for: right, at: day("2026-03-01"))
    #expect(before.areMet)
  }
}

@Suite struct `Accounts that something is carried out on` {
  private func describe(
    _ number: Int, _ kind: AccountKind, owner: PersonID = steward, members: [PersonID] = [],
    days: Int64? = nil, purpose: String? = nil
  ) -> AccessCommand {
    .system(
      .describeAccount(
        DescribeAccount(
          account: .init(number: number), system: system, kind: kind, owner: owner,
          members: members, rotationDays: days, purpose: purpose)))
  }

  @Test func `power over a system is held on an account of its own`() {
    var town = Scenario.decided(employee, admin, until: day("2026-06-01"))
    town.when(provision(), by: administrator).thenRejected("INV-19")
    town.when(provision(account: .init(number: 1)), by: administrator).thenRejected("INV-19")
    var mixed = town
    mixed.given(submit(2, employee, read), by: employee)
    mixed.given(endorse(2), by: manager)
    mixed.given(approve(2), by: steward)
    mixed.given(provision(2, account: adminAccount), by: administrator)
    mixed.when(provision(account: adminAccount), by: administrator).thenRejected("INV-19")
    town.when(provision(account: adminAccount), by: administrator).thenRecorded()
  }

  @Test func `a shared account has an owner, members and a rule for its secret`() {
    var town = Scenario.decided()
    town.given(describe(5, .shared), by: steward)
    town.when(provision(account: .init(number: 5)), by: administrator).thenRejected("INV-20")
    town.given(describe(5, .shared, members: [employee], days: 90), by: steward)
    town.when(provision(account: .init(number: 5)), by: administrator).thenRecorded()
  }

  @Test func `a shared account whose owner works nowhere is nobody's`() {
    var town = Scenario.decided()
    town.given(describe(5, .shared, owner: absent, members: [employee], days: 90), by: steward)
    town.when(provision(account: .init(number: 5)), by: administrator).thenRejected("INV-20")
  }

  @Test func `a service account has a purpose`() {
    var town = Scenario.decided()
    town.given(describe(5, .service), by: steward)
    town.when(provision(account: .init(number: 5)), by: administrator).thenRejected("INV-20")
    town.given(describe(5, .service, purpose: "Fetches cases at night."), by: steward)
    town.when(provision(account: .init(number: 5)), by: administrator).thenRecorded()
  }

  @Test func `an account is in one system, and its people are known`() {
    var town = Scenario.town
    town.when(describe(5, .shared, owner: nobody), by: steward).thenRejected("REF-01")
    town.when(describe(5, .shared, members: [nobody]), by: steward).thenRejected("REF-01")
    town.when(describe(5, .shared, days: 0), by: steward).thenRejected("REF-05")
    town.given(describe(5, .shared), by: steward)
    let elsewhere = DescribeAccount(
      account: .init(number: 5), system: otherSystem, kind: .shared, owner: steward)
    town.when(.system(.describeAccount(elsewhere))).thenRejected("REF-04")
    let rotate = { AccessCommand.system(.rotateAccount(RotateAccount(account: .init(number: $0)))) }
    town.when(rotate(404), by: steward).thenRejected("REF-01")
    town.when(rotate(5), by: steward).thenRecorded()
  }
}

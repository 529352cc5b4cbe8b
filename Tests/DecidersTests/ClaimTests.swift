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

@Suite struct `What does not fit together` {
  @Test func `whoever is here for a time has a last day`() {
    for category in PersonCategory.allCases {
      var town = Scenario.town
      town.given(.person(.register(RegisterPerson(person: nobody, category: category))))
      let open = town.when(affiliate(50, nobody, from: town.now))
      #expect(open.codes == (category.isTemporary ? ["AFF-01"] : []), "\(category)")
      guard category.isTemporary else { continue }
      town.when(affiliate(50, nobody, from: town.now, until: day("2026-09-01"))).thenRecorded()
    }
  }

  @Test func `nobody moves to where they are, but a time may be prolonged`() {
    var town = Scenario.town
    town.when(affiliate(50, employee, unit: 3, from: town.now)).thenRejected("AFF-02")
    town.when(affiliate(50, employee, unit: 4, from: town.now)).thenRecorded()
    let end = day("2026-12-01")
    town.when(affiliate(51, supplier, unit: 3, from: town.now, until: end)).thenRejected("AFF-02")
    town.when(affiliate(51, supplier, unit: 3, from: town.now, until: day("2027-01-01")))
      .thenRecorded()
  }

  @Test func `a deputy and a steward differ, and a steward is one, over the whole period`() {
    var town = Scenario.town
    town.given(endRole(4))
    town.given(role(50, .steward, employee, system: system, from: day("2026-06-01")))
    // Not yet when it begins, but later in the period.
    town.when(role(51, .deputy, employee, system: system, from: town.now)).thenRejected("ROL-02")
    town.when(role(51, .steward, manager, system: system, from: town.now)).thenRejected("ROL-03")
    town.when(
      role(51, .deputy, employee, system: system, from: town.now, until: day("2026-06-01"))
    ).thenRecorded()
    town.when(
      role(52, .steward, manager, system: system, from: town.now, until: day("2026-06-01"))
    ).thenRecorded()
  }

  @Test func `an account gives access in its own system, to whoever it belongs to`() {
    func found(_ account: Int, _ person: PersonID?, _ right: EntitlementID = read) -> AccessCommand
    {
      .grant(
        .takeOver(
          TakeOverGrant(
            grant: .init(number: 9), entitlement: right, account: .init(number: account),
            person: person, source: SHA256.digest(of: [1]))))
    }
    var town = Scenario.decided()
    town.given(
      .system(
        .findAccount(FindAccount(account: .init(number: 2), system: otherSystem, kind: .personal))))
    town.given(
      .system(.findAccount(FindAccount(account: .init(number: 3), system: system, kind: .admin))))
    town.when(found(1, manager), by: administrator).thenRejected("REF-10")
    town.when(found(2, employee), by: administrator).thenRejected("REF-10")
    town.when(provision(account: .init(number: 2)), by: administrator).thenRejected("REF-10")
    var copy = town
    copy.when(found(1, employee), by: administrator).thenRecorded()
    copy = town
    copy.when(found(3, manager), by: administrator).thenRecorded()
    town.when(provision(account: .init(number: 1)), by: administrator).thenRecorded()
    town = .decided(supplier, until: day("2026-06-01"))
    town.when(provision(account: .init(number: 1)), by: administrator).thenRejected("REF-10")
  }

  @Test func `what another is said to have done is shown, unless they could record it`() {
    func provision(by person: PersonID) -> AccessCommand {
      .grant(.provision(ProvisionGrant(grant: .init(number: 1), by: person)))
    }
    var town = Scenario.decided()
    town.when(provision(by: employee), by: custodian).thenRejected("REQ-02")
    var copy = town
    copy.when(provision(by: employee), by: custodian, caseNumber: "KS 1").thenRecorded()
    town.when(provision(by: administrator), by: custodian).thenRecorded()
    let why = "The need has ended."
    town.when(revoke(1, by: otherManager), by: custodian, reason: why).thenRejected("REQ-02")
    town.when(revoke(1, by: employee), by: custodian, reason: why).thenRecorded()
  }

  @Test func `a decision names the authority that the register gives, and whose power it is`() {
    let town = Scenario.endorsed()
    func codes(_ decider: PersonID, _ assignment: Int?, for actingFor: PersonID?) -> [String] {
      let event = AccessEvent.request(
        .approved(
          RequestApproved(
            request: .init(number: 1), grant: .init(number: 1), decider: decider,
            actingFor: actingFor, authority: .role,
            assignment: assignment.map { .init(number: $0) }, from: town.now, reviewDays: 90)))
      return town.register.violations(
        of: Proposal(
          event: event, effective: town.now, recorded: town.now, actor: Actor(principal: decider),
          channel: .commandLine, hasReason: false, hasCase: false), under: .standard
      ).map(\.code)
    }
    #expect(codes(steward, 4, for: nil) == [])
    #expect(codes(deputy, 5, for: steward) == [])
    #expect(codes(deputy, 5, for: owner) == ["INV-04"])
    #expect(codes(deputy, 5, for: nil) == ["INV-04"])
    #expect(codes(steward, 4, for: owner) == ["INV-04"])
    #expect(codes(steward, 5, for: nil) == ["INV-04"])
    #expect(codes(steward, nil, for: nil) == ["INV-04"])
  }

  @Test func `a recorder claims a role that covers what is recorded`() {
    var town = Scenario.town
    town.given(role(50, .administrator, steward, system: otherSystem))
    func codes(_ role: Role, _ assignment: Int) -> [String] {
      let event = AccessEvent.system(
        .classified(
          SystemClassified(system: system, confidentiality: 3, integrity: 3, availability: 3)))
      return town.register.violations(
        of: Proposal(
          event: event, effective: town.now, recorded: town.now,
          actor: Actor(principal: steward, role: role, assignment: .init(number: assignment)),
          channel: .commandLine, hasReason: false, hasCase: false), under: .standard
      ).map(\.code)
    }
    #expect(codes(.steward, 4) == [])
    #expect(codes(.administrator, 50) == ["ROL-01"])
  }

  @Test func `a missing end for great power is asked for once, with the latest allowed`() {
    var town = Scenario.endorsed(employee, admin)
    let outcome = town.when(approve(), by: steward)
    outcome.thenRejected("INV-11")
    guard case .rejected(let rejection) = outcome else { return }
    // Twelve months from 2 March 2026, the same date included.
    let latest = day("2027-03-03")
    #expect(rejection.violations.first?.facts.last?.sense == .end(latest))
  }
}

import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about units, persons and roles.
enum OrganisationDecider {
  static func decide(
    _ command: UnitCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .register(let command):
      if state.units.contains(command.unit) { throw ReferenceCodes.taken(command.unit) }
      if let parent = command.parent, !state.units.contains(parent) {
        throw ReferenceCodes.unknown(parent)
      }
      let name = try drafting.label(command.name, Localized(en: "name", sv: "namn"))
      return [
        try drafting.draft(
          .unit(
            .registered(
              UnitRegistered(
                unit: command.unit, name: name, kind: command.kind, parent: command.parent))))
      ]
    case .rename(let command): return try decide(command, given: state, drafting)
    case .move(let command): return try decide(command, given: state, drafting)
    case .close(let command): return try decide(command, given: state, drafting)
    }
  }

  static func decide(
    _ command: PersonCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .register(let command):
      if state.persons.contains(command.person) { throw ReferenceCodes.taken(command.person) }
      return [
        try drafting.draft(
          .person(
            .registered(PersonRegistered(person: command.person, category: command.category))),
          about: command.person)
      ]
    case .affiliate(let command):
      if state.affiliations.contains(command.affiliation) {
        throw ReferenceCodes.taken(command.affiliation)
      }
      guard state.persons.contains(command.person) else {
        throw ReferenceCodes.unknown(command.person)
      }
      guard state.units.contains(command.unit) else { throw ReferenceCodes.unknown(command.unit) }
      if let sponsor = command.sponsor, !state.persons.contains(sponsor) {
        throw ReferenceCodes.unknown(sponsor)
      }
      if let violation = OrderedPeriod.check(from: command.from, until: command.until) {
        throw Rejection(violation)
      }
      return [
        try drafting.draft(
          .person(
            .affiliationStarted(
              AffiliationStarted(
                affiliation: command.affiliation, person: command.person, unit: command.unit,
                position: command.position, from: command.from, until: command.until,
                sponsor: command.sponsor, contract: try drafting.contract(command.contract),
                project: try drafting.project(command.project)))),
          about: command.person)
      ]
    case .leave(let command):
      guard let person = state.affiliations[command.affiliation]?.person,
        let affiliation = state.persons[person]?.affiliations.first(where: {
          $0.id == command.affiliation
        })
      else { throw ReferenceCodes.unknown(command.affiliation) }
      let ending = try drafting.ending(lastDay: command.lastDay)
      try drafting.check(
        ending, of: .affiliation, "\(command.affiliation)",
        state: Localized(en: "ended", sv: "upphörd"), planned: affiliation.ended?.effective)
      return [
        try drafting.draft(
          .person(
            .affiliationEnded(
              AffiliationEnded(
                affiliation: command.affiliation, person: person, lastDay: command.lastDay,
                until: ending.until))),
          about: person, effective: ending.effective)
      ]
    case .move(let command): return try decide(command, given: state, drafting)
    case .startAbsence(let command): return try decide(command, given: state, drafting)
    case .endAbsence(let command): return try decide(command, given: state, drafting)
    case .train(let command): return try decide(command, given: state, drafting)
    case .changeIdentity(let command): return try decide(command, given: state, drafting)
    case .confirm(let command): return try decide(command, given: state, drafting)
    case .erase(let command): return try decide(command, given: state, drafting)
    }
  }

  static func decide(
    _ command: RoleCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .assign(let command):
      if state.assignments.contains(command.assignment) {
        throw ReferenceCodes.taken(command.assignment)
      }
      guard state.persons.contains(command.holder) else {
        throw ReferenceCodes.unknown(command.holder)
      }
      if let system = command.system, !state.systems.contains(system) {
        throw ReferenceCodes.unknown(system)
      }
      for unit in [command.unit, command.appointedBy] {
        if let unit, !state.units.contains(unit) { throw ReferenceCodes.unknown(unit) }
      }
      if let violation = OrderedPeriod.check(from: command.from, until: command.until) {
        throw Rejection(violation)
      }
      try checkScope(of: command)
      return [
        try drafting.draft(
          .role(
            .assigned(
              RoleAssigned(
                assignment: command.assignment, role: command.role, holder: command.holder,
                system: command.system, unit: command.unit, appointedBy: command.appointedBy,
                from: command.from, until: command.until))),
          about: command.holder)
      ]
    case .end(let command):
      guard let row = state.assignments[command.assignment] else {
        throw ReferenceCodes.unknown(command.assignment)
      }
      let ending = try drafting.ending(lastDay: command.lastDay)
      try drafting.check(
        ending, of: .role, "\(command.assignment)",
        state: Localized(en: "ended", sv: "upphörd"), planned: row.ended?.effective)
      return [
        try drafting.draft(
          .role(
            .ended(
              RoleEnded(
                assignment: command.assignment, until: ending.until,
                vacantUntil: command.hasSuccessor ? ending.end : command.vacantUntil))),
          about: row.holder, effective: ending.effective)
      ]
    }
  }

  /// A role is about the thing it is a role for: an owner's about a system, a manager's about a unit.
  private static func checkScope(of command: AssignRole) throws(Rejection) {
    let needed: Localized?
    switch command.role {
    case .owner, .steward:
      needed =
        command.system != nil && command.unit == nil
        ? nil : Localized(en: "a system: --system", sv: "ett system: --system")
    case .deputy:
      needed =
        (command.system == nil) != (command.unit == nil)
        ? nil
        : Localized(
          en: "a system or a unit: --system or --unit",
          sv: "ett system eller en enhet: --system eller --unit")
    case .manager, .head:
      needed =
        command.unit != nil && command.system == nil
        ? nil : Localized(en: "a unit: --unit", sv: "en enhet: --unit")
    case .administrator, .registrar, .securityCoordinator, .auditor, .custodian, .helpdesk,
      .dataProtectionOfficer, .archivist, .personnelSource, .job:
      needed =
        command.system == nil || command.unit == nil
        ? nil
        : Localized(
          en: "a system, a unit, or neither", sv: "ett system, en enhet, eller inget av dem")
    }
    guard let needed else { return }
    throw Rejection(
      ReferenceCodes.scope.diagnostic(
        .init(en: "role", sv: "roll", localized: command.role.word),
        .init(en: "needed", sv: "krävs", localized: needed)))
  }
}

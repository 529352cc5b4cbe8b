import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about segregation of duties.
enum SeparationDecider {
  static func decide(
    _ command: SeparationCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .adopt(let command): [try adopt(command, given: state, drafting)]
    case .except(let command): [try except(command, given: state, drafting)]
    }
  }

  private static func adopt(
    _ command: AdoptSeparationRule, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    for id in command.first + command.second {
      guard let system = state.systems[id.system] else { throw ReferenceCodes.unknown(id.system) }
      guard system.entitlement(id.name) != nil else { throw ReferenceCodes.unknown(id) }
    }
    return try drafting.draft(
      .separation(
        .ruleAdopted(
          SeparationRuleAdopted(
            rule: command.rule, kind: command.kind, severity: command.severity,
            first: command.first, second: command.second,
            rationale: try drafting.label(
              command.rationale, Localized(en: "rationale", sv: "motivering")),
            from: command.from, until: command.until))))
  }

  private static func except(
    _ command: ApproveSeparationException, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.separationExceptions.contains(command.exception) {
      throw ReferenceCodes.taken(command.exception)
    }
    guard state.separationRules.contains(command.rule) else {
      throw ReferenceCodes.unknown(command.rule)
    }
    if let violation = OneDecider.check(deciders: command.deciders) { throw Rejection(violation) }
    guard let decider = command.deciders.first else {
      throw Rejection(OneDecider.code.diagnostic())
    }
    for person in [command.person, decider] {
      guard state.persons.contains(person) else { throw ReferenceCodes.unknown(person) }
    }
    let authority = state.exceptionAuthority(
      of: decider, from: command.rule, for: command.person, at: drafting.context.moment)
    return try drafting.draft(about: command.person) { id throws(Rejection) in
      .separation(
        .exceptionApproved(
          SeparationExceptionApproved(
            exception: command.exception, rule: command.rule, person: command.person,
            control: try drafting.seal(
              command.control, "control",
              Localized(en: "compensating control", sv: "kompenserande kontroll"), of: id,
              about: command.person),
            decider: decider, assignment: authority?.id, from: command.from,
            until: command.until)))
    }
  }
}

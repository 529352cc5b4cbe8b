import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Transparency

/// What follows from what is asked about the organisation's rules.
enum PolicyDecider {
  static func decide(
    _ command: PolicyCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .adopt(let command): [try adopt(command, given: state, drafting)]
    }
  }

  private static func adopt(
    _ command: AdoptPolicy, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    for unit in [command.body, command.unit].compactMap(\.self) where !state.units.contains(unit) {
      throw ReferenceCodes.unknown(unit)
    }
    if let system = command.system, !state.systems.contains(system) {
      throw ReferenceCodes.unknown(system)
    }
    let id: PolicyID
    do throws(PolicyFaults) {
      id =
        IncidentRules.isMeant(by: command.document)
        ? try IncidentRules(reading: command.document).id
        : try PolicyDocument(reading: command.document, events: Register.policyEvents).id
    } catch {
      throw Rejection(error.faults)
    }
    return try drafting.draft(
      .policy(
        .adopted(
          PolicyAdopted(
            policy: id, level: command.level, unit: command.unit,
            system: command.system, body: command.body, from: command.from,
            reviewBy: command.reviewBy, document: command.document,
            digest: SHA256.digest(of: Array(command.document.text.utf8))))))
  }
}

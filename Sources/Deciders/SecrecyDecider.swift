import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections

/// What follows from what is asked about markings of secrecy.
enum SecrecyDecider {
  static func decide(
    _ command: SecrecyCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .mark(let command):
      if let person = command.person, !state.persons.contains(person) {
        throw ReferenceCodes.unknown(person)
      }
      if let system = command.system, !state.systems.contains(system) {
        throw ReferenceCodes.unknown(system)
      }
      if let incident = command.incident, !state.incidents.contains(incident) {
        throw ReferenceCodes.unknown(incident)
      }
      if let event = command.event, !(0..<Int64(state.position)).contains(event) {
        throw Rejection(
          ReferenceCodes.unknown.diagnostic(
            .init(en: "position in the log", sv: "plats i loggen", "\(event)")))
      }
      let provision = try drafting.label(
        command.provision, Localized(en: "provision", sv: "bestämmelse"))
      return [
        try drafting.draft(
          .ledger(
            .secrecyMarked(
              SecrecyMarked(
                marking: command.marking, person: command.person, system: command.system,
                incident: command.incident, event: command.event, provision: provision,
                isProtectedIdentity: command.isProtectedIdentity))), about: command.person)
      ]
    }
  }
}

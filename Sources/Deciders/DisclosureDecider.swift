import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about giving out of the register.
enum DisclosureDecider {
  static func decide(
    _ command: DisclosureCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .give(let command): [try give(command, given: state, drafting)]
    case .deny(let command): [try deny(command, given: state, drafting)]
    }
  }

  private static func give(
    _ command: GiveDisclosure, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    guard state.persons.contains(command.decider) else {
      throw ReferenceCodes.unknown(command.decider)
    }
    let request = try reference(command.request, drafting)
    let view = try drafting.label(command.view, Localized(en: "view", sv: "vy"))
    let filter = try drafting.optionalLabel(
      command.filter, Localized(en: "filter", sv: "urval"))
    return try drafting.draft(about: nil) { id throws(Rejection) in
      let ground = try ground(command.ground, of: id, drafting)
      return .ledger(
        .recordDisclosed(
          RecordDisclosed(
            request: request, view: view, filter: filter, asOf: command.asOf,
            knownAt: command.knownAt, size: command.size, root: command.root,
            profile: command.profile, maskedCount: command.maskedCount,
            recipient: command.recipient, decider: command.decider, ground: ground,
            digest: command.digest)))
    }
  }

  private static func deny(
    _ command: DenyDisclosure, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    guard state.persons.contains(command.decider) else {
      throw ReferenceCodes.unknown(command.decider)
    }
    let request = try reference(command.request, drafting)
    let provision = try drafting.label(
      command.provision, Localized(en: "provision", sv: "bestämmelse"))
    return try drafting.draft(about: nil) { id throws(Rejection) in
      let ground = try ground(command.ground, of: id, drafting)
      return .ledger(
        .disclosureDenied(
          DisclosureDenied(
            request: request, recipient: command.recipient, provision: provision,
            decider: command.decider, ground: ground)))
    }
  }

  /// A reference to a case is no place for the name of whoever asked.
  private static func reference(
    _ text: String, _ drafting: Drafting
  ) throws(Rejection) -> Label {
    let name = Localized(en: "request", sv: "begäran")
    if let violation = NoPersonalData.check(text, field: name) { throw Rejection(violation) }
    return try drafting.label(text, name)
  }

  private static func ground(
    _ text: String, of event: UniqueID, _ drafting: Drafting
  ) throws(Rejection) -> Commitment {
    try drafting.seal(
      text, "ground", Localized(en: "ground", sv: "grund"), of: event, about: nil)
  }
}

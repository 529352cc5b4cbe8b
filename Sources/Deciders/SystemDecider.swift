import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about systems, entitlements and accounts.
enum SystemDecider {
  static func decide(
    _ command: SystemCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .register(let command):
      if state.systems.contains(command.system) { throw ReferenceCodes.taken(command.system) }
      guard state.units.contains(command.owner) else { throw ReferenceCodes.unknown(command.owner) }
      try ReferenceCodes.check(days: command.reviewDays)
      let name = try drafting.label(command.name, Localized(en: "name", sv: "namn"))
      return [
        try drafting.draft(about: nil) { id throws(Rejection) in
          let purpose = try command.purpose.map { text throws(Rejection) in
            try drafting.seal(
              text, "purpose", Localized(en: "purpose", sv: "ändamål"), of: id, about: nil)
          }
          return .system(
            .registered(
              SystemRegistered(
                system: command.system, name: name, owner: command.owner,
                ownership: command.ownership, reviewDays: command.reviewDays, purpose: purpose)))
        }
      ]
    case .classify(let command):
      guard state.systems.contains(command.system) else {
        throw ReferenceCodes.unknown(command.system)
      }
      let levels = command.classification
      return [
        try drafting.draft(
          .system(
            .classified(
              SystemClassified(
                system: command.system, confidentiality: Int64(levels.confidentiality),
                integrity: Int64(levels.integrity), availability: Int64(levels.availability)))))
      ]
    case .changeStatus(let command):
      guard let row = state.systems[command.system] else {
        throw ReferenceCodes.unknown(command.system)
      }
      try checkStep(from: row.statuses.last?.status ?? .proposed, to: command.status, of: row)
      return [
        try drafting.draft(
          .system(
            .statusChanged(SystemStatusChanged(system: command.system, status: command.status))))
      ]
    case .define(let command):
      guard let row = state.systems[command.entitlement.system] else {
        throw ReferenceCodes.unknown(command.entitlement.system)
      }
      if row.entitlement(command.entitlement.name) != nil {
        throw ReferenceCodes.taken(command.entitlement.name)
      }
      try checkDecider(command.decidedBy)
      try ReferenceCodes.check(days: command.validityDaysMax)
      return [
        try drafting.draft(
          .system(
            .entitlementDefined(
              EntitlementDefined(
                entitlement: command.entitlement,
                name: try drafting.label(command.name, Localized(en: "name", sv: "namn")),
                description: try drafting.label(
                  command.description, Localized(en: "description", sv: "beskrivning")),
                account: command.account, privilege: command.privilege,
                decidedBy: command.decidedBy, validityDaysMax: command.validityDaysMax,
                emergency: command.emergency))))
      ]
    case .findAccount(let command):
      guard state.systems.contains(command.system) else {
        throw ReferenceCodes.unknown(command.system)
      }
      if state.accounts.contains(command.account) { throw ReferenceCodes.taken(command.account) }
      if let person = command.person, !state.persons.contains(person) {
        throw ReferenceCodes.unknown(person)
      }
      return [
        try drafting.draft(
          .system(
            .accountFound(
              AccountFound(
                account: command.account, system: command.system, kind: command.kind,
                person: command.person))),
          about: command.person)
      ]
    }
  }

  /// An entitlement is decided by a role whose authority the rules know: owner, steward or manager.
  private static func checkDecider(_ role: Role) throws(Rejection) {
    switch role {
    case .owner, .steward, .manager: return
    case .deputy, .administrator, .registrar, .securityCoordinator, .auditor, .custodian, .head,
      .helpdesk, .dataProtectionOfficer, .archivist, .personnelSource, .job:
      throw Rejection(
        ReferenceCodes.decidingRole.diagnostic(
          .init(en: "role", sv: "roll", localized: role.word)))
    }
  }

  /// A system moves along its life: proposed → pilot → in operation → phasing out → decommissioned → archived; steps may be
  /// skipped, except that only a decommissioned system is archived, and none is taken back but phasing out.
  private static func checkStep(
    from present: SystemStatus, to next: SystemStatus, of row: SystemRow
  ) throws(Rejection) {
    let allowed: [SystemStatus] =
      switch present {
      case .proposed: [.pilot, .inOperation, .decommissioned]
      case .pilot: [.inOperation, .phasingOut, .decommissioned]
      case .inOperation: [.phasingOut, .decommissioned]
      case .phasingOut: [.inOperation, .decommissioned]
      case .decommissioned: [.archived]
      case .archived: []
      }
    if allowed.contains(next) {
      let isToBeUsed = next == .pilot || next == .inOperation
      guard isToBeUsed, row.classifications.isEmpty else { return }
      throw ReferenceCodes.order(
        "\(row.id)", state: Localized(en: "not classified", sv: "inte klassat"),
        needed: Localized(
          en: "liggare system classify \(row.id)", sv: "liggare system classify \(row.id)"))
    }
    if present == .archived, let last = row.statuses.last {
      throw Rejection(
        TerminalStates.violation(
          of: .system, "\(row.id)", state: present.word, at: last.fact.effective))
    }
    throw ReferenceCodes.order(
      "\(row.id)", state: present.word,
      needed: Localized(
        en: "one of: " + allowed.map { "\($0.code)" }.joined(separator: ", "),
        sv: "något av: " + allowed.map { "\($0.code)" }.joined(separator: ", ")))
  }
}

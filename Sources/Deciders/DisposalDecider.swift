import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections

/// What follows from what is asked about disposal of records.
enum DisposalDecider {
  static func decide(
    _ command: DisposalCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .decide(let command): try decide(command, given: state, drafting)
    case .carryOut(let command): try decide(command, given: state, drafting)
    case .hold(let command):
      [
        try drafting.draft(
          .ledger(.holdSet(HoldSet(hold: command.hold, target: command.target))),
          about: command.target.kind == .person
            ? command.target.identifier(PersonID.self) : nil)
      ]
    case .release(let command): try decide(command, given: state, drafting)
    }
  }

  private static func decide(
    _ command: DecideDisposal, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard state.disposal(command.disposal) == nil else {
      throw ReferenceCodes.taken(command.disposal)
    }
    guard state.units.contains(command.body) else { throw ReferenceCodes.unknown(command.body) }
    if let system = command.system, !state.systems.contains(system) {
      throw ReferenceCodes.unknown(system)
    }
    return [
      try drafting.draft(
        .ledger(
          .disposalDecided(
            DisposalDecided(
              disposal: command.disposal, body: command.body, retention: command.retention,
              keepMonths: command.keepMonths, system: command.system,
              endedBefore: command.endedBefore, from: command.from))))
    ]
  }

  private static func decide(
    _ command: DisposeRecords, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard state.persons.contains(command.approver) else {
      throw ReferenceCodes.unknown(command.approver)
    }
    for grant in command.grants where !state.grants.contains(grant) {
      throw ReferenceCodes.unknown(grant)
    }
    for request in command.requests where !state.requests.contains(request) {
      throw ReferenceCodes.unknown(request)
    }
    return [
      try drafting.draft(
        .ledger(
          .recordsDisposed(
            RecordsDisposed(
              disposal: command.disposal, approver: command.approver, grants: command.grants,
              requests: command.requests, count: command.count, receipt: command.receipt))))
    ]
  }

  private static func decide(
    _ command: LiftHold, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard let hold = state.holds.last(where: { $0.hold == command.hold }) else {
      throw ReferenceCodes.unknown(command.hold)
    }
    return [
      try drafting.draft(
        .ledger(.holdLifted(HoldLifted(hold: command.hold))),
        about: hold.target.kind == .person ? hold.target.identifier(PersonID.self) : nil)
    ]
  }
}

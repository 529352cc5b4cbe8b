import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections

/// What follows from what is asked about units that there are already.
extension OrganisationDecider {
  static func decide(
    _ command: RenameUnit, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard state.units.contains(command.unit) else { throw ReferenceCodes.unknown(command.unit) }
    let name = try drafting.label(command.name, Localized(en: "name", sv: "namn"))
    return [
      try drafting.draft(.unit(.renamed(UnitRenamed(unit: command.unit, name: name))))
    ]
  }

  static func decide(
    _ command: MoveUnit, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    for unit in [command.unit, command.parent] where !state.units.contains(unit) {
      throw ReferenceCodes.unknown(unit)
    }
    return [
      try drafting.draft(.unit(.moved(UnitMoved(unit: command.unit, parent: command.parent))))
    ]
  }

  static func decide(
    _ command: CloseUnit, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    for unit in [command.unit] + command.successors where !state.units.contains(unit) {
      throw ReferenceCodes.unknown(unit)
    }
    var successors: [UnitID] = []
    for unit in command.successors where !successors.contains(unit) { successors.append(unit) }
    return [
      try drafting.draft(.unit(.closed(UnitClosed(unit: command.unit, successors: successors))))
    ]
  }
}

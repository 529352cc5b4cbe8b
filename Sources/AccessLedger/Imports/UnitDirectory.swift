import AccessModel
import Chronology
import Projections

/// Units by what they are called and where they lie, so that a path finds its unit without a search.
struct UnitDirectory {
  private struct Place: Hashable {
    var parent: UnitID
    var name: String
  }

  private var units: [Place: UnitID] = [:]
  /// The unit that all paths begin below.
  let root: UnitID

  /// The units that a register has.
  init(_ register: Register) {
    // A path is of the organisation as it is now.
    let moment = register.lastRecorded ?? .latest
    root = register.root(at: moment) ?? UnitID(number: 1)
    for row in register.units.rows where row.isOpen(at: moment) {
      add(row.id, row.name(at: moment), below: register.parent(of: row.id, at: moment))
    }
  }

  mutating func add(_ unit: UnitID, _ name: Label, below parent: UnitID?) {
    guard let parent else { return }
    let place = Place(parent: parent, name: name.text)
    // Of two units with one name the first is meant, on every run.
    if units[place] == nil { units[place] = unit }
  }

  /// How far a path is known, and what comes below that.
  func resolve(_ path: [Label]) -> (unit: UnitID, missing: [Label], isAtRoot: Bool) {
    var unit = root
    for (depth, name) in path.enumerated() {
      guard let next = units[Place(parent: unit, name: name.text)] else {
        return (unit, Array(path[depth...]), depth == 0)
      }
      unit = next
    }
    return (unit, [], false)
  }
}

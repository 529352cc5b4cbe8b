public import AccessModel
public import Chronology
import Events

extension Register {
  /// The unit that a unit lies below at a moment.
  ///
  /// A closed unit counts as lying below the one that took over its duties: whoever was placed there, and what it owned, is from then
  /// on the successor's. Where several took over, nobody can tell which, and it stays where it was.
  public func parent(of unit: UnitID, at moment: Instant) -> UnitID? {
    guard let row = units[unit] else { return nil }
    if row.isClosed(at: moment), row.successors.count == 1 { return row.successors.first }
    return row.parent(at: moment)
  }

  /// Whether `unit` is `ancestor` or lies below it at a moment.
  public func isUnit(_ unit: UnitID, within ancestor: UnitID, at moment: Instant) -> Bool {
    var place: UnitID? = unit
    // A tree is no deeper than it has units, whatever the log says.
    for _ in 0...units.count {
      guard let present = place else { return false }
      if present == ancestor { return true }
      place = parent(of: present, at: moment)
    }
    return false
  }

  /// The unit that has the duties of a unit at a moment: itself, or the one that took over; itself when it was split or only closed.
  public func heir(of unit: UnitID, at moment: Instant) -> UnitID {
    var place = unit
    // A tree is no deeper than it has units, whatever the log says.
    for _ in 0...units.count {
      guard let row = units[place], row.isClosed(at: moment), row.successors.count == 1,
        let next = row.successors.first
      else { return place }
      place = next
    }
    return place
  }

  /// The legal entity that a unit belongs to at a moment: itself, or the nearest above that is a council, board, committee or
  /// company; else the topmost unit.
  public func legalEntity(of unit: UnitID, at moment: Instant) -> UnitID {
    var place = heir(of: unit, at: moment)
    // A tree is no deeper than it has units, whatever the log says.
    for _ in 0...units.count {
      guard let row = units[place] else { return place }
      switch row.kind {
      case .council, .board, .committee, .company: return place
      case .administration, .unit: break
      }
      guard let above = parent(of: place, at: moment) else { return place }
      place = heir(of: above, at: moment)
    }
    return place
  }

  /// The topmost unit that is open at a moment.
  public func root(at moment: Instant) -> UnitID? {
    units.rows.first { $0.isOpen(at: moment) && $0.parent(at: moment) == nil }?.id
  }

  /// The other open units that are called the same at a moment, in the order of record.
  public func namesakes(of unit: UnitID, at moment: Instant) -> [UnitID] {
    guard let name = units[unit]?.name(at: moment) else { return [] }
    return units.rows.filter {
      $0.id != unit && $0.isOpen(at: moment) && $0.name(at: moment) == name
    }.map(\.id)
  }

  /// Whether a role holds at a moment. A role for a unit ends with the unit: the successor has its own.
  public func isInForce(_ assignment: AssignmentRow, at moment: Instant) -> Bool {
    guard assignment.isInForce(at: moment) else { return false }
    return assignment.unit.flatMap { units[$0] }.map { !$0.isClosed(at: moment) } ?? true
  }

  /// Who works in a unit itself at a moment, by the register's order of persons; after a merger also those placed in what it took over.
  public func staff(of unit: UnitID, at moment: Instant) -> [PersonID] {
    persons.rows.filter { person in
      person.affiliations.contains {
        $0.isActive(at: moment) && heir(of: $0.unit(at: moment), at: moment) == unit
      }
    }.map(\.id)
  }

  /// The systems that a unit owns at a moment and that are not closed, of its own or of what it took over.
  public func systemsOwned(by unit: UnitID, at moment: Instant) -> [SystemID] {
    systems.rows.filter { system in
      system.registered.effective <= moment && (system.closing.map { moment < $0 } ?? true)
        && heir(of: owner(of: system, at: moment), at: moment) == unit
    }.map(\.id)
  }

  /// The body that a system was last said to belong to, at a moment.
  public func owner(of system: SystemRow, at moment: Instant) -> UnitID {
    system.changes.filter { $0.change.owner != nil }.latest(at: moment, by: \.fact)?.change.owner
      ?? system.owner
  }

  /// The roles for a unit that hold at a moment, or will.
  public func roles(for unit: UnitID, at moment: Instant) -> [AssignmentRow] {
    assignments.rows.filter { $0.unit == unit && ($0.end.map { moment < $0 } ?? true) }
  }

  /// The units right below a unit at a moment, closed ones left out.
  public func unitsBelow(_ unit: UnitID, at moment: Instant) -> [UnitID] {
    units.rows.filter { $0.isOpen(at: moment) && parent(of: $0.id, at: moment) == unit }.map(\.id)
  }
}

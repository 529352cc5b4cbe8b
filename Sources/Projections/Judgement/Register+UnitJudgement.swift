public import AccessModel
public import Chronology
import Diagnostics
import Events
public import Policies

extension Register {
  /// ORG-01 to ORG-04: the units stay one tree, and nothing is left without somebody who answers for it.
  func violations(of event: UnitEvent, in proposal: Proposal) -> [Diagnostic] {
    let moment = proposal.effective
    var found: [Diagnostic] = []
    switch event {
    case .registered(let unit):
      found.add(NoPersonalData.check(unit.name.text, field: .init(en: "name", sv: "namn")))
      if proposal.channel != .migration {
        found.add(OneRoot.check(unit: unit.unit, parent: unit.parent, root: root(at: moment)))
      }
      found.add(unit.parent.flatMap { closed($0, at: moment) })
    case .renamed(let unit):
      found.add(NoPersonalData.check(unit.name.text, field: .init(en: "name", sv: "namn")))
      found.add(closed(unit.unit, at: moment))
    case .moved(let unit):
      found.add(closed(unit.unit, at: moment))
      found.add(closed(unit.parent, at: moment))
      found.add(
        AcyclicUnits.check(
          unit: unit.unit, other: unit.parent,
          isBelow: isEverBelow(unit.parent, unit.unit, from: moment)))
    case .closed(let unit):
      found.add(closed(unit.unit, at: .latest))
      for successor in unit.successors {
        found.add(closed(successor, at: moment))
        found.add(
          AcyclicUnits.check(
            unit: unit.unit, other: successor,
            isBelow: isEverBelow(successor, unit.unit, from: moment)))
      }
      found.add(
        SucceededUnit.check(
          unit: unit.unit, successors: unit.successors, duties: duties(of: unit.unit, at: moment)))
    }
    return found
  }

  /// ORG-03 when the unit is closed at the moment.
  func closed(_ unit: UnitID, at moment: Instant) -> Diagnostic? {
    guard let row = units[unit], let closed = row.closed, closed.effective <= moment else {
      return nil
    }
    return OpenUnit.check(unit: unit, closed: closed.effective, successors: row.successors)
  }

  /// Whether a unit lies below another at a moment, or will when the changes to come have come: one that is recorded late must close no
  /// circle with one that holds later.
  private func isEverBelow(_ unit: UnitID, _ ancestor: UnitID, from moment: Instant) -> Bool {
    var moments: Set<Instant> = [moment]
    for row in units.rows {
      for move in row.moves where move.fact.effective > moment {
        moments.insert(move.fact.effective)
      }
      if let closed = row.closed, closed.effective > moment { moments.insert(closed.effective) }
    }
    return moments.contains { isUnit(unit, within: ancestor, at: $0) }
  }

  /// What a unit answers for at a moment.
  public func duties(of unit: UnitID, at moment: Instant) -> SucceededUnit.Duties {
    SucceededUnit.Duties(
      persons: persons.rows.filter { person in
        person.affiliations.contains { row in
          (row.end.map { moment < $0 } ?? true)
            && heir(of: row.unit(at: max(moment, row.from)), at: moment) == unit
        }
      }.map(\.id),
      roles: roles(for: unit, at: moment).map(\.id),
      systems: systemsOwned(by: unit, at: moment), units: unitsBelow(unit, at: moment))
  }
}

public import AccessModel
public import Chronology

extension AffiliationRow {
  /// The unit and the position at a moment of the affiliation: the latest change that holds then, else those it began with.
  public func place(at moment: Instant) -> (unit: UnitID, position: PositionCode?) {
    var found = (unit: unit, position: position)
    var since: Instant?
    for change in changes where change.fact.effective <= moment {
      if let since, change.fact.effective < since { continue }
      found = (change.unit, change.position)
      since = change.fact.effective
    }
    return found
  }
}

extension Register {
  /// Whether a person has a position at a moment, in a unit or anywhere below it.
  public func holds(
    _ person: PersonID, _ position: PositionCode, within unit: UnitID, at moment: Instant
  ) -> Bool {
    (persons[person]?.affiliations ?? []).contains { affiliation in
      guard affiliation.isActive(at: moment) else { return false }
      let place = affiliation.place(at: moment)
      return place.position == position && isUnit(place.unit, within: unit)
    }
  }

  /// Whether a person has, or ever had, a position.
  func hasEverHeld(_ person: PersonID, _ position: PositionCode) -> Bool {
    (persons[person]?.affiliations ?? []).contains { affiliation in
      affiliation.position == position
        || affiliation.changes.contains { $0.position == position }
    }
  }
}

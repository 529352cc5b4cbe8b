public import AccessModel
public import Chronology

extension Register {
  /// Whether a person has a position at a moment, in a unit or anywhere below it.
  public func holds(
    _ person: PersonID, _ position: PositionCode, within unit: UnitID, at moment: Instant
  ) -> Bool {
    (persons[person]?.affiliations ?? []).contains { affiliation in
      guard affiliation.isActive(at: moment) else { return false }
      return affiliation.position(at: moment) == position
        && isUnit(affiliation.unit(at: moment), within: unit, at: moment)
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

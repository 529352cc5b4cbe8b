public import AccessModel
public import Chronology

extension UnitKind {
  /// Whether a unit of the kind has power that it can delegate to a position.
  public var canDelegate: Bool {
    switch self {
    case .board, .committee, .company: true
    case .council, .administration, .unit: false
    }
  }
}

extension Register {
  /// Whether a unit is a company, or a part of one, at a moment.
  public func isCompany(_ unit: UnitID, at moment: Instant) -> Bool {
    units[legalEntity(of: unit, at: moment)]?.kind == .company
  }

  /// How many persons work in a unit and below it at a moment.
  public func headcount(of unit: UnitID, at moment: Instant) -> Int {
    persons.rows.count { person in
      person.affiliations.contains {
        $0.isActive(at: moment) && isUnit($0.unit(at: moment), within: unit, at: moment)
      }
    }
  }
}

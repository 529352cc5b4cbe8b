public import AccessModel
public import Chronology

extension UnitKind {
  /// Whether a unit of the kind is a legal entity of its own, or decides as one: a committee or a company.
  public var isLegalEntity: Bool {
    switch self {
    case .council, .board, .committee, .company: true
    case .administration, .unit: false
    }
  }

  /// Whether a unit of the kind has power that it can delegate to a position.
  public var canDelegate: Bool {
    switch self {
    case .board, .committee, .company: true
    case .council, .administration, .unit: false
    }
  }
}

extension Register {
  /// The committee or company that a unit belongs to: itself, or the nearest above that is one; else the topmost unit.
  public func legalEntity(of unit: UnitID) -> UnitID {
    var place = unit
    // A tree is no deeper than it has units, whatever the log says.
    for _ in 0...units.count {
      guard let row = units[place], !row.kind.isLegalEntity, let parent = row.parent else {
        return place
      }
      place = parent
    }
    return place
  }

  /// Whether a unit is a company, or a part of one.
  public func isCompany(_ unit: UnitID) -> Bool {
    units[legalEntity(of: unit)]?.kind == .company
  }

  /// How many persons work in a unit and below it at a moment.
  public func headcount(of unit: UnitID, at moment: Instant) -> Int {
    persons.rows.count { person in
      person.affiliations.contains {
        $0.isActive(at: moment) && isUnit($0.place(at: moment).unit, within: unit)
      }
    }
  }
}

public import AccessModel
public import Chronology

extension AffiliationRow {
  /// Where the person works at a moment of it.
  public func unit(at moment: Instant) -> UnitID {
    changes.latest(at: moment, by: \.fact)?.unit ?? unit
  }

  /// In what position, at a moment of it. A change that names none takes the position away.
  public func position(at moment: Instant) -> PositionCode? {
    guard let change = changes.latest(at: moment, by: \.fact) else { return position }
    return change.position
  }

  /// Who answers for an external person at a moment of it.
  public func sponsor(at moment: Instant) -> PersonID? {
    changes.filter { $0.sponsor != nil }.latest(at: moment, by: \.fact)?.sponsor ?? sponsor
  }

  /// The contract that an external person works under at a moment of it.
  public func contract(at moment: Instant) -> Label? {
    changes.filter { $0.contract != nil }.latest(at: moment, by: \.fact)?.contract ?? contract
  }
}

extension PersonRow {
  /// Whether the person has changed place or terms since they came, as far as this ledger has recorded it.
  ///
  /// A history that is taken over brings its moves with it; what they should have led to was for the other register to see to.
  var hasMoved: Bool {
    affiliations.contains { !$0.changes.isEmpty }
      || affiliations.dropFirst().contains { !$0.started.isMigrated }
  }
}

public import AccessModel
public import Chronology

extension UnitRow {
  /// What it is called at a moment.
  public func name(at moment: Instant) -> Label {
    renames.latest(at: moment, by: \.fact)?.name ?? name
  }

  /// What it was put below, as it stands at a moment. Where a closed unit counts as lying is for the register to say.
  public func parent(at moment: Instant) -> UnitID? {
    moves.latest(at: moment, by: \.fact)?.parent ?? parent
  }

  /// Whether it had been closed at a moment.
  public func isClosed(at moment: Instant) -> Bool {
    closed.map { $0.effective <= moment } ?? false
  }

  /// Whether it exists at a moment.
  public func isOpen(at moment: Instant) -> Bool {
    registered.effective <= moment && !isClosed(at: moment)
  }
}

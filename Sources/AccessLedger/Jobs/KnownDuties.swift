import Projections

/// The list of what somebody has to do, kept while nothing is recorded: on a large register it takes seconds, and several jobs of a night
/// ask for it.
final class KnownDuties {
  private var position: UInt64?
  private var list: [Duty] = []

  /// The list of a register with so many events; made when it is not that of the last time.
  func list(at position: UInt64, _ make: () -> [Duty]) -> [Duty] {
    if self.position != position {
      list = make()
      self.position = position
    }
    return list
  }
}

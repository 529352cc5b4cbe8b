public import Chronology

/// What is left of a scan that is recorded in more than one batch.
///
/// It holds while nothing has been recorded since the scan but its own first steps: then a new scan would come to the same, but for
/// ends held back (``StaleScan/heldBackCount``), which are held back for all of the scan and not for those of its batches that are large.
public struct StaleRemainder: Sendable {
  /// The moment that was looked at.
  public let moment: Instant
  /// How many events the register then holds.
  public private(set) var position: UInt64
  /// The steps that are not recorded yet, in their order.
  public private(set) var steps: ArraySlice<StaleScan.Step>

  /// All of a scan that was made of a register with so many events.
  public init(_ scan: StaleScan, at moment: Instant, position: UInt64) {
    self.moment = moment
    self.position = position
    steps = scan.steps[...]
  }

  /// Takes off the first steps, which were recorded as one event each, and nothing else was.
  public mutating func take(_ count: Int) {
    steps = steps.dropFirst(count)
    position += UInt64(count)
  }

  /// The steps, for a decision that is made on so many events about a moment; `nil` when they may be other ones by now.
  public func steps(at position: UInt64, about moment: Instant) -> ArraySlice<StaleScan.Step>? {
    position == self.position && moment == self.moment ? steps : nil
  }
}

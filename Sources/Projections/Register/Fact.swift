public import Chronology

/// Where in the log something was said, and when it holds.
///
/// Who said it, and why, is in the event at that position; rows stay small by not repeating it.
public struct Fact: Hashable, Sendable {
  /// The position, and in the lowest bit whether it was taken over: rows have several facts each.
  private var place: UInt64
  public var recorded: Instant
  public var effective: Instant

  public init(position: UInt64, recorded: Instant, effective: Instant, isMigrated: Bool) {
    place = position << 1 | (isMigrated ? 1 : 0)
    self.recorded = recorded
    self.effective = effective
  }

  public var position: UInt64 { place >> 1 }
  /// Whether it was taken over from another register, as it was.
  public var isMigrated: Bool { place & 1 == 1 }
}

extension Fact {
  /// The same fact about an end that holds from `until`, when that is said apart; of two ends the one that comes first holds.
  func ending(at until: Instant?, unlessSooner present: Fact? = nil) -> Fact {
    var ending = self
    if let until { ending.effective = until }
    if let present, present.effective <= ending.effective { return present }
    return ending
  }
}

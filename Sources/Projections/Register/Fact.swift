public import Chronology

/// Where in the log something was said, and when it holds.
///
/// Who said it, and why, is in the event at that position; rows stay small by not repeating it.
public struct Fact: Hashable, Sendable {
  public var position: UInt64
  public var recorded: Instant
  public var effective: Instant
  /// Whether it was taken over from another register, as it was.
  public var isMigrated: Bool
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

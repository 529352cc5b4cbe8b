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

public import Chronology
public import Diagnostics

/// A time stamp that a ledger keeps, as checking it came out.
public struct TimestampReport: Sendable {
  /// How many events the log had that was stamped.
  public var size: UInt64
  /// When it was made, to the second; `nil` when it cannot be read.
  public var made: Instant?
  /// What is wrong with it; `nil` when it is good.
  public var fault: Diagnostic?
  /// Whether the log is not the one that was stamped.
  public var isContradiction = false
}

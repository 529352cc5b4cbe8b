public import Chronology
public import Diagnostics

/// What a file of the use of accounts came to.
public struct UsageReport {
  /// The period that counts, which begins no earlier than the file itself says.
  public let from: Instant
  public let until: Instant
  public let isDryRun: Bool
  /// Whether the file was recorded before, so that nothing was recorded now.
  public internal(set) var isKnown = false
  /// How many accounts the file tells of that the system has.
  public internal(set) var accountCount = 0
  /// How many accounts of the system it does not name, and that a complete file shows unused.
  public internal(set) var unnamedCount = 0
  /// What it names and the ledger knows no account by.
  public internal(set) var unknown: [String] = []
  /// In a dry run, the bytes of the events that would be recorded.
  public internal(set) var events: [[UInt8]] = []
  /// What the recorder should know of the recording.
  public internal(set) var warnings: [Diagnostic] = []
}

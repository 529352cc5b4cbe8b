public import AccessModel
public import Diagnostics
import Projections

/// What a comparison of a system with the register came to.
public struct ReconciliationReport {
  public let reconciliation: ReconciliationID
  /// Whether the same reading was recorded before, so that nothing was recorded now.
  public let isKnown: Bool
  public let isDryRun: Bool
  public let matchedCount: Int
  public let missingCount: Int
  public let unknownCount: Int
  public let differingCount: Int
  /// How many accounts the ledger did not know.
  public internal(set) var foundCount = 0
  /// What could not be understood, or should be looked at.
  public internal(set) var findings: [Diagnostic] = []
  /// In a dry run, the bytes of the events that would be recorded.
  public internal(set) var events: [[UInt8]] = []
  /// What the recorder should know of the recording.
  public internal(set) var warnings: [Diagnostic] = []

  init(_ row: ReconciliationRow, isKnown: Bool, isDryRun: Bool) {
    reconciliation = row.id
    self.isKnown = isKnown
    self.isDryRun = isDryRun
    matchedCount = Int(clamping: row.matched)
    missingCount = row.missing.count
    unknownCount = row.unknown.count
    differingCount = row.differing.count
  }
}

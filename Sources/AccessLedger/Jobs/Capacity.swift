import Glibc

/// How much room there is where a ledger lies, and how fast it grows: numbers alone.
public struct Capacity: Hashable, Sendable {
  /// Bytes of the file system, and how many of them this account may still use.
  public var diskBytes: UInt64
  public var freeBytes: UInt64
  /// Files that the file system has room for, and how many more; both 0 where it sets no bound.
  public var diskFiles: UInt64
  public var freeFiles: UInt64
  /// Files in the ledger's folder, and the bytes that they take.
  public var fileCount: UInt64
  public var ledgerBytes: UInt64
  /// Bytes of the log itself.
  public var logBytes: UInt64
  /// Events in the log, and how many of them came within `recentDays` before the last one.
  public var eventCount: UInt64
  public var recentEventCount: UInt64
  /// Over how many days those came; at least one.
  public var recentDays: Double

  public init(
    diskBytes: UInt64, freeBytes: UInt64, diskFiles: UInt64, freeFiles: UInt64, fileCount: UInt64,
    ledgerBytes: UInt64, logBytes: UInt64, eventCount: UInt64, recentEventCount: UInt64,
    recentDays: Double
  ) {
    self.diskBytes = diskBytes
    self.freeBytes = freeBytes
    self.diskFiles = diskFiles
    self.freeFiles = freeFiles
    self.fileCount = fileCount
    self.ledgerBytes = ledgerBytes
    self.logBytes = logBytes
    self.eventCount = eventCount
    self.recentEventCount = recentEventCount
    self.recentDays = max(1, recentDays)
  }

  /// How many bytes the ledger grows in thirty days: as fast as lately, each event as large as they are in the mean.
  public var growthBytesPerMonth: Double {
    guard eventCount > 0 else { return 0 }
    return Double(ledgerBytes) / Double(eventCount) * Double(recentEventCount) / recentDays * 30
  }

  /// In how many days the disk is full if nothing else grows; `nil` when the ledger does not grow.
  public var daysUntilFull: Double? {
    growthBytesPerMonth > 0 ? Double(freeBytes) / growthBytesPerMonth * 30 : nil
  }

  /// How many percent of the disk are free, rounded down.
  public var freePercent: Int { Self.percent(freeBytes, of: diskBytes) }
  /// How many percent of the files that there is room for may still come, rounded down; 100 where there is no bound.
  public var freeFilesPercent: Int { Self.percent(freeFiles, of: diskFiles) }

  private static func percent(_ part: UInt64, of whole: UInt64) -> Int {
    whole == 0 ? 100 : Int(Double(min(part, whole)) / Double(whole) * 100)
  }
}

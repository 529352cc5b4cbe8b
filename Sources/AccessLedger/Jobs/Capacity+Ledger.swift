import Chronology
import Diagnostics
import EventSourcing
import EventStore
import Events
import Glibc
import Transparency

extension Job {
  /// Looks whether there is room for the ledger to grow.
  public static let capacityCheck = Job(
    "capacity-check", .daily,
    Localized(
      en: "look whether the ledger's disk is filling up",
      sv: "se om liggarens disk håller på att bli full")
  ) { run, ledger, _, report throws(LedgerError) in
    report.waiting += run.capacityLimits.check(try Capacity(of: ledger))
  }
}

extension Capacity {
  /// How many days of the log's end tell how fast it grows.
  private static let recentMilliseconds: Int64 = 90 * 86_400_000

  /// Measures the file system and the folder of a ledger, and its growth by the moments in the log, whatever the clock says.
  ///
  /// Reads a few events to find where the last ninety days begin.
  public init(of ledger: Ledger) throws(LedgerError) {
    var disk = statvfs()
    guard statvfs(ledger.path, &disk) == 0 else {
      throw .unavailable(
        SystemError("statvfs", ledger.path, errno).diagnostic())
    }
    let block = UInt64(disk.f_frsize)
    var files = FolderSize()
    files.add(folder: ledger.path)
    let size = ledger.log.head.size
    var (recent, days) = (UInt64(0), 1.0)
    if size > 0, let last = try ledger.event(at: size - 1)?.recorded,
      let first = try ledger.event(at: 0)?.recorded
    {
      let since = max(first, last.advanced(byMilliseconds: -Self.recentMilliseconds))
      recent = size - (try Self.position(from: since, in: ledger))
      days = Double(last.milliseconds - since.milliseconds) / 86_400_000
    }
    self.init(
      diskBytes: UInt64(disk.f_blocks) * block, freeBytes: UInt64(disk.f_bavail) * block,
      diskFiles: UInt64(disk.f_files), freeFiles: UInt64(disk.f_favail), fileCount: files.count,
      ledgerBytes: files.byteCount, logBytes: files.byteCount(below: "segments"),
      eventCount: size, recentEventCount: recent, recentDays: days)
  }

  /// The position of the first event that was recorded at a moment or later.
  private static func position(from moment: Instant, in ledger: Ledger) throws(LedgerError)
    -> UInt64
  {
    var (low, high) = (UInt64(0), ledger.log.head.size)
    while low < high {
      let middle = low + (high - low) / 2
      guard let event = try ledger.event(at: middle) else { return middle }
      if event.recorded < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What the files in a folder and below it come to.
private struct FolderSize {
  var count: UInt64 = 0
  var byteCount: UInt64 = 0
  /// The bytes below each folder that lies in the first one.
  private var parts: [String: UInt64] = [:]

  func byteCount(below name: String) -> UInt64 { parts[name] ?? 0 }

  /// A file that goes away meanwhile counts as nothing.
  mutating func add(folder path: String, within part: String? = nil) {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      var status = stat()
      guard name != ".", name != "..", lstat("\(path)/\(name)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        add(folder: "\(path)/\(name)", within: part ?? name)
      } else {
        count += 1
        byteCount += UInt64(clamping: status.st_blocks) * 512
        if let part { parts[part, default: 0] += UInt64(clamping: status.st_size) }
      }
    }
  }
}

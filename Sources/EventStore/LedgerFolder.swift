import Diagnostics

/// Where the files of a ledger lie.
struct LedgerFolder {
  var path: String

  var format: String { "\(path)/FORMAT" }
  /// That the folder is a backup.
  var backupMark: String { "\(path)/BACKUP" }
  var lock: String { "\(path)/lock" }
  var head: String { "\(path)/head" }
  var headDraft: String { "\(path)/head.tmp" }
  var segments: String { "\(path)/segments" }
  var quarantine: String { "\(path)/quarantine" }
  var operations: String { "\(path)/operations.log" }
  var reads: String { "\(path)/reads.log" }
  var reserve: String { "\(path)/reserve" }
  var checkpoints: String { "\(path)/checkpoints" }
  /// The file in the making that becomes a checkpoint or a tile.
  var publishedDraft: String { "\(path)/published.tmp" }
  /// Which witnesses count, and where they are asked.
  var witnessPolicy: String { "\(path)/witnesses" }
  /// Time stamps over checkpoints.
  var timestamps: String { "\(path)/timestamps" }
  /// The time stamp over the checkpoint of one size, as its authority gave it.
  func timestamp(_ size: UInt64) -> String { "\(timestamps)/\(Self.checkpointName(size)).tsr" }
  /// The certificates that the time stamp of one size is trusted by.
  func timestampAuthorities(_ size: UInt64) -> String {
    "\(timestamps)/\(Self.checkpointName(size)).pem"
  }
  var published: PublicFolder { PublicFolder(path: "\(path)/public") }

  /// The checkpoint of one size.
  func checkpoint(_ size: UInt64) -> String { "\(checkpoints)/\(Self.checkpointName(size))" }

  /// A size in 20 digits.
  static func checkpointName(_ size: UInt64) -> String {
    let digits = String(size)
    return String(repeating: "0", count: 20 - digits.count) + digits
  }

  /// The size whose checkpoint a file name is of; `nil` for all other files.
  static func checkpointSize(_ name: String) -> UInt64? {
    guard name.utf8.count == 20, name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    return UInt64(name)
  }

  /// The file of the segment that begins with the event at `first`.
  func segment(_ first: UInt64) -> String {
    "\(segments)/\(Self.number(first)).ndjson"
  }

  /// The file a segment's verified part is copied to when its tail is torn off.
  func segmentDraft(_ first: UInt64) -> String { segment(first) + ".tmp" }

  /// The file that says a segment is full.
  func manifest(_ first: UInt64) -> String {
    "\(segments)/\(Self.number(first)).sealed"
  }

  /// The leaf hashes of a segment.
  func leaves(_ first: UInt64) -> String {
    "\(segments)/\(Self.number(first)).leaves"
  }

  func manifestDraft(_ first: UInt64) -> String { manifest(first) + ".tmp" }

  /// A position in 12 digits.
  static func number(_ first: UInt64) -> String {
    let digits = String(first)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  /// The first position of the segment a file name is of; `nil` for all other files.
  static func segmentNumber(_ name: String) -> UInt64? {
    guard name.hasSuffix(".ndjson") else { return nil }
    let digits = name.dropLast(7)
    guard digits.count >= 12, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let first = UInt64(digits), number(first) == digits
    else { return nil }
    return first
  }
}

/// The length of `reserve`: what a closing event and its recovery can use when the disk is full.
let reserveByteCount = 1 << 20

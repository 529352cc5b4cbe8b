import Diagnostics
public import Transparency

/// How far a log has been read and hashed, for whoever opens it next.
///
/// Derived, and believed only as far as it leads to the root in `head`: hashing goes on from here, and what comes out is compared.
/// So an opening costs what is new, and a bookmark of another log, or of another history, leads nowhere.
public struct LogBookmark: Hashable, Sendable {
  let full: MerkleFrontier
  let current: MerkleFrontier
  let byteCount: UInt64

  /// The number of events before it.
  public var position: UInt64 { full.size + current.size }

  /// The tree over the events before it, as the bookmark has it; the empty tree when its parts do not fit each other.
  public var head: TreeHead {
    let lowest = current.size == 0 ? 64 : 63 - current.size.leadingZeroBitCount
    guard full.size == 0 || full.size.trailingZeroBitCount >= lowest else { return .empty }
    if current.size.nonzeroBitCount == 1, full.size.trailingZeroBitCount == lowest,
      let root = current.peaks.first
    {
      var all = full
      all.append(subtreeRoot: root, level: lowest)
      return all.head
    }
    return MerkleFrontier(size: position, peaks: full.peaks + current.peaks)?.head ?? .empty
  }

  init(_ log: CommittedLog) {
    full = log.tree.full
    current = log.tree.current
    byteCount = UInt64(log.byteCount)
  }

  /// The events before the current segment and in it, the bytes of that, eight bytes each; then the hashes of the tree.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for number in [full.size, current.size, byteCount] {
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
    for peak in full.peaks + current.peaks { bytes.append(contentsOf: peak.bytes) }
    return bytes
  }

  /// Reads what `bytes` gives; `nil` for anything else.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= 24, (bytes.count - 24) % 32 == 0 else { return nil }
    func number(_ place: Int) -> UInt64 {
      bytes[place * 8..<place * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    let peaks = stride(from: 24, to: bytes.count, by: 32).compactMap {
      Digest(bytes[$0..<$0 + 32])
    }
    let sizes = (number(0), number(1))
    // No log is longer; and the sum of two such sizes is a number still.
    let sizeMax: UInt64 = 9_007_199_254_740_991
    guard sizes.0 <= sizeMax, sizes.1 <= sizeMax, peaks.count >= sizes.0.nonzeroBitCount,
      let full = MerkleFrontier(
        size: sizes.0, peaks: Array(peaks[..<sizes.0.nonzeroBitCount])),
      let current = MerkleFrontier(
        size: sizes.1, peaks: Array(peaks[sizes.0.nonzeroBitCount...])),
      number(2) <= UInt64(Int32.max)
    else { return nil }
    (self.full, self.current, byteCount) = (full, current, number(2))
  }
}

extension FileEventLog {
  /// A bookmark at the head; `nil` when the log was opened without hashing it.
  public var bookmark: LogBookmark? {
    log.tree.size == head.size && access != .examining ? LogBookmark(log) : nil
  }

  /// Begins at a bookmark, when it leads to the head; else nothing is changed.
  func resume(at bookmark: LogBookmark, to record: HeadRecord, sealed names: Set<String> = []) {
    guard bookmark.position > 0,
      var resumed = CommittedLog(at: bookmark, segmentSize: format.segmentSize)
    else { return }
    resumed.batchesBehind = record.batchesBehind
    guard record.head.size > bookmark.position || record == resumed.record else { return }
    do throws(Diagnostic) {
      // When it was recorded is in the last line, and a full segment without its manifest is to be sealed.
      resumed.lastRecorded = try reader.lastRecorded(resumed.tree.segment, to: resumed.byteCount)
      if access == .writing {
        var first: UInt64 = 0
        while first < resumed.tree.segment {
          guard names.contains("\(LedgerFolder.number(first)).sealed") else { return }
          first += format.segmentSize
        }
      }
      if record != resumed.record {
        try reader.advance(&resumed, to: record, toleratingManifests: access == .reading)
      }
    } catch {
      // Whatever is wrong is met again, and told, on the way from the beginning.
      return
    }
    log = resumed
    head = record.head
    extent = record
    resumedPosition = bookmark.position
  }
}

extension CommittedLog {
  /// The log as it was at a bookmark; `nil` when segments of that size cannot be so.
  fileprivate init?(at bookmark: LogBookmark, segmentSize: UInt64) {
    guard let tree = SegmentedTree(bookmark, segmentSize: segmentSize) else { return nil }
    self.init(segmentSize: segmentSize)
    self.tree = tree
    byteCount = Int(bookmark.byteCount)
  }
}

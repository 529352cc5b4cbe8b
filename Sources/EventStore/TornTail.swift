public import Transparency

/// Bytes behind the head that an interruption left, and that were put aside.
///
/// Nothing in them was ever confirmed. The file is kept in `quarantine/`; the caller records an
/// event about it.
public struct TornTail: Hashable, Sendable {
  /// The segment the tail began in, by its first position.
  public var segment: UInt64
  /// Where in the segment it began, in bytes.
  public var offset: Int
  /// Its length in bytes, over all segments it reached into.
  public var length: Int
  /// The SHA-256 of its bytes.
  public var sha256: Digest

  public init(segment: UInt64, offset: Int, length: Int, sha256: Digest) {
    self.segment = segment
    self.offset = offset
    self.length = length
    self.sha256 = sha256
  }

  /// The name of the file in `quarantine/`.
  public var name: String { "\(LedgerFolder.number(segment))-\(offset)-\(sha256.hexadecimal)" }

  /// The tail a file of this name and length holds; `nil` for other names.
  init?(name: String, length: Int) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let segment = UInt64(parts[0]), let offset = Int(parts[1]),
      let sha256 = Digest(hexadecimal: parts[2].utf8)
    else { return nil }
    self.init(segment: segment, offset: offset, length: length, sha256: sha256)
    guard self.name == name else { return nil }
  }

  /// The longest tail one interrupted commit can leave, in bytes: a group has no more events than a batch may have.
  static let lengthMax = RecordLine.batchCountMax * (RecordLine.byteCountMax + 1)

  /// Whether an interruption can have left these bytes behind a head: the batches of one commit, as far as it came.
  static func isOfOneCommit(_ bytes: UnsafeRawBufferPointer, behind record: HeadRecord) -> Bool {
    let whole = wholeBatches(in: bytes, from: record.head.size)
    return whole.count < record.batchesBehind
      || (whole.count == record.batchesBehind && whole.end == bytes.count)
  }

  /// How many whole batches begin a tail, and where the last of them ends.
  ///
  /// An interruption leaves part of one commit, or a whole one that had not been confirmed.
  static func wholeBatches(
    in bytes: UnsafeRawBufferPointer, from first: UInt64
  ) -> (count: Int, end: Int) {
    var batches = 0
    var batchesEnd = 0
    var position = first
    var expected = (index: 1, count: 0)
    var offset = 0
    while offset < bytes.count {
      let end = lineFeed(in: bytes, from: offset)
      guard end < bytes.count,
        let line = try? RecordLine(UnsafeRawBufferPointer(rebasing: bytes[offset..<end])),
        line.sequence == position, line.batchIndex == expected.index,
        line.batchIndex == 1 || line.batchCount == expected.count
      else { break }
      offset = end + 1
      position += 1
      expected = (line.batchIndex + 1, line.batchCount)
      if line.isLastOfBatch {
        batches += 1
        batchesEnd = offset
        expected = (1, 0)
      }
    }
    return (batches, batchesEnd)
  }
}

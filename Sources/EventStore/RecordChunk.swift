public import CanonicalJSON
public import Diagnostics
public import Transparency

/// Whole lines lent by a log, in their order.
///
/// A chunk can be hashed and parsed by two readers at once, for it is only bytes; see `readChunks(from:_:)` for how long it is good.
@frozen
public struct RecordChunk {
  /// The position of the first line.
  public var first: UInt64
  /// The number of lines.
  public var count: Int
  /// The segment the lines are in, by its first position.
  public var segment: UInt64
  /// Where in the segment the lines begin, in bytes.
  public var byteOffset: Int
  /// The lines, each with its LF.
  public var bytes: UnsafeRawBufferPointer
  /// Whoever keeps the bytes in memory, if somebody else than the log has to.
  public var keeper: AnyObject?

  @inlinable
  public init(
    first: UInt64, count: Int, segment: UInt64, byteOffset: Int, bytes: UnsafeRawBufferPointer,
    keeper: AnyObject? = nil
  ) {
    self.first = first
    self.count = count
    self.segment = segment
    self.byteOffset = byteOffset
    self.bytes = bytes
    self.keeper = keeper
  }

  /// Reads the lines one by one, until the closure says stop.
  /// - Throws: `LOG-14` when a line is not of the grammar or not at its position, and whatever the
  ///   closure throws.
  @inlinable
  public func forEachRecord(
    hashing: Bool, _ body: (Record) throws -> ReadingStep
  ) throws -> ReadingStep {
    var offset = 0
    var position = first
    while offset < bytes.count {
      let end = lineFeed(in: bytes, from: offset)
      let line = UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
      let fields: RecordLine
      do {
        fields = try RecordLine(line)
      } catch {
        throw damaged(at: position, offset: offset, error)
      }
      guard fields.sequence == position else {
        throw damaged(
          at: position, offset: offset, CanonicalJSONError(.valueOutOfRange, at: 7))
      }
      let record = Record(
        position: position, line: line, fields: fields,
        leaf: hashing ? MerkleTree.leafHash(of: line) : nil)
      if try body(record) == .stop { return .stop }
      position &+= 1
      offset = end &+ 1
    }
    return .proceed
  }

  /// The same lines in chunks of about so many bytes.
  public func parts(ofAbout byteCount: Int) -> [RecordChunk] {
    var parts: [RecordChunk] = []
    var part = (first: first, count: 0, offset: 0)
    forEachLine(in: bytes) { line, offset in
      part.count += 1
      let end = offset + line.count + 1
      guard end - part.offset >= byteCount || end == bytes.count else { return }
      parts.append(
        RecordChunk(
          first: part.first, count: part.count, segment: segment,
          byteOffset: byteOffset + part.offset,
          bytes: UnsafeRawBufferPointer(rebasing: bytes[part.offset..<end]), keeper: keeper))
      part = (part.first + UInt64(part.count), 0, end)
    }
    return parts
  }

  /// The refusal of a line that leaves the grammar, or stands elsewhere than it says.
  ///
  /// - Parameter offset: where in the chunk the line begins, in bytes.
  public func damaged(at position: UInt64, offset: Int, _ error: CanonicalJSONError) -> Diagnostic {
    StoreCode.corruption.diagnostic(
      .init(en: "event", sv: "händelse", String(position)),
      .init(en: "segment", sv: "segment", String(segment)),
      .init(en: "byte in the segment", sv: "byte i segmentet", String(byteOffset + offset)),
      .init(en: "fault", sv: "fel", "\(error)"))
  }
}

/// One event of the log as it lies there, lent by a reading.
@frozen
public struct Record {
  /// The place in the log, from 0.
  public var position: UInt64
  /// The raw line without its LF: the leaf.
  public var line: UnsafeRawBufferPointer
  /// The line, read.
  public var fields: RecordLine
  /// The leaf hash, when the reading hashes.
  public var leaf: Digest?

  @inlinable
  public init(position: UInt64, line: UnsafeRawBufferPointer, fields: RecordLine, leaf: Digest?) {
    self.position = position
    self.line = line
    self.fields = fields
    self.leaf = leaf
  }
}

extension EventLog {
  /// Reads the events one by one from `position` to `head`, or until the closure says stop.
  ///
  /// With `hashing`, each record carries its leaf hash, and a reading of the whole log ends with a
  /// comparison of the root.
  /// - Throws: a `Diagnostic` when the log cannot be read or is damaged, and whatever the closure
  ///   throws.
  @inlinable
  public func read(
    from position: UInt64 = 0, hashing: Bool = false, _ body: (Record) throws -> ReadingStep
  ) throws {
    var tree = MerkleFrontier()
    let isComparable = hashing && position == 0
    try readChunks(from: position) { chunk in
      try chunk.forEachRecord(hashing: hashing) { record in
        if isComparable, let leaf = record.leaf { tree.append(leafHash: leaf) }
        return try body(record)
      }
    }
    if isComparable, tree.size == head.size, tree.root != head.root {
      throw StoreCode.corruption.diagnostic(
        .init(en: "root", sv: "rot", tree.root.base64),
        .init(en: "root committed", sv: "bekräftad rot", head.root.base64))
    }
  }
}

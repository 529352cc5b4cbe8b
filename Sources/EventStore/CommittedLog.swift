import CanonicalJSON
import Chronology
import Diagnostics
import Glibc
import Transparency

/// How far the files of a ledger have been read and hashed.
struct CommittedLog {
  var tree: SegmentedTree
  /// Bytes of the current segment that count.
  var byteCount = 0
  var lastRecorded: Instant?
  /// How many whole batches an interrupted commit can have left behind the head.
  var batchesBehind = 1
  /// Full segments that may have no manifest yet: their first positions and their roots.
  var unsealed: [(first: UInt64, root: Digest)] = []

  init(segmentSize: UInt64) {
    tree = SegmentedTree(segmentSize: segmentSize)
  }

  /// Remembers the current segment, which is full, for sealing.
  mutating func noteFullSegment() {
    unsealed.append((tree.segment, tree.current.root))
  }

  var record: HeadRecord {
    var record = HeadRecord(head: tree.head, segment: tree.segment, byteCount: byteCount)
    record.batchesBehind = batchesBehind
    return record
  }
}

/// Reads the files of a ledger, and never writes.
struct LedgerReader {
  let files: any FileSystem
  let folder: LedgerFolder
  let format: LedgerFormat

  /// Reads `FORMAT`.
  static func format(_ files: any FileSystem, _ folder: LedgerFolder) throws(Diagnostic)
    -> LedgerFormat
  {
    let bytes: [UInt8]
    let path = Diagnostic.Fact(en: "folder", sv: "mapp", folder.path)
    do throws(SystemError) {
      bytes = try files.contents(of: folder.format, limit: ChecksummedLine.byteCountMax + 1)
    } catch {
      if error.number == ENOENT || error.number == ENOTDIR {
        throw StoreCode.notFound.diagnostic(path)
      }
      throw error.diagnostic()
    }
    guard let format = LedgerFormat(bytes) else { throw StoreCode.unknownFormat.diagnostic(path) }
    return format
  }

  /// Reads `head` and checks it in itself.
  ///
  /// - Parameter known: a head that was read or written before, with its bytes: the same bytes say the same.
  func head(
    knowing known: (bytes: [UInt8], record: HeadRecord)? = nil
  ) throws(Diagnostic) -> HeadRecord {
    // A reader can meet a writer in the middle of writing it over; that lasts no longer than copying 256 bytes.
    for _ in 0..<Self.headReadings {
      do throws(SystemError) {
        let bytes = try files.contents(of: folder.head, limit: HeadRecord.fileByteCount + 1)
        if let known, bytes == known.bytes { return known.record }
        if let record = HeadRecord(bytes, segmentSize: format.segmentSize) { return record }
      } catch {
        guard error.number == ENOENT else { throw error.diagnostic() }
        break
      }
    }
    throw StoreCode.headDamaged.diagnostic(.init(en: "file", sv: "fil", folder.head))
  }

  /// How often a head is read that is not whole, before it counts as damaged.
  private static let headReadings = 8

  /// Reads the manifest of a full segment; `nil` when there is none.
  func manifest(_ first: UInt64) throws(Diagnostic) -> SegmentManifest? {
    let path = folder.manifest(first)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try files.contents(of: path, limit: ChecksummedLine.byteCountMax + 1)
    } catch {
      if error.number == ENOENT { return nil }
      throw error.diagnostic()
    }
    guard let manifest = SegmentManifest(bytes, first: first, segmentSize: format.segmentSize)
    else { throw StoreCode.manifestDamaged.diagnostic(.init(en: "file", sv: "fil", path)) }
    return manifest
  }

  /// Reads and hashes from where `log` is to `record`, and compares the root at the end.
  ///
  /// Full segments with a manifest are taken at its word, so that the cost is bounded by one
  /// segment; the comparison of the root covers the word.
  /// - Parameter toleratingManifests: whether a damaged manifest is passed over and its segment
  ///   hashed.
  func advance(
    _ log: inout CommittedLog, to record: HeadRecord, toleratingManifests: Bool
  ) throws(Diagnostic) {
    var next = log
    next.batchesBehind = record.batchesBehind
    while next.tree.size < record.head.size {
      if next.tree.isSegmentFull {
        next.tree.beginSegmentIfFull()
        next.byteCount = 0
      }
      let segment = next.tree.segment
      let isLast = segment == record.segment
      if !isLast, next.byteCount == 0 {
        var manifest: SegmentManifest?
        do throws(Diagnostic) {
          manifest = try self.manifest(segment)
        } catch {
          guard toleratingManifests, error.code == StoreCode.manifestDamaged.code else {
            throw error
          }
        }
        if let manifest {
          let size = try self.size(ofSegment: segment)
          guard size == manifest.byteCount else { throw corruption(segment, at: size) }
          next.tree.append(segmentRoot: manifest.root)
          continue
        }
      }
      try hash(segment, of: &next, limit: isLast ? record.byteCount : nil)
      // Fewer lines than the head says would bring us here again and again.
      if isLast { break }
      guard next.tree.isSegmentFull else { throw corruption(segment, at: next.byteCount) }
      next.noteFullSegment()
    }
    guard next.record == record else { throw corruption(record.segment, at: record.byteCount) }
    log = next
  }

  /// A shorter stretch is hashed before a thread has started.
  private static let bytesWorthACrew = 1 << 20

  /// Hashes the lines of one segment from where `log` is to `limit`, or to the end of the file.
  private func hash(
    _ segment: UInt64, of log: inout CommittedLog, limit: Int?
  ) throws(Diagnostic) {
    let file = try openSegment(segment)
    defer { close(file) }
    let size = try reporting { () throws(SystemError) in try files.size(file) }
    let end = limit ?? size
    guard size >= end, end >= log.byteCount else { throw corruption(segment, at: size) }
    let begin = log.byteCount
    guard begin < end else { return }
    let blocks = SegmentBlocks(
      self, from: segment, at: begin, size: segment + 1, last: (segment, end))
    var last: Instant?
    do {
      let isShort = end - begin < Self.bytesWorthACrew
      try BlockRelay(blocks, isShort: isShort) { HashedPiece(reading: end - begin) }.run { piece in
        let room = format.segmentSize - log.tree.current.size
        guard piece.leaves.count <= room else {
          throw corruption(segment, at: piece.block.byteOffset)
        }
        log.tree.append(piece)
        if piece.block.byteOffset + piece.block.bytes.count == end {
          do { last = try RecordLine(piece.lastLine).recorded } catch {
            throw corruption(segment, at: piece.block.byteOffset)
          }
        }
        return .proceed
      }
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw corruption(segment, at: begin)
    }
    if let last { log.lastRecorded = last }
    log.byteCount = end
  }

  /// Hashes a full segment from its first byte to its last, for its manifest.
  func fullSegment(_ first: UInt64) throws(Diagnostic) -> (
    manifest: SegmentManifest, leaves: [Digest]
  ) {
    let size = try size(ofSegment: first)
    var whole = SHA256()
    let leaves = try leaves(first, to: size) { whole.update($0) }
    guard leaves.count == format.segmentSize else { throw corruption(first, at: size) }
    let manifest = SegmentManifest(
      first: first, count: format.segmentSize, byteCount: size, sha256: whole.digest,
      root: MerkleTree.root(of: leaves))
    return (manifest, leaves)
  }

  /// The leaf hashes of a segment's lines up to `end`, at most one more than a segment holds.
  func leaves(
    _ first: UInt64, to end: Int, passing: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(Diagnostic) -> [Digest] {
    let file = try openSegment(first)
    defer { close(file) }
    var leaves: [Digest] = []
    var scan = SegmentScan(files, file, from: 0, to: end)
    do throws(SegmentScan.Fault) {
      while leaves.count <= format.segmentSize, let (bytes, _) = try scan.next() {
        passing(bytes)
        forEachLine(in: bytes) { line, _ in leaves.append(MerkleTree.leafHash(of: line)) }
      }
    } catch {
      switch error {
      case .system(let error): throw error.diagnostic()
      case .noLineFeed(let offset): throw corruption(first, at: offset)
      }
    }
    return leaves
  }

  /// When the last event of a part of a segment was recorded.
  func lastRecorded(_ first: UInt64, to end: Int) throws(Diagnostic) -> Instant {
    let file = try openSegment(first)
    defer { close(file) }
    let begin = max(0, end - RecordLine.byteCountMax - 2)
    let bytes = try reporting { () throws(SystemError) in
      try files.contents(of: file, from: begin, count: end - begin)
    }
    guard bytes.count == end - begin, bytes.last == 0x0A else { throw corruption(first, at: end) }
    let line = bytes.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    do {
      return try bytes.withUnsafeBytes { bytes throws(CanonicalJSONError) in
        try RecordLine(UnsafeRawBufferPointer(rebasing: bytes[line..<(bytes.count - 1)])).recorded
      }
    } catch {
      throw corruption(first, at: end)
    }
  }

  /// When the first line of a segment was recorded.
  func firstRecorded(_ first: UInt64) throws(Diagnostic) -> Instant {
    let file = try openSegment(first)
    defer { close(file) }
    let bytes = try reporting { () throws(SystemError) in
      try files.contents(of: file, from: 0, count: RecordLine.byteCountMax + 1)
    }
    guard let end = bytes.firstIndex(of: 0x0A) else { throw corruption(first, at: 0) }
    do {
      return try bytes.withUnsafeBytes { bytes throws(CanonicalJSONError) in
        try RecordLine(UnsafeRawBufferPointer(rebasing: bytes[..<end])).recorded
      }
    } catch {
      throw corruption(first, at: 0)
    }
  }

  /// Opens a segment that the head or a manifest names; none there is corruption.
  func openSegment(_ first: UInt64) throws(Diagnostic) -> FileDescriptor {
    do throws(SystemError) {
      return try files.open(folder.segment(first), .reading)
    } catch {
      throw error.number == ENOENT ? corruption(first, at: 0) : error.diagnostic()
    }
  }

  func size(ofSegment first: UInt64) throws(Diagnostic) -> Int {
    let file = try openSegment(first)
    defer { close(file) }
    return try reporting { () throws(SystemError) in try files.size(file) }
  }

  /// Closes a file that was only read: an error can lose nothing.
  func close(_ file: FileDescriptor) {
    do { try files.close(file) } catch {}
  }

  func corruption(_ segment: UInt64, at offset: Int) -> Diagnostic {
    StoreCode.corruption.diagnostic(
      .init(en: "segment", sv: "segment", folder.segment(segment)),
      .init(en: "at or before byte", sv: "vid eller före byte", String(offset)))
  }
}

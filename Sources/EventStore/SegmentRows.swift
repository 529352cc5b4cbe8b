import Diagnostics
import Transparency

/// Cuts the segments of a folder into rows of pieces: as much as is worked on at once.
///
/// Reading is done by one thread, for the bytes come from one disk; a row is read while the one before it is worked on.
final class SegmentRows {
  /// A segment as far as it counts.
  struct Segment {
    /// Its first position.
    var first: UInt64
    /// Where what counts of it ends, in bytes.
    var end: Int
    /// Whether there is a manifest that its SHA-256 is to be compared with; there is none before a segment is full.
    var hasManifest: Bool
    /// What is wrong with it before a line is read.
    var damage: [Damage]
  }

  /// Some of the lines of one segment.
  struct Row {
    var segment: Segment
    /// Whether these are the first lines of the segment.
    var isFirst: Bool
    var pieces: [LinePiece] = []
    /// The SHA-256 of the segment's lines, up to this row once it has been worked on.
    var whole: SegmentHash
    var chunks: [LineChunk] = []
    /// Whether nothing of the segment comes after this.
    var isLast = false
    /// Where lines without an end begin, if the segment ends in them.
    var endless: Int?
  }

  /// About how many bytes a piece has, and how many chunks of a mebibyte a row.
  private static let pieceByteCount = 1 << 16
  private static let chunkCount = 4

  private let reader: LedgerReader
  private let makeReading: (() -> any EventReading)?
  private var coming: ArraySlice<Segment>
  /// The segment that is being read, and how far.
  private var current: (segment: Segment, file: FileDescriptor, offset: Int, whole: SegmentHash)?
  /// Everything that was made; what nobody else has is used again.
  private var chunks: [LineChunk] = []
  private var pieces: [LinePiece] = []
  private var sparePieces: [LinePiece] = []

  init(_ reader: LedgerReader, _ segments: [Segment], makeReading: (() -> any EventReading)?) {
    self.reader = reader
    self.makeReading = makeReading
    coming = segments[...]
  }

  deinit {
    if let current { reader.close(current.file) }
  }

  /// The next row; `nil` when there is none.
  func next() throws -> Row? {
    recover()
    let isFirst = current == nil
    if isFirst {
      guard let segment = coming.popFirst() else { return nil }
      current = (segment, try reader.openSegment(segment.first), 0, SegmentHash())
    }
    guard let (segment, file, begin, whole) = current else { return nil }
    var offset = begin
    var row = Row(segment: segment, isFirst: isFirst, whole: whole)
    while offset < segment.end, row.chunks.count < Self.chunkCount, row.endless == nil {
      let chunk = freeChunk()
      let wanted = UnsafeMutableRawBufferPointer(
        rebasing: chunk.buffer[..<min(chunk.buffer.count, segment.end - offset)])
      do throws(SegmentScan.Fault) {
        chunk.hold(try SegmentScan.fill(wanted, reader.files, file, from: offset))
      } catch {
        switch error {
        case .system(let error): throw error.diagnostic()
        case .noLineFeed(let place): row.endless = place
        }
        continue
      }
      chunk.forEachPart(ofAbout: Self.pieceByteCount) { bytes, begin in
        let piece = freePiece()
        piece.hold(bytes, of: chunk, segment: segment.first, byteOffset: offset + begin)
        row.pieces.append(piece)
      }
      row.chunks.append(chunk)
      offset += chunk.bytes.count
    }
    row.isLast = offset >= segment.end || row.endless != nil
    if row.isLast {
      reader.close(file)
      current = nil
    } else {
      current = (segment, file, offset, whole)
    }
    return row
  }

  private func freeChunk() -> LineChunk {
    for index in chunks.indices where isKnownUniquelyReferenced(&chunks[index]) {
      return chunks[index]
    }
    let chunk = LineChunk()
    chunks.append(chunk)
    return chunk
  }

  private func freePiece() -> LinePiece {
    if let piece = sparePieces.popLast() { return piece }
    let piece = LinePiece(reading: makeReading?())
    pieces.append(piece)
    return piece
  }

  /// Has the pieces that nobody uses any more let go of their chunks.
  private func recover() {
    for index in pieces.indices where isKnownUniquelyReferenced(&pieces[index]) {
      pieces[index].release()
      sparePieces.append(pieces[index])
    }
  }
}

/// The SHA-256 of a segment as its rows come by in their order.
final class SegmentHash: @unchecked Sendable {
  // Unchecked because each row is added in a round of its own, by one thread.
  private var hash = SHA256()

  func add(_ chunks: [LineChunk]) {
    for chunk in chunks { hash.update(chunk.bytes) }
  }

  var digest: Digest { hash.digest }
}

import Diagnostics
import Transparency

/// Reads all segments, and has every core at work on them.
///
/// In each round three things are done at once: the lines of one row are read and hashed, by whoever is free; the signatures are
/// checked that were met in rows before it, likewise; and this thread alone judges the row before it, in the order of the log, and
/// reads the one after it from the disk. What is found, and in which order, is the same with any number of cores.
struct VerificationRounds {
  var audit: RecordAudit
  var publication: PublicationAudit
  private let reader: LedgerReader
  private let segments: [SegmentRows.Segment]
  /// Whether each line is taken by itself, as is done near damage.
  private let isLineByLine: Bool
  /// The tree over the segment that is being judged.
  private var tree = MerkleFrontier()

  /// A folder with less in it is verified before a thread has started.
  private static let bytesWorthACrew = 1 << 16

  init(
    _ reader: LedgerReader, _ segments: [SegmentRows.Segment], audit: RecordAudit,
    publication: PublicationAudit, isLineByLine: Bool
  ) {
    self.reader = reader
    self.segments = segments
    self.audit = audit
    self.publication = publication
    self.isLineByLine = isLineByLine
  }

  /// - Parameter onSegment: called with what a segment came to, where it ends, whether it has a manifest (without one, its SHA-256 is that
  ///   of nothing), and the audit to note what is wrong with that.
  mutating func run(
    keys: RecordAudit.Keys, origin: RecordAudit.Origin, makeReading: (() -> any EventReading)?,
    onEvents: LogVerification.OnEvents, onRecord: (Record) throws -> Void,
    onSegment: (SegmentManifest, Int, Bool, inout RecordAudit) throws -> Void
  ) throws {
    let byteCount = segments.reduce(0) { $0 + $1.end }
    let crew = Crew(helpers: byteCount < Self.bytesWorthACrew ? 0 : Crew.allHelpers)
    let rows = SegmentRows(reader, segments, makeReading: makeReading)
    var before: SegmentRows.Row?
    var row = try rows.next()
    while row != nil || before != nil || !audit.signatures.isEmpty {
      let signatures = audit.signatures.takeAll()
      let (working, pieces) = (row, row?.pieces ?? [])
      // The longest work first, so that the round does not end in waiting for it.
      let firstPiece = 1 + signatures.portionCount
      var after: SegmentRows.Row?
      try crew.work(on: firstPiece + pieces.count) { work in
        switch work {
        case 0: if let working, working.segment.hasManifest { working.whole.add(working.chunks) }
        case ..<firstPiece: signatures.check(work - 1)
        default: pieces[work - firstPiece].read()
        }
      } meanwhile: {
        if working != nil { after = try rows.next() }
        guard let judged = before else { return }
        try take(judged, keys, origin, onEvents, onRecord, onSegment)
      }
      audit.note(signatures.verdict)
      (before, row) = (row, after)
    }
  }

  /// Judges a row that has been worked on.
  private mutating func take(
    _ row: SegmentRows.Row, _ keys: RecordAudit.Keys, _ origin: RecordAudit.Origin,
    _ onEvents: LogVerification.OnEvents, _ onRecord: (Record) throws -> Void,
    _ onSegment: (SegmentManifest, Int, Bool, inout RecordAudit) throws -> Void
  ) throws {
    let segment = row.segment
    if row.isFirst {
      for damage in segment.damage { audit.note(damage) }
      audit.beginSegment(at: segment.first)
      tree = MerkleFrontier()
    }
    for piece in row.pieces {
      if audit.fits(piece), !isLineByLine {
        tree.append(piece)
        try take(piece, keys, origin, onEvents, onRecord)
      } else {
        try take(linesOf: piece, keys, origin, onRecord)
      }
    }
    guard row.isLast else { return }
    if let offset = row.endless {
      // What follows in this segment has no line to begin with.
      audit.note(
        Damage(
          DamageCode.line, positions: audit.position...audit.position, segment: segment.first,
          byteOffset: offset, detail: "no LF"))
    }
    let found = SegmentManifest(
      first: segment.first, count: tree.size, byteCount: segment.end, sha256: row.whole.digest,
      root: tree.root)
    try onSegment(found, segment.end, segment.hasManifest, &audit)
  }

  /// Takes a piece line by line, as it lies there, whatever was made of it.
  private mutating func take(
    linesOf piece: LinePiece, _ keys: RecordAudit.Keys, _ origin: RecordAudit.Origin,
    _ onRecord: (Record) throws -> Void
  ) throws {
    var begin = 0
    while begin < piece.bytes.count {
      let end = lineFeed(in: piece.bytes, from: begin)
      let leaf = try audit.take(
        UnsafeRawBufferPointer(rebasing: piece.bytes[begin..<end]), segment: piece.segment,
        byteOffset: piece.byteOffset + begin, keys: keys, origin: origin, onRecord: onRecord)
      tree.append(leafHash: leaf)
      try publication.take(leaf, origin: origin)
      begin = end + 1
    }
  }
}

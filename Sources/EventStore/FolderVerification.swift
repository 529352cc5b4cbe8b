import Diagnostics
import Glibc
public import Transparency

extension LogVerification {
  /// What takes the events of some lines of a piece, by their places in it.
  public typealias OnEvents = (
    _ reading: any EventReading, _ piece: LinePiece, _ places: Range<Int>
  ) throws -> Void

  /// Verifies every byte of a ledger folder, without a lock and without trusting a manifest.
  ///
  /// Nothing is written. Damage that still reads as a line is named by the batch signature it
  /// breaks; what no signature covers is named by the leaf hashes beside the segment, when these
  /// are proven by the head; else by the segment.
  /// - Parameters:
  ///   - keys: The public key of a fingerprint if it was valid for a batch that begins at the
  ///     position; asked after all events of the batch have been passed to `onRecord`.
  ///   - logKeys: The keys that count for a checkpoint of all lines passed to `onRecord` so far; when left out, the signatures of
  ///     checkpoints are not judged.
  ///   - origin: What the log is called by the lines passed so far, asked likewise; when it says nothing, `FORMAT` does.
  ///   - makeReading: Makes what reads the events of lines, on any thread, before they are judged; one for each piece of the log that
  ///     is in work.
  ///   - onEvents: Takes in the place of `onRecord` the events of some lines of a piece, by their places in it, where there are
  ///     readings and nothing is wrong with any line of the piece; called in the order of the log, on this thread.
  ///   - onRecord: Called for each sound line, in order.
  /// - Throws: `LOG-01` to `LOG-03`, what the system says, and what the closures throw.
  public static func verify(
    at path: String, files: any FileSystem = LinuxFileSystem(),
    keys: (_ key: KeyFingerprint, _ position: UInt64) throws -> OpenSSHPublicKey?,
    logKeys: (() -> [NoteVerifierKey])? = nil, origin: () -> String? = { nil },
    makeReading: (() -> any EventReading)? = nil, onEvents: OnEvents = { _, _, _ in },
    onRecord: (Record) throws -> Void = { _ in }
  ) throws -> LogVerification {
    try verify(
      at: path, files: files, claiming: nil, keys: keys, logKeys: logKeys, origin: origin,
      makeReading: makeReading, onEvents: onEvents, onRecord: onRecord)
  }

  /// - Parameters:
  ///   - claim: what the head is to say, where there is none yet.
  ///   - isLineByLine: whether to take each line by itself, as is done near damage; it comes to the same.
  static func verify(
    at path: String, files: any FileSystem, claiming claim: HeadRecord?,
    keys: (_ key: KeyFingerprint, _ position: UInt64) throws -> OpenSSHPublicKey?,
    logKeys: (() -> [NoteVerifierKey])?, origin: () -> String?,
    makeReading: (() -> any EventReading)? = nil, onEvents: OnEvents = { _, _, _ in },
    isLineByLine: Bool = false, onRecord: (Record) throws -> Void
  ) throws -> LogVerification {
    let folder = LedgerFolder(path: path)
    let format = try LedgerReader.format(files, folder)
    let reader = LedgerReader(files: files, folder: folder, format: format)
    guard var audit = RecordAudit(origin: format.origin) else {
      throw StoreCode.unknownFormat.diagnostic()
    }
    var publication = try PublicationAudit(reader, keys: logKeys)
    var record = claim
    if claim == nil {
      do {
        record = try reader.head()
      } catch {
        guard error.code == StoreCode.headDamaged.code else { throw error }
        audit.note(Damage(StoreCode.headDamaged, detail: "head"))
      }
    }
    let names = try reporting { () throws(SystemError) in try files.names(in: folder.segments) }
    let segments = names.compactMap(LedgerFolder.segmentNumber).sorted()
    let paths = Set(names.map { "\(folder.segments)/\($0)" })
    let last = record.map { $0.head.size == 0 ? nil : $0.segment } ?? segments.last
    var coming: [SegmentRows.Segment] = []
    var next: UInt64 = 0
    var tailByteCount = 0
    for segment in segments {
      let size = try reader.size(ofSegment: segment)
      guard let last, segment <= last else {
        tailByteCount += size
        continue
      }
      guard segment % format.segmentSize == 0 else { continue }
      var part = SegmentRows.Segment(
        first: segment, end: size, hasManifest: paths.contains(folder.manifest(segment)), damage: []
      )
      if segment > next {
        part.damage.append(
          Damage(
            DamageCode.length, positions: next...segment - 1, segment: next, detail: "missing"))
      }
      next = segment + format.segmentSize
      if segment == last, let record {
        part.end = min(size, record.byteCount)
        tailByteCount += size - part.end
        if size < record.byteCount {
          part.damage.append(
            Damage(
              DamageCode.length, segment: segment, byteOffset: size,
              detail: "\(size) < \(record.byteCount)"))
        }
      }
      coming.append(part)
    }
    var suspects: [LeafComparison.Suspect] = []
    var rounds = VerificationRounds(
      reader, coming, audit: audit, publication: publication, isLineByLine: isLineByLine)
    try rounds.run(
      keys: keys, origin: origin, makeReading: makeReading, onEvents: onEvents, onRecord: onRecord
    ) { found, end, hasManifest, audit in
      // What a claim cuts in two was closed with more in it.
      let isCut = claim != nil && found.first == last && found.count < format.segmentSize
      let isCompared = hasManifest && !isCut
      let expected = isCompared ? try compareManifest(reader, found, &audit) : nil
      suspects.append(
        LeafComparison.Suspect(
          segment: found.first, end: end, found: found.root, expected: expected))
    }
    (audit, publication) = (rounds.audit, rounds.publication)
    if let last, next <= last {
      audit.note(
        Damage(
          DamageCode.length, positions: next...last + format.segmentSize - 1, segment: next,
          detail: "missing"))
    }
    audit.finish(segment: last ?? 0)
    if let said = origin(), said != format.origin {
      audit.note(Damage(DamageCode.origin, detail: "\(said) ≠ \(format.origin)"))
    }
    if let record, audit.tree.head != record.head {
      try LeafComparison(reader: reader).name(suspects, record.head, &audit)
      audit.note(rootDamage(audit.tree.head, record.head))
    }
    if tailByteCount > 0, claim == nil, let record {
      let isSetBack = try isSetBack(record, reader, segments, tailByteCount)
      // What lies behind the head may since have been committed by a writer at work.
      if try reader.head() != record {
        tailByteCount = 0
      } else if isSetBack {
        audit.note(
          Damage(
            StoreCode.suspectedRollback, segment: record.segment, byteOffset: record.byteCount,
            detail: "\(tailByteCount)"))
      }
    }
    // A copy in the making has no more of what was published than it has of the log.
    if claim == nil {
      let isBackup = try reader.bytes(of: folder.backupMark, limit: 1) != nil
      try publication.finish(isBackup: isBackup)
      let found = publication.findings(ofDamaged: audit.verdict == .corruption)
      for (damage, verdict) in found { audit.note(damage, verdict) }
    }
    var verification = LogVerification(
      audit, head: record?.head, tailByteCount: claim == nil ? tailByteCount : 0)
    verification.publication = publication.summary
    return verification
  }

  /// Whether more lies behind the head than one interrupted commit can leave.
  private static func isSetBack(
    _ record: HeadRecord, _ reader: LedgerReader, _ segments: [UInt64], _ byteCount: Int
  ) throws -> Bool {
    guard byteCount <= TornTail.lengthMax else { return true }
    var tail: [UInt8] = []
    for segment in segments where segment >= record.segment {
      let file = try reader.openSegment(segment)
      defer { reader.close(file) }
      let begin = segment == record.segment ? record.byteCount : 0
      tail += try reporting { () throws(SystemError) in
        try reader.files.contents(
          of: file, from: begin, count: max(0, try reader.files.size(file) - begin))
      }
    }
    return !tail.withUnsafeBytes { TornTail.isOfOneCommit($0, behind: record) }
  }

  /// Compares a segment with its manifest, if it has one, and gives the root that states.
  ///
  /// None is no damage: a writer may have been interrupted before the sealing.
  private static func compareManifest(
    _ reader: LedgerReader, _ found: SegmentManifest, _ audit: inout RecordAudit
  ) throws(Diagnostic) -> Digest? {
    do throws(Diagnostic) {
      guard let manifest = try reader.manifest(found.first) else { return nil }
      if manifest != found {
        audit.note(
          Damage(
            DamageCode.segment, positions: found.first...found.first + manifest.count - 1,
            segment: found.first, detail: "SHA-256 \(found.sha256) ≠ \(manifest.sha256)"))
      }
      return manifest.root
    } catch {
      guard error.code == StoreCode.manifestDamaged.code else { throw error }
      audit.note(Damage(DamageCode.manifest, segment: found.first, detail: "damaged"))
      return nil
    }
  }
}

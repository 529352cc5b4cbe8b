import CanonicalJSON
import Chronology
import Diagnostics
import Transparency

/// Judges line after line: grammar, positions, times, batches and their signatures, and the tree.
///
/// After damage it goes on with the next line, and names what is wrong once. Memory is bounded,
/// whatever the lines hold.
struct RecordAudit {
  typealias Keys = (_ key: KeyFingerprint, _ position: UInt64) throws -> OpenSSHPublicKey?
  /// What the log is called by the lines so far; nothing when they do not say.
  typealias Origin = () -> String?

  /// The most pieces of damage that are listed; the rest are counted.
  static let damageMax = 1_000

  private(set) var damage: [Damage] = []
  private(set) var damageCount = 0
  private(set) var verdict = LogVerdict.intact
  var counts = LogVerification.Counts()
  /// The position the next line must have.
  var position: UInt64 = 0
  var tree = MerkleFrontier()
  /// The signatures that were met and are not checked yet.
  var signatures = SignatureQueue()

  /// What signatures are made for, as the lines read so far have it.
  private var namespace: SignatureNamespace
  private var origin: String
  var lastRecorded = Instant.earliest
  private var verifiers: [KeyFingerprint: SSHSignatureVerifier] = [:]
  private var lastVerifier: (key: KeyFingerprint, verifier: SSHSignatureVerifier)?
  /// By how much the last line's position was off.
  private(set) var shift: Int64 = 0
  var batch = Batch()

  /// The batch in the making.
  struct Batch {
    var first: UInt64 = 0
    /// Events of it so far.
    var index = 0
    var count = 0
    /// Its events so far: lines of one piece, as long as they are no more than that.
    var message: SignatureQueue.Entry.Message?
    /// Whether a line of it was damaged, so that its signature can say nothing more.
    var isBroken = false

    /// The message as something that can be added to.
    mutating func wholeMessage() -> BatchMessage {
      if case .whole(let message) = message { return message }
      let whole = BatchMessage()
      if case .lines(let piece, let places) = message { whole.add(piece, places) }
      message = .whole(whole)
      return whole
    }
  }

  /// - Parameter origin: what the log is called when its lines do not say; nothing comes of what cannot be a name.
  init?(origin: String) {
    guard let namespace = SignatureNamespace.batch(origin: origin) else { return nil }
    self.origin = origin
    self.namespace = namespace
  }

  /// Goes on under the name that the log has from the batch at hand on.
  mutating func adopt(_ name: String?) {
    guard let name, name != origin, let namespace = SignatureNamespace.batch(origin: name) else {
      return
    }
    origin = name
    self.namespace = namespace
    verifiers.removeAll()
    lastVerifier = nil
  }

  /// Goes on at the first position of a segment, wherever the one before it ended.
  mutating func beginSegment(at first: UInt64) {
    if position != first { batch.isBroken = true }
    position = first
    shift = 0
  }

  mutating func note(_ found: Damage, _ severity: LogVerdict = .corruption) {
    verdict = max(verdict, severity)
    damageCount += 1
    if damage.count < Self.damageMax { damage.append(found) }
  }

  /// Takes the next line of a segment, and gives its leaf hash.
  @discardableResult
  mutating func take(
    _ line: UnsafeRawBufferPointer, segment: UInt64, byteOffset: Int, keys: Keys,
    origin: Origin, onRecord: (Record) throws -> Void
  ) throws -> Digest {
    let leaf = MerkleTree.leafHash(of: line)
    tree.append(leafHash: leaf)
    counts.events += 1
    counts.bytes += line.count + 1
    let place = { (code: DiagnosticCode, positions: ClosedRange<UInt64>, detail: String) in
      Damage(
        code, positions: positions, segment: segment, byteOffset: byteOffset, detail: detail)
    }
    let fields: RecordLine
    do {
      fields = try RecordLine(line)
      do {
        try fields.checkEvent()
      } catch {
        var error = error
        error.offset += line.count - 1 - fields.event.count
        throw error
      }
    } catch {
      note(place(DamageCode.line, position...position, "\(error)"))
      batch.isBroken = true
      batch.index += 1
      position += 1
      return leaf
    }
    let here = locate(fields)
    if let wrong = here.wrong {
      note(place(DamageCode.sequence, wrong...wrong, "\(fields.sequence)"))
    }
    if fields.recorded < lastRecorded {
      note(
        place(
          DamageCode.time, (max(1, here.position) - 1)...here.position,
          "\(fields.recorded) after \(lastRecorded)"))
    }
    lastRecorded = fields.recorded
    if here.wrong == nil {
      try onRecord(
        Record(position: here.position, line: line, fields: fields, leaf: leaf))
    }
    try join(fields, at: here.position, place, keys, origin)
    return leaf
  }

  /// Where a line stands: its own position when it fits, or when the line before was off by the
  /// same.
  private mutating func locate(_ fields: RecordLine) -> (position: UInt64, wrong: UInt64?) {
    let expected = position
    let off = Int64(fields.sequence) - Int64(expected)
    defer { shift = off }
    guard off != 0 else {
      position += 1
      return (expected, nil)
    }
    guard off == shift else {
      position += 1
      return (expected, expected)
    }
    // Lines were lost or put in: from here on their own positions are the better guess.
    position = fields.sequence + 1
    shift = 0
    return (fields.sequence, nil)
  }

  /// Adds a line to its batch, and judges the signature when the batch is whole.
  private mutating func join(
    _ fields: RecordLine, at here: UInt64,
    _ place: (DiagnosticCode, ClosedRange<UInt64>, String) -> Damage, _ keys: Keys,
    _ origin: Origin
  ) throws {
    if fields.batchIndex == 1 {
      if batch.index > 0, !batch.isBroken, batch.index < batch.count {
        note(
          place(DamageCode.batch, min(batch.first, here)...here, "\(batch.index) of \(batch.count)")
        )
      }
      batch = Batch()
      batch.first = here
      batch.count = fields.batchCount
    } else if fields.batchIndex != batch.index + 1 || fields.batchCount != batch.count {
      if !batch.isBroken {
        note(place(DamageCode.batch, here...here, "\(fields.batchIndex) of \(fields.batchCount)"))
      }
      batch.isBroken = true
      batch.count = fields.batchCount
    }
    batch.index = fields.batchIndex
    batch.wholeMessage().add(fields.event)
    guard fields.isLastOfBatch else { return }
    defer { batch = Batch() }
    counts.batches += 1
    guard !batch.isBroken else { return }
    let positions = min(batch.first, here)...here
    guard let text = fields.keyText, let fingerprint = KeyFingerprint(text),
      let signatureText = fields.signatureText
    else {
      return note(place(DamageCode.line, here...here, "key"))
    }
    guard let key = try keys(fingerprint, batch.first) else {
      return note(place(DamageCode.key, positions, "\(fingerprint)"), .badSignature)
    }
    adopt(origin())
    let signature: SSHSignature
    do {
      signature = try SSHSignature(base64: signatureText)
    } catch {
      return note(place(DamageCode.signature, positions, error.code), .badSignature)
    }
    let met = place(DamageCode.signature, positions, "")
    signatures.add(
      SignatureQueue.Entry(
        verifier: try verifier(for: key, fingerprint), signature: signature,
        message: .whole(batch.wholeMessage()), key: fingerprint, positions: positions,
        segment: met.segment ?? 0, byteOffset: met.byteOffset ?? 0))
  }

  /// Notes what came of signatures that were met.
  mutating func note(_ checked: (goodCount: Int, damage: [Damage])) {
    counts.signatures += checked.goodCount
    for found in checked.damage { note(found, .badSignature) }
  }

  /// Checks the signatures that wait.
  mutating func checkSignatures(_ crew: Crew) {
    let round = signatures.takeAll()
    crew.work(on: round.portionCount) {
      round.check($0)
    } meanwhile: {
    }
    note(round.verdict)
  }

  /// Looks for a batch that the log ends in the middle of; the signatures have been checked.
  mutating func finish(segment: UInt64) {
    if batch.index > 0 {
      let last = max(batch.first, max(1, position) - 1)
      note(
        Damage(
          DamageCode.batch, positions: batch.first...last, segment: segment,
          detail: "\(batch.index) of \(batch.count)"))
    }
  }

  mutating func verifier(
    for key: OpenSSHPublicKey, _ fingerprint: KeyFingerprint
  ) throws(Diagnostic) -> SSHSignatureVerifier {
    if let last = lastVerifier, last.key == fingerprint, last.verifier.publicKey == key {
      return last.verifier
    }
    if let known = verifiers[fingerprint], known.publicKey == key {
      lastVerifier = (fingerprint, known)
      return known
    }
    let verifier = try SSHSignatureVerifier(publicKey: key, namespace: namespace)
    // Keys are few; a log made up to hold many must not fill the memory.
    if verifiers.count >= 10_000 { verifiers.removeAll() }
    verifiers[fingerprint] = verifier
    return verifier
  }
}

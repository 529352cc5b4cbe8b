public import Diagnostics

/// A checkpoint with the signatures of its log and the cosignatures of its witnesses.
public struct SignedCheckpoint: Hashable, Sendable {
  public let checkpoint: Checkpoint
  /// All signature lines, also those of keys nobody here knows.
  public private(set) var signatures: [NoteSignature]

  /// Reads a checkpoint; what its signatures are worth, the other methods say.
  ///
  /// - Throws: `NOTE-01` or `NOTE-02`.
  public init(_ bytes: some Collection<UInt8>) throws(Diagnostic) {
    try self.init(SignedNote(bytes))
  }

  init(_ note: SignedNote) throws(Diagnostic) {
    checkpoint = try Checkpoint(text: note.text)
    signatures = note.signatures
  }

  /// A checkpoint with the signatures of the log's keys under it, in the order of the keys.
  ///
  /// Ed25519 signs without chance: the same checkpoint by the same keys has the same bytes.
  ///
  /// - Throws: `KEY-09` when the library fails.
  /// - Precondition: the origin is the name of a key, and the keys are Ed25519 keys of this machine.
  public init(_ checkpoint: Checkpoint, signedBy keys: [SigningKey]) throws(Diagnostic) {
    self.checkpoint = checkpoint
    signatures = []
    for key in keys {
      guard let verifierKey = key.noteVerifierKey(named: checkpoint.origin) else {
        preconditionFailure("The origin of a log is the name of its key.")
      }
      let signature = try key.signature(over: checkpoint.text)
      signatures.append(NoteSignature(by: verifierKey, bytes: signature.bytes))
    }
  }

  public var head: TreeHead { checkpoint.head }

  /// The checkpoint as a file holds it.
  public var bytes: [UInt8] { note.bytes }

  var note: SignedNote { SignedNote(text: checkpoint.text, signatures: signatures) }

  /// Takes signature lines that are not yet there; those of a key that signed before replace what it said.
  public mutating func add(_ lines: some Sequence<NoteSignature>) {
    for line in lines where !signatures.contains(line) {
      signatures.removeAll { $0.keyID == line.keyID && $0.name == line.name }
      signatures.append(line)
    }
  }

  /// Leaves the signature lines away that are of none of these keys.
  public mutating func keepSignatures(by keys: [NoteVerifierKey]) {
    signatures.removeAll { line in !keys.contains { line.claims($0) } }
  }

  /// Whether one of the log's keys signed this, and none of them is misused: each signature line that claims
  /// a known key must be good.
  ///
  /// - Throws: `NOTE-08` for another origin, `NOTE-07` when no known key signed, `NOTE-09` for a false
  ///   signature, `KEY-09` when the library fails.
  public func verify(signedByAnyOf keys: [NoteVerifierKey]) throws(Diagnostic) {
    var isSigned = false
    for key in keys where signatures.contains(where: { $0.claims(key) }) {
      try verify(signedBy: key)
      isSigned = true
    }
    guard isSigned else {
      throw NoteCodes.notSigned.diagnostic(
        .init(en: "origin", sv: "ursprung", checkpoint.origin),
        .init(en: "known keys", sv: "kända nycklar", "\(keys.count)"))
    }
  }

  /// Whether this key of the log signed.
  ///
  /// - Throws: as `verify(signedByAnyOf:)`.
  public func verify(signedBy key: NoteVerifierKey) throws(Diagnostic) {
    guard key.algorithm == .note, key.name == checkpoint.origin else {
      throw NoteCodes.foreignOrigin.diagnostic(
        .init(en: "origin", sv: "ursprung", checkpoint.origin),
        .init(en: "key", sv: "nyckel", key.text))
    }
    let line = try note.signature(claiming: key)
    guard let signature = Ed25519Signature(line.bytes),
      try Ed25519Verifier(key.publicKey).isValid(signature, over: checkpoint.text)
    else {
      throw NoteCodes.falseSignature.diagnostic(
        .init(en: "key", sv: "nyckel", key.text),
        .init(en: "size", sv: "storlek", "\(head.size)"))
    }
  }

  /// The time at which a witness saw this, in seconds since 1970, or nothing when it has not cosigned.
  ///
  /// - Throws: `NOTE-09` for a cosignature that is not the witness's over this checkpoint, `KEY-09` when the
  ///   library fails.
  public func cosignatureTime(by witness: NoteVerifierKey) throws(Diagnostic) -> UInt64? {
    guard signatures.contains(where: { $0.claims(witness) }) else { return nil }
    let line = try note.signature(claiming: witness)
    guard witness.algorithm == .cosignature, let cosignature = Cosignature(line.bytes),
      try cosignature.isValid(over: checkpoint, by: witness.publicKey)
    else {
      throw NoteCodes.falseSignature.diagnostic(
        .init(en: "key", sv: "nyckel", witness.text),
        .init(en: "size", sv: "storlek", "\(head.size)"))
    }
    return cosignature.time
  }
}

extension SigningKey {
  /// The key under a name, as notes are checked with it; nothing when the name is none, or the key is not an
  /// Ed25519 key of its own.
  public func noteVerifierKey(
    named name: String, _ algorithm: NoteVerifierKey.Algorithm = .note
  ) -> NoteVerifierKey? {
    guard case .ed25519(let publicKey) = publicKey else { return nil }
    return NoteVerifierKey(name: name, algorithm: algorithm, publicKey: publicKey)
  }
}

public import Diagnostics

/// What a witness says of a checkpoint: that at this time it was consistent with all the witness had seen
/// before (C2SP tlog-cosignature, `cosignature/v1`).
public struct Cosignature: Hashable, Sendable {
  /// When the witness saw the checkpoint, in seconds since 1970.
  public let time: UInt64
  public let signature: Ed25519Signature

  /// The 72 bytes of a signature line after its key ID, or nothing.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 72, let signature = Ed25519Signature(bytes.dropFirst(8)) else {
      return nil
    }
    time = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    self.signature = signature
    guard time <= UInt64(Int64.max) else { return nil }
  }

  /// What a witness signs.
  static func message(_ checkpoint: Checkpoint, at time: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + checkpoint.text
  }

  /// Whether it is by this key over this checkpoint.
  func isValid(
    over checkpoint: Checkpoint, by publicKey: Ed25519PublicKey
  ) throws(Diagnostic) -> Bool {
    try Ed25519Verifier(publicKey).isValid(
      signature, over: Self.message(checkpoint, at: time))
  }

  /// The signature line by which a witness under this name cosigns a checkpoint.
  ///
  /// Whether it may is for the witness to decide: see ``WitnessState``.
  /// - Returns: nothing when the key cannot cosign under that name.
  public static func line(
    cosigning checkpoint: Checkpoint, at time: UInt64, by key: SigningKey, named name: String
  ) throws(Diagnostic) -> NoteSignature? {
    guard let verifierKey = key.noteVerifierKey(named: name, .cosignature) else { return nil }
    let signature = try key.signature(over: message(checkpoint, at: time))
    var bytes: [UInt8] = []
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: time >> UInt64(shift)))
    }
    return NoteSignature(by: verifierKey, bytes: bytes + signature.bytes)
  }
}

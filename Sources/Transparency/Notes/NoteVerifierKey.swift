public import Diagnostics

/// A public key under the name that notes are signed with (C2SP signed-note, "vkey").
///
/// Its text is `<name>+<key ID in 8 hexadecimal digits>+<base64 of algorithm and public key>`.
public struct NoteVerifierKey: Hashable, Sendable {
  /// What a signature by the key covers.
  public enum Algorithm: UInt8, Hashable, Sendable {
    /// The text of the note: how a log signs its checkpoints.
    case note = 0x01
    /// The text of the note and a time: how a witness cosigns a checkpoint (C2SP tlog-cosignature).
    case cosignature = 0x04
  }

  /// The longest text that is read.
  public static let textBytesMax = 400

  /// Printable ASCII without a space and without `+`; for a log, its origin.
  public let name: String
  public let algorithm: Algorithm
  public let publicKey: Ed25519PublicKey
  /// The first four bytes of the SHA-256 of name, LF, algorithm and public key; a hint, and no proof.
  public let keyID: UInt32

  /// - Returns: nothing when the name is not one.
  public init?(name: String, algorithm: Algorithm, publicKey: Ed25519PublicKey) {
    guard Self.isName(name) else { return nil }
    self.name = name
    self.algorithm = algorithm
    self.publicKey = publicKey
    let named = Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey.bytes
    keyID = SHA256.digest(of: named).bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether a text can be the name of a key: 1 to 255 printable ASCII characters, no space, no `+`.
  public static func isName(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: "+") }
  }

  /// Reads the text of a key.
  ///
  /// - Throws: `NOTE-03` when the text is not one, or its key ID is not that of its key.
  public init(_ text: some Collection<UInt8>) throws(Diagnostic) {
    let parts =
      text.count > Self.textBytesMax
      ? []
      : Array(text).split(
        separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = String(validating: parts[0], as: UTF8.self),
      let encoded = Base64.decode(parts[2]), encoded.count == 33,
      let algorithm = Algorithm(rawValue: encoded[0]),
      let bytes = Bytes32(encoded.dropFirst()), let publicKey = Ed25519PublicKey(bytes),
      let key = Self(name: name, algorithm: algorithm, publicKey: publicKey),
      parts[1].elementsEqual(key.keyIDText.utf8)
    else {
      throw NoteCodes.unreadableVerifierKey.diagnostic(
        .init(en: "text", sv: "text", Diagnostic.Fact.printable(text)))
    }
    self = key
  }

  /// The key's text, without a line feed.
  public var text: String {
    "\(name)+\(keyIDText)+\(Base64.encode([algorithm.rawValue] + publicKey.bytes))"
  }

  private var keyIDText: String {
    let digits = String(keyID, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The same key for the other kind of signature.
  public func with(_ algorithm: Algorithm) -> NoteVerifierKey {
    // The name was one, so it still is.
    NoteVerifierKey(name: name, algorithm: algorithm, publicKey: publicKey) ?? self
  }
}

extension NoteVerifierKey: CustomStringConvertible {
  public var description: String { text }
}

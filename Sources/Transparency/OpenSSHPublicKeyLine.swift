public import Diagnostics

/// A public key as one line of text: `ssh-ed25519 AAAA… comment`, what a `.pub` file holds.
public struct OpenSSHPublicKeyLine: Hashable, Sendable {
  /// The longest line that is read: 8 KiB.
  public static let lineBytesMax = 8_192

  public var publicKey: OpenSSHPublicKey
  /// The comment, for people; it proves nothing and may be empty.
  public var comment: String

  public init(publicKey: OpenSSHPublicKey, comment: String = "") {
    self.publicKey = publicKey
    self.comment = comment
  }

  /// Reads a line, with or without the line feed at its end.
  ///
  /// The options that may come first in `authorized_keys` are not read.
  ///
  /// - Throws: `KEY-03`, `KEY-05` or `KEY-06`.
  public init(_ text: some Collection<UInt8>) throws(Diagnostic) {
    guard text.count <= Self.lineBytesMax else {
      throw KeyDiagnostics.unreadablePublicKey.diagnostic()
    }
    var line = Array(text)[...]
    if line.last == UInt8(ascii: "\n") { line = line.dropLast() }
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    let fields = line.split(
      separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count >= 2, let blob = Base64.decode(fields[1]) else {
      throw KeyDiagnostics.unreadablePublicKey.diagnostic()
    }
    let publicKey = try OpenSSHPublicKey(blob: blob)
    guard fields[0].elementsEqual(publicKey.kind.utf8) else {
      throw KeyDiagnostics.unreadablePublicKey.diagnostic(.keyKind(fields[0]))
    }
    let comment = fields.count == 3 ? fields[2] : []
    guard let comment = Self.comment(comment) else {
      throw KeyDiagnostics.unreadablePublicKey.diagnostic(.keyKind(fields[0]))
    }
    self.init(publicKey: publicKey, comment: comment)
  }

  /// The text of a comment, or nothing when it is not UTF-8 or would not stay on its line.
  static func comment(_ bytes: some Collection<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The line, without a line feed.
  public var text: String {
    let key = "\(publicKey.kind) \(Base64.encode(publicKey.blob))"
    return comment.isEmpty ? key : "\(key) \(comment)"
  }
}

extension KeyDiagnostics {
  /// The text is not a public key in OpenSSH's form.
  public static let unreadablePublicKey = DiagnosticCode(
    "KEY-05",
    Localized(
      en: "The text is not one public key in OpenSSH's form.",
      sv: "Texten är inte en publik nyckel i OpenSSH:s form."),
    remedy: Localized(
      en:
        "Give the whole single line of the `.pub` file: `ssh-ed25519`, a space, the key that begins with "
        + "AAAA, and perhaps a comment. `ssh-keygen -y -f FILE` prints it from the private key.",
      sv:
        "Ange hela raden i `.pub`-filen: `ssh-ed25519`, ett blanksteg, nyckeln som börjar med AAAA och "
        + "eventuellt en kommentar. `ssh-keygen -y -f FIL` skriver ut den ur den privata nyckeln."))
}

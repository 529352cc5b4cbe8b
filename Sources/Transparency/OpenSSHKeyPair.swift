public import Diagnostics

/// A new key as the two files OpenSSH keeps it in.
public struct OpenSSHKeyPair: Sendable {
  /// The most bytes a comment takes: 1 KiB.
  public static let commentBytesMax = 1_024

  /// The text of the private key file, not encrypted; it belongs in a file of mode 0600.
  public let privateKeyFile: [UInt8]
  /// The line of the `.pub` file, without a line feed.
  public let publicKeyLine: OpenSSHPublicKeyLine

  /// The key that a seed makes; the same seed and comment give the same two files.
  ///
  /// - Throws: `KEY-10` for a comment that does not fit on a line, `KEY-09` when the library fails.
  public init(seed: Ed25519Seed, comment: String) throws(Diagnostic) {
    guard comment.utf8.count <= Self.commentBytesMax,
      OpenSSHPublicKeyLine.comment(comment.utf8) != nil
    else { throw KeyDiagnostics.unusableComment.diagnostic() }
    let key = try SigningKey(seed: seed, comment: comment)
    privateKeyFile = SigningKey.openSSHPrivateKey(
      seed: seed, publicKey: key.publicKey.point, comment: comment)
    publicKeyLine = OpenSSHPublicKeyLine(publicKey: key.publicKey, comment: comment)
  }
}

extension OpenSSHKeyPair: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "OpenSSHKeyPair(\(publicKeyLine.text))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["publicKeyLine": publicKeyLine]) }
}

extension KeyDiagnostics {
  /// The comment cannot stand in a key file.
  public static let unusableComment = DiagnosticCode(
    "KEY-10",
    Localized(
      en: "The comment does not fit on one line of a key file.",
      sv: "Kommentaren får inte plats på en rad i en nyckelfil."),
    remedy: Localized(
      en:
        "Give a comment of at most 1,024 bytes with no line breaks, tabs or other control characters.",
      sv: "Ange en kommentar på högst 1 024 byte utan radbrytningar, tabbar eller andra styrtecken."
    ))
}

public import Diagnostics

/// The codes of keys and signatures, each declared beside what raises it.
public enum KeyDiagnostics {
  /// Every code of the family, in its order.
  public static let catalogue: [DiagnosticCode] = [
    notAPrivateKey, encryptedPrivateKey, unsupportedKeyKind, damagedPrivateKey, unreadablePublicKey,
    weakPublicKey, unreadableSignature, unsupportedSignature, cryptographyFailed, unusableComment,
    securityKeyHandle, agentRefused, agentUnreachable,
  ]
}

extension Diagnostic.Fact {
  /// The kind of a key, as its file names it.
  static func keyKind(_ name: some Collection<UInt8>) -> Diagnostic.Fact {
    Diagnostic.Fact(en: "kind of key", sv: "nyckelsort", printable(name))
  }

  /// The part of a file that cannot be right, as its format's own description names it.
  static func damagedPart(_ name: String) -> Diagnostic.Fact {
    Diagnostic.Fact(en: "damaged part", sv: "skadad del", name)
  }

  /// At most 64 characters of a name from outside, with `?` for what a terminal should not be given.
  static func printable(_ name: some Collection<UInt8>) -> String {
    let kept = name.prefix(64).map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") }
    return String(decoding: kept, as: UTF8.self)
  }
}

public import Diagnostics

/// A public key in OpenSSH's form (RFC 4253, 6.6; RFC 8709; OpenSSH's PROTOCOL.u2f).
public enum OpenSSHPublicKey: Hashable, Sendable {
  /// `ssh-ed25519`: a key in a file or in an agent.
  case ed25519(Ed25519PublicKey)
  /// `sk-ssh-ed25519@openssh.com`: a key in a FIDO security key, which signs only when somebody touches it. The application is
  /// 1 to 255 bytes of printable ASCII, `ssh:` unless its holder chose another.
  case securityKey(Ed25519PublicKey, application: String)

  /// The kind's name in files and in blobs.
  public var kind: String {
    switch self {
    case .ed25519: Self.ed25519Kind
    case .securityKey: Self.securityKeyKind
    }
  }

  static let ed25519Kind = "ssh-ed25519"
  static let securityKeyKind = "sk-ssh-ed25519@openssh.com"

  /// The point of the curve that signatures are checked with.
  var point: Ed25519PublicKey {
    switch self {
    case .ed25519(let key), .securityKey(let key, _): key
    }
  }

  /// The binary form that fingerprints and signatures are made over; 51 bytes for Ed25519.
  public var blob: [UInt8] {
    var blob: [UInt8] = []
    blob.appendSSH(string: kind)
    switch self {
    case .ed25519(let key): blob.appendSSH(string: key.bytes)
    case .securityKey(let key, let application):
      blob.appendSSH(string: key.bytes)
      blob.appendSSH(string: application)
    }
    return blob
  }

  /// The name the key goes by.
  public var fingerprint: KeyFingerprint {
    KeyFingerprint(digest: SHA256.digest(of: blob))
  }

  /// The key of a blob.
  ///
  /// - Throws: `KEY-03` for a kind that is not supported, `KEY-05` for a blob that cannot be read,
  ///   `KEY-06` for a key that is weak.
  public init(blob: some Collection<UInt8>) throws(Diagnostic) {
    var reader = SSHWireReader(blob)
    guard let kind = reader.string() else {
      throw KeyDiagnostics.unreadablePublicKey.diagnostic()
    }
    let isInSecurityKey = kind.elementsEqual(Self.securityKeyKind.utf8)
    guard isInSecurityKey || kind.elementsEqual(Self.ed25519Kind.utf8) else {
      throw KeyDiagnostics.unsupportedKeyKind.diagnostic(.keyKind(kind))
    }
    let bytes = reader.string().flatMap { Bytes32($0) }
    let application = isInSecurityKey ? reader.string().flatMap { Self.application($0) } : ""
    guard let bytes, let application, reader.isAtEnd else {
      throw KeyDiagnostics.unreadablePublicKey.diagnostic(.keyKind(kind))
    }
    guard let key = Ed25519PublicKey(bytes) else {
      throw KeyDiagnostics.weakPublicKey.diagnostic(.keyKind(kind))
    }
    self = isInSecurityKey ? .securityKey(key, application: application) : .ed25519(key)
  }

  private static func application(_ bytes: ArraySlice<UInt8>) -> String? {
    guard (1...255).contains(bytes.count), bytes.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension KeyDiagnostics {
  /// The key is of a kind that the ledger does not use.
  public static let unsupportedKeyKind = DiagnosticCode(
    "KEY-03",
    Localized(
      en:
        "The key is of a kind that the ledger does not use; it uses ssh-ed25519 and sk-ssh-ed25519@openssh.com.",
      sv:
        "Nyckeln är av en sort som liggaren inte använder; den använder ssh-ed25519 och sk-ssh-ed25519@openssh.com."
    ),
    remedy: Localized(
      en:
        "Make a key with `ssh-keygen -t ed25519`, `ssh-keygen -t ed25519-sk` or `liggare key create`, and have it enrolled.",
      sv:
        "Skapa en nyckel med `ssh-keygen -t ed25519`, `ssh-keygen -t ed25519-sk` eller `liggare key create` och låt registrera den."
    ))

  /// The public key is one that proves nothing, or has a second spelling.
  public static let weakPublicKey = DiagnosticCode(
    "KEY-06",
    Localized(
      en: "The public key is not a sound Ed25519 key: its order is small, or it is not canonical.",
      sv:
        "Den publika nyckeln är ingen riktig Ed25519-nyckel: den har låg ordning eller är inte kanonisk."
    ),
    remedy: Localized(
      en:
        "Do not enrol it. Ask its holder for a new key; no ordinary program makes such a key, so also "
        + "ask where this one came from.",
      sv:
        "Registrera den inte. Be innehavaren om en ny nyckel. Inget vanligt program skapar en sådan "
        + "nyckel, så fråga också var den kommer ifrån."))
}

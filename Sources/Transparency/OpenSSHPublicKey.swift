public import Diagnostics

/// A public key in OpenSSH's form (RFC 4253, 6.6; RFC 8709).
///
/// A second kind, `sk-ssh-ed25519@openssh.com` of hardware keys, has its place here.
public enum OpenSSHPublicKey: Hashable, Sendable {
  case ed25519(Ed25519PublicKey)

  /// The kind's name in files and in blobs.
  public var kind: String {
    switch self {
    case .ed25519: Self.ed25519Kind
    }
  }

  static let ed25519Kind = "ssh-ed25519"

  /// The binary form that fingerprints and signatures are made over; 51 bytes for Ed25519.
  public var blob: [UInt8] {
    var blob: [UInt8] = []
    blob.appendSSH(string: kind)
    switch self {
    case .ed25519(let key): blob.appendSSH(string: key.bytes)
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
    guard kind.elementsEqual(Self.ed25519Kind.utf8) else {
      throw KeyDiagnostics.unsupportedKeyKind.diagnostic(.keyKind(kind))
    }
    guard let bytes = reader.string().flatMap({ Bytes32($0) }), reader.isAtEnd else {
      throw KeyDiagnostics.unreadablePublicKey.diagnostic(.keyKind(kind))
    }
    guard let key = Ed25519PublicKey(bytes) else {
      throw KeyDiagnostics.weakPublicKey.diagnostic(.keyKind(kind))
    }
    self = .ed25519(key)
  }
}

extension KeyDiagnostics {
  /// The key is of a kind that the ledger does not use.
  public static let unsupportedKeyKind = DiagnosticCode(
    "KEY-03",
    Localized(
      en: "The key is of a kind that the ledger does not use; it uses ssh-ed25519.",
      sv: "Nyckeln är av en sort som liggaren inte använder; den använder ssh-ed25519."),
    remedy: Localized(
      en:
        "Make a key with `ssh-keygen -t ed25519`, or with `liggare key create`, and have it enrolled.",
      sv:
        "Skapa en nyckel med `ssh-keygen -t ed25519` eller `liggare key create` och låt registrera den."
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

public import Diagnostics

/// A signature in OpenSSH's form (PROTOCOL.sshsig), as compact as a log line carries it.
///
/// The compact form leaves out what the line says elsewhere: key and namespace. `SSHSignatureFile` has them.
public enum SSHSignature: Hashable, Sendable {
  case ed25519(Ed25519Signature)
  /// By a FIDO security key, which signs what it did as well: the flags, of which the first bit says that somebody touched it, and
  /// how often it has signed.
  case securityKey(Ed25519Signature, flags: UInt8, counter: UInt32)

  /// The binary form: `string kind, string signature`, and for a security key `byte flags, uint32 counter`; 83 bytes for Ed25519,
  /// 103 for a security key.
  public var blob: [UInt8] {
    var blob: [UInt8] = []
    switch self {
    case .ed25519(let signature):
      blob.appendSSH(string: OpenSSHPublicKey.ed25519Kind)
      signature.withUnsafeBytes { blob.appendSSH(string: $0) }
    case .securityKey(let signature, let flags, let counter):
      blob.appendSSH(string: OpenSSHPublicKey.securityKeyKind)
      signature.withUnsafeBytes { blob.appendSSH(string: $0) }
      blob.append(flags)
      blob.appendSSH(number: counter)
    }
    return blob
  }

  /// The binary form in base64; 112 characters for Ed25519, 140 for a security key.
  public var base64: String { Base64.encode(blob) }

  /// The signature of a binary form.
  ///
  /// - Throws: `KEY-07` when it cannot be read or S is not canonical, `KEY-08` for another kind.
  public init(blob: some Collection<UInt8>) throws(Diagnostic) {
    var reader = SSHWireReader(blob)
    guard let kind = reader.string() else { throw KeyDiagnostics.unreadableSignature.diagnostic() }
    let isBySecurityKey = kind.elementsEqual(OpenSSHPublicKey.securityKeyKind.utf8)
    guard isBySecurityKey || kind.elementsEqual(OpenSSHPublicKey.ed25519Kind.utf8) else {
      throw KeyDiagnostics.unsupportedSignature.diagnostic(.keyKind(kind))
    }
    let signature = reader.string().flatMap { Ed25519Signature($0) }
    let flags = isBySecurityKey ? reader.bytes(1)?.first : 0
    let counter = isBySecurityKey ? reader.number() : 0
    guard let signature, let flags, let counter, reader.isAtEnd else {
      throw KeyDiagnostics.unreadableSignature.diagnostic(.keyKind(kind))
    }
    self =
      isBySecurityKey
      ? .securityKey(signature, flags: flags, counter: counter) : .ed25519(signature)
  }

  /// The signature of a binary form in canonical base64, as the log keeps it.
  ///
  /// - Throws: `KEY-07` or `KEY-08`.
  public init(base64 text: some Collection<UInt8>) throws(Diagnostic) {
    guard text.count <= 1_024, let blob = Base64.decode(text) else {
      throw KeyDiagnostics.unreadableSignature.diagnostic()
    }
    try self.init(blob: blob)
  }

  /// What the key itself signs: `"SSHSIG", string namespace, string "", string "sha512", string digest`.
  public static func signedBytes(
    message: SHA512.Digest, namespace: SignatureNamespace
  ) -> [UInt8] {
    var bytes = Array("SSHSIG".utf8)
    bytes.reserveCapacity(92 + namespace.text.utf8.count)
    bytes.appendSSH(string: namespace.text)
    bytes.appendSSH(string: "")
    bytes.appendSSH(string: "sha512")
    message.withUnsafeBytes { bytes.appendSSH(string: $0) }
    return bytes
  }

  /// Whether the signature is the key's over this message for this purpose. About 40 µs.
  ///
  /// - Throws: `KEY-09` when the library cannot be started, so that this never looks like a forgery.
  public func isValid(
    over message: SHA512.Digest, by publicKey: OpenSSHPublicKey, namespace: SignatureNamespace
  ) throws(Diagnostic) -> Bool {
    try SSHSignatureVerifier(publicKey: publicKey, namespace: namespace)
      .isValid(self, over: message)
  }
}

extension SigningKey {
  /// Signs a message for a purpose, given the SHA-512 of the message. About 15 µs.
  ///
  /// `ssh-keygen -Y verify` accepts the signature over the message itself.
  ///
  /// - Throws: `KEY-09` when the library fails.
  public func sshSignature(
    over message: SHA512.Digest, namespace: SignatureNamespace
  ) throws(Diagnostic) -> SSHSignature {
    .ed25519(try signature(over: SSHSignature.signedBytes(message: message, namespace: namespace)))
  }
}

extension KeyDiagnostics {
  /// The bytes are not a signature of OpenSSH.
  public static let unreadableSignature = DiagnosticCode(
    "KEY-07",
    Localized(
      en: "The text is not a signature in OpenSSH's form, or it has been changed.",
      sv: "Texten är inte en signatur i OpenSSH:s form, eller så har den ändrats."),
    remedy: Localized(
      en:
        "Fetch the signature again from its source. If it stands in the ledger, run `liggare verify`, "
        + "which says what else is damaged.",
      sv:
        "Hämta signaturen igen från källan. Om den står i liggaren, kör `liggare verify`, som visar "
        + "vad mer som är skadat."))

  /// The signature is well formed, but made in a way that the ledger does not use.
  public static let unsupportedSignature = DiagnosticCode(
    "KEY-08",
    Localized(
      en:
        "The signature is made in a way the ledger does not use; it uses Ed25519 with sha512.",
      sv:
        "Signaturen är gjord på ett sätt som liggaren inte använder; den använder Ed25519 med sha512."
    ),
    remedy: Localized(
      en:
        "Sign again with an Ed25519 key: `ssh-keygen -Y sign -f KEY -n NAMESPACE -O hashalg=sha512 FILE`.",
      sv: "Signera igen med en Ed25519-nyckel: "
        + "`ssh-keygen -Y sign -f NYCKEL -n NAMNRYMD -O hashalg=sha512 FIL`."))
}

public import Diagnostics

/// A signature as a file of its own, the `.sig` that `ssh-keygen -Y sign` writes and `-Y verify` reads.
///
/// Within its armour: `"SSHSIG", uint32 1, string public key, string namespace, string "",
/// string "sha512", string signature`. The key in it is a claim: compare it with the one expected.
public struct SSHSignatureFile: Hashable, Sendable {
  static let label = "SSH SIGNATURE"

  public var publicKey: OpenSSHPublicKey
  public var namespace: SignatureNamespace
  public var signature: SSHSignature

  public init(
    publicKey: OpenSSHPublicKey, namespace: SignatureNamespace, signature: SSHSignature
  ) {
    self.publicKey = publicKey
    self.namespace = namespace
    self.signature = signature
  }

  /// The file's text, byte for byte as `ssh-keygen -Y sign` writes it.
  public var text: [UInt8] {
    var bytes = Array("SSHSIG".utf8)
    bytes.appendSSH(number: 1)
    bytes.appendSSH(string: publicKey.blob)
    bytes.appendSSH(string: namespace.text)
    bytes.appendSSH(string: "")
    bytes.appendSSH(string: "sha512")
    bytes.appendSSH(string: signature.blob)
    return SSHArmour.write(bytes, label: Self.label)
  }

  /// Reads a file's text.
  ///
  /// - Throws: `KEY-07` when it cannot be read, `KEY-08` for another version or hash, and what
  ///   `OpenSSHPublicKey(blob:)` throws.
  public init(_ text: some Collection<UInt8>) throws(Diagnostic) {
    guard text.count <= SSHArmour.textBytesMax,
      let bytes = SSHArmour.read(Array(text)[...], label: Self.label)
    else { throw KeyDiagnostics.unreadableSignature.diagnostic() }
    var reader = SSHWireReader(bytes[...])
    guard reader.skip("SSHSIG"), let version = reader.number() else {
      throw KeyDiagnostics.unreadableSignature.diagnostic()
    }
    guard version == 1 else {
      throw KeyDiagnostics.unsupportedSignature.diagnostic(
        Diagnostic.Fact(en: "version", sv: "version", String(version)))
    }
    guard let publicBlob = reader.string(), let purpose = reader.string(),
      let reserved = reader.string(), reserved.isEmpty, let hash = reader.string(),
      let signatureBlob = reader.string(), reader.isAtEnd,
      let namespace = SignatureNamespace(purpose)
    else { throw KeyDiagnostics.unreadableSignature.diagnostic() }
    guard hash.elementsEqual("sha512".utf8) else {
      throw KeyDiagnostics.unsupportedSignature.diagnostic(
        Diagnostic.Fact(en: "hash", sv: "hashfunktion", Diagnostic.Fact.printable(hash)))
    }
    self.init(
      publicKey: try OpenSSHPublicKey(blob: publicBlob), namespace: namespace,
      signature: try SSHSignature(blob: signatureBlob))
  }
}

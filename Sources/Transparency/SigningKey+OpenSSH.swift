public import Diagnostics

// The file (OpenSSH's PROTOCOL.key), within its armour; a string is a 32-bit length and its bytes:
//
//   "openssh-key-v1" 0x00
//   string cipher, string key derivation, string its options      none, none, empty when not encrypted
//   uint32 number of keys                                         1
//   string public key blob
//   string private part:
//     uint32 check, uint32 check                                  equal
//     string kind, string public key (32), string seed and public key (64), string comment
//     1, 2, 3 …                                                   up to a multiple of 8
extension SigningKey {
  static let label = "OPENSSH PRIVATE KEY"

  /// The largest key file that is read: 64 KiB.
  public static let fileBytesMax = SSHArmour.textBytesMax

  /// Reads an unencrypted private key file of OpenSSH.
  ///
  /// Overwrites its own copies of the secret; the caller's bytes remain the caller's to overwrite.
  ///
  /// - Throws: `KEY-01` for another file, `KEY-02` for an encrypted key, `KEY-03` for another kind of
  ///   key, `KEY-04` for a damaged file, `KEY-06` for a weak key, `KEY-09` when the library fails.
  public init(openSSHPrivateKey text: some Collection<UInt8>) throws(Diagnostic) {
    guard text.count <= Self.fileBytesMax else { throw KeyDiagnostics.notAPrivateKey.diagnostic() }
    var text = Array(text)
    defer { LibCrypto.cleanse(&text) }
    for kind in ["RSA", "DSA", "EC"] where SSHArmour.opens(text[...], label: "\(kind) PRIVATE KEY")
    {
      throw KeyDiagnostics.unsupportedKeyKind.diagnostic(.keyKind(kind.utf8))
    }
    guard SSHArmour.opens(text[...], label: Self.label) else {
      throw KeyDiagnostics.notAPrivateKey.diagnostic()
    }
    guard var bytes = SSHArmour.read(text[...], label: Self.label) else {
      throw Self.damage("base64")
    }
    defer { LibCrypto.cleanse(&bytes) }
    try self.init(file: bytes)
  }

  /// The public half of a private key file of OpenSSH, which stands in it in clear, also when the rest is encrypted or is a handle
  /// for a security key. Nothing when the file is none.
  public static func publicKey(ofPrivateKeyFile text: some Collection<UInt8>) -> OpenSSHPublicKey? {
    guard text.count <= fileBytesMax, var bytes = SSHArmour.read(Array(text)[...], label: label)
    else { return nil }
    defer { LibCrypto.cleanse(&bytes) }
    var reader = SSHWireReader(bytes[...])
    guard reader.skip("openssh-key-v1\0"), reader.string() != nil, reader.string() != nil,
      reader.string() != nil, reader.number() == 1, let blob = reader.string()
    else { return nil }
    do throws(Diagnostic) { return try OpenSSHPublicKey(blob: blob) } catch { return nil }
  }

  private init(file bytes: [UInt8]) throws(Diagnostic) {
    var reader = SSHWireReader(bytes[...])
    guard reader.skip("openssh-key-v1\0"), let cipher = reader.string(),
      let derivation = reader.string(), let options = reader.string(),
      let keyCount = reader.number(), keyCount == 1, let blob = reader.string()
    else { throw Self.damage("header") }
    // The kind stands in clear, and comes first: who has an RSA key should not decrypt it in vain.
    let publicKey = try OpenSSHPublicKey(blob: blob)
    guard cipher.elementsEqual("none".utf8), derivation.elementsEqual("none".utf8) else {
      throw KeyDiagnostics.encryptedPrivateKey.diagnostic(
        Diagnostic.Fact(en: "cipher", sv: "chiffer", Diagnostic.Fact.printable(cipher)))
    }
    if case .securityKey = publicKey {
      throw KeyDiagnostics.securityKeyHandle.diagnostic(.keyKind(publicKey.kind.utf8))
    }
    guard options.isEmpty, let secret = reader.string(), reader.isAtEnd else {
      throw Self.damage("end of the file")
    }
    try self.init(privatePart: secret, publicKey: publicKey)
  }

  private init(
    privatePart: ArraySlice<UInt8>, publicKey: OpenSSHPublicKey
  ) throws(Diagnostic) {
    var reader = SSHWireReader(privatePart)
    guard privatePart.count % 8 == 0, let check = reader.number(), let again = reader.number(),
      check == again, let kind = reader.string(), kind.elementsEqual(publicKey.kind.utf8),
      let publicBytes = reader.string(), let secret = reader.string(), secret.count == 64,
      let comment = reader.string(), let seed = Ed25519Seed(secret.prefix(32)),
      reader.remainder.count < 8,
      reader.remainder.elementsEqual(Self.padding(reader.remainder.count))
    else { throw Self.damage("private section") }

    let key = try SigningKey(seed: seed, comment: String(decoding: comment, as: UTF8.self))
    // Signing with a public half that is not the secret's own can give the secret away.
    let stated = publicKey.point.bytes
    guard key.publicKey == publicKey, publicBytes.elementsEqual(stated),
      secret.dropFirst(32).elementsEqual(stated)
    else { throw Self.damage("public and private halves differ") }
    self = key
  }

  private static func padding(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8($0 + 1) }
  }

  private static func damage(_ part: String) -> Diagnostic {
    KeyDiagnostics.damagedPrivateKey.diagnostic(.damagedPart(part))
  }

  /// The private key file of a seed, unencrypted, as OpenSSH reads it.
  static func openSSHPrivateKey(
    seed: Ed25519Seed, publicKey: Ed25519PublicKey, comment: String
  ) -> [UInt8] {
    let blob = OpenSSHPublicKey.ed25519(publicKey).blob
    var secret: [UInt8] = []
    // Appends below must not move the secret and leave a copy behind.
    secret.reserveCapacity(256 + comment.utf8.count)
    defer { LibCrypto.cleanse(&secret) }
    // The check tells a right passphrase from a wrong one; without a passphrase any number does.
    let check = SHA256.digest(of: blob).bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    secret.appendSSH(number: check)
    secret.appendSSH(number: check)
    secret.appendSSH(string: OpenSSHPublicKey.ed25519Kind)
    secret.appendSSH(string: publicKey.bytes)
    secret.appendSSH(number: 64)
    secret.append(contentsOf: seed.bytes)
    secret.append(contentsOf: publicKey.bytes)
    secret.appendSSH(string: comment)
    secret.append(contentsOf: padding((8 - secret.count % 8) % 8))

    var file = Array("openssh-key-v1\0".utf8)
    file.reserveCapacity(512 + comment.utf8.count)
    defer { LibCrypto.cleanse(&file) }
    file.appendSSH(string: "none")
    file.appendSSH(string: "none")
    file.appendSSH(string: "")
    file.appendSSH(number: 1)
    file.appendSSH(string: blob)
    file.appendSSH(string: secret)
    return SSHArmour.write(file, label: label)
  }
}

extension KeyDiagnostics {
  /// The file is not a private key of OpenSSH.
  public static let notAPrivateKey = DiagnosticCode(
    "KEY-01",
    Localized(
      en: "The file is not a private key of OpenSSH.",
      sv: "Filen är inte en privat nyckel från OpenSSH."),
    remedy: Localized(
      en: "Give the file without `.pub` whose first line is `-----BEGIN OPENSSH PRIVATE KEY-----`. "
        + "`liggare key create` makes one.",
      sv: "Ange filen utan `.pub`, den vars första rad är `-----BEGIN OPENSSH PRIVATE KEY-----`. "
        + "`liggare key create` skapar en."))

  /// The private key is encrypted with a passphrase.
  public static let encryptedPrivateKey = DiagnosticCode(
    "KEY-02",
    Localized(
      en: "The private key is encrypted, and the program does not ask for passphrases.",
      sv: "Den privata nyckeln är krypterad, och programmet frågar inte efter lösenfraser."),
    remedy: Localized(
      en:
        "Put it into an agent, which asks for the passphrase once: `ssh-add KEY`, and try again. On a machine without an agent, give an "
        + "unencrypted copy that its user alone can read: `ssh-keygen -p -N '' -f COPY`.",
      sv:
        "Lägg den i en agent, som frågar efter lösenfrasen en gång: `ssh-add NYCKEL`, och försök igen. På en dator utan agent: ange en "
        + "okrypterad kopia som bara dess användare kan läsa: `ssh-keygen -p -N '' -f KOPIA`."
    ))

  /// The file names a key that is in a FIDO security key, which only an agent can ask.
  public static let securityKeyHandle = DiagnosticCode(
    "KEY-11",
    Localized(
      en: "The private key is in a security key, and the file is only its handle.",
      sv: "Den privata nyckeln finns i en säkerhetsnyckel, och filen är bara dess handtag."),
    remedy: Localized(
      en: "Put it into an agent, which asks the security key: `ssh-add KEY`, and try again.",
      sv: "Lägg den i en agent, som frågar säkerhetsnyckeln: `ssh-add NYCKEL`, och försök igen."))

  /// The private key file has been changed or cut.
  public static let damagedPrivateKey = DiagnosticCode(
    "KEY-04",
    Localized(
      en: "The private key file is damaged.",
      sv: "Den privata nyckelfilen är skadad."),
    remedy: Localized(
      en:
        "Fetch the file again from where it is kept and check it with `ssh-keygen -y -f FILE`. If no "
        + "whole copy is left, make a new key and have it enrolled.",
      sv:
        "Hämta filen igen därifrån den förvaras och kontrollera den med `ssh-keygen -y -f FIL`. Finns "
        + "ingen hel kopia kvar, skapa en ny nyckel och låt registrera den."))
}

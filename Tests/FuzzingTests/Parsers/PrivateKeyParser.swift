import Diagnostics
import Transparency

/// A private key file of OpenSSH, in its armour; or what is in the armour, which is put on here.
enum PrivateKeyParser: FuzzedParser {
  static let name = "ssh-private-key"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    if bytes.first == UInt8(ascii: "-") { return isKey(bytes) }
    let armour =
      "-----BEGIN OPENSSH PRIVATE KEY-----\n\(Base64.encode(bytes))\n-----END OPENSSH PRIVATE KEY-----\n"
    return isKey(Array(armour.utf8))
  }

  private static func isKey(_ bytes: [UInt8]) -> Bool {
    value { () throws(Diagnostic) in try SigningKey(openSSHPrivateKey: bytes) } != nil
  }
}

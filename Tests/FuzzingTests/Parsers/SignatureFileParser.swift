import Diagnostics
import Transparency

/// A signature file of `ssh-keygen -Y sign`, in its armour; or what is in it, which is put on here.
enum SignatureFileParser: FuzzedParser {
  static let name = "ssh-signature-file"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    var text = bytes
    if bytes.first != UInt8(ascii: "-") {
      let armour =
        "-----BEGIN SSH SIGNATURE-----\n\(Base64.encode(bytes))\n-----END SSH SIGNATURE-----\n"
      text = Array(armour.utf8)
    }
    guard let file = read(text) else { return false }
    try require(read(file.text) == file, "what was read is written so that it reads the same")
    return true
  }

  private static func read(_ bytes: [UInt8]) -> SSHSignatureFile? {
    value { () throws(Diagnostic) in try SSHSignatureFile(bytes) }
  }
}

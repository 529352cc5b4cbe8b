import Diagnostics
import Transparency

/// A public key as one line, and in its binary form.
enum KeyLineParser: FuzzedParser {
  static let name = "ssh-public-key"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    if let key = value({ () throws(Diagnostic) in try OpenSSHPublicKey(blob: bytes) }) {
      try require(key.blob == bytes, "a binary public key has one form")
      return true
    }
    guard let line = read(bytes) else { return false }
    let again = read(Array(line.text.utf8))
    try require(again == line, "a line that was read is written so that it reads the same")
    return true
  }

  private static func read(_ bytes: [UInt8]) -> OpenSSHPublicKeyLine? {
    value { () throws(Diagnostic) in try OpenSSHPublicKeyLine(bytes) }
  }
}

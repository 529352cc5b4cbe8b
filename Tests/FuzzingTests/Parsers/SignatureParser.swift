import Diagnostics
import Transparency

/// A signature as the log keeps it: in base64, and in binary.
enum SignatureParser: FuzzedParser {
  static let name = "ssh-signature"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    if let signature = read(bytes, inBase64: true) {
      try require(Array(signature.base64.utf8) == bytes, "a signature in base64 has one form")
      return true
    }
    guard let signature = read(bytes, inBase64: false) else { return false }
    try require(signature.blob == bytes, "a binary signature has one form")
    return true
  }

  private static func read(_ bytes: [UInt8], inBase64: Bool) -> SSHSignature? {
    value { () throws(Diagnostic) in
      inBase64 ? try SSHSignature(base64: bytes) : try SSHSignature(blob: bytes)
    }
  }
}

import Diagnostics
import Transparency

/// The proof of one event.
enum ProofFileParser: FuzzedParser {
  static let name = "proof-file"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    guard let file = value({ () throws(Diagnostic) in try ProofFile(bytes) }) else { return false }
    let again = value { () throws(Diagnostic) in try ProofFile(file.bytes) }
    try require(again == file, "a proof reads back as itself")
    _ = file.proves(MerkleTree.leafHash(of: bytes))
    return true
  }
}

import Diagnostics
import Transparency

/// A signed checkpoint, as a log publishes it.
enum CheckpointParser: FuzzedParser {
  static let name = "checkpoint"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    guard let checkpoint = value({ () throws(Diagnostic) in try SignedCheckpoint(bytes) }) else {
      return false
    }
    try require(checkpoint.bytes == bytes, "a checkpoint has one form")
    return true
  }
}

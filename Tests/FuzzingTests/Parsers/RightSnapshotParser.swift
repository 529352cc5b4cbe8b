import Diagnostics
import Interchange

/// A table of what a system really gives.
enum RightSnapshotParser: FuzzedParser {
  static let name = "right-snapshot"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let snapshot: RightSnapshot
    do throws(Diagnostic) {
      snapshot = try RightSnapshot(bytes)
    } catch {
      try require(!error.text(in: .swedish).isEmpty, "a refusal can be told")
      return false
    }
    try require(snapshot.rights.allSatisfy { !$0.account.isEmpty }, "every row has an account")
    return true
  }
}

import Diagnostics
import Transparency

/// Which witnesses count.
enum WitnessPolicyParser: FuzzedParser {
  static let name = "witness-policy"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    guard let policy = value({ () throws(Diagnostic) in try WitnessPolicy(bytes) }) else {
      return false
    }
    // None are enough only where none is asked for; all are always enough.
    try require(
      policy.isSatisfied(by: []) == (policy.quorum == nil), "a quorum takes somebody")
    try require(policy.isSatisfied(by: policy.witnesses), "all witnesses are enough")
    return true
  }
}

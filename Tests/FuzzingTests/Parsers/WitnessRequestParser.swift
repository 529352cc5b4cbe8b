import Diagnostics
import Transparency

/// What a log asks its witness.
enum WitnessRequestParser: FuzzedParser {
  static let name = "witness-request"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    guard let request = value({ () throws(Diagnostic) in try WitnessRequest(bytes) }) else {
      return false
    }
    try require(request.bytes == bytes, "a request has one form")
    var state = WitnessState(keys: [])
    let isAccepted = value { () throws(WitnessState.Refusal) in try state.accept(request) } != nil
    try require(!isAccepted, "a log without keys is never cosigned")
    return true
  }
}

import Witnessing

/// What comes to a witness, in pieces, as lines or by HTTP.
enum WitnessInputParser: FuzzedParser {
  static let name = "witness-input"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    var whole = WitnessInput()
    if !bytes.isEmpty { whole.take(bytes) }
    whole.take([])
    var pieces = WitnessInput()
    for start in stride(from: 0, to: bytes.count, by: 7) {
      pieces.take(Array(bytes[start..<min(bytes.count, start + 7)]))
    }
    pieces.take([])
    try require(whole.state == pieces.state, "it does not matter how it comes in pieces")
    try require(whole.state != .open, "the end is the end")
    if case .complete(let request) = whole.state { return !request.isEmpty }
    return false
  }
}

import Diagnostics
import Transparency

/// What an agent answers.
enum AgentAnswerParser: FuzzedParser {
  static let name = "agent-answer"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    _ = SSHAgentMessage.bodyCount(bytes)
    if let keys = value({ () throws(Diagnostic) in try SSHAgentMessage.identities(bytes) }) {
      try require(keys.count * 8 <= bytes.count, "no key comes from nothing")
      return true
    }
    return value { () throws(Diagnostic) in try SSHAgentMessage.signature(bytes) } != nil
  }
}

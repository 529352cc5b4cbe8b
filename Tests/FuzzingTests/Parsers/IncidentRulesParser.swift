import AccessModel
import Diagnostics
import Policies

/// A document of rules for incidents.
enum IncidentRulesParser: FuzzedParser {
  static let name = "incident-rules"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    guard let rules = try read(bytes) else { return false }
    for regime in rules.regimes {
      try require(rules[regime.code] == regime, "a regime is found by its code, each once")
      for stage in regime.stages {
        try require(regime[stage.code] == stage, "a stage is found by its code, each once")
      }
    }
    return true
  }

  private static func read(_ bytes: [UInt8]) throws(Violation) -> IncidentRules? {
    do throws(PolicyFaults) {
      return try IncidentRules(reading: PolicyDocument.text(of: bytes))
    } catch {
      try require(!error.faults.isEmpty, "a refusal has a reason")
      for fault in error.faults {
        try require(!fault.text(in: .swedish).isEmpty, "a reason can be told")
      }
      return nil
    }
  }
}

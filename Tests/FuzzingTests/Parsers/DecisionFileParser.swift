import Diagnostics
import ReviewPackets

/// What reviewers send back: the decision file that the page makes, and a workbook where the bytes are one.
enum DecisionFileParser: FuzzedParser {
  static let name = "decision-file"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let decisions: CollectedDecisions
    do throws(Diagnostic) { decisions = try CollectedDecisions(bytes) } catch {
      try require(!error.text(in: .swedish).isEmpty, "a refusal can be told")
      return false
    }
    let rows = decisions.rows
    try require(
      rows.count + decisions.refused.count <= CollectedDecisions.rowsMax,
      "there are no more rows than may be")
    try require(Set(rows.map(\.grant)).count == rows.count, "an item is answered once")
    for refusal in decisions.refused {
      try require(
        !refusal.diagnostic.text(in: .swedish).isEmpty, "the refusal of a row can be told")
    }
    return true
  }
}

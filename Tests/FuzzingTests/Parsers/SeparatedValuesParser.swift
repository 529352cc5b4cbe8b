import Diagnostics
import Interchange

/// A table as spreadsheets write them.
enum SeparatedValuesParser: FuzzedParser {
  static let name = "separated-values"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    do throws(Diagnostic) {
      let table = try SeparatedValues(bytes, required: ["a", "b"], optional: ["c"])
      for row in table.rows { _ = row.list("a") }
      return true
    } catch {
      try require(!error.text(in: .swedish).isEmpty, "a refusal can be told")
      return false
    }
  }
}

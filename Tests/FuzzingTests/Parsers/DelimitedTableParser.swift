import Diagnostics
import Interchange

/// A list of people or the like, with a separator that its heading shows.
enum DelimitedTableParser: FuzzedParser {
  static let name = "delimited-table"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let table: DelimitedTable
    do throws(Diagnostic) {
      table = try DelimitedTable(bytes, columns: ["name", "unit", "user"], required: ["name"])
    } catch {
      try require(!error.text(in: .swedish).isEmpty, "a refusal can be told")
      return false
    }
    try require(
      !table.columns.isEmpty && table.rows.count <= DelimitedTable.rowsMax,
      "a table is within its bounds")
    return true
  }
}

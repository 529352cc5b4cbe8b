public import Diagnostics
import Interchange

/// A list of requests that is made as one: one row for each, with what they share left to the command.
public struct RequestList {
  /// One request as the list says it; what it leaves out is `nil`.
  public struct Row {
    /// The line of the file.
    public var line: Int
    public var person: String
    public var entitlement: String
    public var need: String?
    public var duty: String?
    public var purpose: String?
    public var scope: String?
    public var from: String?
    public var until: String?
    public var analysis: String?
  }

  public var rows: [Row]

  /// The headings that mean something, in the order in which they are told.
  public static let columns = [
    "person", "entitlement", "need", "duty", "purpose", "scope", "from", "until", "analysis",
  ]

  /// The most rows of a list.
  public static let rowsMax = 1_000

  /// - Parameter path: a file of at most 4 MiB.
  /// - Throws: `CSV-01` to `CSV-03`, or that the file cannot be read.
  public init(reading path: String) throws(Diagnostic) {
    let required = ["person", "entitlement"]
    let table = try SeparatedValues(
      WholeFile.read(path, bytesMax: SeparatedValues.bytesMax), required: required,
      optional: Self.columns.filter { !required.contains($0) }, rowsMax: Self.rowsMax)
    rows = table.rows.map { row in
      Row(
        line: row.line, person: row["person"] ?? "", entitlement: row["entitlement"] ?? "",
        need: row["need"], duty: row["duty"], purpose: row["purpose"], scope: row["scope"],
        from: row["from"], until: row["until"], analysis: row["analysis"])
    }
  }
}

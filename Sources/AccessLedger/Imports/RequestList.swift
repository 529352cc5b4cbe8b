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

  /// The most bytes of a list.
  public static let bytesMax = 4 << 20

  /// - Throws: `LST-01` to `LST-03`, or that the file cannot be read.
  public init(reading path: String) throws(Diagnostic) {
    let table = try DelimitedTable(
      WholeFile.read(path, bytesMax: Self.bytesMax), columns: Self.columns,
      required: ["person", "entitlement"])
    rows = table.rows.map { row in
      Row(
        line: row.line, person: row.values["person"] ?? "",
        entitlement: row.values["entitlement"] ?? "", need: row.values["need"],
        duty: row.values["duty"], purpose: row.values["purpose"], scope: row.values["scope"],
        from: row.values["from"], until: row.values["until"], analysis: row.values["analysis"])
    }
  }
}

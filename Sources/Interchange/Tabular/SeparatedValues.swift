public import Diagnostics

/// A table in a text file, as spreadsheets write it: RFC 4180, with a heading.
///
/// The separator is a comma, a semicolon or a tab, whichever the heading has. Values may stand in quotation marks, in which two mean
/// one. UTF-8, with or without a byte order mark; lines end with LF or CRLF. Empty lines are left out, and white space around a value
/// does not count. Columns are known by their heading, in any order.
public struct SeparatedValues: Sendable {
  /// A row below the heading.
  public struct Row: Sendable {
    /// The line it begins on, from 1.
    public let line: Int
    private let values: [String: String]

    init(line: Int, values: [String: String]) {
      self.line = line
      self.values = values
    }

    /// The value in that column; `nil` when it is empty or there is no such column.
    public subscript(column: String) -> String? { values[column] }

    /// The value in a column that must have one.
    public func required(_ column: String) throws(Diagnostic) -> String {
      guard let value = values[column] else {
        throw malformed(column, "", Localized(en: "a value", sv: "ett värde"))
      }
      return value
    }

    /// The values in a column, parted by `|`.
    public func list(_ column: String) -> [String] {
      (values[column] ?? "").split(separator: "|").map { SeparatedValues.trimmed($0) }.filter {
        !$0.isEmpty
      }
    }

    /// The refusal of a value that is not of its form.
    public func malformed(_ column: String, _ value: String, _ form: Localized) -> Diagnostic {
      DiagnosticCode.tableValue.diagnostic(
        .line(line), .init(en: "column", sv: "kolumn", column),
        .found(Excerpt.text(value.utf8)), .init(en: "expected", sv: "väntat", localized: form))
    }
  }

  public let rows: [Row]

  /// The most bytes of a file.
  public static let bytesMax = 4 << 20
  /// The most rows below the heading, where the reader sets no other bound.
  public static let rowsMax = 20_000

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - required: columns that must be there.
  ///   - optional: columns that may be there. Any other is refused.
  ///   - rowsMax: the most rows below the heading.
  /// - Throws: `CSV-01` to `CSV-03`, with the line.
  public init(
    _ bytes: [UInt8], required: [String], optional: [String], rowsMax: Int = rowsMax
  ) throws(Diagnostic) {
    var scanner = try TableScanner(bytes)
    guard let heading = try scanner.next() else {
      throw DiagnosticCode.tableColumns.diagnostic(
        .init(en: "missing", sv: "saknas", required.joined(separator: ", ")))
    }
    let columns = heading.cells.map { SeparatedValues.trimmed($0).lowercased() }
    try SeparatedValues.check(columns, required: required, optional: optional)
    var rows: [Row] = []
    while let (line, cells) = try scanner.next() {
      guard cells.count == columns.count else {
        throw DiagnosticCode.tableRow.diagnostic(
          .line(line), .init(en: "values", sv: "värden", "\(cells.count)"),
          .init(en: "columns", sv: "kolumner", "\(columns.count)"))
      }
      guard rows.count < rowsMax else {
        throw DiagnosticCode.tableForm.diagnostic(
          .line(line), .init(en: "rows at most", sv: "högst antal rader", "\(rowsMax)"))
      }
      var values: [String: String] = [:]
      for (column, cell) in zip(columns, cells) {
        let value = SeparatedValues.trimmed(cell)
        if !value.isEmpty { values[column] = value }
      }
      rows.append(Row(line: line, values: values))
    }
    self.rows = rows
  }

  private static func check(
    _ columns: [String], required: [String], optional: [String]
  ) throws(Diagnostic) {
    let known = required + optional
    let missing = required.filter { !columns.contains($0) }
    let unknown = columns.filter { !known.contains($0) }
    let twice = Set(columns.filter { name in columns.count { $0 == name } > 1 }).sorted()
    guard !missing.isEmpty || !unknown.isEmpty || !twice.isEmpty else { return }
    var facts: [Diagnostic.Fact] = []
    func add(_ names: [String], _ english: String, _ swedish: String) {
      guard !names.isEmpty else { return }
      facts.append(
        .init(
          en: english, sv: swedish, Excerpt.text(names.joined(separator: ", ").utf8)))
    }
    add(missing, "missing", "saknas")
    add(unknown, "unknown", "okända")
    add(twice, "twice", "dubbla")
    add(known, "columns", "kolumner")
    throw DiagnosticCode.tableColumns.diagnostic(facts: facts)
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}

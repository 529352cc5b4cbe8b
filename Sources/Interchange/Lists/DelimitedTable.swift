public import Diagnostics

/// A table as spreadsheets write it: a heading and rows, fields parted by commas or semicolons (RFC 4180).
///
/// A field in quotation marks may hold the separator, line breaks, and quotation marks written twice. Lines end with LF or
/// CR LF; a byte order mark, and lines with nothing on them, are passed over. Which separator it is the heading tells.
public struct DelimitedTable: Sendable {
  /// One row with the number of the line it begins on; the heading is line 1 where nothing stands before it.
  public struct Row: Sendable {
    public var line: Int
    /// The values by column; what is empty is left out.
    public var values: [String: String]
  }

  /// The headings, in their order, in lower case.
  public private(set) var columns: [String] = []
  public private(set) var rows: [Row] = []

  /// The most rows a table may have.
  public static let rowsMax = 1_000

  /// - Parameters:
  ///   - known: the headings that mean something.
  ///   - required: those that must be there.
  /// - Throws: `LST-01` to `LST-03`, with the line.
  public init(
    _ bytes: [UInt8], columns known: [String], required: [String]
  ) throws(Diagnostic) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DiagnosticCode.listForm.diagnostic(.expected("UTF-8"))
    }
    var lines = try DelimitedTable.lines(of: text)
    guard !lines.isEmpty else {
      throw DiagnosticCode.listColumns.diagnostic(.expected(known.joined(separator: ",")))
    }
    let heading = lines.removeFirst()
    columns = heading.fields.map { DelimitedTable.trimmed($0).lowercased() }
    let isRight =
      Set(columns).count == columns.count && columns.allSatisfy(known.contains)
      && required.allSatisfy(columns.contains)
    guard isRight else {
      throw DiagnosticCode.listColumns.diagnostic(
        .line(heading.line), .found(columns.joined(separator: ",")),
        .expected(known.joined(separator: ",")),
        .init(en: "needed", sv: "krävs", required.joined(separator: ",")))
    }
    guard lines.count <= DelimitedTable.rowsMax else {
      throw DiagnosticCode.listForm.diagnostic(
        .init(en: "rows", sv: "rader", "\(lines.count)"),
        .expected("1–\(DelimitedTable.rowsMax)"))
    }
    for line in lines {
      guard line.fields.count == columns.count else {
        throw DiagnosticCode.listWidth.diagnostic(
          .line(line.line), .found("\(line.fields.count)"), .expected("\(columns.count)"))
      }
      var row = Row(line: line.line, values: [:])
      for (column, field) in zip(columns, line.fields) {
        let value = DelimitedTable.trimmed(field)
        if !value.isEmpty { row.values[column] = value }
      }
      rows.append(row)
    }
  }

  private typealias Line = (line: Int, fields: [String])

  private static func lines(of text: String) throws(Diagnostic) -> [Line] {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let separator = separator(of: scalars)
    var lines: [Line] = []
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var (number, start) = (1, 1)
    var isQuoted = false
    var wasQuoted = false
    func endField() {
      fields.append(String(field))
      field = String.UnicodeScalarView()
      wasQuoted = false
    }
    func endLine() {
      endField()
      if fields != [""] { lines.append((start, fields)) }
      fields = []
    }
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == "\n" { number += 1 }
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if index < scalars.count, scalars[index] == "\"" {
          field.append(scalar)
          index += 1
        } else {
          isQuoted = false
          wasQuoted = true
        }
        continue
      }
      switch scalar {
      case "\"" where field.isEmpty && !wasQuoted: isQuoted = true
      case separator: endField()
      case "\r" where index < scalars.count && scalars[index] == "\n": break
      case "\n":
        endLine()
        start = number
      case _:
        guard !wasQuoted, scalar != "\"" else {
          throw DiagnosticCode.listForm.diagnostic(.line(number), .found(String(scalar)))
        }
        field.append(scalar)
      }
    }
    guard !isQuoted else {
      throw DiagnosticCode.listForm.diagnostic(.line(start), .expected("\""))
    }
    if !field.isEmpty || !fields.isEmpty || wasQuoted { endLine() }
    return lines
  }

  /// A semicolon when the heading has one and no comma, else a comma.
  private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    let heading = scalars.prefix { $0 != "\n" }
    return heading.contains(";") && !heading.contains(",") ? ";" : ","
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}

internal import AuditViews

/// Tab-separated values, made for `cut`, `sort` and `awk`: a row is one line, whatever it holds.
///
/// A tab, a line feed, a carriage return and a backslash in a value are written `\t`, `\n`, `\r`
/// and `\\`, as PostgreSQL's COPY and `mysql --batch` write them.
struct TSVTable {
  let options: RenderingOptions

  init(_ options: RenderingOptions) { self.options = options }

  func appendHeader(_ columns: [Column], to output: inout [UInt8]) {
    append(columns.map(\.key), to: &output)
  }

  func append(row: [Cell], to output: inout [UInt8]) {
    append(row.map(\.programText), to: &output)
  }

  private func append(_ fields: [String], to output: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(UInt8(ascii: "\t")) }
      let escaped = TSVTable.escaped(field)
      output += (options.isTerminal ? VisibleText.of(escaped) : escaped).utf8
    }
    output.append(UInt8(ascii: "\n"))
  }

  private static func escaped(_ field: String) -> String {
    let special: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x5C]
    guard field.utf8.contains(where: special.contains) else { return field }
    var result = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

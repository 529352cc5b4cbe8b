internal import AccessModel
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

  /// - Parameter shown: where in the row the cells stand that are written; `nil` for all.
  func append(row: [Cell], _ shown: [Int]? = nil, to output: inout [UInt8]) {
    if options.isTerminal {
      append((shown ?? Array(row.indices)).map { row[$0].programText }, to: &output)
      return
    }
    let count = shown?.count ?? row.count
    for place in 0..<count {
      if place > 0 { output.append(UInt8(ascii: "\t")) }
      let index = shown?[place] ?? place
      switch row[index] {
      case .text(let text): append(text, to: &output)
      // No letter of an identifier needs an escape.
      case .identifier(let id): id.write(to: &output)
      case .empty: break
      case let cell: append(cell.programText, to: &output)
      }
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// Nearly every value is written as it is.
  private func append(_ field: String, to output: inout [UInt8]) {
    var field = field
    let isPlain = field.withUTF8 { bytes in
      guard !bytes.contains(where: TSVTable.isSpecial) else { return false }
      output.append(contentsOf: bytes)
      return true
    }
    if !isPlain { output += TSVTable.escaped(field).utf8 }
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x5C
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
    guard field.utf8.contains(where: isSpecial) else { return field }
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

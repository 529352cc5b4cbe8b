internal import AccessModel
internal import AuditViews
internal import Chronology
internal import Diagnostics

/// Rows as JSON objects (RFC 8259), the members in the order of the columns.
///
/// A text keeps every code point. What RFC 8259 asks to be escaped is, and so is what a terminal or
/// JavaScript would act on: U+007F to U+009F, U+2028, U+2029 and the marks of direction.
enum JSONTable {
  /// One object: the fields of a card, then its sections as arrays.
  static func object(_ card: Card) -> [UInt8] {
    var output = Array("{".utf8)
    var isFirst = true
    func begin(_ key: String) {
      output += isFirst ? "".utf8 : ", ".utf8
      isFirst = false
      append(key, to: &output)
      output += ": ".utf8
    }
    for field in card.fields {
      begin(field.key)
      append(field.cell, to: &output)
    }
    for section in card.sections {
      let section = section.seen(by: .programs)
      let keys = encodedKeys(section.columns)
      begin(section.name)
      output.append(UInt8(ascii: "["))
      for (index, row) in section.rows.enumerated() {
        if index > 0 { output += ", ".utf8 }
        append(row, keys, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    }
    output += "}\n".utf8
    return output
  }

  /// The keys of the columns with their quotes and colons, ready for every row.
  static func encodedKeys(_ columns: [Column]) -> [[UInt8]] {
    columns.map { column in
      var key: [UInt8] = []
      append(column.key, to: &key)
      return key + Array(": ".utf8)
    }
  }

  /// One row as an object.
  static func append(_ row: [Cell], _ keys: [[UInt8]], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    for (index, cell) in row.enumerated() {
      if index > 0 { output += ", ".utf8 }
      output += keys[index]
      append(cell, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  private static func append(_ cell: Cell, to output: inout [UInt8]) {
    switch cell {
    case .text(let text): append(text, to: &output)
    // No letter of an identifier needs an escape.
    case .identifier(let id):
      output.append(UInt8(ascii: "\""))
      id.write(to: &output)
      output.append(UInt8(ascii: "\""))
    case .localized(let text): append(text.english, to: &output)
    case .word(let code, _): append(code, to: &output)
    case .instant, .bound, .day: append(cell.programText, to: &output)
    case .integer, .real, .flag: output += cell.programText.utf8
    case .empty: output += "null".utf8
    case .list(let texts):
      output.append(UInt8(ascii: "["))
      for (index, text) in texts.enumerated() {
        if index > 0 { output += ", ".utf8 }
        append(text, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    }
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    defer { output.append(UInt8(ascii: "\"")) }
    // Nearly every text is plain ASCII and goes out as it is.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      output += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\"".utf8
      case "\\": output += "\\\\".utf8
      case "\n": output += "\\n".utf8
      case "\r": output += "\\r".utf8
      case "\t": output += "\\t".utf8
      case _ where VisibleText.isDangerous(scalar):
        for unit in scalar.utf16 {
          let digits = String(unit, radix: 16)
          output += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
        }
      default: output += scalar.utf8
      }
    }
  }
}

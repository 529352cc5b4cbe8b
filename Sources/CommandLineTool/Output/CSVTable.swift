internal import AuditViews

/// Comma-separated values by RFC 4180: UTF-8, CRLF, quotes where they are needed.
///
/// A free text that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236):
/// `=`, `+`, `-` and `@`, also full width, a tab and a line break at the beginning. JSON carries the
/// text unchanged, for those who need it so.
///
/// For spreadsheets that are set to Swedish there are semicolons between, decimal commas, and a byte order mark before, without
/// which they take UTF-8 for something else.
struct CSVTable {
  let options: RenderingOptions
  /// Whether it is for spreadsheets set to Swedish.
  let isSwedish: Bool

  init(_ options: RenderingOptions, isSwedish: Bool = false) {
    self.options = options
    self.isSwedish = isSwedish
  }

  /// What stands before everything else.
  var lead: [UInt8] { isSwedish ? [0xEF, 0xBB, 0xBF] : [] }

  private var separator: UInt8 { UInt8(ascii: isSwedish ? ";" : ",") }

  func appendHeader(_ columns: [Column], to output: inout [UInt8]) {
    append(columns.map(\.key), to: &output)
  }

  func append(row: [Cell], to output: inout [UInt8]) {
    append(
      row.map { cell in
        if isSwedish, case .real = cell { return cell.programText.replacing(".", with: ",") }
        return cell.isFreeText ? guarded(cell.programText) : cell.programText
      }, to: &output)
  }

  private func append(_ fields: [String], to output: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(separator) }
      // A line with nothing on it is skipped by many readers, so a lone empty field is quoted.
      append(field, isQuoted: needsQuotes(field) || (fields.count == 1 && field.isEmpty), &output)
    }
    output += "\r\n".utf8
  }

  private func append(_ field: String, isQuoted: Bool, _ output: inout [UInt8]) {
    guard isQuoted else {
      output += field.utf8
      return
    }
    output.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  private func needsQuotes(_ field: String) -> Bool {
    field.utf8.contains { $0 == 0x22 || $0 == separator || $0 == 0x0A || $0 == 0x0D }
      || field.utf8.first == 0x20 || field.utf8.last == 0x20
  }

  private func guarded(_ text: String) -> String {
    let text = options.isTerminal ? VisibleText.of(text) : text
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
      return "'" + text
    case _: return text
    }
  }
}

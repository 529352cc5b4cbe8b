import Diagnostics

/// Takes one row after another from the bytes of a table.
struct TableScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index: Int
  private var line = 1

  private static let quote: UInt8 = 0x22
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  init(_ bytes: [UInt8]) throws(Diagnostic) {
    guard bytes.count <= SeparatedValues.bytesMax else {
      throw DiagnosticCode.tableForm.diagnostic(
        .init(en: "bytes", sv: "byte", "\(bytes.count)"),
        .init(en: "at most", sv: "högst", "\(SeparatedValues.bytesMax)"))
    }
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw DiagnosticCode.tableForm.diagnostic(
        .init(
          en: "why", sv: "varför",
          localized: Localized(en: "it is not UTF-8 text", sv: "den är inte UTF-8-text")))
    }
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let heading = bytes[index...].prefix { $0 != Self.lineFeed }
    let candidates: [UInt8] = [0x3B, 0x09, 0x2C]
    separator = candidates.first(where: heading.contains) ?? 0x2C
  }

  /// The next row that is not empty, with the line it begins on; `nil` after the last.
  mutating func next() throws(Diagnostic) -> (line: Int, cells: [String])? {
    while index < bytes.count {
      let begin = line
      let cells = try row()
      if cells.count > 1 || !SeparatedValues.trimmed(cells.first ?? "").isEmpty {
        return (begin, cells)
      }
    }
    return nil
  }

  private mutating func row() throws(Diagnostic) -> [String] {
    var cells: [String] = []
    while true {
      cells.append(try cell())
      guard index < bytes.count else { return cells }
      let byte = bytes[index]
      index += 1
      if byte == separator { continue }
      // Only a line feed ends a cell besides the separator.
      line += 1
      return cells
    }
  }

  /// A value, up to the separator or the line feed after it, which stays.
  private mutating func cell() throws(Diagnostic) -> String {
    var value: [UInt8] = []
    if index < bytes.count, bytes[index] == Self.quote {
      let begin = line
      index += 1
      while true {
        guard index < bytes.count else { throw unclosed(begin) }
        let byte = bytes[index]
        index += 1
        if byte == Self.quote {
          guard index < bytes.count, bytes[index] == Self.quote else { break }
          index += 1
        } else if byte == Self.lineFeed {
          line += 1
        }
        value.append(byte)
      }
      let rest = plain()
      guard rest.allSatisfy({ $0 == 0x20 }) else {
        throw DiagnosticCode.tableForm.diagnostic(
          .line(begin), .found(Excerpt.text(rest)),
          .expected("\""))
      }
    } else {
      value = plain()
      guard !value.contains(Self.quote) else {
        throw DiagnosticCode.tableForm.diagnostic(.line(line), .found(Excerpt.text(value)))
      }
    }
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func plain() -> [UInt8] {
    let rest = bytes[index...].prefix { $0 != separator && $0 != Self.lineFeed }
    index += rest.count
    return rest.last == Self.carriageReturn ? Array(rest.dropLast()) : Array(rest)
  }

  private func unclosed(_ begin: Int) -> Diagnostic {
    DiagnosticCode.tableForm.diagnostic(
      .line(begin),
      .init(
        en: "why", sv: "varför",
        localized: Localized(
          en: "a quotation mark is never closed", sv: "ett citattecken stängs aldrig")))
  }
}

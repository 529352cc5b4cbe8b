import AuditViews
import Chronology
import Diagnostics

/// What SQLite holds for a cell.
enum SQLValue {
  case text(String)
  case integer(Int64)
  case null

  /// A moment is RFC 3339 in UTC, which SQLite's functions of time read; yes is 1 and no is 0; a word is its code; a list is a JSON array.
  init(_ cell: Cell) {
    switch cell {
    case .text, .identifier: self = .text(cell.programText)
    case .localized(let text): self = .text(text.english)
    case .word(let code, _): self = .text(code)
    case .integer(let number): self = .integer(Int64(number))
    case .real(let number): self = .text("\(number)")
    case .instant(let instant), .bound(let instant, _): self = .text(instant.description)
    case .day(let day): self = .text(day.description)
    case .flag(let flag): self = .integer(flag ? 1 : 0)
    case .empty: self = .null
    case .list(let texts): self = .text(SQLValue.array(texts))
    }
  }

  private static func array(_ texts: [String]) -> String {
    var array = "["
    for (place, text) in texts.enumerated() {
      if place > 0 { array += "," }
      array += "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": array += "\\\(scalar)"
        case _ where scalar.value < 0x20:
          let digits = String(scalar.value, radix: 16)
          array += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        case _: array.unicodeScalars.append(scalar)
        }
      }
      array += "\""
    }
    return array + "]"
  }
}

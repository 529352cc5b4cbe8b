import AuditViews
import Chronology
import Diagnostics

extension Cell {
  /// The value as programs read it, in no language; a list is parted by `; `.
  var plain: String {
    switch self {
    case .text(let text): text
    case .localized(let text): text.english
    case .word(let code, _): code
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .instant(let instant), .bound(let instant, _): instant.description
    case .day(let day): day.description
    case .flag(let flag): flag ? "true" : "false"
    case .empty: ""
    case .list(let texts): texts.joined(separator: "; ")
    }
  }
}

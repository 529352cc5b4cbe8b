import AuditViews
import Chronology
import Diagnostics

/// How values are written for people in a report.
struct CellText {
  let language: Language
  let phrasing: Phrasing

  func text(_ cell: Cell) -> String {
    switch cell {
    case .text, .identifier: cell.programText
    case .localized(let text), .word(_, let text): text.text(in: language)
    case .integer(let number): Self.number(number, in: language)
    case .real(let number): String(number)
    case .instant(let instant): phrasing.time(instant)
    case .bound(let instant, .start): phrasing.start(instant)
    case .bound(let instant, .end): phrasing.last(instant)
    case .day(let day): day.description
    case .flag(let flag):
      (flag ? Localized(en: "yes", sv: "ja") : Localized(en: "no", sv: "nej")).text(in: language)
    case .empty: "–"
    case .list(let texts): texts.isEmpty ? "–" : texts.joined(separator: ", ")
    }
  }

  /// `12,400` in English, `12 400` in Swedish with a space that does not break.
  static func number(_ number: Int, in language: Language) -> String {
    let separator: String =
      switch language {
      case .english: ","
      case .swedish: "\u{A0}"
      }
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.utf8.count > 3 {
      groups.append(String(digits.suffix(3)))
      digits.removeLast(3)
    }
    return (number < 0 ? "\u{2212}" : "")
      + ([digits] + groups.reversed()).joined(separator: separator)
  }

  /// `8 of 10 (80%)`, `8 av 10 (80 %)`, or the number alone.
  static func words(of amount: Amount, in language: Language) -> String {
    let part = number(amount.part, in: language)
    guard let whole = amount.whole else { return part }
    let all = number(whole, in: language)
    let of = Localized(en: "\(part) of \(all)", sv: "\(part) av \(all)").text(in: language)
    guard let percent = amount.percent else { return of }
    return of + " (" + self.percent(percent, in: language) + ")"
  }

  static func percent(_ percent: Int, in language: Language) -> String {
    switch language {
    case .english: "\(percent)%"
    case .swedish: "\(percent)\u{A0}%"
    }
  }
}

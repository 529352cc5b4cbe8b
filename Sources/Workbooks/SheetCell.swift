public import Chronology

/// What stands in a cell that is written.
public enum SheetCell: Hashable, Sendable {
  case text(String, SheetStyle)
  case day(Day, SheetStyle)
  /// A day and a time of that day, as the clocks of some zone showed them.
  case moment(LocalTime, SheetStyle)
  case number(Int, SheetStyle)
  /// A number that is not whole; finite.
  case real(Double, SheetStyle)
  /// Nothing, in a style: a cell to be filled in.
  case blank(SheetStyle)
}

/// How a cell looks, by its place among the formats of `WorkbookStyles`.
public enum SheetStyle: Int, Sendable {
  case plain = 0
  case heading
  case text
  case date
  case number
  case answer
  case answerDay
  case emphasis
  case moment
}

/// The days of spreadsheets: a count from 30 December 1899, or from 1904.
public enum SheetDay {
  /// What day 0 is called, as a number of days from 1970.
  static let origin = -25_569
  static let origin1904 = -24_107

  /// What a spreadsheet calls a day.
  public static func number(of day: Day) -> Int { Int(day.number) - origin }

  /// The day of a number; `nil` for what is none between 1900 and 9999.
  public static func day(_ text: String, is1904: Bool) -> Day? {
    guard let number = Double(text), number >= 1, number < 2_958_466 else { return nil }
    let days = Int(number) + (is1904 ? origin1904 : origin)
    return Int32(exactly: days).flatMap { number in
      let day = Day(number: number)
      return day <= .latest ? day : nil
    }
  }
}

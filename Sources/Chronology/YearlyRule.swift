/// When a zone changes its clocks year after year: the TZ string of POSIX.1 that ends a TZif file.
struct YearlyRule: Hashable, Sendable {
  /// A day in each year, and a time on it.
  struct Change: Hashable, Sendable {
    /// The three forms of POSIX.1, 8.3.
    enum DayForm: Hashable, Sendable {
      /// `Jn`: day 1 to 365, where 29 February is never counted.
      case withoutLeapDay(Int)
      /// `n`: day 0 to 365, where 29 February is counted.
      case fromZero(Int)
      /// `Mm.w.d`: month 1 to 12; week 1 to 5, where 5 is the last; weekday 0 to 6 from Sunday.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    var day: DayForm
    /// Seconds from local midnight of the day, -167 to 167 hours (RFC 9636, 3.3).
    var time: Int

    /// The change in seconds of local time since 1970-01-01T00:00:00.
    func localSecond(year: Int) -> Int64 {
      let firstDay = Day.number(year: year, month: 1, day: 1)
      let number: Int
      switch day {
      case .withoutLeapDay(let day):
        let isLeapYear = Day.count(ofMonth: 2, year: year) == 29
        number = firstDay + day - 1 + (isLeapYear && day >= 60 ? 1 : 0)
      case .fromZero(let day):
        number = firstDay + day
      case .weekday(let month, let week, let weekday):
        let first = Day.number(year: year, month: month, day: 1)
        // 1970-01-01 was a Thursday, 4 when counted from Sunday.
        let firstWeekday = ((first + 4) % 7 + 7) % 7
        var day = 1 + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
        if day > Day.count(ofMonth: month, year: year) { day -= 7 }
        number = Day.number(year: year, month: month, day: day)
      }
      return Int64(number) * 86_400 + Int64(time)
    }
  }

  /// The other time of the year.
  struct Daylight: Hashable, Sendable {
    var offset: Int32
    var start: Change
    var end: Change
  }

  /// Seconds ahead of UTC when no daylight time holds.
  var standardOffset: Int32
  /// `nil` when the clocks are never changed.
  var daylight: Daylight?

  /// The segment that a second lies in.
  func segment(at second: Int64) -> TimeZoneRules.Segment {
    guard let daylight else {
      return .init(offset: standardOffset, start: .min, end: .max)
    }
    let year = Day.civil(number: Int(second.dividedFloor(by: 86_400).quotient)).year
    var latest: (at: Int64, offset: Int32) = (.min, standardOffset)
    var end = Int64.max
    // A change may be a week outside its year, so two years on each side always hold the
    // neighbours. Where the end in one year is the start in the next, daylight time never stops;
    // the later one in this order decides.
    for year in (year - 2)...(year + 2) {
      let start = daylight.start.localSecond(year: year) - Int64(standardOffset)
      let stop = daylight.end.localSecond(year: year) - Int64(daylight.offset)
      for (at, offset) in [(start, daylight.offset), (stop, standardOffset)] {
        if at > second {
          end = min(end, at)
        } else if at >= latest.at {
          latest = (at, offset)
        }
      }
    }
    return .init(offset: latest.offset, start: latest.at, end: end)
  }
}

/// Reads a moment as a person types it: a day, or a day and a time, in the time of a zone or with
/// an offset.
///
/// | Typed | Means |
/// |---|---|
/// | `2026-11-25` | the start or the end of the day in the zone, as the question requires |
/// | `2026-11-25 14:30`, `2026-11-25T14:30` | that time in the zone |
/// | `2026-11-25 14:30:05`, `2026-11-25 14:30:05.25` | with seconds and up to three decimals, after `.` or `,` |
/// | `2026-11-25T14:30Z`, `2026-11-25 14:30+01:00` | that time at that offset from UTC, whatever the zone |
///
/// A local time that comes twice or never, because the clocks change, is resolved as by
/// `LocalResolution.instant`.
public enum MomentText {
  /// Which end of a day is meant when only the day is typed.
  public enum DayMeaning: Hashable, Sendable {
    /// The first moment of the day.
    case start
    /// The first moment of the next day: the end of a half-open interval that has the day in it.
    case end
  }

  /// The moment that the text means; throws why there is none. Spaces around the text do not count.
  public static func parse(
    _ text: String, in zone: TimeZoneRules, dayMeans: DayMeaning
  ) throws(MomentRefusal) -> Instant {
    guard text.utf8.count <= 64 else { throw .tooLong }
    var reader = Reader(bytes: Array(text.utf8))
    reader.trimSpaces()
    guard !reader.isAtEnd else { throw .empty }

    let day = try reader.day()
    if reader.isAtEnd {
      switch dayMeans {
      case .start: return zone.instant(of: day)
      case .end: return zone.end(of: day)
      }
    }
    guard reader.skip("T") || reader.skip("t") || reader.skip(" ") else { throw reader.misfit }
    let time = try reader.time()
    if reader.isAtEnd {
      let instant = zone.instants(of: day, secondOfDay: time.second).instant
      return instant.advanced(byMilliseconds: Int64(time.millisecond))
    }
    let offset = try reader.offset()
    let second = Int64(day.number) * 86_400 + Int64(time.second - offset)
    guard let instant = Instant(exactlyMilliseconds: second * 1_000 + Int64(time.millisecond))
    else { throw .outsideCalendar }
    return instant
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    var end: Int

    init(bytes: [UInt8]) {
      self.bytes = bytes
      end = bytes.count
    }

    var isAtEnd: Bool { index == end }
    var misfit: MomentRefusal { .unexpected(column: index + 1) }

    mutating func trimSpaces() {
      while index < end, bytes[index] == 32 { index += 1 }
      while end > index, bytes[end - 1] == 32 { end -= 1 }
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard index < end, bytes[index] == UInt8(ascii: scalar) else { return false }
      index += 1
      return true
    }

    mutating func digits(_ count: Int) throws(MomentRefusal) -> Int {
      var value = 0
      for _ in 0..<count {
        guard index < end, bytes[index] >= 48, bytes[index] <= 57 else { throw misfit }
        value = value * 10 + Int(bytes[index] - 48)
        index += 1
      }
      return value
    }

    func text(from start: Int) -> String {
      String(decoding: bytes[start..<index], as: UTF8.self)
    }

    mutating func day() throws(MomentRefusal) -> Day {
      let start = index
      let year = try digits(4)
      guard skip("-") else { throw misfit }
      let month = try digits(2)
      guard skip("-") else { throw misfit }
      let dayOfMonth = try digits(2)
      guard let day = Day(year: year, month: month, day: dayOfMonth) else {
        throw .noSuchDay(text(from: start))
      }
      return day
    }

    mutating func time() throws(MomentRefusal) -> (second: Int, millisecond: Int) {
      let start = index
      let hour = try digits(2)
      guard skip(":") else { throw misfit }
      let minute = try digits(2)
      var second = 0
      var millisecond = 0
      if skip(":") {
        second = try digits(2)
        if skip(".") || skip(",") { millisecond = try fraction() }
      }
      guard hour < 24, minute < 60, second < 60 else { throw .noSuchTime(text(from: start)) }
      return (hour * 3_600 + minute * 60 + second, millisecond)
    }

    /// One to three decimals, in milliseconds.
    mutating func fraction() throws(MomentRefusal) -> Int {
      var value = try digits(1)
      var unit = 100
      while index < end, bytes[index] >= 48, bytes[index] <= 57 {
        guard unit > 1 else { throw .tooManyDecimals }
        value = value * 10 + Int(bytes[index] - 48)
        unit /= 10
        index += 1
      }
      return value * unit
    }

    /// `Z` or `±hh:mm`, and `±hh:mm:ss` as zones of long ago need it; in seconds, to the end of the
    /// text.
    mutating func offset() throws(MomentRefusal) -> Int {
      let start = index
      var seconds = 0
      if !skip("Z"), !skip("z") {
        let isNegative = skip("-")
        guard isNegative || skip("+") else { throw misfit }
        let hour = try digits(2)
        guard skip(":") else { throw misfit }
        let minute = try digits(2)
        let second = skip(":") ? try digits(2) : 0
        guard hour < 24, minute < 60, second < 60 else { throw .noSuchOffset(text(from: start)) }
        seconds = (hour * 3_600 + minute * 60 + second) * (isNegative ? -1 : 1)
      }
      guard isAtEnd else { throw misfit }
      return seconds
    }
  }
}

/// A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Written as RFC 3339 with exactly three decimals and `Z`: `2026-11-23T20:57:43.120Z`, 24 bytes.
/// The range is the years 0001 to 9999, and no value lies outside it: what would be earlier or
/// later becomes the first or the last moment, unless the caller asks for an exact answer. Leap
/// seconds do not exist.
@frozen
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public let milliseconds: Int64

  /// The moment that many milliseconds after 1970-01-01T00:00:00Z, or the nearest that can be
  /// written.
  @inlinable
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -62_135_596_800_000), 253_402_300_799_999)
  }

  /// The moment that many milliseconds after 1970-01-01T00:00:00Z; `nil` when it cannot be written.
  @inlinable
  public init?(exactlyMilliseconds milliseconds: Int64) {
    self.init(milliseconds: milliseconds)
    guard self.milliseconds == milliseconds else { return nil }
  }

  /// The first moment that can be written: 0001-01-01T00:00:00.000Z.
  public static let earliest = Instant(milliseconds: -62_135_596_800_000)
  /// The last moment that can be written: 9999-12-31T23:59:59.999Z.
  public static let latest = Instant(milliseconds: 253_402_300_799_999)

  @inlinable
  public static func < (lhs: Instant, rhs: Instant) -> Bool {
    lhs.milliseconds < rhs.milliseconds
  }

  /// The moment `milliseconds` later, earlier when negative; the first or the last moment when
  /// there is no such moment.
  @inlinable
  public func advanced(byMilliseconds milliseconds: Int64) -> Instant {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    if overflow { return milliseconds < 0 ? .earliest : .latest }
    return Instant(milliseconds: sum)
  }

  /// The moment `milliseconds` later, earlier when negative; `nil` when it cannot be written.
  @inlinable
  public func advanced(exactlyByMilliseconds milliseconds: Int64) -> Instant? {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    return overflow ? nil : Instant(exactlyMilliseconds: sum)
  }
}

extension Instant {
  /// The number of bytes of the written form.
  @inlinable
  public static var byteCount: Int { 24 }

  /// Reads the one written form, 24 bytes; `nil` when a byte is out of place or a field out of
  /// range.
  @inlinable
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 24, let base = bytes.baseAddress else { return nil }
    let at = base.assumingMemoryBound(to: UInt8.self)
    var isWellFormed = true
    func number(_ start: Int, _ length: Int) -> Int64 {
      var value: Int64 = 0
      var index = start
      while index < start &+ length {
        let digit = at[index] &- 48
        if digit > 9 { isWellFormed = false }
        value = value &* 10 &+ Int64(digit)
        index &+= 1
      }
      return value
    }
    let year = number(0, 4)
    let month = number(5, 2)
    let day = number(8, 2)
    let hour = number(11, 2)
    let minute = number(14, 2)
    let second = number(17, 2)
    let fraction = number(20, 3)
    guard isWellFormed, at[4] == 45, at[7] == 45, at[10] == 84, at[13] == 58, at[16] == 58,
      at[19] == 46, at[23] == 90, year >= 1, hour < 24, minute < 60, second < 60,
      let civil = Day(year: Int(year), month: Int(month), day: Int(day))
    else { return nil }
    let seconds = Int64(civil.number) &* 86_400 &+ hour &* 3_600 &+ minute &* 60 &+ second
    self.milliseconds = seconds &* 1_000 &+ fraction
  }

  /// Reads the one written form; `nil` for anything else.
  public init?(_ text: String) {
    var text = text
    guard let value = text.withUTF8({ Instant(bytes: UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = value
  }

  /// Appends the written form, 24 bytes, to `bytes`.
  public func write(to bytes: inout [UInt8]) {
    let (days, rest) = milliseconds.dividedFloor(by: 86_400_000)
    // The range of an instant is that of the calendar, so the day number fits.
    let (year, month, day) = Day.civil(number: Int(days))
    let time = Int(rest)
    bytes.appendDigits(of: year, width: 4)
    bytes.append(45)
    bytes.appendDigits(of: month, width: 2)
    bytes.append(45)
    bytes.appendDigits(of: day, width: 2)
    bytes.append(84)
    bytes.appendDigits(of: time / 3_600_000, width: 2)
    bytes.append(58)
    bytes.appendDigits(of: time / 60_000 % 60, width: 2)
    bytes.append(58)
    bytes.appendDigits(of: time / 1_000 % 60, width: 2)
    bytes.append(46)
    bytes.appendDigits(of: time % 1_000, width: 3)
    bytes.append(90)
  }
}

extension Instant: CustomStringConvertible {
  /// The written form.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity, and the remainder, 0 ..< `divisor`.
  func dividedFloor(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    var (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    if remainder < 0 {
      quotient -= 1
      remainder += divisor
    }
    return (quotient, remainder)
  }
}

/// A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Written as RFC 3339 with exactly three decimals and `Z`: `2026-11-23T20:57:43.120Z`, 24 bytes. The
/// range is the years 0001 to 9999; leap seconds do not exist.
@frozen
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public var milliseconds: Int64

  @inlinable
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The first moment that can be written: 0001-01-01T00:00:00.000Z.
  public static let earliest = Instant(milliseconds: -62_135_596_800_000)
  /// The last moment that can be written: 9999-12-31T23:59:59.999Z.
  public static let latest = Instant(milliseconds: 253_402_300_799_999)

  @inlinable
  public static func < (lhs: Instant, rhs: Instant) -> Bool {
    lhs.milliseconds < rhs.milliseconds
  }

  /// The moment `milliseconds` later.
  @inlinable
  public func advanced(byMilliseconds milliseconds: Int64) -> Instant {
    Instant(milliseconds: self.milliseconds + milliseconds)
  }
}

extension Instant {
  /// The number of bytes of the written form.
  @inlinable
  public static var byteCount: Int { 24 }

  /// Reads the one written form, 24 bytes; `nil` when a byte is out of place or a field out of range.
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
    let day = Day(number: Int32(days))
    func put(_ value: Int, _ width: Int) {
      var divisor = 1
      for _ in 1..<width { divisor *= 10 }
      while divisor > 0 {
        bytes.append(UInt8(48 + value / divisor % 10))
        divisor /= 10
      }
    }
    let time = Int(rest)
    put(day.year, 4)
    bytes.append(45)
    put(day.month, 2)
    bytes.append(45)
    put(day.day, 2)
    bytes.append(84)
    put(time / 3_600_000, 2)
    bytes.append(58)
    put(time / 60_000 % 60, 2)
    bytes.append(58)
    put(time / 1_000 % 60, 2)
    bytes.append(46)
    put(time % 1_000, 3)
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

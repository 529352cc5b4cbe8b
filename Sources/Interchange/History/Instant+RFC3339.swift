import Chronology

extension Instant {
  /// Reads an RFC 3339 `date-time` with any number of decimals and `Z` or an offset.
  ///
  /// Decimals beyond the third are cut off. `nil` for anything else, for a leap second, which an
  /// `Instant` does not have, and for a moment outside the years 0001 to 9999 in UTC.
  init?(rfc3339 bytes: [UInt8], _ range: Range<Int>) {
    // The shortest form is `2026-11-23T20:57:43Z`; a form without an end would be one.
    guard range.count >= 20, range.count <= 64 else { return nil }
    let base = range.lowerBound
    func number(_ offset: Int, _ length: Int) -> Int? {
      var value = 0
      for index in base + offset..<base + offset + length {
        let digit = bytes[index] &- 48
        guard digit <= 9 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard bytes[base + 4] == UInt8(ascii: "-"), bytes[base + 7] == UInt8(ascii: "-"),
      bytes[base + 10] | 0x20 == UInt8(ascii: "t"), bytes[base + 13] == UInt8(ascii: ":"),
      bytes[base + 16] == UInt8(ascii: ":"),
      let year = number(0, 4), let month = number(5, 2), let dayOfMonth = number(8, 2),
      let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2),
      hour < 24, minute < 60, second < 60,
      let day = Day(year: year, month: month, day: dayOfMonth)
    else { return nil }

    var at = base + 19
    var fraction = 0
    if bytes[at] == UInt8(ascii: ".") {
      at += 1
      let first = at
      while at < range.upperBound, bytes[at] &- 48 <= 9 {
        if at - first < 3 { fraction = fraction * 10 + Int(bytes[at] - 48) }
        at += 1
      }
      guard at > first else { return nil }
      for _ in 0..<max(0, 3 - (at - first)) { fraction *= 10 }
    }

    var offsetMinutes = 0
    guard at < range.upperBound else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"):
      guard at + 1 == range.upperBound else { return nil }
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard at + 6 == range.upperBound, bytes[at + 3] == UInt8(ascii: ":"),
        let hours = number(at + 1 - base, 2), let minutes = number(at + 4 - base, 2),
        hours < 24, minutes < 60
      else { return nil }
      offsetMinutes = (hours * 60 + minutes) * (bytes[at] == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }

    let minutes = Int64(day.number) * 1_440 + Int64(hour * 60 + minute - offsetMinutes)
    guard
      let moment = Instant(
        exactlyMilliseconds: minutes * 60_000 + Int64(second * 1_000 + fraction))
    else { return nil }
    self = moment
  }
}

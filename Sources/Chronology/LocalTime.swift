/// What the calendar and the clock on the wall show at a moment.
public struct LocalTime: Hashable, Sendable {
  /// The day on the calendar.
  public let day: Day
  /// Seconds on the clock since 00:00:00, 0 to 86,399; not the time elapsed when the clocks changed
  /// that day.
  public let secondOfDay: Int
  /// The part of a second, 0 to 999.
  public let millisecond: Int
  /// Seconds that the clock is ahead of UTC; negative west of Greenwich.
  public let offsetSeconds: Int

  /// How finely a time is written; what is finer is cut off, never rounded.
  public enum Precision: Hashable, Sendable, CaseIterable {
    case minute
    case second
    case millisecond
  }

  /// The time as people read it, with no offset: `2026-11-25 14:30`, `2026-11-25 14:30:05`,
  /// `2026-11-25 14:30:05.120`.
  public func text(_ precision: Precision = .minute) -> String {
    var bytes = Array(day.description.utf8)
    bytes.append(UInt8(ascii: " "))
    bytes.appendDigits(of: secondOfDay / 3_600, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(of: secondOfDay / 60 % 60, width: 2)
    if precision != .minute {
      bytes.append(UInt8(ascii: ":"))
      bytes.appendDigits(of: secondOfDay % 60, width: 2)
    }
    if precision == .millisecond {
      bytes.append(UInt8(ascii: "."))
      bytes.appendDigits(of: millisecond, width: 3)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The offset as RFC 3339 writes it: `+01:00`, `-03:30`, `Z` for UTC itself; with seconds,
  /// `+01:12:12`, where a zone of long ago had them.
  public var offsetText: String {
    guard offsetSeconds != 0 else { return "Z" }
    let magnitude = abs(offsetSeconds)
    var bytes = [UInt8(ascii: offsetSeconds < 0 ? "-" : "+")]
    bytes.appendDigits(of: magnitude / 3_600, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(of: magnitude / 60 % 60, width: 2)
    if magnitude % 60 != 0 {
      bytes.append(UInt8(ascii: ":"))
      bytes.appendDigits(of: magnitude % 60, width: 2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Instant {
  /// The moment as people of the zone read it, `2026-11-25 14:30`; with the offset, `2026-11-25
  /// 14:30+01:00`, it can be read back by `MomentText`.
  public func text(
    in zone: TimeZoneRules, precision: LocalTime.Precision = .minute, showingOffset: Bool = false
  ) -> String {
    let local = zone.local(of: self)
    return showingOffset ? local.text(precision) + local.offsetText : local.text(precision)
  }
}

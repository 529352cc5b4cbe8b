/// How the clocks of a place are and were set: its offset from UTC at every moment.
///
/// Made from the bytes of a TZif file (RFC 9636); who calls has read the file. Between the
/// transitions of the file the offset is the file's, after the last the yearly rule of its footer
/// holds for ever.
public struct TimeZoneRules: Hashable, Sendable {
  /// The identifier as it was given, `Europe/Stockholm`.
  public let name: String
  /// Moments when the offset changes, in seconds since 1970-01-01T00:00:00Z, ascending.
  let transitions: [Int64]
  /// The offset from each transition on, in seconds.
  let offsets: [Int32]
  /// The offset before the first transition.
  let initialOffset: Int32
  /// What holds from the last transition on; `nil` when the last offset stays.
  let rule: YearlyRule?

  /// The zone whose clocks show UTC.
  public static let utc = TimeZoneRules(
    name: "UTC", transitions: [], offsets: [], initialOffset: 0, rule: nil)

  /// Seconds that the clocks are ahead of UTC at a moment; negative west of Greenwich.
  public func offset(at instant: Instant) -> Int {
    Int(segment(at: instant.milliseconds.dividedFloor(by: 1_000).quotient).offset)
  }

  /// The offset at a moment as text, `+01:00`; see `LocalTime.offsetText`.
  public func offsetText(at instant: Instant) -> String {
    local(of: instant).offsetText
  }

  /// What calendar and clock show at a moment.
  ///
  /// Within a day of the ends of the calendar, a clock that would show a year outside 1 to 9999
  /// stays at the first or the last second instead.
  public func local(of instant: Instant) -> LocalTime {
    let (second, millisecond) = instant.milliseconds.dividedFloor(by: 1_000)
    let offset = segment(at: second).offset
    let local = min(max(second + Int64(offset), Self.firstSecond), Self.lastSecond)
    let (day, secondOfDay) = local.dividedFloor(by: 86_400)
    return LocalTime(
      day: Day(number: Int32(day)), secondOfDay: Int(secondOfDay), millisecond: Int(millisecond),
      offsetSeconds: Int(offset))
  }

  /// The day on the calendar at a moment.
  public func day(of instant: Instant) -> Day {
    local(of: instant).day
  }

  /// The moments at which the clock shows that time on that day; `secondOfDay` is 0 to 86,399, and
  /// the nearest of these when it is not.
  public func instants(of day: Day, secondOfDay: Int) -> LocalResolution {
    let local = Int64(day.number) * 86_400 + Int64(min(max(secondOfDay, 0), 86_399))
    var first: Int64?
    var last: Int64 = 0
    var gap: LocalResolution?
    // The moment differs from the local time by one of the possible offsets, so only so many
    // segments count.
    var segment = segment(at: local - Int64(Self.possibleOffsets.upperBound))
    while true {
      let second = local - Int64(segment.offset)
      if segment.start <= second, second < segment.end {
        first = first ?? second
        last = second
      }
      if segment.end > local - Int64(Self.possibleOffsets.lowerBound) { break }
      let next = self.segment(at: segment.end)
      if gap == nil, segment.end + Int64(segment.offset) <= local,
        local < segment.end + Int64(next.offset)
      {
        gap = .gap(transition: Self.instant(segment.end), shifted: Self.instant(second))
      }
      segment = next
    }
    if let first {
      if first == last { return .one(Self.instant(first)) }
      return .two(earlier: Self.instant(first), later: Self.instant(last))
    }
    // A time that no segment shows lies between two of them, so there is a gap.
    return gap ?? .one(Self.instant(local - Int64(segment.offset)))
  }

  /// The first moment of a day.
  ///
  /// When midnight is skipped, the moment of the change; when it comes twice, the earlier. A day
  /// that the zone skipped altogether starts where the next one does.
  public func instant(of day: Day) -> Instant {
    instants(of: day, secondOfDay: 0).firstAtOrPast
  }

  /// The end of a day, not part of it: the first moment of the next day; the last moment of all for
  /// 9999-12-31.
  public func end(of day: Day) -> Instant {
    guard let next = day.advanced(exactlyByDays: 1) else { return .latest }
    return instant(of: next)
  }

  /// The day from its first moment to its end; `nil` for a day that the zone skipped altogether.
  public func interval(of day: Day) -> Interval? {
    Interval(start: instant(of: day), end: end(of: day))
  }

  // MARK: - Segments

  /// The offsets that RFC 9636 allows, in seconds: -24:59:59 to 25:59:59.
  static let possibleOffsets: ClosedRange<Int32> = -89_999...93_599
  private static let firstSecond: Int64 = -62_135_596_800
  private static let lastSecond: Int64 = 253_402_300_799

  private static func instant(_ second: Int64) -> Instant {
    Instant(milliseconds: min(max(second, firstSecond - 1), lastSecond + 1) * 1_000)
  }

  /// A stretch of time with one offset.
  struct Segment {
    var offset: Int32
    /// Its first second; `Int64.min` when it has none.
    var start: Int64
    /// The first second after it; `Int64.max` when there is none.
    var end: Int64
  }

  /// The segment that a second lies in.
  func segment(at second: Int64) -> Segment {
    // How many transitions are at or before the second.
    var count = 0
    var high = transitions.count
    while count < high {
      let middle = (count + high) / 2
      if transitions[middle] <= second { count = middle + 1 } else { high = middle }
    }
    let start = count == 0 ? Int64.min : transitions[count - 1]
    if count < transitions.count {
      return Segment(
        offset: count == 0 ? initialOffset : offsets[count - 1], start: start,
        end: transitions[count])
    }
    if let rule {
      var segment = rule.segment(at: second)
      segment.start = max(segment.start, start)
      return segment
    }
    return Segment(offset: offsets.last ?? initialOffset, start: start, end: .max)
  }
}

extension Day {
  /// The day that much later by the calendar; `nil` when it is outside the years 1 to 9999.
  ///
  /// Years and months come first, and a day that the month does not have becomes its last day: a
  /// month after 31 January is the last of February. Weeks and days come then. A time part does not
  /// move a day.
  public func adding(_ duration: CalendarDuration) -> Day? {
    moved(by: duration, sign: 1)
  }

  /// The day that much earlier by the calendar, by the rules of `adding`; `nil` when it is outside
  /// the years 1 to 9999.
  public func subtracting(_ duration: CalendarDuration) -> Day? {
    moved(by: duration, sign: -1)
  }

  fileprivate func moved(by duration: CalendarDuration, sign: Int) -> Day? {
    let (year, month, day) = civil
    // The parts are bounded by `partMax`, so none of the sums can overflow.
    let months = year * 12 + month - 1 + sign * (duration.years * 12 + duration.months)
    guard months >= 12, months < 120_000 else { return nil }
    let (newYear, newMonth) = (months / 12, months % 12 + 1)
    let newDay = min(day, Day.count(ofMonth: newMonth, year: newYear))
    return Day(year: newYear, month: newMonth, day: newDay)?
      .advanced(exactlyByDays: sign * (duration.weeks * 7 + duration.days))
  }
}

extension Instant {
  /// The moment that much later; `nil` when it is outside the years 1 to 9999.
  ///
  /// The date part moves by the calendar of the zone and keeps the time of day, so a day may be 23
  /// or 25 hours; the time part is then added as elapsed time. A time of day that the new day skips
  /// is resolved as by `LocalResolution.instant`; of one that it has twice, the one with the offset
  /// that held before the move is taken, and else the earlier.
  public func adding(_ duration: CalendarDuration, in zone: TimeZoneRules) -> Instant? {
    moved(by: duration, sign: 1, in: zone)
  }

  /// The moment that much earlier, by the rules of `adding`: the date part first, then the time
  /// part; `nil` when it is outside the years 1 to 9999.
  public func subtracting(_ duration: CalendarDuration, in zone: TimeZoneRules) -> Instant? {
    moved(by: duration, sign: -1, in: zone)
  }

  private func moved(by duration: CalendarDuration, sign: Int, in zone: TimeZoneRules) -> Instant? {
    var moved = self
    if duration.hasDatePart {
      let local = zone.local(of: self)
      guard let day = local.day.moved(by: duration, sign: sign) else { return nil }
      let resolution = zone.instants(of: day, secondOfDay: local.secondOfDay)
      var chosen = resolution.instant
      if case .two(_, let later) = resolution, zone.offset(at: later) == local.offsetSeconds,
        zone.offset(at: chosen) != local.offsetSeconds
      {
        chosen = later
      }
      moved = chosen.advanced(byMilliseconds: Int64(local.millisecond))
    }
    return moved.advanced(
      exactlyByMilliseconds: Int64(sign) * duration.timePartMilliseconds)
  }
}

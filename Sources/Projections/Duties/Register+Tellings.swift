public import Chronology
import Policies

extension Register {
  /// The moments at which those who must act are told of a duty, in order: where facts say, else so many office days before its last day,
  /// by the rules that hold at a moment for what it is about.
  public func tellings(
    of duty: Duty, at moment: Instant, in zone: TimeZoneRules,
    office: OfficeCalendar = OfficeCalendar()
  ) -> [Instant] {
    let units = duty.unit.map { [$0] } ?? duty.person.map { workplaces(of: $0, at: moment) } ?? []
    let rules = effectivePolicy(for: duty.system, units: units, at: moment).policy
    return duty.tellings(officeDaysBefore: rules.reminders.days, in: zone, office: office)
  }
}

extension Duty {
  /// The moments at which those who must act are told, in order.
  ///
  /// - Parameter days: how many office days before the last day; 0 is the last day itself, or the office day before it.
  public func tellings(
    officeDaysBefore days: [Int], in zone: TimeZoneRules, office: OfficeCalendar
  ) -> [Instant] {
    if let tellings { return tellings.sorted() }
    let last = lastDay(in: zone)
    return days.compactMap { count in
      count > 0 ? office.day(-count, officeDaysAfter: last) : office.officeDay(onOrBefore: last)
    }.map { zone.instant(of: $0) }.sorted()
  }
}

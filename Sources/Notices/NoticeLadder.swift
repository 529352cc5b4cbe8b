public import Chronology
public import Projections

/// When somebody is told of a duty, and on which days anybody is.
public struct NoticeLadder {
  let zone: TimeZoneRules
  let office: OfficeCalendar
  let steps: (Duty) -> [Instant]

  /// - Parameter steps: the moments at which those who must act are told of a duty, in order.
  public init(
    in zone: TimeZoneRules, office: OfficeCalendar = OfficeCalendar(),
    steps: @escaping (Duty) -> [Instant]
  ) {
    self.zone = zone
    self.office = office
    self.steps = steps
  }

  /// The steps by the rules that hold at a moment for what each duty is about.
  public init(_ register: Register, at moment: Instant, in zone: TimeZoneRules) {
    self.init(in: zone) { register.tellings(of: $0, at: moment, in: zone) }
  }

  /// The last step that has come by a moment; `nil` while none has.
  func lastStep(of duty: Duty, at moment: Instant) -> Instant? {
    steps(duty).last { $0 <= moment }
  }
}

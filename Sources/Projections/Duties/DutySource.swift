public import Chronology

/// Where duties of one kind come from: a pure function of what is true.
///
/// A new source is a file and a line in `DutyCatalogue`; the calendar, the mail, the lists and the numbers for a monitor then know it.
public protocol DutySource: Sendable {
  static var kind: DutyKind { get }
  /// Every duty of the kind that somebody has at the moment, late or not, in the order of the register.
  ///
  /// What has been done is no duty any more.
  static func duties(_ inquiry: DutyInquiry) -> [Duty]
}

/// What is asked of the sources.
public struct DutyInquiry {
  public let register: Register
  public let moment: Instant
  public let zone: TimeZoneRules
  /// Up to when duties are looked for; a source may give later ones.
  public let horizon: Instant

  public init(
    _ register: Register, at moment: Instant, until horizon: Instant, in zone: TimeZoneRules
  ) {
    self.register = register
    self.moment = moment
    self.horizon = horizon
    self.zone = zone
  }
}

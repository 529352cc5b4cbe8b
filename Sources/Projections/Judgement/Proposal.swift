public import AccessModel
public import Chronology
public import EventSourcing
public import Events

/// An event as the rules look at it: before it is recorded, or again when it is replayed.
public struct Proposal: Sendable {
  public var event: AccessEvent
  public var effective: Instant
  /// When it is, or would be, recorded.
  public var recorded: Instant
  public var actor: Actor
  public var channel: Channel
  public var hasReason: Bool
  public var hasCase: Bool
  /// The zone in which days and months are counted, which the log only names.
  public var zone: TimeZoneRules

  public init(
    event: AccessEvent, effective: Instant, recorded: Instant, actor: Actor, channel: Channel,
    hasReason: Bool, hasCase: Bool, zone: TimeZoneRules = .utc
  ) {
    self.event = event
    self.effective = effective
    self.recorded = recorded
    self.actor = actor
    self.channel = channel
    self.hasReason = hasReason
    self.hasCase = hasCase
    self.zone = zone
  }

  /// The event as it was recorded.
  public init(_ recorded: borrowing Recorded<AccessEvent>, zone: TimeZoneRules = .utc) {
    self.init(
      event: recorded.event, effective: recorded.effective, recorded: recorded.recorded,
      actor: recorded.actor, channel: recorded.command.channel,
      hasReason: recorded.reason != nil, hasCase: recorded.caseNumber != nil,
      zone: zone)
  }
}

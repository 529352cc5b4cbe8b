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
  /// For a correction: the event it corrects, then, when that is a correction too, the one that it corrects, and so on; as recorded. Empty
  /// when there is no such event.
  public var targets: [Recorded<AccessEvent>] = []

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
  ///
  /// - Parameters:
  ///   - zone: the ledger's, in which days and months are counted.
  ///   - events: the event at a position, for corrections.
  public init(
    _ recorded: borrowing Recorded<AccessEvent>, zone: TimeZoneRules = .utc,
    events: (UInt64) -> Recorded<AccessEvent>? = { _ in nil }
  ) {
    self.init(
      event: recorded.event, effective: recorded.effective, recorded: recorded.recorded,
      actor: recorded.actor, channel: recorded.command.channel,
      hasReason: recorded.reason != nil, hasCase: recorded.caseNumber != nil,
      zone: zone)
    if let correction = recorded.event.correction {
      targets = Proposal.targets(of: correction, before: recorded.position, events: events)
    }
  }

  /// What a correction corrects, and so on to an event that is none.
  ///
  /// - Parameter position: where the correction stands, or will.
  public static func targets(
    of correction: EventCorrected, before position: UInt64,
    events: (UInt64) -> Recorded<AccessEvent>?
  ) -> [Recorded<AccessEvent>] {
    var found: [Recorded<AccessEvent>] = []
    var next: EventCorrected? = correction
    var bound = position
    while let present = next, let target = UInt64(exactly: present.target), target < bound,
      let event = events(target)
    {
      found.append(event)
      next = event.event.correction
      bound = target
    }
    return found
  }
}

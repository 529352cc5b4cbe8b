public import AccessModel
public import Chronology

/// A campaign that falls due, by the rules and by what has happened.
public struct DueCampaign: Hashable, Sendable {
  public var axis: ReviewAxis
  public var trigger: ReviewTrigger?
  public var unit: UnitID?
  public var system: SystemID?
  public var entitlement: EntitlementID?
  public var person: PersonID?
  public var incident: IncidentID?
  /// When the last one of its kind started, or what happened that it follows.
  public var since: Instant
  /// By when it is to start.
  public var due: Instant
  /// The first moment when it is too late to answer it, where what happened sets one; else the rules say how long it is open.
  public var lastAnswer: Instant?
  /// The one that is planned for it or running already.
  public var campaign: ReviewID?

  public init(axis: ReviewAxis, since: Instant, due: Instant) {
    self.axis = axis
    self.since = since
    self.due = due
  }
}

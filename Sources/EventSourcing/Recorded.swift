public import AccessModel
public import Chronology

/// A fact as the ledger keeps it: what happened, when it holds, when the ledger learnt it, and who says so.
@frozen
public struct Recorded<Event: Sendable>: Sendable {
  /// The place in the whole log, from 0, without gaps.
  public var position: UInt64
  /// When the ledger learnt it; never decreases along the log.
  public var recorded: Instant
  public var id: UniqueID
  /// The place in its own stream, from 0, without gaps.
  public var revision: Int64
  /// When it is true.
  public var effective: Instant
  public var actor: Actor
  public var command: CommandStamp
  /// The case it belongs to, when one was given.
  public var caseNumber: CaseNumber?
  /// The free text that says why, when one was given.
  public var reason: Commitment?
  public var event: Event

  @inlinable
  public init(
    position: UInt64, recorded: Instant, id: UniqueID, revision: Int64, effective: Instant,
    actor: Actor, command: CommandStamp, caseNumber: CaseNumber?, reason: Commitment?, event: Event
  ) {
    self.position = position
    self.recorded = recorded
    self.id = id
    self.revision = revision
    self.effective = effective
    self.actor = actor
    self.command = command
    self.caseNumber = caseNumber
    self.reason = reason
    self.event = event
  }
}

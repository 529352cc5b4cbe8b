public import AccessModel
public import Chronology

/// What a decision wants recorded, before the ledger gives it a position and a signature.
public struct Draft<Event: Sendable>: Sendable {
  /// The event's id, drawn beforehand because the commitments to its texts are bound to it.
  public var id: UniqueID
  /// When it is true.
  public var effective: Instant
  /// The free text that says why, when one was given.
  public var reason: Commitment?
  public var event: Event

  public init(id: UniqueID, effective: Instant, reason: Commitment? = nil, event: Event) {
    self.id = id
    self.effective = effective
    self.reason = reason
    self.event = event
  }
}

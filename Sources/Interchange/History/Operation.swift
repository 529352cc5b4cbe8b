public import Chronology

/// One line of an operation stream: something that happened in the register that is being taken over.
public struct Operation: Hashable, Sendable {
  /// The line it stands on, from 1.
  public var line: Int
  /// The number the exporting register gave it, 0 ... 2^53 − 1. Gaps are allowed.
  public var seq: Int
  /// When it happened; never earlier than the operation before it.
  public var time: Instant
  /// The idempotency key: `A–Z a–z 0–9 . _ -`, 1 to 64 characters.
  public var id: String
  /// What happened.
  public var payload: OperationPayload

  public init(line: Int, seq: Int, time: Instant, id: String, payload: OperationPayload) {
    self.line = line
    self.seq = seq
    self.time = time
    self.id = id
    self.payload = payload
  }
}

/// What happened, by the value of `op`.
///
/// Identifiers in the payloads are `A–Z a–z 0–9 . _ -`, 1 to 32 characters. That they exist, and that the
/// order of operations makes sense, is for the receiver to check: the reader sees one line at a time.
public enum OperationPayload: Hashable, Sendable {
  case registerSystem(RegisterSystem)
  case registerPerson(RegisterPerson)
  case request(Request)
  case decide(Decide)
  case grant(Grant)
  case revoke(Revoke)
  case reviewItem(ReviewItem)
  case incident(Incident)
  case leaver(Leaver)
}

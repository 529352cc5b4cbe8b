public import AccessModel
public import CanonicalJSON
public import Chronology

/// A flag was answered, or its cause is gone.
///
/// It does not say: that access has ended: that is a revocation of its own.
public struct StaleResolved: EventPayload {
  public var flag: FlagID
  public var outcome: FlagOutcome
  public var by: PersonID
  public var until: Instant?

  public init(
    flag: FlagID, outcome: FlagOutcome, by: PersonID, until: Instant? = nil
  ) {
    self.flag = flag
    self.outcome = outcome
    self.by = by
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      flag: FlagID(blank: ()), outcome: .revoked, by: PersonID(blank: ()))
  }

  public static let kind = EventKind.staleResolved
  public static let description = EventDescription(
    about:
      "A flag was answered, or its cause is gone.",
    recordedBy:
      "The manager, the head, the steward, the deputy, the owner, the information-security coordinator, the custodian; a job where the cause is gone. Never whom it is about.",
    doesNotSay: "That access has ended: that is a revocation of its own.")

  public var stream: StreamID { StreamID(.flag, flag) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("flag", &flag, "The flag.")
    try visitor.field("outcome", &outcome, "What became of it.")
    try visitor.field("by", &by, "Who answered it; the job itself where the cause is gone.")
    try visitor.optional("until", &until, "The first moment when what was justified is so no more.")
  }
}

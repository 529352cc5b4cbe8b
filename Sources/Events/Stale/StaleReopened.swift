public import AccessModel
public import CanonicalJSON
public import Chronology

/// A flag that was accepted for a time is open again, because the time is out and the cause is still there.
///
/// It does not say: that nobody may accept it again.
public struct StaleReopened: EventPayload {
  public var flag: FlagID
  public var due: Instant

  public init(
    flag: FlagID, due: Instant
  ) {
    self.flag = flag
    self.due = due
  }

  public init(blank: Void) {
    self.init(
      flag: FlagID(blank: ()), due: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.staleReopened
  public static let description = EventDescription(
    about:
      "A flag that was accepted for a time is open again, because the time is out and the cause is still there.",
    recordedBy: "A job, or the custodian.",
    doesNotSay: "That nobody may accept it again.")

  public var stream: StreamID { StreamID(.flag, flag) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("flag", &flag, "The flag.")
    try visitor.field("due", &due, "By when somebody is to have answered it anew.")
  }
}

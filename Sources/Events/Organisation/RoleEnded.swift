public import AccessModel
public import CanonicalJSON
public import Chronology

/// The holder no longer has the role from the effective moment on, or from a later one that is named.
///
/// It does not say: who takes over.
public struct RoleEnded: EventPayload {
  public var assignment: AssignmentID
  public var until: Instant?

  public init(
    assignment: AssignmentID, until: Instant? = nil
  ) {
    self.assignment = assignment
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      assignment: AssignmentID(blank: ()))
  }

  public static let kind = EventKind.roleEnded
  public static let description = EventDescription(
    about:
      "The holder no longer has the role from the effective moment on, or from a later one that is named.",
    recordedBy: "The registrar or the custodian; an owner for their own system.",
    doesNotSay: "Who takes over.")

  public var stream: StreamID { StreamID(.role, assignment) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("assignment", &assignment, "The assignment's identifier.")
    try visitor.optional(
      "until", &until,
      "The first moment without the role, when a last day was given; until then the role holds.")
  }
}

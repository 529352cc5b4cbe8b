public import AccessModel
public import CanonicalJSON

/// The holder no longer has the role from the effective moment on.
///
/// It does not say: who takes over.
public struct RoleEnded: EventPayload {
  public var assignment: AssignmentID

  public init(
    assignment: AssignmentID
  ) {
    self.assignment = assignment
  }

  public init(blank: Void) {
    self.init(
      assignment: AssignmentID(blank: ()))
  }

  public static let kind = EventKind.roleEnded
  public static let description = EventDescription(
    about: "The holder no longer has the role from the effective moment on.",
    recordedBy: "The registrar or the custodian; an owner for their own system.",
    doesNotSay: "Who takes over.")

  public var stream: StreamID { StreamID(.role, assignment) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("assignment", &assignment, "The assignment's identifier.")
  }
}

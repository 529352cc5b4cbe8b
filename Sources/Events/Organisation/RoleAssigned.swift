public import AccessModel
public import CanonicalJSON
public import Chronology

/// The holder has the role in the named scope for a time.
///
/// It does not say: that the holder works here all that time: an assignment is worth nothing
/// without an affiliation.
public struct RoleAssigned: EventPayload {
  public var assignment: AssignmentID
  public var role: Role
  public var holder: PersonID
  public var system: SystemID?
  public var unit: UnitID?
  public var appointedBy: UnitID?
  public var from: Instant
  public var until: Instant?

  public init(
    assignment: AssignmentID, role: Role, holder: PersonID, system: SystemID? = nil,
    unit: UnitID? = nil, appointedBy: UnitID? = nil, from: Instant, until: Instant? = nil
  ) {
    self.assignment = assignment
    self.role = role
    self.holder = holder
    self.system = system
    self.unit = unit
    self.appointedBy = appointedBy
    self.from = from
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      assignment: AssignmentID(blank: ()), role: .auditor, holder: PersonID(blank: ()),
      from: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.roleAssigned
  public static let description = EventDescription(
    about: "The holder has the role in the named scope for a time.",
    recordedBy: "The registrar or the custodian; an owner for their own system.",
    doesNotSay:
      "That the holder works here all that time: an assignment is worth nothing without an affiliation."
  )

  public var stream: StreamID { StreamID(.role, assignment) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("assignment", &assignment, "The assignment's identifier.")
    try visitor.field("role", &role, "Which duty.")
    try visitor.field("holder", &holder, "Who holds it.")
    try visitor.optional("system", &system, "The system it is about.")
    try visitor.optional(
      "unit", &unit,
      "The unit it is about, with all units below; absent with `system` for the whole organisation."
    )
    try visitor.optional("appointedBy", &appointedBy, "The body that appointed.")
    try visitor.field("from", &from, "The first moment.")
    try visitor.optional("until", &until, "The first moment after; absent until further notice.")
  }
}

/// Who acts, in which role, and for whom.
@frozen
public struct Actor: Hashable, Sendable {
  /// The person, or the service identity, whose key signs.
  public var principal: PersonID
  /// The role that entitles the principal to record this; absent when everybody may.
  public var role: Role?
  /// The assignment through which the principal holds the role.
  public var assignment: AssignmentID?
  /// Who is deputised for.
  public var actingFor: PersonID?

  @inlinable
  public init(
    principal: PersonID, role: Role? = nil, assignment: AssignmentID? = nil,
    actingFor: PersonID? = nil
  ) {
    self.principal = principal
    self.role = role
    self.assignment = assignment
    self.actingFor = actingFor
  }
}

public import AccessModel

/// Somebody who can review a grant, and how they were found.
public struct ReviewerChoice: Hashable, Sendable {
  public var reviewer: PersonID
  /// Whom they stand in for.
  public var actingFor: PersonID?
  /// In which role they were found.
  public var role: Role
  /// Why it is they and not the first in turn.
  public var cause: RoutingCause

  public init(
    reviewer: PersonID, actingFor: PersonID? = nil, role: Role, cause: RoutingCause = .started
  ) {
    self.reviewer = reviewer
    self.actingFor = actingFor
    self.role = role
    self.cause = cause
  }
}

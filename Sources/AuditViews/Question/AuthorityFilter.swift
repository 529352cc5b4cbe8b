public import AccessModel

/// On what a decision rests, as somebody asks for it.
public enum AuthorityFilter: Hashable, Sendable {
  /// A kind of authority.
  case kind(AuthorityKind)
  /// A line of a delegation order, and what was passed on from it.
  case delegation(DelegationID)
  /// A role that somebody held.
  case assignment(AssignmentID)
}

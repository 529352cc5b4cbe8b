import AccessModel
import Events

/// What a decision says of itself: who decided, and on what.
struct DecisionClaim {
  var decider: PersonID
  var actingFor: PersonID?
  var kind: AuthorityKind
  var assignment: AssignmentID?
  var delegation: DelegationID?
  var isApproval: Bool
  var isSmallUnit: Bool

  init(_ approved: RequestApproved) {
    decider = approved.decider
    actingFor = approved.actingFor
    kind = approved.authority
    assignment = approved.assignment
    delegation = approved.delegation
    isApproval = true
    isSmallUnit = approved.smallUnit == .yes
  }

  init(_ denied: RequestDenied) {
    decider = denied.decider
    actingFor = denied.actingFor
    kind = denied.authority
    assignment = denied.assignment
    delegation = denied.delegation
    isApproval = false
    isSmallUnit = false
  }

  init(_ row: DecisionRow) {
    decider = row.decider
    actingFor = row.actingFor
    kind = row.authority
    assignment = row.assignment
    delegation = row.delegation
    isApproval = row.isApproval
    isSmallUnit = row.isSmallUnit
  }

  /// Whether the authority is the one that the decision names. History that names none, or not all of it, says nothing against any.
  func matches(_ authority: Authority, isHistory: Bool) -> Bool {
    guard isHistory else {
      return authority
        == Authority(
          kind: kind, assignment: assignment, delegation: delegation, actingFor: actingFor)
    }
    guard kind != .unstated else { return true }
    return kind == authority.kind && actingFor == authority.actingFor
      && (assignment == nil || assignment == authority.assignment)
      && (delegation == nil || delegation == authority.delegation)
  }
}

public import AccessModel
import Chronology
import Diagnostics

/// What lets somebody decide: the role or the delegation, and whose power it is when they exercise it as deputy.
public struct Authority: Hashable, Sendable {
  public var kind: AuthorityKind
  /// The role it rests on; the deputy's own when somebody is deputised for.
  public var assignment: AssignmentID?
  /// The line of a delegation order it rests on.
  public var delegation: DelegationID?
  public var actingFor: PersonID?

  public init(
    kind: AuthorityKind, assignment: AssignmentID? = nil, delegation: DelegationID? = nil,
    actingFor: PersonID? = nil
  ) {
    self.kind = kind
    self.assignment = assignment
    self.delegation = delegation
    self.actingFor = actingFor
  }
}

/// A way in which a person's role or position could let them decide, and what keeps it from doing so.
public struct AuthorityRoute: Hashable, Sendable {
  public var decider: PersonID
  public var authority: Authority
  /// What stands against it; empty when it holds.
  public var misses: [AuthorityMiss]

  public var isValid: Bool { misses.isEmpty }
}

extension [AuthorityRoute] {
  /// The route with the least against it, the first of equals.
  var closest: AuthorityRoute? {
    self.min { $0.misses.count < $1.misses.count }
  }
}

/// What a decision on an entitlement is about at one moment: the facts that an authority must cover.
struct DecisionSubject {
  let entitlement: EntitlementRow
  /// What is said of the entitlement then.
  let terms: EntitlementTerms
  let system: SystemRow
  /// What is said of the system then.
  let details: SystemDetails
  /// The higher of confidentiality and integrity, or the entitlement's own when that is above.
  let level: Int64
  /// Whom the access is for; `nil` when it is asked in general.
  let person: PersonID?
  /// Where the person works, or will work next.
  let places: [UnitID]
  /// The committees or companies of those places.
  let entities: [UnitID]
  /// The committee or company that owns the system.
  let owner: UnitID
  let moment: Instant
}

public import AccessModel
public import Chronology
public import Transparency

/// An organisational unit.
public struct UnitRow: Sendable {
  public var id: UnitID
  public var name: Label
  public var kind: UnitKind
  public var parent: UnitID?
  public var registered: Fact
}

/// A person or a service identity; the name is in the identity register.
public struct PersonRow: Sendable {
  public var id: PersonID
  public var category: PersonCategory
  public var registered: Fact
  /// In the order in which they were recorded.
  public var affiliations: [AffiliationRow] = []
  /// The grants ever held, by index.
  public var grants: [Int32] = []
  /// The requests ever made for the person, by index.
  public var requests: [Int32] = []
  /// The roles ever held, by index.
  public var assignments: [Int32] = []
}

/// Whose an affiliation is.
public struct AffiliationOwner: Sendable {
  public var id: AffiliationID
  public var person: PersonID
}

/// An employment or an assignment.
public struct AffiliationRow: Sendable {
  public var id: AffiliationID
  public var unit: UnitID
  public var from: Instant
  public var until: Instant?
  public var sponsor: PersonID?
  public var started: Fact
  public var ended: Fact?

  /// The first moment after it: the planned one or the one that came, whichever is earlier.
  public var end: Instant? {
    guard let ended else { return until }
    guard let until else { return ended.effective }
    return min(until, ended.effective)
  }

  public func isActive(at moment: Instant) -> Bool {
    from <= moment && end.map { moment < $0 } ?? true
  }
}

/// A role that somebody holds for a time.
public struct AssignmentRow: Sendable {
  public var id: AssignmentID
  public var role: Role
  public var holder: PersonID
  public var system: SystemID?
  public var unit: UnitID?
  public var appointedBy: UnitID?
  public var from: Instant
  public var until: Instant?
  public var assigned: Fact
  public var ended: Fact?

  public func isInForce(at moment: Instant) -> Bool {
    guard from <= moment else { return false }
    if let until, until <= moment { return false }
    if let ended, ended.effective <= moment { return false }
    return true
  }
}

/// A key that signs for a principal.
public struct KeyRow: Sendable {
  public var fingerprint: KeyFingerprint
  /// The public key as an OpenSSH line.
  public var publicKey: Label
  public var principal: PersonID
  public var kind: KeyKind
  public var enrolled: Fact
  public var revoked: Fact?
}

/// A system and what has been said of it.
public struct SystemRow: Sendable {
  public var id: SystemID
  public var name: Label
  public var owner: UnitID
  public var ownership: Ownership
  public var reviewDays: Int64?
  public var purpose: Commitment?
  public var registered: Fact
  /// In the order of record.
  public var classifications: [ClassificationRow] = []
  /// In the order of record.
  public var statuses: [StatusRow] = []
  /// In the order of definition.
  public var entitlements: [EntitlementRow] = []
  /// Role assignments about this system, by index.
  public var assignments: [Int32] = []
  /// The grants ever made in it, by index.
  public var grants: [Int32] = []

  /// The classification that holds at a moment: the one with the latest effective time, and of those the last recorded.
  public func classification(at moment: Instant) -> Classification? {
    latest(classifications, at: moment) { $0.fact }?.classification
  }

  /// The status at a moment; `proposed` before the first.
  public func status(at moment: Instant) -> SystemStatus {
    latest(statuses, at: moment) { $0.fact }?.status ?? .proposed
  }

  public func entitlement(_ name: EntitlementName) -> EntitlementRow? {
    entitlements.first { $0.id.name == name }
  }

  private func latest<Element>(
    _ elements: [Element], at moment: Instant, _ fact: (Element) -> Fact
  ) -> Element? {
    var found: Element?
    for element in elements where fact(element).effective <= moment {
      if let present = found, fact(present).effective > fact(element).effective { continue }
      found = element
    }
    return found
  }
}

/// How much harm could follow from the system's information, as somebody judged it.
public struct ClassificationRow: Sendable {
  public var classification: Classification
  public var fact: Fact
}

/// Where in its life the system is.
public struct StatusRow: Sendable {
  public var status: SystemStatus
  public var fact: Fact
}

/// A right in a system that can be granted.
public struct EntitlementRow: Sendable {
  public var id: EntitlementID
  public var name: Label
  public var description: Label
  public var account: AccountKind
  public var privilege: Privilege
  public var decidedBy: Role
  public var validityDaysMax: Int64?
  public var defined: Fact
  /// The grants ever made of it, by index.
  public var grants: [Int32] = []
}

/// An account found in a system.
public struct AccountRow: Sendable {
  public var id: AccountID
  public var system: SystemID
  public var kind: AccountKind
  public var person: PersonID?
  public var found: Fact
}

/// A formal request with its need, and what came of it.
public struct RequestRow: Sendable {
  public var id: RequestID
  public var person: PersonID
  public var entitlement: EntitlementID
  public var scope: ScopeName?
  public var from: Instant
  public var until: Instant?
  public var requester: PersonID
  public var purpose: Purpose
  public var duty: Commitment?
  public var need: Commitment
  public var submitted: Fact
  /// The latest opinion on the need.
  public var endorsement: EndorsementRow?
  public var withdrawn: Fact?
  public var decision: DecisionRow?
}

/// A manager's opinion of a need.
public struct EndorsementRow: Sendable {
  public var endorser: PersonID
  public var outcome: EndorsementOutcome
  public var fact: Fact
}

/// A decision on a request.
public struct DecisionRow: Sendable {
  public var isApproval: Bool
  /// The grant it made; absent for a denial, and in history that names the grant first when carried out.
  public var grant: GrantID?
  public var decider: PersonID
  public var actingFor: PersonID?
  public var authority: AuthorityKind
  public var assignment: AssignmentID?
  public var evidence: Digest?
  public var fact: Fact
}

/// A grant through its whole life.
public struct GrantRow: Sendable {
  public var id: GrantID
  /// Whose it is; absent for an account that nobody is known to own.
  public var person: PersonID?
  public var entitlement: EntitlementID
  public var scope: ScopeName?
  /// The request it rests on; absent for access that was found and not decided.
  public var request: RequestID?
  public var account: AccountID?
  public var from: Instant
  public var until: Instant?
  public var reviewDays: Int64?
  /// The decision, or the taking over of undecided access, or in migrated history the execution.
  public var begun: Fact
  public var isUndecided: Bool
  /// When it was found working, for access that nobody had decided then.
  public var takenOver: Fact?
  public var provisioned: ProvisioningRow?
  public var ending: EndingRow?
  public var removal: RemovalRow?
  public var lastReview: ReviewRow?
  /// Where the reviews before that stand in the log.
  public var earlierReviews: [UInt64] = []

  /// Ends the grant; of several endings the one that holds earliest counts.
  mutating func end(_ ending: EndingRow) {
    if let present = self.ending, present.fact.effective <= ending.fact.effective { return }
    self.ending = ending
  }
}

/// The execution of a decision.
public struct ProvisioningRow: Sendable {
  public var by: PersonID
  /// When it began to work.
  public var at: Instant
  public var from: Instant
  public var until: Instant?
  public var fact: Fact
}

/// Why and by whom a grant was ended before its time.
public struct EndingRow: Sendable {
  public var by: PersonID
  public var cause: RevocationCause
  public var fact: Fact
}

/// The confirmation that access is gone from the system.
public struct RemovalRow: Sendable {
  public var by: PersonID
  public var fact: Fact
}

/// The latest review of a grant.
public struct ReviewRow: Sendable {
  public var review: ReviewID
  public var reviewer: PersonID
  public var outcome: ReviewOutcome
  public var fact: Fact
}

/// An incident.
public struct IncidentRow: Sendable {
  public var id: IncidentID
  public var system: SystemID?
  public var severity: Int64?
  public var reporter: PersonID
  public var what: Commitment
  public var reported: Fact
  public var closed: Fact?
}

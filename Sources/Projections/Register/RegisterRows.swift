public import AccessModel
public import Chronology
public import Transparency

/// An organisational unit.
public struct UnitRow: Sendable {
  public var id: UnitID
  public var name: Label
  public var kind: UnitKind
  public var parent: UnitID?
  public var organisationNumber: Label?
  public var registered: Fact
  /// In the order of record.
  public var renames: [UnitNameRow] = []
  /// In the order of record.
  public var moves: [UnitParentRow] = []
  public var closed: Fact?
  /// What took over when it was closed.
  public var successors: [UnitID] = []
  /// The roles as its manager or head ever given, by index.
  public var leaders: [Int32] = []
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
  /// In the order of record.
  public var absences: [AbsenceRow] = []
  /// In the order of record.
  public var trainings: [TrainingRow] = []
  /// What was confirmed of the access of somebody who moved, in the order of record.
  public var confirmations: [ConfirmationRow] = []
  public var erased: ErasureRow?
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
  public var position: PositionCode?
  public var contract: Label?
  public var project: Label?
  /// Other places and positions since it began, in the order of record.
  public var changes: [PlacementRow] = []
  public var started: Fact
  public var ended: Fact?

  /// The planned end as it was last said; `nil` for no end.
  public var planned: Instant? { changes.last { $0.until != nil }?.until ?? until }

  /// The first moment after it: the planned one or the one that came, whichever is earlier.
  public var end: Instant? {
    guard let ended else { return planned }
    guard let planned else { return ended.effective }
    return min(planned, ended.effective)
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
  /// By when a system that it left without its owner or steward was to have a new one.
  public var vacantUntil: Instant?

  /// The first moment after it: the planned one or the one that came, whichever is earlier.
  public var end: Instant? {
    guard let ended else { return until }
    guard let until else { return ended.effective }
    return min(until, ended.effective)
  }

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
  public var informationOwner: UnitID?
  public var supplier: Label?
  public var personalData: PersonalDataKind?
  public var sector: Sector?
  public var support: Label?
  public var commonDecision: CaseNumber?
  public var reviewDays: Int64?
  public var purpose: Commitment?
  public var registered: Fact
  /// In the order of record.
  public var classifications: [ClassificationRow] = []
  /// In the order of record.
  public var changes: [SystemChangeRow] = []
  /// In the order of record.
  public var analyses: [AnalysisRow] = []
  /// In the order of record.
  public var statuses: [StatusRow] = []
  /// In the order of definition.
  public var entitlements: [EntitlementRow] = []
  /// Role assignments about this system, by index.
  public var assignments: [Int32] = []
  /// What told of the use of its accounts, in the order of record.
  public var feeds: [UsageFeedRow] = []

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

/// A right in a system that can be granted.
public struct EntitlementRow: Sendable {
  public var id: EntitlementID
  public var name: Label
  public var description: Label
  public var account: AccountKind
  public var privilege: Privilege
  public var decidedBy: Role
  public var validityDaysMax: Int64?
  public var reviewDays: Int64?
  public var level: Int64?
  public var matter: MatterCode?
  public var position: PositionCode?
  public var courses: [CourseCode] = []
  public var emergency: Answer?
  public var yearlyCost: Int64?
  public var defined: Fact
  /// In the order of record.
  public var changes: [EntitlementChangeRow] = []
  public var retired: Fact?
  public var successor: EntitlementName?
}

/// An account found in a system.
public struct AccountRow: Sendable {
  public var id: AccountID
  public var system: SystemID
  public var kind: AccountKind
  public var person: PersonID?
  public var found: Fact
  /// In the order of record; the last that holds counts.
  public var descriptions: [AccountDescriptionRow] = []
  /// When its secret was changed, in the order of record.
  public var rotations: [Fact] = []
  /// What feeds say of its use, in the order of record.
  public var uses: [AccountUseRow] = []
}

/// A formal request with its need, and what came of it.
public struct RequestRow: Sendable {
  public var id: RequestID
  public var kind: RequestKind
  /// The grant that is to be changed or renewed.
  public var grant: GrantID?
  public var person: PersonID
  public var entitlement: EntitlementID
  public var scope: ScopeName?
  public var from: Instant
  public var until: Instant?
  public var requester: PersonID
  public var purpose: Purpose
  public var duty: Commitment?
  public var need: Commitment
  public var alternative: Commitment?
  public var analysis: AnalysisID?
  public var submitted: Fact
  /// When the need was last stated anew.
  public var amended: Fact?
  /// The last question; an amendment that came after it is its answer.
  public var returned: ReturnRow?
  /// The latest opinion on the need.
  public var endorsement: EndorsementRow?
  public var withdrawn: Fact?
  public var decision: DecisionRow?
}

/// A manager's opinion of a need.
public struct EndorsementRow: Sendable {
  public var endorser: PersonID
  public var actingFor: PersonID?
  public var outcome: EndorsementOutcome
  public var hasNoInterest: Answer?
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
  public var delegation: DelegationID?
  public var policies: [PolicyID] = []
  public var conditions: Commitment?
  /// Why it was denied.
  public var ground: DenialGround?
  public var evidence: Digest?
  /// Whether steps that should be apart were taken by one person because the unit is small.
  public var isSmallUnit: Bool = false
  public var fact: Fact
}

/// A grant through its whole life.
public struct GrantRow: Sendable {
  public var id: GrantID
  /// Whose it is; absent for an account that nobody is known to own.
  public var person: PersonID?
  public var entitlement: EntitlementID
  /// The request it rests on; absent for access that was found and not decided.
  public var request: RequestID?
  public var account: AccountID?
  /// What the first decision said; what holds at a moment is `terms(at:)`.
  public var decided: GrantTerms
  /// The decision, or the taking over of undecided access, or in migrated history the execution.
  public var begun: Fact
  public var isUndecided: Bool
  /// When it was found working, for access that nobody had decided then.
  public var takenOver: Fact?
  /// The first execution.
  public var provisioned: ProvisioningRow?
  /// The executions after the first, in the order of record: what a later decision made wider is carried out again.
  public var provisionedAgain: [ProvisioningRow] = []
  public var ending: EndingRow?
  public var removal: RemovalRow?
  public var lastReview: ReviewRow?
  /// When its need was confirmed by reviews, in the order of record; what could not be judged confirms nothing. (INV-33)
  public var confirmed: [Instant] = []
  /// Where the reviews before that stand in the log.
  public var earlierReviews: [UInt64] = []
  /// Renewals and changes by decision, and narrowings, in the order of record.
  public var changes: [GrantChangeRow] = []
  /// In the order of record.
  public var suspensions: [SuspensionRow] = []
  /// When the job noticed that it had ended.
  public var expired: Fact?
  /// For access that was activated in an emergency.
  public var emergency: EmergencyRow?

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
  /// When the account itself stops working in the system, where an end was set there.
  public var accountUntil: Instant?
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

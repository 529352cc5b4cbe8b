public import AccessModel
public import Chronology

/// Take a grant's effect away for a time.
public struct SuspendGrant: Sendable {
  public var grant: GrantID
  public var by: PersonID
  public var cause: SuspensionCause
  /// The first moment after; `nil` when it holds until it is lifted.
  public var until: Instant?

  public init(grant: GrantID, by: PersonID, cause: SuspensionCause, until: Instant? = nil) {
    self.grant = grant
    self.by = by
    self.cause = cause
    self.until = until
  }
}

/// Lift the suspensions of a grant.
public struct ResumeGrant: Sendable {
  public var grant: GrantID
  public var by: PersonID

  public init(grant: GrantID, by: PersonID) {
    self.grant = grant
    self.by = by
  }
}

/// Make a grant cover less, end earlier, or be reviewed more often; what is `nil` stays as it is.
public struct NarrowGrant: Sendable {
  public var grant: GrantID
  public var by: PersonID
  public var scope: ScopeName?
  public var until: Instant?
  public var reviewDays: Int64?

  public init(
    grant: GrantID, by: PersonID, scope: ScopeName? = nil, until: Instant? = nil,
    reviewDays: Int64? = nil
  ) {
    self.grant = grant
    self.by = by
    self.scope = scope
    self.until = until
    self.reviewDays = reviewDays
  }
}

/// Record that a grant has ended by itself.
public struct NoteExpiry: Sendable {
  public var grant: GrantID

  public init(grant: GrantID) {
    self.grant = grant
  }
}

/// Activate emergency access from when it is true, for so many hours or for as long as the rules allow.
public struct ActivateEmergency: Sendable {
  public var grant: GrantID
  public var person: PersonID
  public var entitlement: EntitlementID
  public var kind: EmergencyKind
  public var account: AccountID?
  /// `nil` for the longest that the rules allow.
  public var hours: Int64?
  public var notified: [Role]

  public init(
    grant: GrantID, person: PersonID, entitlement: EntitlementID, kind: EmergencyKind,
    account: AccountID? = nil, hours: Int64?, notified: [Role]
  ) {
    self.grant = grant
    self.person = person
    self.entitlement = entitlement
    self.kind = kind
    self.account = account
    self.hours = hours
    self.notified = notified
  }
}

/// Record what the follow-up of an emergency access found.
public struct FollowUpEmergency: Sendable {
  public var grant: GrantID
  public var reviewer: PersonID
  public var judgement: EmergencyJudgement
  /// Free text: what is to be done.
  public var measures: String?

  public init(
    grant: GrantID, reviewer: PersonID, judgement: EmergencyJudgement, measures: String? = nil
  ) {
    self.grant = grant
    self.reviewer = reviewer
    self.judgement = judgement
    self.measures = measures
  }
}

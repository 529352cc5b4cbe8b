public import AccessModel
public import Chronology
public import Transparency

/// What is asked about grants once they are decided.
public enum GrantCommand: Sendable {
  case provision(ProvisionGrant)
  case revoke(RevokeGrant)
  case confirmRemoval(ConfirmRemoval)
  case takeOver(TakeOverGrant)
  case suspend(SuspendGrant)
  case resume(ResumeGrant)
  case narrow(NarrowGrant)
  case noteExpiry(NoteExpiry)
  case activateEmergency(ActivateEmergency)
  case followUpEmergency(FollowUpEmergency)
}

/// Record that a decision was carried out.
public struct ProvisionGrant: Sendable {
  public var grant: GrantID
  public var by: PersonID
  public var at: Instant?
  public var from: Instant?
  /// `nil` keeps the end that was asked for or decided; `.some(nil)` is no end.
  public var until: Instant??
  /// When the account itself stops working in the system, where an end was set there.
  public var accountUntil: Instant?
  public var account: AccountID?
  public var evidence: Digest?

  public init(
    grant: GrantID, by: PersonID, at: Instant? = nil, from: Instant? = nil, until: Instant?? = nil,
    accountUntil: Instant? = nil, account: AccountID? = nil, evidence: Digest? = nil
  ) {
    self.grant = grant
    self.by = by
    self.at = at
    self.from = from
    self.until = until
    self.accountUntil = accountUntil
    self.account = account
    self.evidence = evidence
  }
}

/// End a grant before its time.
public struct RevokeGrant: Sendable {
  public var grant: GrantID
  public var by: PersonID
  public var cause: RevocationCause
  /// The last day with the grant, in the ledger's time zone; `nil` for until now.
  public var lastDay: Day?

  public init(
    grant: GrantID, by: PersonID, cause: RevocationCause, lastDay: Day? = nil
  ) {
    self.grant = grant
    self.by = by
    self.cause = cause
    self.lastDay = lastDay
  }
}

/// Record that access is gone from the system.
public struct ConfirmRemoval: Sendable {
  public var grant: GrantID
  public var by: PersonID

  public init(
    grant: GrantID, by: PersonID
  ) {
    self.grant = grant
    self.by = by
  }
}

/// Record access that was found and that nobody is known to have decided.
public struct TakeOverGrant: Sendable {
  public var grant: GrantID
  public var entitlement: EntitlementID
  public var account: AccountID
  public var person: PersonID?
  public var source: Digest

  public init(
    grant: GrantID, entitlement: EntitlementID, account: AccountID, person: PersonID? = nil,
    source: Digest
  ) {
    self.grant = grant
    self.entitlement = entitlement
    self.account = account
    self.person = person
    self.source = source
  }
}

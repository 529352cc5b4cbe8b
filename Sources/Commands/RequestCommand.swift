public import AccessModel
public import Chronology
public import Transparency

/// What is asked about requests, from the need to the decision.
public enum RequestCommand: Sendable {
  case submit(SubmitRequest)
  case endorse(EndorseRequest)
  case withdraw(WithdrawRequest)
  case approve(ApproveRequest)
  case deny(DenyRequest)
}

/// Ask that a person be given an entitlement.
public struct SubmitRequest: Sendable {
  public var request: RequestID
  public var person: PersonID
  public var entitlement: EntitlementID
  public var scope: ScopeName?
  public var from: Instant
  public var until: Instant?
  public var requester: PersonID
  public var purpose: Purpose
  public var duty: String?
  public var need: String

  public init(
    request: RequestID, person: PersonID, entitlement: EntitlementID, scope: ScopeName? = nil,
    from: Instant, until: Instant? = nil, requester: PersonID, purpose: Purpose,
    duty: String? = nil, need: String
  ) {
    self.request = request
    self.person = person
    self.entitlement = entitlement
    self.scope = scope
    self.from = from
    self.until = until
    self.requester = requester
    self.purpose = purpose
    self.duty = duty
    self.need = need
  }
}

/// Say that the need is real, or that it is not.
public struct EndorseRequest: Sendable {
  public var request: RequestID
  public var endorser: PersonID
  public var outcome: EndorsementOutcome

  public init(
    request: RequestID, endorser: PersonID, outcome: EndorsementOutcome
  ) {
    self.request = request
    self.endorser = endorser
    self.outcome = outcome
  }
}

/// Take a request back.
public struct WithdrawRequest: Sendable {
  public var request: RequestID

  public init(
    request: RequestID
  ) {
    self.request = request
  }
}

/// Decide that the access is granted.
public struct ApproveRequest: Sendable {
  public var request: RequestID
  public var grant: GrantID
  public var deciders: [PersonID]
  public var from: Instant?
  /// `nil` keeps the end that was asked for or decided; `.some(nil)` is no end.
  public var until: Instant??
  public var reviewDays: Int64?
  public var evidence: Digest?
  /// Whether steps that should be apart are taken by one person because the unit is small.
  public var isSmallUnit: Bool

  public init(
    request: RequestID, grant: GrantID, deciders: [PersonID], from: Instant? = nil,
    until: Instant?? = nil, reviewDays: Int64? = nil, evidence: Digest? = nil,
    isSmallUnit: Bool = false
  ) {
    self.request = request
    self.grant = grant
    self.deciders = deciders
    self.from = from
    self.until = until
    self.reviewDays = reviewDays
    self.evidence = evidence
    self.isSmallUnit = isSmallUnit
  }
}

/// Decide that the access is not granted.
public struct DenyRequest: Sendable {
  public var request: RequestID
  public var deciders: [PersonID]
  public var evidence: Digest?

  public init(
    request: RequestID, deciders: [PersonID], evidence: Digest? = nil
  ) {
    self.request = request
    self.deciders = deciders
    self.evidence = evidence
  }
}

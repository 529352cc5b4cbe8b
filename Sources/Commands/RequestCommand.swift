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
  case sendBack(ReturnRequest)
  case amend(AmendRequest)
}

/// Ask that a person be given an entitlement.
public struct SubmitRequest: Sendable {
  public var request: RequestID
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
  public var duty: String?
  public var need: String
  /// What else was considered.
  public var alternative: String?
  /// The needs-and-risk analysis it rests on.
  public var analysis: AnalysisID?

  public init(
    request: RequestID, kind: RequestKind = .new, grant: GrantID? = nil, person: PersonID,
    entitlement: EntitlementID, scope: ScopeName? = nil, from: Instant, until: Instant? = nil,
    requester: PersonID, purpose: Purpose, duty: String? = nil, need: String,
    alternative: String? = nil, analysis: AnalysisID? = nil
  ) {
    self.request = request
    self.kind = kind
    self.grant = grant
    self.alternative = alternative
    self.analysis = analysis
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
  /// Whether the endorser declares to have no interest of their own in the matter.
  public var hasNoInterest: Bool

  public init(
    request: RequestID, endorser: PersonID, outcome: EndorsementOutcome, hasNoInterest: Bool = false
  ) {
    self.hasNoInterest = hasNoInterest
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
  /// The grant that the decision makes; a change or a renewal keeps that of the request.
  public var grant: GrantID
  public var deciders: [PersonID]
  public var from: Instant?
  /// `nil` keeps the end that was asked for or decided; `.some(nil)` is no end.
  public var until: Instant??
  public var reviewDays: Int64?
  /// Free text: what the decision is subject to.
  public var conditions: String?
  public var evidence: Digest?
  /// Whether steps that should be apart are taken by one person because the unit is small.
  public var isSmallUnit: Bool

  public init(
    request: RequestID, grant: GrantID, deciders: [PersonID], from: Instant? = nil,
    until: Instant?? = nil, reviewDays: Int64? = nil, conditions: String? = nil,
    evidence: Digest? = nil, isSmallUnit: Bool = false
  ) {
    self.conditions = conditions
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
  public var ground: DenialGround
  public var evidence: Digest?

  public init(
    request: RequestID, deciders: [PersonID], ground: DenialGround, evidence: Digest? = nil
  ) {
    self.ground = ground
    self.request = request
    self.deciders = deciders
    self.evidence = evidence
  }
}

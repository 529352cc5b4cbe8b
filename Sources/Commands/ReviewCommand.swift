public import AccessModel
public import Chronology
public import Transparency

/// What somebody asks about reviews of access.
public enum ReviewCommand: Sendable {
  case plan(PlanReview)
  case start(StartReview)
  case answer(AnswerReviewItem)
  case reassign(ReassignReviewItems)
  case remind(RemindReviewers)
  case escalate(EscalateReviewItems)
  case followUp(FollowUpReview)
  case release(ReleaseReviewEffects)
  case close(CloseReview)
  case assess(AssessReview)
}

/// Plan a campaign.
public struct PlanReview: Sendable {
  public var review: ReviewID
  public var axis: ReviewAxis
  public var trigger: ReviewTrigger?
  public var unit: UnitID?
  public var system: SystemID?
  public var entitlement: EntitlementID?
  public var person: PersonID?
  public var incident: IncidentID?
  public var opens: Instant
  /// The first moment after its last day; by the rules in force when left out.
  public var due: Instant?
  /// By the axis when left out.
  public var reviewer: Role?
  public var fallback: Role?
  public var second: Role?
  public var strategy: ReviewStrategy?
  /// By the rules in force when left out.
  public var onNoResponse: NoResponseEffect?
  public var planner: PersonID

  public init(review: ReviewID, axis: ReviewAxis, opens: Instant, planner: PersonID) {
    self.review = review
    self.axis = axis
    self.opens = opens
    self.planner = planner
  }
}

/// Start a planned campaign: fix what it is about, and assign each item.
public struct StartReview: Sendable {
  public var review: ReviewID
  /// Whether to start though a source is older than the rules accept; needs a reason.
  public var overridesSources: Bool

  public init(review: ReviewID, overridesSources: Bool = false) {
    self.review = review
    self.overridesSources = overridesSources
  }
}

/// Answer one item.
public struct AnswerReviewItem: Sendable {
  public var review: ReviewID
  public var grant: GrantID
  public var reviewer: PersonID
  public var outcome: ReviewOutcome
  public var until: Instant?
  public var scope: ScopeName?
  public var reviewDays: Int64?
  /// Whether it was one of many that were marked together.
  public var isBulk = false
  /// What the reviewer was shown; what the register shows now when left out.
  public var seen: SeenEvidence?
  /// How long the reviewer had it before them, in seconds.
  public var seconds: Int64?
  /// How the answer came, where it is recorded from a file that the reviewer handed over.
  public var statement: Statement?

  /// A file in which a reviewer said something, and how it was made sure that it was the reviewer.
  public struct Statement: Hashable, Sendable {
    public var verified: StatementCheck
    public var file: Digest

    public init(verified: StatementCheck, file: Digest) {
      self.verified = verified
      self.file = file
    }
  }

  /// What a reviewer was shown, by its digest.
  public struct SeenEvidence: Hashable, Sendable {
    public var digest: Digest
    /// The number of events it rests on.
    public var position: Int64
    /// Whether it spoke against keeping the access.
    public var hasHint: Bool

    public init(digest: Digest, position: Int64, hasHint: Bool) {
      self.digest = digest
      self.position = position
      self.hasHint = hasHint
    }
  }

  public init(review: ReviewID, grant: GrantID, reviewer: PersonID, outcome: ReviewOutcome) {
    self.review = review
    self.grant = grant
    self.reviewer = reviewer
    self.outcome = outcome
  }
}

/// Hand items over to somebody.
public struct ReassignReviewItems: Sendable {
  public var review: ReviewID
  public var grants: [GrantID]
  public var to: PersonID

  public init(review: ReviewID, grants: [GrantID], to: PersonID) {
    self.review = review
    self.grants = grants
    self.to = to
  }
}

/// Remind those who have items open.
public struct RemindReviewers: Sendable {
  public var review: ReviewID
  /// Only this one; everybody when left out.
  public var reviewer: PersonID?

  public init(review: ReviewID, reviewer: PersonID? = nil) {
    self.review = review
    self.reviewer = reviewer
  }
}

/// Ask somebody above those who were asked.
public struct EscalateReviewItems: Sendable {
  public var review: ReviewID
  /// All that are open when empty.
  public var grants: [GrantID]

  public init(review: ReviewID, grants: [GrantID] = []) {
    self.review = review
    self.grants = grants
  }
}

/// Record everything that is due in a campaign.
public struct FollowUpReview: Sendable {
  public var review: ReviewID

  public init(review: ReviewID) {
    self.review = review
  }
}

/// Let effects of silence through that were stopped because they are many.
public struct ReleaseReviewEffects: Sendable {
  public var review: ReviewID
  public var by: PersonID

  public init(review: ReviewID, by: PersonID) {
    self.review = review
    self.by = by
  }
}

/// Close a campaign.
public struct CloseReview: Sendable {
  public var review: ReviewID
  public var by: PersonID
  public var outcome: ReviewClosing
  /// The accountable head who attests; nobody for a campaign that is cancelled.
  public var attester: PersonID?

  public init(
    review: ReviewID, by: PersonID, outcome: ReviewClosing, attester: PersonID? = nil
  ) {
    self.review = review
    self.by = by
    self.outcome = outcome
    self.attester = attester
  }
}

/// Say as auditor whether a finished review holds.
public struct AssessReview: Sendable {
  public var review: ReviewID
  public var auditor: PersonID
  public var outcome: ReviewAssessment
  /// The items to be answered again; all when empty.
  public var grants: [GrantID]

  public init(
    review: ReviewID, auditor: PersonID, outcome: ReviewAssessment, grants: [GrantID] = []
  ) {
    self.review = review
    self.auditor = auditor
    self.outcome = outcome
    self.grants = grants
  }
}

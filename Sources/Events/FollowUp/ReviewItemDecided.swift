public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// A reviewer looked at a grant again and said what should become of it. “Revoke” ends its effect, unless a second stage is to answer.
///
/// It does not say: that the outcome has been carried out in the system.
public struct ReviewItemDecided: EventPayload {
  public var review: ReviewID
  public var grant: GrantID
  public var reviewer: PersonID
  public var outcome: ReviewOutcome
  public var actingFor: PersonID?
  public var stage: Int64?
  public var result: ReviewOutcome?
  public var until: Instant?
  public var scope: ScopeName?
  public var reviewDays: Int64?
  public var bulk: Answer?
  public var seen: Digest?
  public var seenAt: Int64?
  public var hint: Answer?
  public var seconds: Int64?
  public var verified: StatementCheck?
  public var statedIn: Digest?

  public init(
    review: ReviewID, grant: GrantID, reviewer: PersonID, outcome: ReviewOutcome,
    actingFor: PersonID? = nil, stage: Int64? = nil, result: ReviewOutcome? = nil,
    until: Instant? = nil, scope: ScopeName? = nil, reviewDays: Int64? = nil, bulk: Answer? = nil,
    seen: Digest? = nil, seenAt: Int64? = nil, hint: Answer? = nil, seconds: Int64? = nil,
    verified: StatementCheck? = nil, statedIn: Digest? = nil
  ) {
    self.review = review
    self.grant = grant
    self.reviewer = reviewer
    self.outcome = outcome
    self.actingFor = actingFor
    self.stage = stage
    self.result = result
    self.until = until
    self.scope = scope
    self.reviewDays = reviewDays
    self.bulk = bulk
    self.seen = seen
    self.seenAt = seenAt
    self.hint = hint
    self.seconds = seconds
    self.verified = verified
    self.statedIn = statedIn
  }

  public init(blank: Void) {
    self.init(
      review: ReviewID(blank: ()), grant: GrantID(blank: ()), reviewer: PersonID(blank: ()),
      outcome: ReviewOutcome(blank: ()))
  }

  public static let kind = EventKind.reviewItemDecided
  public static let description = EventDescription(
    about:
      "A reviewer looked at a grant again and said what should become of it. “Revoke” ends its effect, unless a second stage is to answer.",
    recordedBy:
      "The reviewer.",
    doesNotSay: "That the outcome has been carried out in the system.")

  public var stream: StreamID { StreamID(.review, review) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("review", &review, "The round of reviews.")
    try visitor.field("grant", &grant, "The grant that was looked at.")
    try visitor.field("reviewer", &reviewer, "Who looked.")
    try visitor.field("outcome", &outcome, "What is said.")
    try visitor.optional("actingFor", &actingFor, "For whom the reviewer stands in.")
    try visitor.optional("stage", &stage, "The stage, 1 or 2, where there are two.")
    try visitor.optional(
      "result", &result,
      "What the stages come to together, once that is known; where there is one stage, the outcome itself."
    )
    try visitor.optional("until", &until, "Until when it is kept, or to when it is reduced.")
    try visitor.optional("scope", &scope, "To which part of the system it is reduced.")
    try visitor.optional(
      "reviewDays", &reviewDays, "How often it is looked at from now on, in days.")
    try visitor.optional("bulk", &bulk, "Whether it was one of many that were marked together.")
    try visitor.optional("seen", &seen, "The digest of what the reviewer was shown.")
    try visitor.optional(
      "seenAt", &seenAt, "The number of events in the log that what was shown rests on.")
    try visitor.optional("hint", &hint, "Whether what was shown spoke against keeping it.")
    try visitor.optional(
      "seconds", &seconds,
      "How long the reviewer had it before them, in seconds, where that is known.")
    try visitor.optional(
      "verified", &verified,
      "How it was made sure that the reviewer said it, where somebody else records it from a file.")
    try visitor.optional(
      "statedIn", &statedIn, "The digest of the file in which the reviewer said it.")
  }
}

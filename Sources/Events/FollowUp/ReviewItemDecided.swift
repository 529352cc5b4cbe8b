public import AccessModel
public import CanonicalJSON

/// A reviewer looked at a grant again and said what should become of it. “Revoke” ends its effect.
///
/// It does not say: that the outcome has been carried out in the system.
public struct ReviewItemDecided: EventPayload {
  public var review: ReviewID
  public var grant: GrantID
  public var reviewer: PersonID
  public var outcome: ReviewOutcome

  public init(
    review: ReviewID, grant: GrantID, reviewer: PersonID, outcome: ReviewOutcome
  ) {
    self.review = review
    self.grant = grant
    self.reviewer = reviewer
    self.outcome = outcome
  }

  public init(blank: Void) {
    self.init(
      review: ReviewID(blank: ()), grant: GrantID(blank: ()), reviewer: PersonID(blank: ()),
      outcome: .cannotJudge)
  }

  public static let kind = EventKind.reviewItemDecided
  public static let description = EventDescription(
    about:
      "A reviewer looked at a grant again and said what should become of it. “Revoke” ends its effect.",
    recordedBy: "The reviewer.",
    doesNotSay: "That the outcome has been carried out in the system.")

  public var stream: StreamID { StreamID(.review, review) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("review", &review, "The round of reviews.")
    try visitor.field("grant", &grant, "The grant that was looked at.")
    try visitor.field("reviewer", &reviewer, "Who looked.")
    try visitor.field("outcome", &outcome, "What is said.")
  }
}

public import AccessModel
public import CanonicalJSON

/// The auditor has judged a review that was completed. Rejected, it is open again.
///
/// It does not say: that the access that was reviewed is right.
public struct ReviewCampaignAssessed: EventPayload {
  public var review: ReviewID
  public var auditor: PersonID
  public var outcome: ReviewAssessment
  public var grants: [GrantID]

  public init(
    review: ReviewID, auditor: PersonID, outcome: ReviewAssessment, grants: [GrantID]
  ) {
    self.review = review
    self.auditor = auditor
    self.outcome = outcome
    self.grants = grants
  }

  public init(blank: Void) {
    self.init(
      review: ReviewID(blank: ()), auditor: PersonID(blank: ()),
      outcome: ReviewAssessment(blank: ()), grants: [GrantID](blank: ()))
  }

  public static let kind = EventKind.reviewCampaignAssessed
  public static let description = EventDescription(
    about:
      "The auditor has judged a review that was completed. Rejected, it is open again.",
    recordedBy:
      "An auditor; a rejection is given its reason.",
    doesNotSay: "That the access that was reviewed is right.")

  public var stream: StreamID { StreamID(.review, review) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("review", &review, "The campaign's identifier.")
    try visitor.field("auditor", &auditor, "Who judged it.")
    try visitor.field("outcome", &outcome, "What was found.")
    try visitor.field("grants", &grants, "The items to be answered again; empty for all of them.")
  }
}

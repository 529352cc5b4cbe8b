public import AccessModel
public import CanonicalJSON

/// A review is over: completed, with what came of each item counted and attested; or cancelled.
///
/// It does not say: that what was decided is carried out in the systems.
public struct ReviewCampaignClosed: EventPayload {
  public var review: ReviewID
  public var by: PersonID
  public var outcome: ReviewClosing
  public var items: Int64
  public var kept: Int64
  public var keptUntil: Int64
  public var reduced: Int64
  public var revoked: Int64
  public var unjudged: Int64
  public var suspended: Int64
  public var expired: Int64
  public var ended: Int64
  public var attester: PersonID?

  public init(
    review: ReviewID, by: PersonID, outcome: ReviewClosing, items: Int64, kept: Int64,
    keptUntil: Int64, reduced: Int64, revoked: Int64, unjudged: Int64, suspended: Int64,
    expired: Int64, ended: Int64, attester: PersonID? = nil
  ) {
    self.review = review
    self.by = by
    self.outcome = outcome
    self.items = items
    self.kept = kept
    self.keptUntil = keptUntil
    self.reduced = reduced
    self.revoked = revoked
    self.unjudged = unjudged
    self.suspended = suspended
    self.expired = expired
    self.ended = ended
    self.attester = attester
  }

  public init(blank: Void) {
    self.init(
      review: ReviewID(blank: ()), by: PersonID(blank: ()), outcome: ReviewClosing(blank: ()),
      items: Int64(blank: ()), kept: Int64(blank: ()), keptUntil: Int64(blank: ()),
      reduced: Int64(blank: ()), revoked: Int64(blank: ()), unjudged: Int64(blank: ()),
      suspended: Int64(blank: ()), expired: Int64(blank: ()), ended: Int64(blank: ()))
  }

  public static let kind = EventKind.reviewCampaignClosed
  public static let description = EventDescription(
    about:
      "A review is over: completed, with what came of each item counted and attested; or cancelled.",
    recordedBy:
      "The system's steward or owner, a head of administration, or the security coordinator.",
    doesNotSay: "That what was decided is carried out in the systems.")

  public var stream: StreamID { StreamID(.review, review) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("review", &review, "The campaign's identifier.")
    try visitor.field("by", &by, "Who closes it.")
    try visitor.field("outcome", &outcome, "How it ends.")
    try visitor.field("items", &items, "How many items it had.")
    try visitor.field("kept", &kept, "Items kept.")
    try visitor.field("keptUntil", &keptUntil, "Items kept until a day.")
    try visitor.field("reduced", &reduced, "Items reduced.")
    try visitor.field("revoked", &revoked, "Items revoked.")
    try visitor.field("unjudged", &unjudged, "Items that nobody could judge.")
    try visitor.field("suspended", &suspended, "Items suspended for want of an answer.")
    try visitor.field("expired", &expired, "Items ended for want of an answer.")
    try visitor.field(
      "ended", &ended, "Items whose access had ended otherwise before anybody answered.")
    try visitor.optional("attester", &attester, "The accountable head who attests to it.")
  }
}

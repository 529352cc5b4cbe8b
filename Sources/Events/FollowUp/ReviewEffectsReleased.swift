public import AccessModel
public import CanonicalJSON

/// Effects that were stopped, because they would have taken access from too many at once, are let through.
///
/// It does not say: that they have taken place.
public struct ReviewEffectsReleased: EventPayload {
  public var review: ReviewID
  public var by: PersonID
  public var items: Int64

  public init(
    review: ReviewID, by: PersonID, items: Int64
  ) {
    self.review = review
    self.by = by
    self.items = items
  }

  public init(blank: Void) {
    self.init(review: ReviewID(blank: ()), by: PersonID(blank: ()), items: Int64(blank: ()))
  }

  public static let kind = EventKind.reviewEffectsReleased
  public static let description = EventDescription(
    about:
      "Effects that were stopped, because they would have taken access from too many at once, are let through.",
    recordedBy:
      "The system's owner, the security coordinator or a head of administration; a reason is given.",
    doesNotSay: "That they have taken place.")

  public var stream: StreamID { StreamID(.review, review) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("review", &review, "The campaign's identifier.")
    try visitor.field("by", &by, "Who lets them through.")
    try visitor.field("items", &items, "For how many items at most.")
  }
}

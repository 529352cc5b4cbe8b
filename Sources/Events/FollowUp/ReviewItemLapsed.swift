public import AccessModel
public import CanonicalJSON
public import Chronology

/// Nobody answered in time, and the effect that the campaign announced holds from now on: the access is suspended, or ends.
///
/// It does not say: that the access was wrong, or that it is gone from the system.
public struct ReviewItemLapsed: EventPayload {
  public var review: ReviewID
  public var grants: [GrantID]
  public var effect: NoResponseEffect
  public var due: Instant

  public init(
    review: ReviewID, grants: [GrantID], effect: NoResponseEffect, due: Instant
  ) {
    self.review = review
    self.grants = grants
    self.effect = effect
    self.due = due
  }

  public init(blank: Void) {
    self.init(
      review: ReviewID(blank: ()), grants: [GrantID](blank: ()),
      effect: NoResponseEffect(blank: ()), due: Instant(blank: ()))
  }

  public static let kind = EventKind.reviewItemLapsed
  public static let description = EventDescription(
    about:
      "Nobody answered in time, and the effect that the campaign announced holds from now on: the access is suspended, or ends.",
    recordedBy:
      "A job, the system's steward or owner, or the security coordinator.",
    doesNotSay: "That the access was wrong, or that it is gone from the system.")

  public var stream: StreamID { StreamID(.review, review) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("review", &review, "The campaign's identifier.")
    try visitor.field("grants", &grants, "The items, by their grants.")
    try visitor.field("effect", &effect, "What holds: it is suspended, or it ends.")
    try visitor.field("due", &due, "Since when it was due.")
  }
}

public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// A review began, and what it is about is fixed: later changes of access add nothing to it and take nothing away.
///
/// It does not say: who reviews what: the items are assigned by the events that follow in the same command.
public struct ReviewCampaignStarted: EventPayload {
  public var review: ReviewID
  public var asOf: Int64
  public var items: Int64
  public var manifest: Digest
  public var oldestSource: Instant?
  public var sourceOverride: Answer?

  public init(
    review: ReviewID, asOf: Int64, items: Int64, manifest: Digest, oldestSource: Instant? = nil,
    sourceOverride: Answer? = nil
  ) {
    self.review = review
    self.asOf = asOf
    self.items = items
    self.manifest = manifest
    self.oldestSource = oldestSource
    self.sourceOverride = sourceOverride
  }

  public init(blank: Void) {
    self.init(
      review: ReviewID(blank: ()), asOf: Int64(blank: ()), items: Int64(blank: ()),
      manifest: Digest(blank: ()))
  }

  public static let kind = EventKind.reviewCampaignStarted
  public static let description = EventDescription(
    about:
      "A review began, and what it is about is fixed: later changes of access add nothing to it and take nothing away.",
    recordedBy:
      "A job, the system's steward or owner, or the security coordinator.",
    doesNotSay:
      "Who reviews what: the items are assigned by the events that follow in the same command.")

  public var stream: StreamID { StreamID(.review, review) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("review", &review, "The campaign's identifier.")
    try visitor.field("asOf", &asOf, "The number of events in the log whose access it is about.")
    try visitor.field("items", &items, "How many grants it is about.")
    try visitor.field(
      "manifest", &manifest, "The digest of the list of those grants, in its canonical form.")
    try visitor.optional(
      "oldestSource", &oldestSource,
      "How old the oldest of the sources is that the register rests on: when it was last read.")
    try visitor.optional(
      "sourceOverride", &sourceOverride,
      "Whether it started though a source was older than the rules accept; the command's reason says why."
    )
  }
}

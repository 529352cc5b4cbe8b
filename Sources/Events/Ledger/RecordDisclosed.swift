public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// An answer from the register was given out on request, as a file.
///
/// It does not say: to whom, or that anything in it was public by law: that is what was decided.
public struct RecordDisclosed: EventPayload {
  public var request: Label
  public var view: Label
  public var filter: Label?
  public var asOf: Instant
  public var knownAt: Instant?
  public var size: Int64
  public var root: Digest
  public var profile: DisclosureProfile
  public var maskedCount: Int64
  public var recipient: RecipientKind
  public var decider: PersonID
  public var ground: Commitment
  public var digest: Digest

  public init(
    request: Label, view: Label, filter: Label? = nil, asOf: Instant, knownAt: Instant? = nil,
    size: Int64, root: Digest, profile: DisclosureProfile, maskedCount: Int64,
    recipient: RecipientKind, decider: PersonID, ground: Commitment, digest: Digest
  ) {
    self.request = request
    self.view = view
    self.filter = filter
    self.asOf = asOf
    self.knownAt = knownAt
    self.size = size
    self.root = root
    self.profile = profile
    self.maskedCount = maskedCount
    self.recipient = recipient
    self.decider = decider
    self.ground = ground
    self.digest = digest
  }

  public init(blank: Void) {
    self.init(
      request: Label(blank: ()), view: Label(blank: ()), asOf: Instant(blank: ()), size: 0,
      root: Digest(blank: ()), profile: .internal, maskedCount: 0, recipient: .anybody,
      decider: PersonID(blank: ()), ground: Commitment(blank: ()), digest: Digest(blank: ()))
  }

  public static let kind = EventKind.recordDisclosed
  public static let description = EventDescription(
    about:
      "An answer from the register was given out on request, as a file whose digest is told.",
    recordedBy: "The registrar or the archivist.",
    doesNotSay: "To whom it was given, or what anybody did with it.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("request", &request, "The request, by its reference.")
    try visitor.field("view", &view, "The view that was answered.")
    try visitor.optional("filter", &filter, "What it was limited to; left out when to nothing.")
    try visitor.field("asOf", &asOf, "The moment that the answer is about.")
    try visitor.optional(
      "knownAt", &knownAt, "The moment of knowledge; left out when it is all that was known.")
    try visitor.field("size", &size, "How many events the log had.")
    try visitor.field("root", &root, "The root of the log of that size.")
    try visitor.field("profile", &profile, "For whom it was made.")
    try visitor.field("maskedCount", &maskedCount, "How many fields were masked.")
    try visitor.field("recipient", &recipient, "What sort of recipient asked.")
    try visitor.field("decider", &decider, "Who decided to give it out.")
    try visitor.field("ground", &ground, "Why it may be given out.")
    try visitor.field("digest", &digest, "SHA-256 of the file.")
  }
}

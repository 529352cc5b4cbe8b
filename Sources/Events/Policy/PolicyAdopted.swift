public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// The document holds as rules from a moment on, at its level of the organisation.
///
/// It does not say: that what was decided before is as these rules want: that is judged by the
/// rules of its own time.
public struct PolicyAdopted: EventPayload {
  public var policy: PolicyID
  public var level: PolicyLevel
  public var unit: UnitID?
  public var system: SystemID?
  public var body: UnitID
  public var from: Instant
  public var reviewBy: Instant
  public var document: DocumentText
  public var digest: Digest

  public init(
    policy: PolicyID, level: PolicyLevel, unit: UnitID? = nil, system: SystemID? = nil,
    body: UnitID, from: Instant, reviewBy: Instant, document: DocumentText, digest: Digest
  ) {
    self.policy = policy
    self.level = level
    self.unit = unit
    self.system = system
    self.body = body
    self.from = from
    self.reviewBy = reviewBy
    self.document = document
    self.digest = digest
  }

  public init(blank: Void) {
    self.init(
      policy: PolicyID(blank: ()), level: .group, body: UnitID(blank: ()),
      from: Instant(milliseconds: 0), reviewBy: Instant(milliseconds: 0),
      document: DocumentText(blank: ()), digest: Digest(blank: ()))
  }

  public static let kind = EventKind.policyAdopted
  public static let description = EventDescription(
    about: "The document holds as rules from a moment on, at its level of the organisation.",
    recordedBy:
      "The registrar, the head of administration, or the information-security coordinator.",
    doesNotSay:
      "That what was decided before is as these rules want: that is judged by the rules of its own time."
  )

  public var stream: StreamID { StreamID(.policy, policy) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("policy", &policy, "The name and version of the document.")
    try visitor.field("level", &level, "Whose rules they are.")
    try visitor.optional("unit", &unit, "The legal entity or unit they are for.")
    try visitor.optional("system", &system, "The system they are for.")
    try visitor.field("body", &body, "The body that adopted them.")
    try visitor.field(
      "from", &from,
      "The first moment they hold; they replace the earlier ones of the same level and place.")
    try visitor.field("reviewBy", &reviewBy, "When they must have been looked at again.")
    try visitor.field("document", &document, "The whole document, as it was adopted.")
    try visitor.field("digest", &digest, "SHA-256 of the document.")
  }
}

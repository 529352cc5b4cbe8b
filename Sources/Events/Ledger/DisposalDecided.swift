public import AccessModel
public import CanonicalJSON
public import Chronology

/// A body has decided that records of a kind may be disposed of when they have been kept long enough.
///
/// It does not say: that anything was disposed of.
public struct DisposalDecided: EventPayload {
  public var disposal: DisposalID
  public var body: UnitID
  public var retention: RetentionClass
  public var keepMonths: Int64
  public var system: SystemID?
  public var endedBefore: Instant?
  public var from: Instant

  public init(
    disposal: DisposalID, body: UnitID, retention: RetentionClass, keepMonths: Int64,
    system: SystemID? = nil, endedBefore: Instant? = nil, from: Instant
  ) {
    self.disposal = disposal
    self.body = body
    self.retention = retention
    self.keepMonths = keepMonths
    self.system = system
    self.endedBefore = endedBefore
    self.from = from
  }

  public init(blank: Void) {
    self.init(
      disposal: DisposalID(blank: ()), body: UnitID(blank: ()),
      retention: RetentionClass(blank: ()), keepMonths: 0, from: Instant(blank: ()))
  }

  public static let kind = EventKind.disposalDecided
  public static let description = EventDescription(
    about:
      "A body has decided that records of a kind may be disposed of when they have been kept long enough. The case number is the reference to the decision.",
    recordedBy: "The archivist.",
    doesNotSay: "That anything was disposed of.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("disposal", &disposal, "Which decision.")
    try visitor.field("body", &body, "The body that decided.")
    try visitor.field("retention", &retention, "Records of which kind.")
    try visitor.field(
      "keepMonths", &keepMonths,
      "How many months they are kept after their end, by the calendar of the ledger's time zone.")
    try visitor.optional("system", &system, "In this system alone; in all when left out.")
    try visitor.optional(
      "endedBefore", &endedBefore, "Only what ended before this moment; all when left out.")
    try visitor.field("from", &from, "The first moment when it may be carried out.")
  }
}

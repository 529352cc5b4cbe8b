public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// What a system really gave at a moment was compared with what the register said.
///
/// It does not say: who is right, or that anything has been done about a difference.
public struct ReconciliationRecorded: EventPayload {
  public var reconciliation: ReconciliationID
  public var system: SystemID
  public var source: Digest
  public var taken: Instant
  public var part: Int64
  public var matched: Int64
  public var missing: [GrantID]
  public var unknown: [AccountRight]
  public var differing: [GrantID]

  public init(
    reconciliation: ReconciliationID, system: SystemID, source: Digest, taken: Instant, part: Int64,
    matched: Int64, missing: [GrantID], unknown: [AccountRight], differing: [GrantID]
  ) {
    self.reconciliation = reconciliation
    self.system = system
    self.source = source
    self.taken = taken
    self.part = part
    self.matched = matched
    self.missing = missing
    self.unknown = unknown
    self.differing = differing
  }

  public init(blank: Void) {
    self.init(
      reconciliation: ReconciliationID(blank: ()), system: SystemID(blank: ()),
      source: Digest(blank: ()), taken: Instant(milliseconds: 0), part: 0, matched: 0, missing: [],
      unknown: [], differing: [])
  }

  public static let kind = EventKind.reconciliationRecorded
  public static let description = EventDescription(
    about:
      "What a system really gave at a moment was compared with what the register said.",
    recordedBy: "The custodian, the steward, the deputy, the administrator, or a job.",
    doesNotSay: "Who is right, or that anything has been done about a difference.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("reconciliation", &reconciliation, "The reconciliation's identifier.")
    try visitor.field("system", &system, "The system that was compared.")
    try visitor.field("source", &source, "SHA-256 of what was read from the system.")
    try visitor.field("taken", &taken, "The moment that it was read.")
    try visitor.field(
      "part", &part, "Which part of the comparison, from 1; a large one stands in several events.")
    try visitor.field("matched", &matched, "How many rights stand in both, in all parts.")
    try visitor.field(
      "missing", &missing, "Grants that should work and that the system does not give.")
    try visitor.field(
      "unknown", &unknown, "What the system gives and the register knows no grant of.")
    try visitor.field(
      "differing", &differing, "Grants that the system gives though they should not work.")
  }
}

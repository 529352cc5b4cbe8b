public import AccessModel
public import CanonicalJSON
public import Chronology

/// The two sets of entitlements are separated for a time; a later rule of the same identifier
/// replaces it.
///
/// It does not say: that nobody holds both now.
public struct SeparationRuleAdopted: EventPayload {
  public var rule: SeparationRuleID
  public var kind: SeparationKind
  public var severity: SeparationSeverity
  public var first: [EntitlementID]
  public var second: [EntitlementID]
  public var rationale: Label
  public var from: Instant
  public var until: Instant?

  public init(
    rule: SeparationRuleID, kind: SeparationKind, severity: SeparationSeverity,
    first: [EntitlementID] = [], second: [EntitlementID] = [], rationale: Label, from: Instant,
    until: Instant? = nil
  ) {
    self.rule = rule
    self.kind = kind
    self.severity = severity
    self.first = first
    self.second = second
    self.rationale = rationale
    self.from = from
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      rule: SeparationRuleID(blank: ()), kind: .conflict, severity: .block,
      rationale: Label(blank: ()), from: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.separationRuleAdopted
  public static let description = EventDescription(
    about:
      "The two sets of entitlements are separated for a time; a later rule of the same identifier replaces it.",
    recordedBy: "The owner or the information-security coordinator.",
    doesNotSay: "That nobody holds both now.")

  public var stream: StreamID { StreamID(.separation, rule) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("rule", &rule, "The rule's identifier.")
    try visitor.field("kind", &kind, "What it says of the two sets.")
    try visitor.field("severity", &severity, "What follows when it is broken.")
    try visitor.field("first", &first, "The first set.")
    try visitor.field("second", &second, "The second set.")
    try visitor.field("rationale", &rationale, "Why.")
    try visitor.field("from", &from, "The first moment.")
    try visitor.optional("until", &until, "The first moment after; absent until further notice.")
  }
}

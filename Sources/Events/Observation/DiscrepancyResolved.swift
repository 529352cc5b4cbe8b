public import AccessModel
public import CanonicalJSON

/// Something was done about a difference between the register and a system.
///
/// It does not say: that the next reconciliation will not find it again.
public struct DiscrepancyResolved: EventPayload {
  public var reconciliation: ReconciliationID
  public var system: SystemID
  public var number: Int64
  public var outcome: DiscrepancyOutcome
  public var by: PersonID

  public init(
    reconciliation: ReconciliationID, system: SystemID, number: Int64, outcome: DiscrepancyOutcome,
    by: PersonID
  ) {
    self.reconciliation = reconciliation
    self.system = system
    self.number = number
    self.outcome = outcome
    self.by = by
  }

  public init(blank: Void) {
    self.init(
      reconciliation: ReconciliationID(blank: ()), system: SystemID(blank: ()), number: 0,
      outcome: .removed, by: PersonID(blank: ()))
  }

  public static let kind = EventKind.discrepancyResolved
  public static let description = EventDescription(
    about:
      "Something was done about a difference between the register and a system.",
    recordedBy: "The custodian, the steward, the deputy, the owner, or the administrator.",
    doesNotSay: "That the next reconciliation will not find it again.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("reconciliation", &reconciliation, "The reconciliation that found it.")
    try visitor.field("system", &system, "The system.")
    try visitor.field(
      "number", &number, "Its number there, from 1: missing first, then unknown, then differing.")
    try visitor.field("outcome", &outcome, "What was done.")
    try visitor.field("by", &by, "Who did it.")
  }
}

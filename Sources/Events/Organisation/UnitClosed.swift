public import AccessModel
public import CanonicalJSON

/// The unit exists no more from the effective moment on; what it did is done by its successors.
///
/// It does not say: that those who worked there have been moved: that is said person by person.
public struct UnitClosed: EventPayload {
  public var unit: UnitID
  public var successors: [UnitID]

  public init(
    unit: UnitID, successors: [UnitID] = []
  ) {
    self.unit = unit
    self.successors = successors
  }

  public init(blank: Void) {
    self.init(
      unit: UnitID(blank: ()))
  }

  public static let kind = EventKind.unitClosed
  public static let description = EventDescription(
    about:
      "The unit exists no more from the effective moment on; what it did is done by its successors.",
    recordedBy: "The registrar, the custodian, or the personnel source.",
    doesNotSay: "That those who worked there have been moved: that is said person by person.")

  public var stream: StreamID { StreamID(.unit, unit) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("unit", &unit, "The unit's identifier.")
    try visitor.field(
      "successors", &successors,
      "The units that take over: one in a merger, several in a split, none when the duties have ended."
    )
  }
}

public import AccessModel
public import CanonicalJSON

/// The unit is called something else from the effective moment on.
///
/// It does not say: that it has moved or got other duties.
public struct UnitRenamed: EventPayload {
  public var unit: UnitID
  public var name: Label

  public init(
    unit: UnitID, name: Label
  ) {
    self.unit = unit
    self.name = name
  }

  public init(blank: Void) {
    self.init(
      unit: UnitID(blank: ()), name: Label(blank: ()))
  }

  public static let kind = EventKind.unitRenamed
  public static let description = EventDescription(
    about: "The unit is called something else from the effective moment on.",
    recordedBy: "The registrar, the custodian, or the personnel source.",
    doesNotSay: "That it has moved or got other duties.")

  public var stream: StreamID { StreamID(.unit, unit) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("unit", &unit, "The unit's identifier.")
    try visitor.field("name", &name, "What it is called.")
  }
}

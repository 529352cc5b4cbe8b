public import AccessModel
public import CanonicalJSON

/// The unit lies below another unit from the effective moment on, with everything below it.
///
/// It does not say: that anybody's roles follow: what rests on the old place is judged anew.
public struct UnitMoved: EventPayload {
  public var unit: UnitID
  public var parent: UnitID

  public init(
    unit: UnitID, parent: UnitID
  ) {
    self.unit = unit
    self.parent = parent
  }

  public init(blank: Void) {
    self.init(
      unit: UnitID(blank: ()), parent: UnitID(blank: ()))
  }

  public static let kind = EventKind.unitMoved
  public static let description = EventDescription(
    about:
      "The unit lies below another unit from the effective moment on, with everything below it.",
    recordedBy: "The registrar, the custodian, or the personnel source.",
    doesNotSay: "That anybody's roles follow: what rests on the old place is judged anew.")

  public var stream: StreamID { StreamID(.unit, unit) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("unit", &unit, "The unit's identifier.")
    try visitor.field("parent", &parent, "The unit above.")
  }
}

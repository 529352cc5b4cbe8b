public import AccessModel
public import CanonicalJSON

/// The unit exists in the organisation, below its parent.
///
/// It does not say: who leads it: that is a role.
public struct UnitRegistered: EventPayload {
  public var unit: UnitID
  public var name: Label
  public var kind: UnitKind
  public var parent: UnitID?
  public var organisationNumber: Label?

  public init(
    unit: UnitID, name: Label, kind: UnitKind, parent: UnitID? = nil,
    organisationNumber: Label? = nil
  ) {
    self.unit = unit
    self.name = name
    self.kind = kind
    self.parent = parent
    self.organisationNumber = organisationNumber
  }

  public init(blank: Void) {
    self.init(
      unit: UnitID(blank: ()), name: Label(blank: ()), kind: .unit)
  }

  public static let kind = EventKind.unitRegistered
  public static let description = EventDescription(
    about: "The unit exists in the organisation, below its parent.",
    recordedBy: "The registrar, the custodian, or the personnel source.",
    doesNotSay: "Who leads it: that is a role.")

  public var stream: StreamID { StreamID(.unit, unit) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("unit", &unit, "The unit's identifier.")
    try visitor.field("name", &name, "What the unit is called.")
    try visitor.field("kind", &kind, "What sort of unit it is.")
    try visitor.optional("parent", &parent, "The unit above; absent for a root.")
    try visitor.optional(
      "organisationNumber", &organisationNumber,
      "The number of a legal entity in the register of organisations.")
  }
}

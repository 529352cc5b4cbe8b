public import AccessModel
public import CanonicalJSON

/// The system is in the register and has an owning body.
///
/// It does not say: that it may be used: see its status and classification.
public struct SystemRegistered: EventPayload {
  public var system: SystemID
  public var name: Label
  public var owner: UnitID
  public var ownership: Ownership
  public var reviewDays: Int64?
  public var purpose: Commitment?

  public init(
    system: SystemID, name: Label, owner: UnitID, ownership: Ownership, reviewDays: Int64? = nil,
    purpose: Commitment? = nil
  ) {
    self.system = system
    self.name = name
    self.owner = owner
    self.ownership = ownership
    self.reviewDays = reviewDays
    self.purpose = purpose
  }

  public init(blank: Void) {
    self.init(
      system: SystemID(blank: ()), name: Label(blank: ()), owner: UnitID(blank: ()),
      ownership: .common)
  }

  public static let kind = EventKind.systemRegistered
  public static let description = EventDescription(
    about: "The system is in the register and has an owning body.",
    recordedBy: "The registrar, the custodian, or the information-security coordinator.",
    doesNotSay: "That it may be used: see its status and classification.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("system", &system, "The system's identifier.")
    try visitor.field("name", &name, "What the system is called.")
    try visitor.field("owner", &owner, "The body that owns it.")
    try visitor.field("ownership", &ownership, "Whose it is.")
    try visitor.optional(
      "reviewDays", &reviewDays, "The review interval in days, when one was set for this system.")
    try visitor.optional("purpose", &purpose, "Free text: what the system is for.")
  }
}

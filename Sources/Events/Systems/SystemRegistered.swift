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
  public var informationOwner: UnitID?
  public var supplier: Label?
  public var personalData: PersonalDataKind?
  public var sector: Sector?
  public var support: Label?
  public var commonDecision: CaseNumber?
  public var reviewDays: Int64?
  public var purpose: Commitment?

  public init(
    system: SystemID, name: Label, owner: UnitID, ownership: Ownership,
    informationOwner: UnitID? = nil, supplier: Label? = nil, personalData: PersonalDataKind? = nil,
    sector: Sector? = nil, support: Label? = nil, commonDecision: CaseNumber? = nil,
    reviewDays: Int64? = nil, purpose: Commitment? = nil
  ) {
    self.system = system
    self.name = name
    self.owner = owner
    self.ownership = ownership
    self.informationOwner = informationOwner
    self.supplier = supplier
    self.personalData = personalData
    self.sector = sector
    self.support = support
    self.commonDecision = commonDecision
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
      "informationOwner", &informationOwner,
      "The body that answers for the information; absent for the owner.")
    try visitor.optional("supplier", &supplier, "The supplier.")
    try visitor.optional(
      "personalData", &personalData, "What personal data it holds; absent when nobody has said.")
    try visitor.optional("sector", &sector, "What kind of activity it serves; absent for general.")
    try visitor.optional("support", &support, "The function that users turn to.")
    try visitor.optional(
      "commonDecision", &commonDecision, "The decision that made the system common.")
    try visitor.optional(
      "reviewDays", &reviewDays, "The review interval in days, when one was set for this system.")
    try visitor.optional("purpose", &purpose, "Free text: what the system is for.")
  }
}

public import AccessModel
public import CanonicalJSON

/// What is said of the system has changed from the effective moment on; what is absent is as
/// before.
///
/// It does not say: that grants in it are as they should be after the change.
public struct SystemChanged: EventPayload {
  public var system: SystemID
  public var name: Label?
  public var owner: UnitID?
  public var ownership: Ownership?
  public var informationOwner: UnitID?
  public var supplier: Label?
  public var personalData: PersonalDataKind?
  public var sector: Sector?
  public var support: Label?
  public var commonDecision: CaseNumber?
  public var reviewDays: Int64?

  public init(
    system: SystemID, name: Label? = nil, owner: UnitID? = nil, ownership: Ownership? = nil,
    informationOwner: UnitID? = nil, supplier: Label? = nil, personalData: PersonalDataKind? = nil,
    sector: Sector? = nil, support: Label? = nil, commonDecision: CaseNumber? = nil,
    reviewDays: Int64? = nil
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
  }

  public init(blank: Void) {
    self.init(
      system: SystemID(blank: ()))
  }

  public static let kind = EventKind.systemChanged
  public static let description = EventDescription(
    about:
      "What is said of the system has changed from the effective moment on; what is absent is as before.",
    recordedBy: "The owner, the information-security coordinator, the registrar, or the custodian.",
    doesNotSay: "That grants in it are as they should be after the change.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("system", &system, "The system's identifier.")
    try visitor.optional("name", &name, "What the system is called.")
    try visitor.optional("owner", &owner, "The body that owns it.")
    try visitor.optional("ownership", &ownership, "Whose it is.")
    try visitor.optional(
      "informationOwner", &informationOwner, "The body that answers for the information.")
    try visitor.optional("supplier", &supplier, "The supplier.")
    try visitor.optional("personalData", &personalData, "What personal data it holds.")
    try visitor.optional("sector", &sector, "What kind of activity it serves.")
    try visitor.optional("support", &support, "The function that users turn to.")
    try visitor.optional(
      "commonDecision", &commonDecision, "The decision that made the system common.")
    try visitor.optional("reviewDays", &reviewDays, "The review interval in days.")
  }
}

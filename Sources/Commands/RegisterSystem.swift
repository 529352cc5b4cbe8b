public import AccessModel

/// Take a system into the register.
public struct RegisterSystem: Sendable {
  public var system: SystemID
  public var name: String
  /// The body that owns it.
  public var owner: UnitID
  public var ownership: Ownership
  /// The body that answers for the information; `nil` for the owner.
  public var informationOwner: UnitID?
  public var supplier: String?
  public var personalData: PersonalDataKind?
  public var sector: Sector?
  /// The function that users turn to.
  public var support: String?
  /// The decision that made the system common.
  public var commonDecision: CaseNumber?
  public var reviewDays: Int64?
  public var purpose: String?

  public init(
    system: SystemID, name: String, owner: UnitID, ownership: Ownership,
    informationOwner: UnitID? = nil, supplier: String? = nil, personalData: PersonalDataKind? = nil,
    sector: Sector? = nil, support: String? = nil, commonDecision: CaseNumber? = nil,
    reviewDays: Int64? = nil, purpose: String? = nil
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
}

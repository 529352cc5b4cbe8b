public import AccessModel

/// Change what is said of a system; what is `nil` stays as it is.
public struct ChangeSystem: Sendable {
  public var system: SystemID
  public var name: String?
  public var owner: UnitID?
  public var ownership: Ownership?
  public var informationOwner: UnitID?
  public var supplier: String?
  public var personalData: PersonalDataKind?
  public var sector: Sector?
  public var support: String?
  public var commonDecision: CaseNumber?
  public var reviewDays: Int64?

  public init(
    system: SystemID, name: String? = nil, owner: UnitID? = nil, ownership: Ownership? = nil,
    informationOwner: UnitID? = nil, supplier: String? = nil, personalData: PersonalDataKind? = nil,
    sector: Sector? = nil, support: String? = nil, commonDecision: CaseNumber? = nil,
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
}

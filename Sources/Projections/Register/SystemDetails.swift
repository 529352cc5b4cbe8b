public import AccessModel
public import Chronology
import Events

/// What is said of a system at one moment.
public struct SystemDetails: Hashable, Sendable {
  public var name: Label
  /// The body that owns it.
  public var owner: UnitID
  public var ownership: Ownership
  /// The body that answers for the information; `nil` for the owner.
  public var informationOwner: UnitID?
  public var supplier: Label?
  /// `nil` when nobody has said.
  public var personalData: PersonalDataKind?
  public var sector: Sector
  /// The function that users turn to.
  public var support: Label?
  /// The decision that made the system common.
  public var commonDecision: CaseNumber?
  /// Its own review interval in days.
  public var reviewDays: Int64?
}

extension SystemRow {
  /// What is said of the system at a moment; before it was registered, what the registration said.
  ///
  /// Of several changes of one detail the one with the latest effective time holds, and of those the last recorded.
  public func details(at moment: Instant) -> SystemDetails {
    var details = SystemDetails(
      name: name, owner: owner, ownership: ownership, informationOwner: informationOwner,
      supplier: supplier, personalData: personalData, sector: sector ?? .general,
      support: support, commonDecision: commonDecision, reviewDays: reviewDays)
    for change in changes.inForce(at: moment, by: \.fact).lazy.map(\.change) {
      if let name = change.name { details.name = name }
      if let owner = change.owner { details.owner = owner }
      if let ownership = change.ownership { details.ownership = ownership }
      if let unit = change.informationOwner { details.informationOwner = unit }
      if let supplier = change.supplier { details.supplier = supplier }
      if let kind = change.personalData { details.personalData = kind }
      if let sector = change.sector { details.sector = sector }
      if let support = change.support { details.support = support }
      if let decision = change.commonDecision { details.commonDecision = decision }
      if let days = change.reviewDays { details.reviewDays = days }
    }
    return details
  }

  /// What the system is called at a moment.
  public func name(at moment: Instant) -> Label {
    changes.isEmpty ? name : details(at: moment).name
  }

  /// The body that owns the system at a moment.
  public func owner(at moment: Instant) -> UnitID {
    changes.isEmpty ? owner : details(at: moment).owner
  }
}

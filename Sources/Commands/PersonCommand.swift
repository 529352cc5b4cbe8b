public import AccessModel
public import Chronology

/// What is asked about persons and where they work.
public enum PersonCommand: Sendable {
  case register(RegisterPerson)
  case affiliate(StartAffiliation)
  case leave(EndAffiliation)
  case move(MovePerson)
  case startAbsence(StartAbsence)
  case endAbsence(EndAbsence)
  case train(RecordTraining)
  case confirm(ConfirmAccess)
  case changeIdentity(ChangeIdentity)
  case erase(EraseIdentity)
}

/// Let a person appear in the ledger.
public struct RegisterPerson: Sendable {
  public var person: PersonID
  public var category: PersonCategory

  public init(
    person: PersonID, category: PersonCategory
  ) {
    self.person = person
    self.category = category
  }
}

/// Record that a person works in a unit.
public struct StartAffiliation: Sendable {
  public var affiliation: AffiliationID
  public var person: PersonID
  public var unit: UnitID
  public var from: Instant
  public var until: Instant?
  public var sponsor: PersonID?
  public var position: PositionCode?
  public var contract: String?
  public var project: String?

  public init(
    affiliation: AffiliationID, person: PersonID, unit: UnitID, from: Instant,
    until: Instant? = nil, sponsor: PersonID? = nil, position: PositionCode? = nil,
    contract: String? = nil, project: String? = nil
  ) {
    self.affiliation = affiliation
    self.person = person
    self.unit = unit
    self.from = from
    self.until = until
    self.sponsor = sponsor
    self.position = position
    self.contract = contract
    self.project = project
  }
}

/// Record that a person no longer works in a unit.
public struct EndAffiliation: Sendable {
  public var affiliation: AffiliationID
  /// The last day there, in the ledger's time zone; `nil` for until now.
  public var lastDay: Day?

  public init(
    affiliation: AffiliationID, lastDay: Day? = nil
  ) {
    self.affiliation = affiliation
    self.lastDay = lastDay
  }
}

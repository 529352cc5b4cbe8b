public import AccessModel
public import CanonicalJSON
public import Chronology

/// The person works in another unit or position, or on other terms, from the effective moment on.
///
/// It does not say: that access follows: the old is reviewed, the new is requested.
public struct AffiliationChanged: EventPayload {
  public var affiliation: AffiliationID
  public var person: PersonID
  public var unit: UnitID
  public var position: PositionCode?
  public var until: Instant?
  public var sponsor: PersonID?
  public var contract: Label?

  public init(
    affiliation: AffiliationID, person: PersonID, unit: UnitID, position: PositionCode? = nil,
    until: Instant? = nil, sponsor: PersonID? = nil, contract: Label? = nil
  ) {
    self.affiliation = affiliation
    self.person = person
    self.unit = unit
    self.position = position
    self.until = until
    self.sponsor = sponsor
    self.contract = contract
  }

  public init(blank: Void) {
    self.init(
      affiliation: AffiliationID(blank: ()), person: PersonID(blank: ()), unit: UnitID(blank: ()))
  }

  public static let kind = EventKind.affiliationChanged
  public static let description = EventDescription(
    about:
      "The person works in another unit or position, or on other terms, from the effective moment on.",
    recordedBy: "The registrar, the custodian, the personnel source, or a manager.",
    doesNotSay: "That access follows: the old is reviewed, the new is requested.")

  public var stream: StreamID { StreamID(.person, person) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("affiliation", &affiliation, "The employment's or assignment's identifier.")
    try visitor.field("person", &person, "Who.")
    try visitor.field("unit", &unit, "Where.")
    try visitor.optional("position", &position, "In what position.")
    try visitor.optional(
      "until", &until, "The first moment after it, when that is another than before.")
    try visitor.optional("sponsor", &sponsor, "Who answers for an external person from now on.")
    try visitor.optional(
      "contract", &contract, "The contract that an external person works under from now on.")
  }
}

public import AccessModel
public import CanonicalJSON
public import Chronology

/// The person works in the unit from a moment on.
///
/// It does not say: that any access follows from it.
public struct AffiliationStarted: EventPayload {
  public var affiliation: AffiliationID
  public var person: PersonID
  public var unit: UnitID
  public var position: PositionCode?
  public var from: Instant
  public var until: Instant?
  public var sponsor: PersonID?
  public var contract: Label?
  public var project: Label?

  public init(
    affiliation: AffiliationID, person: PersonID, unit: UnitID, position: PositionCode? = nil,
    from: Instant, until: Instant? = nil, sponsor: PersonID? = nil, contract: Label? = nil,
    project: Label? = nil
  ) {
    self.affiliation = affiliation
    self.person = person
    self.unit = unit
    self.position = position
    self.from = from
    self.until = until
    self.sponsor = sponsor
    self.contract = contract
    self.project = project
  }

  public init(blank: Void) {
    self.init(
      affiliation: AffiliationID(blank: ()), person: PersonID(blank: ()), unit: UnitID(blank: ()),
      from: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.affiliationStarted
  public static let description = EventDescription(
    about: "The person works in the unit from a moment on.",
    recordedBy: "The registrar, the custodian, the personnel source, or a manager.",
    doesNotSay: "That any access follows from it.")

  public var stream: StreamID { StreamID(.person, person) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("affiliation", &affiliation, "The employment's or assignment's identifier.")
    try visitor.field("person", &person, "Who.")
    try visitor.field("unit", &unit, "Where.")
    try visitor.optional("position", &position, "In what position.")
    try visitor.field("from", &from, "The first moment.")
    try visitor.optional(
      "until", &until, "The first moment after; absent when it runs until further notice.")
    try visitor.optional("sponsor", &sponsor, "Who answers for an external person.")
    try visitor.optional("contract", &contract, "The contract that an external person works under.")
    try visitor.optional("project", &project, "The project it is for; access ends with it.")
  }
}

public import AccessModel
public import CanonicalJSON
public import Chronology

/// Whoever holds the position may decide in the body's place, within the limits.
///
/// It does not say: that anybody holds the position.
public struct DelegationGranted: EventPayload {
  public var delegation: DelegationID
  public var order: Label
  public var version: Int64
  public var body: UnitID
  public var position: PositionCode
  public var unit: UnitID?
  public var matter: MatterCode
  public var levelMax: Int64?
  public var accounts: [AccountKind]
  public var entities: [UnitID]
  public var maySubdelegate: Answer
  public var reporting: ReportingDuty
  public var parent: DelegationID?
  public var delegatedBy: PersonID?
  public var from: Instant
  public var until: Instant?

  public init(
    delegation: DelegationID, order: Label, version: Int64, body: UnitID, position: PositionCode,
    unit: UnitID? = nil, matter: MatterCode, levelMax: Int64? = nil, accounts: [AccountKind] = [],
    entities: [UnitID] = [], maySubdelegate: Answer, reporting: ReportingDuty,
    parent: DelegationID? = nil, delegatedBy: PersonID? = nil, from: Instant, until: Instant? = nil
  ) {
    self.delegation = delegation
    self.order = order
    self.version = version
    self.body = body
    self.position = position
    self.unit = unit
    self.matter = matter
    self.levelMax = levelMax
    self.accounts = accounts
    self.entities = entities
    self.maySubdelegate = maySubdelegate
    self.reporting = reporting
    self.parent = parent
    self.delegatedBy = delegatedBy
    self.from = from
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      delegation: DelegationID(blank: ()), order: Label(blank: ()), version: 0,
      body: UnitID(blank: ()), position: PositionCode(blank: ()), matter: MatterCode(blank: ()),
      maySubdelegate: .no, reporting: .reported, from: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.delegationGranted
  public static let description = EventDescription(
    about: "Whoever holds the position may decide in the body's place, within the limits.",
    recordedBy: "The registrar.",
    doesNotSay: "That anybody holds the position.")

  public var stream: StreamID { StreamID(.delegation, delegation) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field(
      "delegation", &delegation, "The identifier of this line of the delegation order.")
    try visitor.field("order", &order, "The delegation order it is a line of.")
    try visitor.field(
      "version", &version,
      "The version of the order; a later version replaces every line of the earlier ones.")
    try visitor.field("body", &body, "The body whose power it is.")
    try visitor.field("position", &position, "The position that may decide.")
    try visitor.optional(
      "unit", &unit,
      "The unit where the position must be, with all units below; absent for anywhere below the body."
    )
    try visitor.field("matter", &matter, "The group of matters.")
    try visitor.optional(
      "levelMax", &levelMax,
      "The highest level of confidentiality or integrity it covers, 0 to 4; absent for every level."
    )
    try visitor.field("accounts", &accounts, "The kinds of account it covers; empty for all.")
    try visitor.field(
      "entities", &entities, "The legal entities whose people it covers; empty for the body's own.")
    try visitor.field(
      "maySubdelegate", &maySubdelegate, "Whether the head of administration may delegate it on.")
    try visitor.field("reporting", &reporting, "Whether decisions on it are reported to the body.")
    try visitor.optional("parent", &parent, "The line it was delegated on from.")
    try visitor.optional(
      "delegatedBy", &delegatedBy,
      "The head of administration who delegated it on; absent when the body itself delegated.")
    try visitor.field("from", &from, "The first moment.")
    try visitor.optional("until", &until, "The first moment after; absent until further notice.")
  }
}

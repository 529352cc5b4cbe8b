public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// Who could reach what during the incident was asked, and something was done about the answer.
///
/// It does not say: that anybody used what they could reach.
public struct IncidentExposureAnswered: EventPayload {
  public var incident: IncidentID
  public var systems: [SystemID]
  public var entitlements: [EntitlementID]
  public var from: Instant
  public var until: Instant
  public var asOf: Int64
  public var rows: Int64
  public var list: Digest
  public var by: PersonID
  public var what: Commitment

  public init(
    incident: IncidentID, systems: [SystemID], entitlements: [EntitlementID], from: Instant,
    until: Instant, asOf: Int64, rows: Int64, list: Digest, by: PersonID, what: Commitment
  ) {
    self.incident = incident
    self.systems = systems
    self.entitlements = entitlements
    self.from = from
    self.until = until
    self.asOf = asOf
    self.rows = rows
    self.list = list
    self.by = by
    self.what = what
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), systems: [], entitlements: [],
      from: Instant(milliseconds: 0), until: Instant(milliseconds: 0), asOf: 0, rows: 0,
      list: Digest(blank: ()), by: PersonID(blank: ()), what: Commitment(blank: ()))
  }

  public static let kind = EventKind.incidentExposureAnswered
  public static let description = EventDescription(
    about:
      "Who could reach what during the incident was asked, and something was done about the answer.",
    recordedBy:
      "The information-security coordinator, the steward, the deputy, the owner, the custodian, or whoever leads the incident.",
    doesNotSay: "That anybody used what they could reach.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("systems", &systems, "The systems that were asked about.")
    try visitor.field("entitlements", &entitlements, "The entitlements that were asked about.")
    try visitor.field("from", &from, "The first moment of the window.")
    try visitor.field("until", &until, "The first moment after the window.")
    try visitor.field("asOf", &asOf, "How many events of the log the answer was made from.")
    try visitor.field("rows", &rows, "How many persons and accounts could reach it.")
    try visitor.field("list", &list, "SHA-256 of the list.")
    try visitor.field("by", &by, "Who answered.")
    try visitor.field("what", &what, "Free text: what was done about it.")
  }
}

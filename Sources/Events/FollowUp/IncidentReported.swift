public import AccessModel
public import CanonicalJSON
public import Chronology

/// Somebody reports that something went wrong.
///
/// It does not say: what it was, or how bad: that is judged later.
public struct IncidentReported: EventPayload {
  public var incident: IncidentID
  public var noticed: Instant
  public var systems: [SystemID]
  public var entitlements: [EntitlementID]
  public var grants: [GrantID]
  public var elsewhere: Commitment?
  public var personalData: AnswerSoFar
  public var severity: Int64?
  public var reporter: PersonID?
  public var protectedReporter: Commitment?
  public var what: Commitment

  public init(
    incident: IncidentID, noticed: Instant, systems: [SystemID], entitlements: [EntitlementID],
    grants: [GrantID], elsewhere: Commitment? = nil, personalData: AnswerSoFar,
    severity: Int64? = nil, reporter: PersonID? = nil, protectedReporter: Commitment? = nil,
    what: Commitment
  ) {
    self.incident = incident
    self.noticed = noticed
    self.systems = systems
    self.entitlements = entitlements
    self.grants = grants
    self.elsewhere = elsewhere
    self.personalData = personalData
    self.severity = severity
    self.reporter = reporter
    self.protectedReporter = protectedReporter
    self.what = what
  }

  public init(blank: Void) {
    self.init(
      incident: IncidentID(blank: ()), noticed: Instant(milliseconds: 0), systems: [],
      entitlements: [], grants: [], personalData: .no, what: Commitment(blank: ()))
  }

  public static let kind = EventKind.incidentReported
  public static let description = EventDescription(
    about: "Somebody reports that something went wrong.",
    recordedBy: "Anybody. It cannot be refused for want of a role, a case number or a reason.",
    doesNotSay: "What it was, or how bad: that is judged later.")

  public var stream: StreamID { StreamID(.incident, incident) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("incident", &incident, "The incident's identifier.")
    try visitor.field("noticed", &noticed, "When somebody noticed it.")
    try visitor.field(
      "systems", &systems, "The systems it is about, as far as the register knows them.")
    try visitor.field("entitlements", &entitlements, "The entitlements it is about.")
    try visitor.field("grants", &grants, "The grants it is about.")
    try visitor.optional(
      "elsewhere", &elsewhere,
      "Free text: what else it is about, in words that the register does not know.")
    try visitor.field(
      "personalData", &personalData,
      "Whether personal data is concerned, as far as the reporter knows.")
    try visitor.optional(
      "severity", &severity, "The reporter's own judgement, 1 to 4, where 4 is the worst.")
    try visitor.optional(
      "reporter", &reporter, "Who reports; left out when the reporter is protected or not known.")
    try visitor.optional(
      "protectedReporter", &protectedReporter,
      "Free text: who reports, in the identity register alone.")
    try visitor.field("what", &what, "Free text: what happened.")
  }
}

public import AccessModel
public import CanonicalJSON
public import Chronology

/// The system's information has been classified, and its base level follows.
///
/// It does not say: that protection has been adapted to it.
public struct SystemClassified: EventPayload {
  public var system: SystemID
  public var confidentiality: Int64
  public var integrity: Int64
  public var availability: Int64
  public var method: Label?
  public var participants: [Role]
  public var analysis: AnalysisID?
  public var validUntil: Instant?

  public init(
    system: SystemID, confidentiality: Int64, integrity: Int64, availability: Int64,
    method: Label? = nil, participants: [Role] = [], analysis: AnalysisID? = nil,
    validUntil: Instant? = nil
  ) {
    self.system = system
    self.confidentiality = confidentiality
    self.integrity = integrity
    self.availability = availability
    self.method = method
    self.participants = participants
    self.analysis = analysis
    self.validUntil = validUntil
  }

  public init(blank: Void) {
    self.init(
      system: SystemID(blank: ()), confidentiality: 0, integrity: 0, availability: 0)
  }

  public static let kind = EventKind.systemClassified
  public static let description = EventDescription(
    about: "The system's information has been classified, and its base level follows.",
    recordedBy:
      "The steward, the deputy, the owner, the information-security coordinator, the registrar, or the custodian.",
    doesNotSay: "That protection has been adapted to it.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("system", &system, "The system's identifier.")
    try visitor.field("confidentiality", &confidentiality, "K, 0 to 4.")
    try visitor.field("integrity", &integrity, "R, 0 to 4.")
    try visitor.field("availability", &availability, "T, 0 to 4.")
    try visitor.optional("method", &method, "The method.")
    try visitor.field("participants", &participants, "The roles that took part.")
    try visitor.optional("analysis", &analysis, "The risk analysis that a lower level rests on.")
    try visitor.optional("validUntil", &validUntil, "When it must have been made again.")
  }
}

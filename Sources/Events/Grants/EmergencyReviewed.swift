public import AccessModel
public import CanonicalJSON

/// The use of emergency access has been followed up.
///
/// It does not say: that its measures have been taken.
public struct EmergencyReviewed: EventPayload {
  public var grant: GrantID
  public var reviewer: PersonID
  public var judgement: EmergencyJudgement
  public var measures: Commitment?

  public init(
    grant: GrantID, reviewer: PersonID, judgement: EmergencyJudgement, measures: Commitment? = nil
  ) {
    self.grant = grant
    self.reviewer = reviewer
    self.judgement = judgement
    self.measures = measures
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), reviewer: PersonID(blank: ()), judgement: .justified)
  }

  public static let kind = EventKind.emergencyReviewed
  public static let description = EventDescription(
    about: "The use of emergency access has been followed up.",
    recordedBy:
      "The owner, the steward, or the information-security coordinator, or the custodian with the case that shows it; never the user.",
    doesNotSay: "That its measures have been taken.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The identifier of the access.")
    try visitor.field("reviewer", &reviewer, "Who followed it up.")
    try visitor.field("judgement", &judgement, "What was found.")
    try visitor.optional("measures", &measures, "Free text: what is to be done.")
  }
}

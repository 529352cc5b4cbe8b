public import AccessModel
public import CanonicalJSON
public import Chronology

/// The person may break the rule for a time, with a control that compensates.
///
/// It does not say: that any access is granted.
public struct SeparationExceptionApproved: EventPayload {
  public var exception: SeparationExceptionID
  public var rule: SeparationRuleID
  public var person: PersonID
  public var control: Commitment
  public var decider: PersonID
  public var actingFor: PersonID?
  public var assignment: AssignmentID?
  public var from: Instant
  public var until: Instant

  public init(
    exception: SeparationExceptionID, rule: SeparationRuleID, person: PersonID, control: Commitment,
    decider: PersonID, actingFor: PersonID? = nil, assignment: AssignmentID? = nil, from: Instant,
    until: Instant
  ) {
    self.exception = exception
    self.rule = rule
    self.person = person
    self.control = control
    self.decider = decider
    self.actingFor = actingFor
    self.assignment = assignment
    self.from = from
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      exception: SeparationExceptionID(blank: ()), rule: SeparationRuleID(blank: ()),
      person: PersonID(blank: ()), control: Commitment(blank: ()), decider: PersonID(blank: ()),
      from: Instant(milliseconds: 0), until: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.separationExceptionApproved
  public static let description = EventDescription(
    about: "The person may break the rule for a time, with a control that compensates.",
    recordedBy:
      "The head of administration or the owner who decides, or the administrator with the case that shows it.",
    doesNotSay: "That any access is granted.")

  public var stream: StreamID { StreamID(.separation, exception) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("exception", &exception, "The exception's identifier.")
    try visitor.field("rule", &rule, "The rule.")
    try visitor.field("person", &person, "For whom.")
    try visitor.field("control", &control, "Free text: the control that compensates.")
    try visitor.field("decider", &decider, "Who decided. One person, always.")
    try visitor.optional("actingFor", &actingFor, "Whose power the decider exercised as deputy.")
    try visitor.optional("assignment", &assignment, "The role assignment it rests on.")
    try visitor.field("from", &from, "The first moment.")
    try visitor.field("until", &until, "The first moment after.")
  }
}

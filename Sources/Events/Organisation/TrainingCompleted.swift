public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// The person has completed a course or acknowledged an instruction.
///
/// It does not say: that access follows.
public struct TrainingCompleted: EventPayload {
  public var person: PersonID
  public var course: CourseCode
  public var completed: Instant
  public var validUntil: Instant?
  public var evidence: Digest?

  public init(
    person: PersonID, course: CourseCode, completed: Instant, validUntil: Instant? = nil,
    evidence: Digest? = nil
  ) {
    self.person = person
    self.course = course
    self.completed = completed
    self.validUntil = validUntil
    self.evidence = evidence
  }

  public init(blank: Void) {
    self.init(
      person: PersonID(blank: ()), course: CourseCode(blank: ()),
      completed: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.trainingCompleted
  public static let description = EventDescription(
    about: "The person has completed a course or acknowledged an instruction.",
    recordedBy: "A manager, the steward, the registrar, the custodian, or the personnel source.",
    doesNotSay: "That access follows.")

  public var stream: StreamID { StreamID(.person, person) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("person", &person, "Who.")
    try visitor.field("course", &course, "Which course or instruction.")
    try visitor.field("completed", &completed, "When.")
    try visitor.optional(
      "validUntil", &validUntil,
      "The first moment after which it must have been renewed; absent when it holds for good.")
    try visitor.optional("evidence", &evidence, "SHA-256 of the file that shows it.")
  }
}

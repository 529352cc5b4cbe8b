public import AccessModel
public import CanonicalJSON

/// What identifies the person has been changed in the identity register.
///
/// It does not say: what it was, or is: names and addresses are kept apart from the log.
public struct IdentityChanged: EventPayload {
  public var person: PersonID
  public var details: [IdentityDetail]

  public init(person: PersonID, details: [IdentityDetail]) {
    self.person = person
    self.details = details
  }

  public init(blank: Void) {
    self.init(person: PersonID(blank: ()), details: [])
  }

  public static let kind = EventKind.identityChanged
  public static let description = EventDescription(
    about: "What identifies the person has been changed in the identity register.",
    recordedBy: "The registrar, the custodian, a manager, or the personnel source.",
    doesNotSay: "What it was, or is: names and addresses are kept apart from the log.")

  public var stream: StreamID { StreamID(.person, person) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("person", &person, "Who.")
    try visitor.field("details", &details, "Which of the words that identify the person.")
  }
}

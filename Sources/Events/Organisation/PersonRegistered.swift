public import AccessModel
public import CanonicalJSON

/// The person can appear in the ledger. The name is in the identity register.
///
/// It does not say: that the person works here: that is an affiliation.
public struct PersonRegistered: EventPayload {
  public var person: PersonID
  public var category: PersonCategory

  public init(
    person: PersonID, category: PersonCategory
  ) {
    self.person = person
    self.category = category
  }

  public init(blank: Void) {
    self.init(
      person: PersonID(blank: ()), category: .employee)
  }

  public static let kind = EventKind.personRegistered
  public static let description = EventDescription(
    about: "The person can appear in the ledger. The name is in the identity register.",
    recordedBy: "The registrar, the custodian, or a manager.",
    doesNotSay: "That the person works here: that is an affiliation.")

  public var stream: StreamID { StreamID(.person, person) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("person", &person, "The person's identifier.")
    try visitor.field("category", &category, "On what footing the person works.")
  }
}

public import AccessModel
public import CanonicalJSON

/// The person is back from the effective moment on.
///
/// It does not say: that access that was ended meanwhile comes back.
public struct AbsenceEnded: EventPayload {
  public var affiliation: AffiliationID
  public var person: PersonID

  public init(
    affiliation: AffiliationID, person: PersonID
  ) {
    self.affiliation = affiliation
    self.person = person
  }

  public init(blank: Void) {
    self.init(
      affiliation: AffiliationID(blank: ()), person: PersonID(blank: ()))
  }

  public static let kind = EventKind.absenceEnded
  public static let description = EventDescription(
    about: "The person is back from the effective moment on.",
    recordedBy: "The registrar, the custodian, the personnel source, or a manager.",
    doesNotSay: "That access that was ended meanwhile comes back.")

  public var stream: StreamID { StreamID(.person, person) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("affiliation", &affiliation, "The employment's or assignment's identifier.")
    try visitor.field("person", &person, "Who.")
  }
}

public import AccessModel
public import CanonicalJSON
public import Chronology

/// The person no longer works there; every grant that rests on it has lost its effect at the
/// effective moment.
///
/// It does not say: that the access has been removed in the systems: that is confirmed grant by
/// grant.
public struct AffiliationEnded: EventPayload {
  public var affiliation: AffiliationID
  public var person: PersonID
  public var lastDay: Day?

  public init(
    affiliation: AffiliationID, person: PersonID, lastDay: Day? = nil
  ) {
    self.affiliation = affiliation
    self.person = person
    self.lastDay = lastDay
  }

  public init(blank: Void) {
    self.init(
      affiliation: AffiliationID(blank: ()), person: PersonID(blank: ()))
  }

  public static let kind = EventKind.affiliationEnded
  public static let description = EventDescription(
    about:
      "The person no longer works there; every grant that rests on it has lost its effect at the effective moment.",
    recordedBy: "The registrar, the custodian, or a manager.",
    doesNotSay: "That the access has been removed in the systems: that is confirmed grant by grant."
  )

  public var stream: StreamID { StreamID(.person, person) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("affiliation", &affiliation, "The employment's or assignment's identifier.")
    try visitor.field("person", &person, "Who.")
    try visitor.optional("lastDay", &lastDay, "The last day at work, when it was given.")
  }
}

public import AccessModel
public import CanonicalJSON
public import Chronology

/// The person no longer works there from the effective moment on, or from a later one that is named;
/// every grant that rests on it loses its effect then.
///
/// It does not say: that the access has been removed in the systems: that is confirmed grant by
/// grant.
public struct AffiliationEnded: EventPayload {
  public var affiliation: AffiliationID
  public var person: PersonID
  public var lastDay: Day?
  public var until: Instant?

  public init(
    affiliation: AffiliationID, person: PersonID, lastDay: Day? = nil, until: Instant? = nil
  ) {
    self.affiliation = affiliation
    self.person = person
    self.lastDay = lastDay
    self.until = until
  }

  public init(blank: Void) {
    self.init(
      affiliation: AffiliationID(blank: ()), person: PersonID(blank: ()))
  }

  public static let kind = EventKind.affiliationEnded
  public static let description = EventDescription(
    about:
      "The person no longer works there from the effective moment on, or from a later one that is named; every grant that rests on it loses its effect then.",
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
    try visitor.optional(
      "until", &until,
      "The first moment after the last day, in the ledger's time zone; until then the person works there."
    )
  }
}

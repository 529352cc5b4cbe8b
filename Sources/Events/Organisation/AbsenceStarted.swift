public import AccessModel
public import CanonicalJSON
public import Chronology

/// The person is away from a moment on.
///
/// It does not say: why: the cause of an absence is never stored.
public struct AbsenceStarted: EventPayload {
  public var affiliation: AffiliationID
  public var person: PersonID
  public var from: Instant
  public var expectedUntil: Instant?
  public var effect: AbsenceEffect

  public init(
    affiliation: AffiliationID, person: PersonID, from: Instant, expectedUntil: Instant? = nil,
    effect: AbsenceEffect
  ) {
    self.affiliation = affiliation
    self.person = person
    self.from = from
    self.expectedUntil = expectedUntil
    self.effect = effect
  }

  public init(blank: Void) {
    self.init(
      affiliation: AffiliationID(blank: ()), person: PersonID(blank: ()),
      from: Instant(milliseconds: 0), effect: .keep)
  }

  public static let kind = EventKind.absenceStarted
  public static let description = EventDescription(
    about: "The person is away from a moment on.",
    recordedBy: "The registrar, the custodian, the personnel source, or a manager.",
    doesNotSay: "Why: the cause of an absence is never stored.")

  public var stream: StreamID { StreamID(.person, person) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("affiliation", &affiliation, "The employment's or assignment's identifier.")
    try visitor.field("person", &person, "Who.")
    try visitor.field("from", &from, "The first moment.")
    try visitor.optional(
      "expectedUntil", &expectedUntil,
      "When the person is expected back; access comes back only when the absence is ended.")
    try visitor.field("effect", &effect, "What it does to the access.")
  }
}

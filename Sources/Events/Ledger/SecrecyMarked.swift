public import AccessModel
public import CanonicalJSON

/// Something in the ledger is marked as secret, or the marking is lifted; a marking reminds, it
/// does not decide.
///
/// It does not say: that it is secret: that is judged each time somebody asks for it.
public struct SecrecyMarked: EventPayload {
  public var marking: Answer
  public var person: PersonID?
  public var system: SystemID?
  public var incident: IncidentID?
  public var event: Int64?
  public var provision: Label
  public var isProtectedIdentity: Answer

  public init(
    marking: Answer, person: PersonID? = nil, system: SystemID? = nil, incident: IncidentID? = nil,
    event: Int64? = nil, provision: Label, isProtectedIdentity: Answer
  ) {
    self.marking = marking
    self.person = person
    self.system = system
    self.incident = incident
    self.event = event
    self.provision = provision
    self.isProtectedIdentity = isProtectedIdentity
  }

  public init(blank: Void) {
    self.init(
      marking: .no, provision: Label(blank: ()), isProtectedIdentity: .no)
  }

  public static let kind = EventKind.secrecyMarked
  public static let description = EventDescription(
    about:
      "Something in the ledger is marked as secret, or the marking is lifted; a marking reminds, it does not decide.",
    recordedBy:
      "The registrar, the information-security coordinator, the data-protection officer, or the personnel source.",
    doesNotSay: "That it is secret: that is judged each time somebody asks for it.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("marking", &marking, "Whether it is marked from the effective moment on.")
    try visitor.optional("person", &person, "The person it is about.")
    try visitor.optional("system", &system, "The system it is about.")
    try visitor.optional("incident", &incident, "The incident it is about.")
    try visitor.optional("event", &event, "The position of the event it is about.")
    try visitor.field("provision", &provision, "The provision of law.")
    try visitor.field(
      "isProtectedIdentity", &isProtectedIdentity,
      "Whether the identity of the person is protected.")
  }
}

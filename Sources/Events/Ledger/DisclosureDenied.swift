public import AccessModel
public import CanonicalJSON

/// What was asked for from the register was not given out.
///
/// It does not say: who asked.
public struct DisclosureDenied: EventPayload {
  public var request: Label
  public var recipient: RecipientKind
  public var provision: Label
  public var decider: PersonID
  public var ground: Commitment

  public init(
    request: Label, recipient: RecipientKind, provision: Label, decider: PersonID,
    ground: Commitment
  ) {
    self.request = request
    self.recipient = recipient
    self.provision = provision
    self.decider = decider
    self.ground = ground
  }

  public init(blank: Void) {
    self.init(
      request: Label(blank: ()), recipient: .anybody, provision: Label(blank: ()),
      decider: PersonID(blank: ()), ground: Commitment(blank: ()))
  }

  public static let kind = EventKind.disclosureDenied
  public static let description = EventDescription(
    about: "What was asked for from the register was not given out.",
    recordedBy: "The registrar or the archivist.",
    doesNotSay: "Who asked, or that a court would say the same.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("request", &request, "The request, by its reference.")
    try visitor.field("recipient", &recipient, "What sort of recipient asked.")
    try visitor.field("provision", &provision, "The provision of law.")
    try visitor.field("decider", &decider, "Who decided.")
    try visitor.field("ground", &ground, "Why it is not given out.")
  }
}

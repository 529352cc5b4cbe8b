public import AccessModel
public import CanonicalJSON

/// The ledger exists, under this origin and with this time zone.
///
/// It does not say: nothing about what came before: history is taken over by its own events.
public struct LedgerOpened: EventPayload {
  public var origin: Label
  public var timeZone: Label

  public init(
    origin: Label, timeZone: Label
  ) {
    self.origin = origin
    self.timeZone = timeZone
  }

  public init(blank: Void) {
    self.init(
      origin: Label(blank: ()), timeZone: Label(blank: ()))
  }

  public static let kind = EventKind.ledgerOpened
  public static let description = EventDescription(
    about: "The ledger exists, under this origin and with this time zone.",
    recordedBy: "The custodian, once, as the first event.",
    doesNotSay: "Nothing about what came before: history is taken over by its own events.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field(
      "origin", &origin,
      "The name under which checkpoints and signatures are made, such as `ledger.example`.")
    try visitor.field(
      "timeZone", &timeZone, "The IANA name of the zone in which a day begins and ends.")
  }
}

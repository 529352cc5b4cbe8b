public import AccessModel
public import CanonicalJSON

/// The ledger exists, under this origin and with this time zone, and signs its checkpoints with this key.
///
/// It does not say: nothing about what came before: history is taken over by its own events.
public struct LedgerOpened: EventPayload {
  public var origin: Label
  public var timeZone: Label
  /// The log's own key, in the text form of a `NoteVerifierKey`.
  public var logKey: Label

  public init(
    origin: Label, timeZone: Label, logKey: Label
  ) {
    self.origin = origin
    self.timeZone = timeZone
    self.logKey = logKey
  }

  public init(blank: Void) {
    self.init(
      origin: Label(blank: ()), timeZone: Label(blank: ()), logKey: Label(blank: ()))
  }

  public static let kind = EventKind.ledgerOpened
  public static let description = EventDescription(
    about:
      "The ledger exists, under this origin and with this time zone, and signs its checkpoints with this key.",
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
    try visitor.field(
      "logKey", &logKey,
      "The public half of the log's own key: its name, the key ID and the key, with `+` between them (C2SP signed-note)."
    )
  }
}

public import AccessModel
public import CanonicalJSON

/// The log signs its checkpoints with a new key as well as with the one before.
///
/// It does not say: that the key before is not to be relied on; until it is retired, both sign.
public struct LogKeyReplaced: EventPayload {
  /// The new key, in the text form of a `NoteVerifierKey`.
  public var logKey: Label
  /// The key before it, likewise.
  public var previous: Label

  public init(logKey: Label, previous: Label) {
    self.logKey = logKey
    self.previous = previous
  }

  public init(blank: Void) {
    self.init(logKey: Label(blank: ()), previous: Label(blank: ()))
  }

  public static let kind = EventKind.logKeyReplaced
  public static let description = EventDescription(
    about: "The log signs its checkpoints with a new key as well as with the one before.",
    recordedBy: "The custodian.",
    doesNotSay: "That the key before is not to be relied on: until it is retired, both sign.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field(
      "logKey", &logKey,
      "The public half of the new key: name, key ID and key, with `+` between them. It signs from this event on."
    )
    try visitor.field("previous", &previous, "The public half of the key that it replaces.")
  }
}

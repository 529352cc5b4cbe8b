public import AccessModel
public import CanonicalJSON

/// A key of the log signs no more checkpoints.
///
/// It does not say: that checkpoints it signed before are worth less.
public struct LogKeyRetired: EventPayload {
  /// The key, in the text form of a `NoteVerifierKey`.
  public var logKey: Label

  public init(logKey: Label) {
    self.logKey = logKey
  }

  public init(blank: Void) {
    self.init(logKey: Label(blank: ()))
  }

  public static let kind = EventKind.logKeyRetired
  public static let description = EventDescription(
    about: "A key of the log signs no more checkpoints.",
    recordedBy: "The custodian.",
    doesNotSay: "That checkpoints it signed before are worth less.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field(
      "logKey", &logKey,
      "The public half of the key: name, key ID and key, with `+` between them. Checkpoints that this event is in are not signed with it."
    )
  }
}

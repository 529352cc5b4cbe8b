public import AccessModel
public import CanonicalJSON
public import Transparency

/// The ledger was made anew from a backup, and goes on from there.
///
/// It does not say: what was recorded after the backup; nobody can take that from it.
public struct LedgerRestored: EventPayload {
  public var size: Int64
  public var root: Digest
  public var seenSize: Int64?
  public var seenRoot: Digest?
  public var seenBy: Label?
  public var decider: PersonID
  public var origin: Label?
  public var previous: Label?
  public var logKey: Label?

  /// - Parameters:
  ///   - size: how many events the backup held.
  ///   - root: the root over them.
  ///   - seenSize: how many events are known to have been, when that is more.
  ///   - seenRoot: the root over these, when it is known.
  ///   - seenBy: who knows of them.
  ///   - decider: who decided that the backup is to be gone on from.
  ///   - origin: the name that the log has from here on, when it is another one.
  ///   - previous: the name that it had.
  ///   - logKey: the key that the log signs with from here on, when it is another one.
  public init(
    size: Int64, root: Digest, seenSize: Int64? = nil, seenRoot: Digest? = nil,
    seenBy: Label? = nil, decider: PersonID, origin: Label? = nil, previous: Label? = nil,
    logKey: Label? = nil
  ) {
    self.size = size
    self.root = root
    self.seenSize = seenSize
    self.seenRoot = seenRoot
    self.seenBy = seenBy
    self.decider = decider
    self.origin = origin
    self.previous = previous
    self.logKey = logKey
  }

  public init(blank: Void) {
    self.init(size: 0, root: Digest(blank: ()), decider: PersonID(blank: ()))
  }

  public static let kind = EventKind.ledgerRestored
  public static let description = EventDescription(
    about: "The ledger was made anew from a backup, and goes on from there.",
    recordedBy: "The custodian, as the first event after the backup's last one.",
    doesNotSay: "What was recorded after the backup: nobody can take that from it.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("size", &size, "How many events the backup held.")
    try visitor.field("root", &root, "The root over them, in hexadecimal.")
    try visitor.optional(
      "seenSize", &seenSize,
      "How many events are known to have been in the log, when that is more than the backup held: the rest is lost."
    )
    try visitor.optional(
      "seenRoot", &seenRoot,
      "The root over these, in hexadecimal; absent when only the number is known.")
    try visitor.optional(
      "seenBy", &seenBy, "Who knows of them: the name of a witness, or `checkpoint`.")
    try visitor.field(
      "decider", &decider, "Who decided that the backup is to be gone on from.")
    try visitor.optional(
      "origin", &origin,
      "The name that signatures and checkpoints are made under from this event's batch on; absent when it stays the same."
    )
    try visitor.optional(
      "previous", &previous,
      "The name before: with `size` and `root` the last checkpoint under it that this log bears out."
    )
    try visitor.optional(
      "logKey", &logKey,
      "The public half of the key that the log signs with from this event on, and no longer with those before it; absent when these stay."
    )
  }
}

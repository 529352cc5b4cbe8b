public import AccessModel
public import Transparency

/// Go on from a backup: the first thing that is recorded in a ledger made anew.
public struct RestoreLedger: Sendable {
  /// A log that is known to have been longer than the backup.
  public struct Seen: Hashable, Sendable {
    /// How many events it had.
    public var size: UInt64
    /// The root over them, when it is known.
    public var root: Digest?
    /// Who knows: a witness by its name, or `checkpoint`.
    public var by: String

    public init(size: UInt64, root: Digest? = nil, by: String) {
      self.size = size
      self.root = root
      self.by = by
    }
  }

  /// What the backup held.
  public var head: TreeHead
  /// What is known to have been, when that is more.
  public var seen: Seen?
  public var decider: PersonID
  /// What the log is called from now on, when that is new.
  public var origin: String?
  /// The key that the log signs with from now on, when that is new.
  public var logKey: NoteVerifierKey?

  public init(
    head: TreeHead, seen: Seen? = nil, decider: PersonID, origin: String? = nil,
    logKey: NoteVerifierKey? = nil
  ) {
    self.head = head
    self.seen = seen
    self.decider = decider
    self.origin = origin
    self.logKey = logKey
  }
}

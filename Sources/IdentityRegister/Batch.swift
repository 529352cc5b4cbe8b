/// Identities and texts that are kept together or not at all: the register's part of one command.
public struct Batch: Hashable, Sendable {
  /// Inserted, or put in place of what the register holds for the same person.
  public var identities: [Identity]
  /// Added. A text that is already there, unchanged, is no error.
  public var texts: [OpenText]

  /// The most identities in one batch.
  public static let identitiesMax = 4_096
  /// The most texts in one batch: four for each of the 4,096 events a command may yield.
  public static let textsMax = 16_384

  public init(identities: [Identity] = [], texts: [OpenText] = []) {
    self.identities = identities
    self.texts = texts
  }
}

/// What a batch changed, so that it can be taken back when the log refuses the command.
public struct BatchReceipt: Hashable, Sendable {
  /// One identity as the batch wrote it, and what stood there before.
  struct Change: Hashable, Sendable {
    var written: Identity
    var replaced: Identity?
  }

  var changes: [Change] = []
  var addedCommitments: [[UInt8]] = []

  /// Whether the batch changed anything.
  public var isEmpty: Bool { changes.isEmpty && addedCommitments.isEmpty }
}

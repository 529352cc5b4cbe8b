/// Identities, account names and texts that are kept together or not at all: the register's part of one command.
public struct Batch: Hashable, Sendable {
  /// Inserted, or put in place of what the register holds for the same person.
  public var identities: [Identity]
  /// Added. A text that is already there, unchanged, is no error.
  public var texts: [OpenText]
  /// Inserted, or put in place of what the register holds for the same account.
  public var accounts: [AccountName]
  /// Whether no text can be there already, because each was committed to under a salt that was drawn for it; none is looked for then.
  public var areTextsNew: Bool

  /// The most identities in one batch.
  public static let identitiesMax = 4_096
  /// The most texts in one batch: four for each of the 4,096 events a command may yield.
  public static let textsMax = 16_384
  /// The most account names in one batch.
  public static let accountsMax = 4_096

  public init(
    identities: [Identity] = [], texts: [OpenText] = [], accounts: [AccountName] = [],
    areTextsNew: Bool = false
  ) {
    self.identities = identities
    self.texts = texts
    self.accounts = accounts
    self.areTextsNew = areTextsNew
  }
}

/// What a batch changed, so that it can be taken back when the log refuses the command.
public struct BatchReceipt: Hashable, Sendable {
  /// One identity as the batch wrote it, and what stood there before.
  struct Change: Hashable, Sendable {
    var written: Identity
    var replaced: Identity?
  }

  /// One account name as the batch wrote it, and what stood there before.
  struct AccountChange: Hashable, Sendable {
    var written: AccountName
    var replaced: AccountName?
  }

  /// One text that the batch added, and the number of its row.
  struct Addition: Hashable, Sendable {
    var number: Int64
    var commitment: [UInt8]
  }

  var changes: [Change] = []
  var accountChanges: [AccountChange] = []
  var additions: [Addition] = []

  /// Whether the batch changed anything.
  public var isEmpty: Bool {
    changes.isEmpty && accountChanges.isEmpty && additions.isEmpty
  }
}

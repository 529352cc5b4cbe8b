public import AccessModel
public import Transparency

/// A key that the log signs its checkpoints with, from the event that names it until it is retired.
public struct LogKeyRow: Sendable {
  /// The key in the text form of a `NoteVerifierKey`.
  public var key: Label
  /// A checkpoint that this event is in can be signed with it.
  public var added: Fact
  /// A checkpoint that this event is in is not signed with it.
  public var retired: Fact?

  init(key: Label, added: Fact, retired: Fact? = nil) {
    self.key = key
    self.added = added
    self.retired = retired
  }

  /// The key itself; nothing when the text is no key.
  public var verifierKey: NoteVerifierKey? {
    do { return try NoteVerifierKey(key.text.utf8) } catch { return nil }
  }

  /// Whether a checkpoint of so many events can be signed with it.
  public func counts(atSize size: UInt64) -> Bool {
    added.position < size && retired.map { size <= $0.position } != false
  }
}

extension LogKeyRow: RowPart {
  public static let word: StaticString = "log-key"

  public init(blank: Void) {
    self.init(key: .blank, added: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&key)
    visitor.field(&added)
    visitor.field(&retired)
  }
}

extension Register {
  /// The keys that a checkpoint of all that is folded is signed with: two while one is being replaced, the newest last.
  public var currentLogKeys: [NoteVerifierKey] {
    logKeys.filter { $0.counts(atSize: position) }.compactMap(\.verifierKey)
  }
}

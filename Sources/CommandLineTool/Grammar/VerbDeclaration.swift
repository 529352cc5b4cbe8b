public import Diagnostics

/// One thing the program can be told to do, with all it may be told about it.
public struct VerbDeclaration: Sendable {
  /// What a verb does to the ledger; it decides which shared options the verb has.
  public enum Kind: Hashable, Sendable {
    /// It answers and changes nothing.
    case reading
    /// It records facts.
    case writing
    /// It does neither in the ordinary way and has no shared options but those it names.
    case tool
  }

  /// The words that call it: `["grant", "issue"]`.
  public var path: [String]
  public var kind: Kind
  /// What it does, in one line with no full stop.
  public var summary: Localized
  /// The long help. A blank line parts paragraphs; a line that begins with a space is kept as it is.
  ///
  /// Made when it is read: most commands read none.
  public var discussion: Localized { makeDiscussion() }
  private let makeDiscussion: @Sendable () -> Localized
  /// Complete command lines, without a prompt.
  public var examples: [String]
  /// The arguments known by their place, in their order.
  public var positionals: [PositionalDeclaration]
  /// The options of this verb alone. One with the name of a shared option takes its place.
  public var options: [OptionDeclaration]
  /// The names of the options it takes of those that verbs of its kind share; `nil` when it takes them all.
  ///
  /// What a verb would not heed it does not take: an answer must never look as if an option had been obeyed.
  public var sharedOptionNames: [String]?

  public init(
    _ path: String..., kind: Kind, summary: Localized,
    discussion: @autoclosure @escaping @Sendable () -> Localized = Localized(verbatim: ""),
    examples: [String] = [],
    positionals: [PositionalDeclaration] = [], options: [OptionDeclaration] = [],
    sharedOptionNames: [String]? = nil
  ) {
    self.path = path
    self.kind = kind
    self.summary = summary
    makeDiscussion = discussion
    self.examples = examples
    self.positionals = positionals
    self.options = options
    self.sharedOptionNames = sharedOptionNames
  }

  /// The words that call it, parted by spaces: `grant issue`.
  public var name: String { path.joined(separator: " ") }
}

extension VerbDeclaration: Hashable {
  public static func == (one: VerbDeclaration, other: VerbDeclaration) -> Bool {
    one.path == other.path && one.kind == other.kind && one.summary == other.summary
      && one.discussion == other.discussion && one.examples == other.examples
      && one.positionals == other.positionals && one.options == other.options
      && one.sharedOptionNames == other.sharedOptionNames
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

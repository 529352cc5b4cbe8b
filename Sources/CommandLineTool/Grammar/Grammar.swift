public import Diagnostics

/// Everything that can be said to the program: the one declaration of verbs and options.
///
/// Parsing, help, completions and the manual page all come from it, so they cannot disagree.
public struct Grammar: Hashable, Sendable {
  /// Verbs that belong together in the overview.
  public struct Group: Hashable, Sendable {
    public var title: Localized
    public var verbs: [VerbDeclaration]

    public init(_ title: Localized, _ verbs: [VerbDeclaration]) {
      self.title = title
      self.verbs = verbs
    }
  }

  /// A word that begins several verbs, such as `grant`, and what they are about.
  public struct Topic: Hashable, Sendable {
    public var word: String
    public var summary: Localized

    public init(_ word: String, _ summary: Localized) {
      self.word = word
      self.summary = summary
    }
  }

  /// A variable of the environment that the program reads.
  public struct EnvironmentVariable: Hashable, Sendable {
    public var name: String
    public var help: Localized

    public init(_ name: String, help: Localized) {
      self.name = name
      self.help = help
    }
  }

  /// The name of the program, as it is typed.
  public var name: String
  public var version: String
  /// What the program is, in one line with no full stop.
  public var summary: Localized
  /// Options that may stand before the verb or after it. `--help`, `-h` and `--version` are there already.
  public var globalOptions: [OptionDeclaration]
  /// Options that reading verbs share; a verb may take some of them alone.
  public var readingOptions: [OptionDeclaration]
  /// Options that writing verbs share; a verb may take some of them alone.
  public var writingOptions: [OptionDeclaration]
  public var environment: [EnvironmentVariable]
  public var topics: [Topic]
  public var groups: [Group]

  public init(
    name: String, version: String, summary: Localized, globalOptions: [OptionDeclaration] = [],
    readingOptions: [OptionDeclaration] = [], writingOptions: [OptionDeclaration] = [],
    environment: [EnvironmentVariable] = [], topics: [Topic] = [], groups: [Group]
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.globalOptions = globalOptions
    self.readingOptions = readingOptions
    self.writingOptions = writingOptions
    self.environment = environment
    self.topics = topics
    self.groups = groups
  }
}

extension Grammar {
  /// Every verb, in the order of the overview.
  public var verbs: [VerbDeclaration] { groups.flatMap(\.verbs) }

  /// The verb with exactly that path.
  public func verb(at path: [String]) -> VerbDeclaration? { verbs.first { $0.path == path } }

  /// The verbs whose path begins with those words.
  func verbs(under prefix: [String]) -> [VerbDeclaration] {
    verbs.filter { $0.path.starts(with: prefix) }
  }

  /// The options that verbs of a kind share.
  func sharedOptions(of kind: VerbDeclaration.Kind) -> [OptionDeclaration] {
    switch kind {
    case .reading: readingOptions
    case .writing: writingOptions
    case .tool: []
    }
  }

  /// The options a verb shares with the verbs of its kind; a tool shares those of the reading verbs that it names.
  func sharedOptions(of verb: VerbDeclaration) -> [OptionDeclaration] {
    let isTool = verb.kind == .tool && verb.sharedOptionNames != nil
    return sharedOptions(of: isTool ? .reading : verb.kind).filter { option in
      verb.sharedOptionNames?.contains(option.name) != false
        && !verb.options.contains { $0.name == option.name }
    }
  }

  /// The options to write out for a verb where those of its kind stand once for all: also its shared ones when it does not take all.
  func listedOptions(of verb: VerbDeclaration) -> [OptionDeclaration] {
    verb.options + (verb.sharedOptionNames == nil ? [] : sharedOptions(of: verb))
  }

  /// The verbs of a kind that take all that its verbs share.
  func verbsTakingAllShared(of kind: VerbDeclaration.Kind) -> [VerbDeclaration] {
    verbs.filter { $0.kind == kind && $0.sharedOptionNames == nil }
  }

  /// Every option a verb understands: its own, those of its kind, and the global ones.
  public func options(of verb: VerbDeclaration) -> [OptionDeclaration] {
    verb.options + sharedOptions(of: verb) + globalOptions
  }
}

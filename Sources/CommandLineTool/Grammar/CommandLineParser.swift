internal import Diagnostics

/// Reads one command line, word by word.
struct CommandLineParser {
  let grammar: Grammar
  private var rest: ArraySlice<String>
  /// The words of the verb so far.
  private var path: [String] = []
  /// Global options met before the verb was complete.
  private var early: [(name: String, value: String)] = []
  private var command: ParsedCommand?
  private var options: [OptionDeclaration]
  private var positionals: [String] = []
  private var seen: Set<String> = []

  init(grammar: Grammar, arguments: [String]) {
    self.grammar = grammar
    self.rest = arguments[...]
    self.options = grammar.globalOptions
  }

  mutating func parse() throws(UsageError) -> Invocation {
    while let word = rest.popFirst() {
      if word == "--" {
        try finishVerb()
        for word in rest { try addPositional(word) }
        rest = []
      } else if word == "--version", path.isEmpty {
        return .version
      } else if isOption(word) {
        if command == nil, grammar.verb(at: path) != nil, !isGlobal(word) { try finishVerb() }
        try readOption(word)
      } else if command != nil {
        try addPositional(word)
      } else if path.isEmpty, word == "help" {
        return .help(try grammar.helpPath(grammar.words(of: Array(rest))))
      } else {
        try extendPath(word)
      }
    }
    if path.isEmpty { return .help([]) }
    try finishVerb()
    return .command(try finished())
  }

  /// Whether a word is an option; a lone hyphen and a negative number are not.
  private func isOption(_ word: String) -> Bool {
    let bytes = word.utf8
    guard bytes.first == UInt8(ascii: "-"), bytes.count > 1 else { return false }
    return !bytes.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether a word is an option that may stand before the verb.
  private func isGlobal(_ word: String) -> Bool {
    let name = word.prefix { $0 != "=" }
    return grammar.globalOptions.contains { "--\($0.name)" == name || $0.isShort(word) }
  }

  // MARK: The verb

  /// Whether the words so far are a verb and begin no longer one.
  private var isComplete: Bool {
    grammar.verb(at: path) != nil && grammar.verbs(under: path).count == 1
  }

  private mutating func extendPath(_ word: String) throws(UsageError) {
    if !grammar.verbs(under: path + [word]).isEmpty {
      path.append(word)
      if isComplete { try finishVerb() }
    } else if grammar.verb(at: path) != nil {
      try finishVerb()
      try addPositional(word)
    } else {
      throw grammar.unknownVerb(path + [word])
    }
  }

  private mutating func finishVerb() throws(UsageError) {
    guard command == nil else { return }
    guard let verb = grammar.verb(at: path) else {
      let following = grammar.verbs(under: path).map(\.name)
      throw UsageError(
        UsageError.incompleteVerb,
        [
          .init(en: "so far", sv: "hittills", ([grammar.name] + path).joined(separator: " ")),
          .init(en: "can be", sv: "kan vara", following.joined(separator: ", ")),
        ])
    }
    options = grammar.options(of: verb)
    command = ParsedCommand(verb: verb, options: options)
    for (name, value) in early { command?.add(value, to: name) }
  }

  // MARK: Options

  private mutating func readOption(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let isLong = word.hasPrefix("--")
    let typed = isLong ? String(parts[0]) : word
    guard let option = options.first(where: { "--\($0.name)" == typed || $0.isShort(typed) }) else {
      throw unknownOption(typed)
    }
    let inlined = isLong && parts.count > 1 ? String(parts[1]) : nil
    if !option.isRepeatable, !seen.insert(option.name).inserted {
      throw UsageError(UsageError.repeatedOption, [.option(option)])
    }
    var value = ""
    if let form = option.argument {
      guard let given = inlined ?? nextValue(of: option) else {
        var facts: [Diagnostic.Fact] = [.option(option)]
        if let next = rest.first {
          facts.append(.init(en: "followed by", sv: "följs av", VisibleText.brief(next)))
        }
        throw UsageError(UsageError.missingValue, facts)
      }
      try ValueCheck.check(given, form, of: .option(option))
      value = given
    } else if let inlined {
      throw UsageError(
        UsageError.unwantedValue,
        [.option(option), .init(en: "value", sv: "värde", VisibleText.brief(inlined))])
    }
    if command == nil { early.append((option.name, value)) }
    command?.add(value, to: option.name)
  }

  private mutating func nextValue(of option: OptionDeclaration) -> String? {
    guard let next = rest.first else { return nil }
    let isValue = option.mayBeginWithHyphen && !next.hasPrefix("--")
    guard isValue || !isOption(next) else { return nil }
    rest = rest.dropFirst()
    return next
  }

  private func unknownOption(_ typed: String) -> UsageError {
    var facts: [Diagnostic.Fact] = [.init(en: "option", sv: "flagga", VisibleText.brief(typed))]
    let owners = grammar.verbs.filter { verb in
      grammar.options(of: verb).contains { "--\($0.name)" == typed || $0.isShort(typed) }
    }
    if command == nil, !owners.isEmpty { return UsageError(UsageError.misplacedOption, facts) }
    if let command { facts.append(.init(en: "verb", sv: "verb", command.verb.name)) }
    let known = options.map { "--\($0.name)" } + ["--help"] + (command == nil ? ["--version"] : [])
    let near = Suggestions.near(typed, among: known)
    if !near.isEmpty {
      facts.append(.meant(near))
    } else if !owners.isEmpty {
      let names = owners.prefix(5).map(\.name) + (owners.count > 5 ? ["…"] : [])
      facts.append(.init(en: "belongs to", sv: "hör till", names.joined(separator: ", ")))
    }
    return UsageError(UsageError.unknownOption, facts)
  }

  // MARK: Positional arguments

  private mutating func addPositional(_ word: String) throws(UsageError) {
    guard let verb = command?.verb else { return }
    let index = positionals.count
    let last = verb.positionals.last
    guard index < verb.positionals.count || last?.isVariadic == true else {
      throw UsageError(
        UsageError.tooManyArguments,
        [
          .init(en: "verb", sv: "verb", verb.name), .argument(VisibleText.brief(word)),
          .init(en: "takes at most", sv: "tar högst", String(verb.positionals.count)),
        ])
    }
    let declaration = verb.positionals[min(index, verb.positionals.count - 1)]
    try ValueCheck.check(
      word, declaration.form, of: .argument(declaration.name.uppercased()))
    positionals.append(word)
    command?.add(word, to: declaration.name)
  }

  private func finished() throws(UsageError) -> ParsedCommand {
    guard let command else { preconditionFailure("a verb is finished before it is returned") }
    let missing =
      command.verb.positionals.filter { !$0.isOptional && !command.flag($0.name) }
      .map { $0.name.uppercased() }
      + options.filter { $0.isRequired && !command.flag($0.name) }.map { "--" + $0.name }
    guard missing.isEmpty else {
      throw UsageError(
        UsageError.missingRequired,
        [
          .init(en: "verb", sv: "verb", command.verb.name),
          .init(en: "missing", sv: "saknas", missing.joined(separator: ", ")),
        ])
    }
    return command
  }
}

internal import Diagnostics

extension Grammar {
  /// What a command line asks for; the program's own name is not part of it.
  ///
  /// Global options stand before the verb or after it, a verb's own anywhere after it, as
  /// `--name value` or `--name=value`; after `--` nothing is an option. `--help` and `-h` anywhere
  /// before `--` ask for help, and so does a command line with no word at all. Throws at the first
  /// thing that cannot be understood; what is missing is listed together.
  public func parse(_ arguments: [String]) throws(UsageError) -> Invocation {
    try ArgumentVector.check(arguments)
    let beforeEnd = arguments.prefix { $0 != "--" }
    if beforeEnd.contains(where: { $0 == "--help" || $0 == "-h" }) {
      return .help(try helpPath(words(of: Array(beforeEnd))))
    }
    var parser = CommandLineParser(grammar: self, arguments: arguments)
    return try parser.parse()
  }

  /// The words of a command line that could be a verb: all but options and the values of global ones.
  func words(of arguments: [String]) -> [String] {
    var words: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.utf8.first == UInt8(ascii: "-") else {
        words.append(word)
        continue
      }
      let option = globalOptions.first { "--\($0.name)" == word || $0.isShort(word) }
      if option?.argument != nil { rest = rest.dropFirst() }
    }
    return words.first == "help" ? Array(words.dropFirst()) : words
  }

  /// The longest path among the words that help exists for; throws when the first word is unknown.
  func helpPath(_ words: [String]) throws(UsageError) -> [String] {
    var path: [String] = []
    for word in words {
      guard !verbs(under: path + [word]).isEmpty else {
        // After a complete verb the words are its arguments, which help does not need.
        if verb(at: path) != nil { break }
        throw unknownVerb(Array(words.prefix(path.count + 1)))
      }
      path.append(word)
    }
    return path
  }

  /// The error for words that begin no verb, with the verbs they resemble.
  func unknownVerb(_ words: [String]) -> UsageError {
    let names = verbs.map(\.name)
    let typed = words.joined(separator: " ")
    let last = words.last ?? ""
    let siblings = verbs(under: words.dropLast())
    var near: [String] = []
    if words.count > 1 {
      let following = siblings.compactMap { $0.path.dropFirst(words.count - 1).first }
      let stem = words.dropLast().joined(separator: " ")
      near = Suggestions.near(last, among: unique(following)).map { "\(stem) \($0)" }
    } else {
      near = names.filter { $0.hasSuffix(" " + last) }
      near += Suggestions.near(last, among: unique(verbs.compactMap(\.path.first) + ["help"]))
    }
    if near.isEmpty { near = Suggestions.near(typed, among: names) }
    if words.count == 2 { near += names.filter { $0 == "\(words[1]) \(words[0])" } }
    var facts: [Diagnostic.Fact] = [.init(en: "verb", sv: "verb", VisibleText.brief(typed))]
    if !near.isEmpty { facts.append(.meant(unique(near).prefix(3).map { "\(name) \($0)" })) }
    return UsageError(UsageError.unknownVerb, facts)
  }

  private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}

extension OptionDeclaration {
  /// Whether a word is the short form, `-f`.
  func isShort(_ word: String) -> Bool { short.map { "-\($0)" == word } ?? false }
}

extension Diagnostic.Fact {
  /// What somebody probably meant.
  static func meant(_ words: [String]) -> Diagnostic.Fact {
    .init(en: "did you mean", sv: "menade du", words.joined(separator: ", "))
  }
}

internal import Diagnostics

extension Grammar {
  /// What is wrong with the declaration itself, for a test to read; empty when it is sound.
  ///
  /// A sound grammar can be parsed, completed and printed without surprises.
  public func inconsistencies() -> [String] {
    var found: [String] = []
    found += repeated(verbs.map(\.name)).map { "the verb \($0) is declared twice" }
    found += repeated(topics.map(\.word)).map { "the topic \($0) is declared twice" }
    for word in Set(verbs.filter { $0.path.count > 1 }.compactMap(\.path.first)).sorted()
    where !topics.contains(where: { $0.word == word }) {
      found.append("the topic \(word) has no summary")
    }
    for option in globalOptions where ["help", "version"].contains(option.name) {
      found.append("--\(option.name) is there already")
    }
    for verb in verbs { found += inconsistencies(of: verb) }
    return found
  }

  private func inconsistencies(of verb: VerbDeclaration) -> [String] {
    var found: [String] = []
    if verb.path.isEmpty || verb.path.first == "help" || !verb.path.allSatisfy(isWord) {
      found.append("the words of the verb \(verb.name) cannot be typed")
    }
    let options = verb.options + sharedOptions(of: verb) + globalOptions
    let names = options.map(\.name) + verb.positionals.map(\.name)
    found += repeated(names).map { "\(verb.name): \($0) is declared twice" }
    found += repeated(options.compactMap { $0.short.map(String.init) }).map {
      "\(verb.name): -\($0) is declared twice"
    }
    for name in verb.sharedOptionNames ?? []
    where !sharedOptions(of: verb.kind).contains(where: { $0.name == name }) {
      found.append("\(verb.name): the verbs of its kind share no --\(name)")
    }
    for option in options {
      if !isWord(option.name) || option.name == "help" || option.short == "h" {
        found.append("\(verb.name): --\(option.name) cannot be used")
      }
      if option.argument == nil, option.isRequired || option.isRepeatable {
        found.append("\(verb.name): the flag --\(option.name) is required or repeatable")
      }
    }
    let forms = options.compactMap(\.argument) + verb.positionals.map(\.form)
    for case .choice(let choices) in forms
    where choices.isEmpty || !choices.allSatisfy({ isCode($0.code) }) {
      found.append("\(verb.name): a choice is empty or has a code that cannot be typed")
    }
    for (index, positional) in verb.positionals.enumerated().dropFirst() {
      let before = verb.positionals[index - 1]
      if before.isVariadic || (before.isOptional && !positional.isOptional) {
        found.append("\(verb.name): \(positional.name) cannot follow \(before.name)")
      }
    }
    return found
  }

  private func repeated(_ names: [String]) -> [String] {
    Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }

  private func isWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "-")
    }
  }

  private func isCode(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39)
        || "-_./".utf8.contains($0)
    }
  }
}

public import Diagnostics

/// A shell that can complete the words of a command line.
public enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

/// A script that completes verbs, options, choices and file names, made from the declaration.
///
/// The text is static: completing asks neither the program nor the ledger, so it costs nothing and
/// gives nothing away.
public struct CompletionScript: Sendable {
  let grammar: Grammar
  let language: Language

  /// Completions whose descriptions, where the shell shows any, are in a language.
  public init(_ grammar: Grammar, language: Language) {
    self.grammar = grammar
    self.language = language
  }

  /// The whole script, ending in a line feed.
  public func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash()
    case .zsh: zsh()
    case .fish: fish()
    }
  }
}

extension CompletionScript {
  /// Every beginning of a verb that is not empty, the shorter before the longer.
  var paths: [[String]] {
    var seen: Set<[String]> = []
    let all = grammar.verbs.flatMap { verb in
      verb.path.indices.map { Array(verb.path[...$0]) }
    }
    return all.filter { seen.insert($0).inserted }
  }

  /// The words that can follow a beginning of a verb, in the order of the overview.
  func following(_ path: [String]) -> [String] {
    var seen: Set<String> = []
    return grammar.verbs(under: path).compactMap { $0.path.dropFirst(path.count).first }
      .filter { seen.insert($0).inserted }
  }

  /// What a word that continues a beginning of a verb is about.
  func summary(of path: [String]) -> String {
    if let verb = grammar.verb(at: path) { return verb.summary.text(in: language) }
    let topic = grammar.topics.first { [$0.word] == path }
    return topic?.summary.text(in: language) ?? following(path).joined(separator: ", ")
  }

  /// The global options with those that need no declaration.
  var globalOptions: [OptionDeclaration] { grammar.globalOptions + Grammar.builtIn }

  /// A text as one word of a POSIX shell.
  func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

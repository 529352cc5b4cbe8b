public import Diagnostics

/// Help as text for a terminal, from the declaration.
public struct HelpPage: Sendable {
  private let grammar: Grammar
  private let language: Language
  private let width: Int

  /// Help in a language, in lines of at most `width` columns, 40 at least; longer words stand out.
  public init(_ grammar: Grammar, language: Language, width: Int = 80) {
    self.grammar = grammar
    self.language = language
    self.width = max(40, width)
  }

  /// The page about a path that `Invocation.help` carries, ending in a line feed.
  public func text(about path: [String]) -> String {
    if path.isEmpty { return overview() }
    if let verb = grammar.verb(at: path) {
      let longer = grammar.verbs(under: path).filter { $0.path != path }
      return page(verb) + (longer.isEmpty ? "" : "\n" + list(longer))
    }
    return topic(path)
  }

  /// The one line that `--version` prints, ending in a line feed.
  public func version() -> String { "\(grammar.name) \(grammar.version)\n" }

  // MARK: Pages

  private func overview() -> String {
    var page = "\(grammar.name) \(grammar.version): \(text(grammar.summary))\n"
    page += section(
      Labels.usage,
      [
        "  \(grammar.name) \(text(Labels.verb)) [\(text(Labels.arguments))] [--\(text(Labels.option))…]"
      ]
    )
    var rows: [[(String, String)]] = []
    for group in grammar.groups { rows.append(overviewRows(group)) }
    let indent = rows.joined().map { DisplayWidth.of($0.0) }.max() ?? 0
    for (group, rows) in zip(grammar.groups, rows) {
      page += section(group.title, rows.flatMap { entry($0.0, $0.1, indent: indent) })
    }
    page += section(Labels.everyVerb, optionLines(globalOptions))
    if !grammar.environment.isEmpty {
      let indent = grammar.environment.map(\.name.count).max() ?? 0
      page += section(
        Labels.environment,
        grammar.environment.flatMap { entry($0.name, text($0.help), indent: indent) })
    }
    let hint = Localized(
      en: "\(grammar.name) help VERB tells all about a verb.",
      sv: "\(grammar.name) help VERB berättar allt om ett verb.")
    return page + "\n" + text(hint) + "\n"
  }

  /// A row for each first word: the summary of a lone verb, or the words that can follow.
  private func overviewRows(_ group: Grammar.Group) -> [(String, String)] {
    var rows: [(String, String)] = []
    for verb in group.verbs {
      guard let word = verb.path.first else { continue }
      if verb.path.count == 1 {
        rows.append((word, text(verb.summary)))
      } else {
        let following = verb.path.dropFirst().joined(separator: " ")
        if rows.last?.0 == word {
          // A verb that is complete by itself shows its summary first.
          let isFirst = rows[rows.count - 1].1 == grammar.verb(at: [word]).map { text($0.summary) }
          rows[rows.count - 1].1 += (isFirst ? "; " : ", ") + following
        } else {
          rows.append((word, following))
        }
      }
    }
    return rows
  }

  private func topic(_ path: [String]) -> String {
    let name = path.joined(separator: " ")
    let summary = grammar.topics.first { [$0.word] == path }.map { text($0.summary) }
    let heading = ([grammar.name, name].joined(separator: " ")) + (summary.map { ": " + $0 } ?? "")
    return wrapped(heading) + "\n" + list(grammar.verbs(under: path))
  }

  private func list(_ verbs: [VerbDeclaration]) -> String {
    let indent = verbs.map { DisplayWidth.of($0.name) }.max() ?? 0
    return verbs.flatMap { entry($0.name, text($0.summary), indent: indent) }
      .joined(separator: "\n") + "\n"
  }

  private func page(_ verb: VerbDeclaration) -> String {
    var page = wrapped("\(grammar.name) \(verb.name): \(text(verb.summary))")
    page += section(Labels.usage, usageLines(verb))
    let discussion = text(verb.discussion)
    if !discussion.isEmpty { page += "\n" + wrapped(discussion) }
    let positionals = verb.positionals.map { ($0.usage, text($0.help), $0.shownForm) }
    page += section(Labels.argumentsHeading, described(positionals))
    page += section(Labels.options, optionLines(verb.options))
    let shared = grammar.sharedOptions(of: verb)
    page += section(
      verb.kind == .writing ? Labels.writingVerbs : Labels.readingVerbs, optionLines(shared)
    )
    page += section(
      Labels.everyVerb, optionLines(globalOptions.filter { $0.name != "version" }))
    return page + section(Labels.examples, verb.examples.flatMap(exampleLines))
  }

  private func usageLines(_ verb: VerbDeclaration) -> [String] {
    let required = verb.options.filter(\.isRequired).map { $0.usage(in: language) }
    let hasOptional = !grammar.options(of: verb).filter({ !$0.isRequired }).isEmpty
    let words =
      verb.positionals.map(\.usage) + required
      + (hasOptional ? ["[--\(text(Labels.option))…]"] : [])
    return hanging(
      "  \(grammar.name) \(verb.name)", words.map { $0.replacing(" ", with: "\u{A0}") })
  }

  /// A command, broken as a shell allows it where it is wider than the page.
  private func exampleLines(_ example: String) -> [String] {
    var words: [String] = []
    var isQuoted = false
    for piece in example.split(separator: " ", omittingEmptySubsequences: false) {
      if isQuoted, let last = words.indices.last {
        words[last] += "\u{A0}" + piece
      } else {
        words.append(String(piece))
      }
      if piece.filter({ $0 == "\"" }).count % 2 == 1 { isQuoted.toggle() }
    }
    // An option and its value stay together.
    for index in words.indices.dropLast().reversed()
    where words[index].hasPrefix("--") && !words[index + 1].hasPrefix("-") {
      words[index] += "\u{A0}" + words.remove(at: index + 1)
    }
    let lines = TextWrapping.lines(words.joined(separator: " "), width: width - 8)
    return lines.enumerated().map { index, line in
      (index == 0 ? "  " : "      ") + line.replacing("\u{A0}", with: " ")
        + (index < lines.count - 1 ? " \\" : "")
    }
  }

  // MARK: Lines

  private var globalOptions: [OptionDeclaration] { grammar.globalOptions + Grammar.builtIn }

  private func section(_ title: Localized, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\n\(text(title))\n" + lines.joined(separator: "\n") + "\n"
  }

  private func optionLines(_ options: [OptionDeclaration]) -> [String] {
    described(
      options.map { option in
        let short = option.short.map { "-\($0), " } ?? ""
        let remark =
          option.isRequired
          ? text(Labels.required) : option.isRepeatable ? text(Labels.repeatable) : ""
        let help = text(option.help) + (remark.isEmpty ? "" : " (\(remark))")
        return (short + option.usage(in: language), help, option.argument ?? .text)
      })
  }

  private func described(_ rows: [(name: String, help: String, form: ArgumentForm)]) -> [String] {
    let indent = min(24, rows.map { DisplayWidth.of($0.name) }.max() ?? 0)
    return rows.flatMap { row in
      entry(row.name, row.help, indent: indent) + choiceLines(row.form, indent: indent)
    }
  }

  private func choiceLines(_ form: ArgumentForm, indent: Int) -> [String] {
    guard case .choice(let choices) = form else { return [] }
    let column = choices.map { DisplayWidth.of($0.code) }.max() ?? 0
    let widest =
      choices.flatMap { text($0.meaning).split(separator: " ") }
      .map { DisplayWidth.of(String($0)) }.max() ?? 0
    // Set in below the text of the option, as far as the widest word allows.
    let margin = max(4, min(indent + 6, width - column - 2 - widest))
    return choices.flatMap { choice in
      entry(choice.code, text(choice.meaning), indent: column, margin: margin)
    }
  }

  /// A name and its text beside it, or below it when the name is too wide.
  private func entry(_ name: String, _ help: String, indent: Int, margin: Int = 2) -> [String] {
    let start = String(repeating: " ", count: margin)
    let body = margin + indent + 2
    var lines = TextWrapping.lines(help, width: max(20, width - body))
    let pad = String(repeating: " ", count: body)
    let columns = DisplayWidth.of(name)
    if columns > indent || lines.isEmpty {
      return [start + name] + lines.map { pad + $0 }
    }
    let first = lines.removeFirst()
    let gap = String(repeating: " ", count: indent - columns + 2)
    return [start + name + gap + first] + lines.map { pad + $0 }
  }

  /// A beginning, then words, the lines after the first set in by six.
  private func hanging(_ beginning: String, _ words: [String]) -> [String] {
    let text = (beginning.split(separator: " ").map(String.init) + words).joined(separator: " ")
    return TextWrapping.lines(text, width: width - 6).enumerated().map { index, line in
      (index == 0 ? "  " : "      ") + line.replacing("\u{A0}", with: " ")
    }
  }

  private func wrapped(_ text: String) -> String {
    TextWrapping.lines(text, width: width).joined(separator: "\n") + "\n"
  }

  private func text(_ localized: Localized) -> String { localized.text(in: language) }
}

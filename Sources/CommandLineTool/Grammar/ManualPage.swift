public import Chronology
public import Diagnostics

/// The manual page as roff with the `man` macros, for section 1.
///
/// Characters outside ASCII are written as `\[uXXXX]`, so that the page is read alike whatever the
/// locale of the reader.
public struct ManualPage: Sendable {
  private let grammar: Grammar
  private let language: Language

  public init(_ grammar: Grammar, language: Language) {
    self.grammar = grammar
    self.language = language
  }

  /// The whole page; `day` is the day the page is said to be from.
  public func text(day: Day?) -> String {
    var page = Page()
    page.macro(
      "TH", grammar.name.uppercased(), "1", day?.description ?? "",
      "\(grammar.name) \(grammar.version)",
      localized(Localized(en: "User Commands", sv: "Kommandon")))
    // Command lines are neither hyphenated nor stretched to the margin.
    page.line(".nh")
    page.line(".ad l")
    page.macro("SH", localized(Localized(en: "NAME", sv: "NAMN")))
    page.line("\(Page.escaped(grammar.name)) \\- \(Page.escaped(localized(grammar.summary)))")
    page.macro("SH", localized(Localized(en: "SYNOPSIS", sv: "ÖVERSIKT")))
    page.macro("B", grammar.name)
    page.text(
      "\(localized(Labels.verb)) [\(localized(Labels.arguments))] [--\(localized(Labels.option))…]")
    for group in grammar.groups {
      page.macro("SH", localized(group.title).uppercased())
      for verb in group.verbs { write(verb, to: &page) }
    }
    section(Labels.readingVerbs, grammar.readingOptions, to: &page)
    section(Labels.writingVerbs, grammar.writingOptions, to: &page)
    section(Labels.everyVerb, grammar.globalOptions + Grammar.builtIn, to: &page)
    if !grammar.environment.isEmpty {
      page.macro("SH", localized(Labels.environment).uppercased())
      for variable in grammar.environment { page.entry(variable.name, localized(variable.help)) }
    }
    page.macro("SH", localized(Localized(en: "EXIT STATUS", sv: "SLUTSTATUS")))
    for status in ExitStatus.allCases {
      page.entry(String(status.rawValue), localized(status.meaning))
    }
    return page.roff
  }

  private func write(_ verb: VerbDeclaration, to page: inout Page) {
    page.macro("SS", "\(grammar.name) \(verb.name)")
    page.text(localized(verb.summary) + ".")
    page.macro("PP")
    let words =
      verb.positionals.map(\.usage)
      + verb.options.filter(\.isRequired).map { $0.usage(in: language) }
    page.macro("B", "\(grammar.name) \(verb.name)")
    page.text((words + ["[--\(localized(Labels.option))…]"]).joined(separator: " "))
    discussion(localized(verb.discussion), to: &page)
    for positional in verb.positionals {
      page.entry(positional.usage, localized(positional.help))
      choices(of: positional.shownForm, to: &page)
    }
    for option in verb.options { write(option, to: &page) }
    if verb.sharedOptionNames != nil {
      let names = grammar.sharedOptions(of: verb).map { "--\($0.name)" }
      page.macro("PP")
      page.text("\(localized(Labels.ofTheShared)) \(names.joined(separator: ", ")).")
    }
    if !verb.examples.isEmpty {
      page.macro("PP")
      page.text(localized(Labels.examples) + ":")
      page.verbatim(verb.examples)
    }
  }

  private func discussion(_ text: String, to page: inout Page) {
    guard !text.isEmpty else { return }
    page.macro("PP")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        page.macro("PP")
      } else if line.first == " " {
        page.verbatim([String(line)])
      } else {
        page.text(String(line))
      }
    }
  }

  private func section(_ title: Localized, _ options: [OptionDeclaration], to page: inout Page) {
    guard !options.isEmpty else { return }
    page.macro("SH", localized(title).uppercased())
    for option in options { write(option, to: &page) }
  }

  private func write(_ option: OptionDeclaration, to page: inout Page) {
    let remark =
      option.isRequired
      ? " (\(localized(Labels.required)))"
      : option.isRepeatable ? " (\(localized(Labels.repeatable)))" : ""
    let short = option.short.map { "-\($0), " } ?? ""
    page.entry(short + option.usage(in: language), localized(option.help) + remark)
    if let form = option.argument { choices(of: form, to: &page) }
  }

  private func choices(of form: ArgumentForm, to page: inout Page) {
    guard case .choice(let choices) = form else { return }
    page.macro("RS")
    for choice in choices { page.entry(choice.code, localized(choice.meaning)) }
    page.macro("RE")
  }

  private func localized(_ text: Localized) -> String { text.text(in: language) }
}

extension ManualPage {
  /// Lines of roff, every text escaped on its way in.
  private struct Page {
    private(set) var roff = ""

    mutating func line(_ text: String) { roff += text + "\n" }

    mutating func text(_ text: String) { line(Page.escaped(text)) }

    mutating func macro(_ name: String, _ arguments: String...) {
      let quoted = arguments.map {
        " \"" + Page.escaped($0).replacing("\"", with: "\\(dq") + "\""
      }
      line("." + name + quoted.joined())
    }

    mutating func entry(_ name: String, _ text: String) {
      macro("TP")
      macro("B", name)
      self.text(text)
    }

    mutating func verbatim(_ lines: [String]) {
      macro("PP")
      macro("RS", "4")
      macro("nf")
      for line in lines { text(line) }
      macro("fi")
      macro("RE")
    }

    /// A text that roff shows as it is: no escape, no request, no typographic hyphen.
    static func escaped(_ text: String) -> String {
      var result = ""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": result += "\\e"
        case "-": result += "\\-"
        case "'": result += "\\(aq"
        case "`": result += "\\(ga"
        case "^": result += "\\(ha"
        case "~": result += "\\(ti"
        case "…": result += "..."
        case "\n": result += " "
        case _ where scalar.value > 0x7E:
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result +=
            "\\[u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "]"
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result.first == "." ? "\\&" + result : result
    }
  }
}

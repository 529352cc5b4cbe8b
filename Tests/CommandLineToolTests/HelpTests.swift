import Chronology
import CommandLineTool
import Diagnostics
import Testing

private func help(_ path: String..., language: Language = .english, width: Int = 80) -> String {
  HelpPage(sample, language: language, width: width).text(about: path)
}

@Suite struct HelpTests {
  @Test func `the overview groups the verbs`() {
    #expect(
      help() == """
        liggare 1.2: a register of access

        Usage
          liggare VERB [ARGUMENT…] [--option…]

        Ask
          who     Show who has access
          view    Show a view

        Give
          grant   issue, list
          key     Show keys; add

        Tools
          verify  Check the log
          replay  Play the log

        Options of every verb
          --ledger FILE  The folder.
          --lang en|sv   The language.
                           en  English
                           sv  Swedish
          -h, --help     Show help.
          --version      Show the version; only before the verb.

        Environment
          NO_COLOR  Forbids colour.

        liggare help VERB tells all about a verb.

        """)
    #expect(HelpPage(sample, language: .english).version() == "liggare 1.2\n")
  }

  @Test func `the help of a verb tells all about it`() {
    #expect(
      help("grant", "issue", language: .swedish) == """
        liggare grant issue: Ge behörighet

        Användning
          liggare grant issue PERSON ENTITLEMENT… --decided-by PERSON [--flagga…]

        Den vanliga vägen.

        Med svenska tecken: åäö.

        Argument
          PERSON        Vem som får den.
          ENTITLEMENT…  Vad de får.

        Flaggor
          -d, --decided-by PERSON  Vem som beslutade. (krävs)
          --until DAG              Sista dagen.
          --days TAL               Hur länge.
          --evidence FIL           En fil. (får upprepas)
          --provisioned            Den är verkställd.

        Flaggor för verb som registrerar
          --dry-run      Visa vad som skulle antecknas.
          --reason TEXT  Varför.

        Flaggor för alla verb
          --ledger FIL  Mappen.
          --lang en|sv  Språket.
                          en  engelska
                          sv  svenska
          -h, --help    Visa hjälp.

        Exempel
          liggare grant issue anna.berg journal/read --decided-by P-7

        """)
    #expect(
      help("who").contains(
        """
          -f, --format CHOICE  The form of the answer.
                                 table   aligned columns for people
        """))
  }

  @Test func `a verb offers only the shared options that it takes`() throws {
    #expect(help("replay").contains("--format") && !help("replay").contains("--as-of"))
    #expect(ManualPage(sample, language: .english).text(day: nil).contains("takes \\-\\-format."))
    #expect(throws: UsageError.self) { try sample.parse(["replay", "--as-of", "2026-01-01"]) }
    _ = try sample.parse(["replay", "--format", "json"])
    // What the program would not heed it does not offer.
    let unheeded = [
      ("verify", ["as-of", "known-at"]), ("replay", ["as-of"]), ("log", ["as-of"]),
    ]
    for (name, options) in unheeded {
      let verb = try #require(Tool.grammar.verb(at: [name]))
      let offered = Tool.grammar.options(of: verb).map(\.name)
      #expect(Set(offered).isDisjoint(with: options) && offered.contains("format"))
    }
  }

  @Test func `the verbs of a noun stand together in the program's own help`() {
    for group in Tool.grammar.groups {
      let nouns = group.verbs.compactMap(\.path.first)
      let runs = nouns.indices.count { $0 == 0 || nouns[$0] != nouns[$0 - 1] }
      #expect(runs == Set(nouns).count, "\(group.title.english): \(nouns)")
    }
  }

  @Test func `a topic lists its verbs, also when it is a verb itself`() {
    #expect(
      help("grant") == """
        liggare grant: Access that is given

          grant issue  Give access
          grant list   List grants

        """)
    #expect(help("key").hasSuffix("\n  key add  Add a key\n"))
  }

  @Test func `every page fits its width and no line ends in a space`() {
    for language in Language.allCases {
      for width in [60, 80] {
        for path in [[]] + sample.verbs.map(\.path) {
          let page = HelpPage(sample, language: language, width: width).text(about: path)
          for line in page.split(separator: "\n") where !line.contains("anna.berg") {
            #expect(line.count <= width && line.last != " ", "\(line)")
          }
          #expect(page.hasSuffix("\n") && !page.contains("\n\n\n"))
        }
      }
    }
  }

  @Test func `the manual page holds every verb and option and escapes what roff acts on`() throws {
    for language in Language.allCases {
      let page = ManualPage(sample, language: language).text(day: Day(number: 20_000))
      #expect(page.hasPrefix(".TH \"LIGGARE\" \"1\" \"2024\\-10\\-04\" \"liggare 1.2\""))
      let allowed: Set = [
        ".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".RS", ".RE", ".nf", ".fi", ".nh", ".ad",
      ]
      for line in page.split(separator: "\n") where line.first == "." || line.first == "'" {
        #expect(allowed.contains(String(line.prefix { $0 != " " })), "\(line)")
      }
      let isASCII = page.utf8.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0A) }
      #expect(isASCII)
      for verb in sample.verbs {
        #expect(page.contains(".SS \"liggare \(verb.name)\"\n"))
        for option in verb.options {
          #expect(page.contains("\\-\\-" + option.name.replacing("-", with: "\\-")))
        }
      }
      for status in ExitStatus.allCases { #expect(page.contains(".B \"\(status.rawValue)\"\n")) }
    }
    let page = ManualPage(sample, language: .english).text(day: nil)
    #expect(page.contains("\n\\&.A dot\\(aqs \\e backslash.\n"))
  }

  @Test(.enabled(if: program("groff") != nil))
  func `groff shows the manual page without a complaint`() throws {
    let groff = try #require(program("groff"))
    for language in Language.allCases {
      let page = ManualPage(sample, language: language).text(day: nil)
      let options = ["-man", "-Tutf8", "-ww", "-P-cbou", "-rLL=78n"]
      let (shown, status) = try withFile(page) { try run(groff, options + [$0]) }
      #expect(status == 0 && !shown.contains("warning") && !shown.contains("error"), "\(shown)")
      let expected =
        language == .swedish
        ? ["Med svenska tecken: åäö.", "SLUTSTATUS", "--until DAG", "ett register över"]
        : [".A dot's \\ backslash.", "EXIT STATUS", "--until DAY", "a line as it is"]
      for part in expected { #expect(shown.contains(part), "\(part): \(shown)") }
    }
  }
}

import Chronology
import CommandLineTool
import Diagnostics
import Testing

/// The command that a line asks for, its words parted by spaces.
func command(_ line: String) throws -> ParsedCommand {
  try #require(try parsed(line))
}

private func parsed(_ line: String) throws -> ParsedCommand? {
  let invocation = try sample.parse(line.split(separator: " ").map(String.init))
  guard case .command(let command) = invocation else { return nil }
  return command
}

/// The refusal of a command line, in a language; empty when it is not refused.
private func refusal(_ arguments: [String], _ language: Language = .english) -> String {
  do {
    _ = try sample.parse(arguments)
    return ""
  } catch {
    return error.diagnostic.text(in: language)
  }
}

private func refusal(of line: String, _ language: Language = .english) -> String {
  refusal(line.split(separator: " ").map(String.init), language)
}

@Suite struct ParsingTests {
  @Test func `the sample grammar is sound and an unsound one says why`() {
    #expect(sample.inconsistencies() == [])
    let form = ArgumentForm.choice([.init("två ord", both("", ""))])
    let text = both("", "")
    let broken = Grammar(
      name: "x", version: "1", summary: text,
      globalOptions: [OptionDeclaration("version", .text, help: text)],
      groups: [
        .init(
          text,
          [
            VerbDeclaration(
              "a", "b", kind: .tool, summary: text,
              positionals: [
                PositionalDeclaration("one", form, help: text, isVariadic: true),
                PositionalDeclaration("two", .text, help: text),
              ],
              options: [
                OptionDeclaration("one", .text, help: text),
                OptionDeclaration("i", short: "h", help: text, isRequired: true),
              ]),
            VerbDeclaration("a", "b", kind: .tool, summary: text),
          ])
      ])
    let found = broken.inconsistencies()
    for part in [
      "a b is declared twice", "topic a has no summary", "--version is there already",
      "one is declared twice", "--i cannot be used", "--i is required or repeatable",
      "a choice is empty or has a code", "two cannot follow one",
    ] {
      #expect(found.contains { $0.contains(part) }, "\(part): \(found)")
    }
  }

  @Test func `values are read in both spellings and wherever they stand`() throws {
    let line =
      "--ledger /srv/l grant --lang=sv issue anna.berg --until=2026-11-23 a/b -d P-7 c/d "
      + "--days 30 --evidence x --evidence=y=z --provisioned"
    let command = try command(line)
    #expect(command.path == ["grant", "issue"])
    #expect(command.string("ledger") == "/srv/l" && command.string("lang") == "sv")
    #expect(command.required("person") == "anna.berg")
    #expect(command.strings("entitlement") == ["a/b", "c/d"])
    #expect(command.day("until") == Day(year: 2026, month: 11, day: 23))
    #expect(command.required("decided-by") == "P-7" && command.integer("days") == 30)
    #expect(command.strings("evidence") == ["x", "y=z"])
    #expect(command.flag("provisioned") && !command.flag("dry-run"))
    #expect(command.string("reason") == nil && !command.declares("format"))
  }

  @Test func `nothing after two hyphens is an option`() throws {
    let one = try command("grant issue -d P-7 -- --odd -- --help")
    #expect(one.required("person") == "--odd" && one.strings("entitlement") == ["--", "--help"])
    let two = try command("grant issue -d - -5 -")
    #expect(two.required("person") == "-5" && two.strings("entitlement") == ["-"])
    #expect(two.required("decided-by") == "-")
    #expect(try command("verify --").path == ["verify"])
  }

  @Test func `the longest verb wins and a shorter one keeps its arguments and options`() throws {
    #expect(try command("key add k.pub").path == ["key", "add"])
    #expect(try command("key anna").required("person") == "anna")
    #expect(try command("key").path == ["key"])
    let optionFirst = try command("key --format json anna")
    #expect(optionFirst.path == ["key"] && optionFirst.string("format") == "json")
    #expect(try command("key --lang sv add k.pub").path == ["key", "add"])
  }

  @Test func `help and version are found wherever they are asked for`() throws {
    let cases: [(String, Invocation)] = [
      ("", .help([])), ("help", .help([])), ("--help", .help([])), ("-h", .help([])),
      ("help grant issue", .help(["grant", "issue"])), ("help grant", .help(["grant"])),
      ("grant issue --help", .help(["grant", "issue"])), ("-h grant", .help(["grant"])),
      ("grant issue anna --reason --help", .help(["grant", "issue"])),
      ("--lang sv help who", .help(["who"])), ("help --lang sv who", .help(["who"])),
      ("help who journal/read", .help(["who"])), ("help help", .help([])),
      ("--version", .version), ("--lang sv --version", .version),
    ]
    for (line, expected) in cases {
      #expect(try sample.parse(line.split(separator: " ").map(String.init)) == expected, "\(line)")
    }
  }

  @Test func `every refusal says what is wrong and what to do`() {
    let cases: [(String, String)] = [
      ("grnt", "CLI-01: There is no such verb.\n  verb: grnt\n  did you mean: liggare grant\n"),
      ("issue", "did you mean: liggare grant issue"),
      ("grant isue", "verb: grant isue\n  did you mean: liggare grant issue\n"),
      ("help nothing", "CLI-01"), ("xyzzy --help", "CLI-01"),
      (
        "grant",
        "CLI-02: The verb is not complete.\n  so far: liggare grant\n  can be: grant issue, grant list"
      ),
      (
        "who x --as-off 2026",
        "CLI-03: There is no such option here.\n  option: --as-off\n  verb: who\n  did you mean: --as-of\n"
      ),
      ("who x --dry-run", "belongs to: grant issue, key add"), ("who -x", "option: -x"),
      ("--until 2026-01-01 grant issue", "CLI-04: The option stands before"),
      ("who --as-of", "CLI-05: The option needs a value.\n  option: --as-of\n  What to do"),
      ("who --as-of --format", "followed by: --format"),
      (
        "key add --dry-run=yes",
        "CLI-06: The option takes no value.\n  option: --dry-run\n  value: yes"
      ),
      ("who --as-of 1 --as-of 2", "CLI-07: The option may be given only once.\n  option: --as-of"),
      ("--lang sv who --lang sv", "CLI-07"), ("verify --lang=en -- --lang", "CLI-12"),
      (
        "who x --format jsn",
        "CLI-08: The value is not one that can be chosen.\n  option: --format\n  value: jsn\n  did you mean: json\n  choices: table, json, jsonl, csv, csv-sv, tsv, xlsx\n"
      ),
      ("view unknown", "argument: NAME\n  value: unknown\n  choices: backlog, file"),
      (
        "grant issue --days 0",
        "CLI-09: The value is not a whole number within the limits.\n  option: --days\n  value: 0\n  at least: 1\n  at most: 400"
      ),
      ("grant issue --days 99999999999999999999", "CLI-09"), ("grant issue --days 4.5", "CLI-09"),
      ("grant issue --until 2026-02-30", "CLI-10: The value is not a day of the calendar."),
      ("who --as-of=", "CLI-11: The value is empty.\n  option: --as-of"),
      (
        "who a/b c/d",
        "CLI-12: There are more arguments than the verb takes.\n  verb: who\n  argument: c/d\n  takes at most: 1"
      ),
      (
        "grant issue",
        "CLI-13: Something that the verb needs is missing.\n  verb: grant issue\n  missing: PERSON, ENTITLEMENT, --decided-by\n"
      ),
    ]
    for (line, expected) in cases {
      let text = refusal(of: line)
      #expect(text.contains(expected), "\(line): \(text)")
      #expect(text.contains("\n  What to do: "), "\(line): \(text)")
    }
    #expect(refusal(["who", ""]).contains("CLI-11"))
    #expect(refusal(["who", "a\u{0}b"]).contains("CLI-15"))
    #expect(refusal(["who", String(repeating: "a", count: 131_073)]).contains("bytes: 131073"))
    #expect(refusal(Array(repeating: "a", count: 100_001)).contains("CLI-16"))
  }

  @Test func `every refusal is told in Swedish as well`() {
    let cases: [(String, String)] = [
      (
        "grnt",
        "CLI-01: Det finns inget sådant verb.\n  verb: grnt\n  menade du: liggare grant\n  Att göra: "
      ),
      ("grant", "CLI-02: Verbet är inte fullständigt.\n  hittills: liggare grant\n  kan vara: "),
      ("who x --as-off 2026", "CLI-03: Det finns ingen sådan flagga här.\n  flagga: --as-off\n"),
      ("who --dry-run", "hör till: grant issue, key add"),
      ("--until 2026-01-01 grant issue", "CLI-04: Flaggan står före verbet som den hör till."),
      ("who --as-of --x", "CLI-05: Flaggan behöver ett värde.\n  flagga: --as-of\n  följs av: --x"),
      (
        "key add --dry-run=ja", "CLI-06: Flaggan tar inget värde.\n  flagga: --dry-run\n  värde: ja"
      ),
      ("who --as-of 1 --as-of 2", "CLI-07: Flaggan får bara anges en gång."),
      (
        "view x", "CLI-08: Värdet går inte att välja.\n  argument: NAME\n  värde: x\n  val: backlog"
      ),
      (
        "grant issue --days x",
        "CLI-09: Värdet är inte ett heltal inom gränserna.\n  flagga: --days\n  värde: x\n  minst: 1\n  högst: 400"
      ),
      ("grant issue --until x", "CLI-10: Värdet är inte en dag i kalendern."),
      ("who --as-of=", "CLI-11: Värdet är tomt."),
      (
        "who a b",
        "CLI-12: Det är fler argument än verbet tar.\n  verb: who\n  argument: b\n  tar högst: 1"
      ),
      ("key add", "CLI-13: Något som verbet behöver saknas.\n  verb: key add\n  saknas: FILE"),
    ]
    for (line, expected) in cases {
      let text = refusal(of: line, .swedish)
      #expect(text.contains(expected), "\(line): \(text)")
    }
    #expect(refusal(["a\u{0}"], .swedish).contains("Ett argument innehåller tecknet NUL."))
    #expect(
      refusal(Array(repeating: "a", count: 100_001), .swedish).contains(
        "Kommandoraden är för lång."))
  }

  @Test func `bytes that are no UTF-8 are refused and the rest is decoded`() throws {
    #expect(try ArgumentVector.decode([Array("åäö".utf8), []]) == ["åäö", ""])
    let error = #expect(throws: UsageError.self) {
      try ArgumentVector.decode([[0x61], [0x66, 0xE5, 0x72]])
    }
    let text = error?.diagnostic.text(in: .swedish) ?? ""
    #expect(text.hasPrefix("CLI-14: Ett argument är inte skrivet i UTF-8.\n  argument nummer: 2"))
    #expect(throws: UsageError.self) {
      try ArgumentVector.decode([Array(repeating: 0x61, count: 131_073)])
    }
  }

  @Test func `a hostile argument cannot act on the terminal through a refusal`() {
    let hostile = "\u{1B}[2J\u{202E}" + String(repeating: "e\u{301}", count: 5_000)
    for arguments in [
      [hostile], ["who", "a", hostile], ["view", hostile], ["who", "--\(hostile)"],
      ["who", "--as-of", "--\(hostile)"], ["key", "add", "--dry-run=\(hostile)"],
    ] {
      let text = refusal(arguments)
      #expect(text.utf8.count < 1_500)
      #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
      #expect(text.contains("\\u{1B}[2J"), "\(text)")
    }
  }

  @Test func `the codes are distinct and complete in both languages`() {
    let codes = UsageError.catalogue + Console.catalogue
    #expect(Set(codes.map(\.code)).count == codes.count)
    for code in codes {
      #expect(code.code.wholeMatch(of: /CLI-\d\d/) != nil)
      for text in [code.statement, code.remedy] {
        #expect(text.english != text.swedish && text.swedish.hasSuffix("."))
      }
    }
  }

  @Test func `no command line whatever traps the parser`() {
    let words = [
      "grant", "issue", "list", "who", "view", "key", "add", "verify", "help", "--", "-", "-h",
      "--help",
      "--version", "--lang", "sv", "--lang=", "--format", "-f", "json", "--as-of", "=", "--=",
      "--x=y", "-d",
      "--days", "7", "-7", "--until", "2026-01-01", "", "å", "\u{1F469}\u{200D}\u{1F467}",
      "\u{301}",
      "--dry-run", "--provisioned", "a/b", "\u{0}", "--é", "-\u{301}",
      String(repeating: "-", count: 99),
    ]
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var commands = 0
    var refusals: Set<String> = []
    for _ in 0..<20_000 {
      let start = next(2) == 0 ? [] : ["grant", "issue", "a", "b/c", "-d", "P-7"]
      let arguments = start + (0..<next(6)).map { _ in words[next(words.count)] }
      do {
        if case .command(let command) = try sample.parse(arguments) {
          commands += 1
          for option in sample.options(of: command.verb) { _ = command.strings(option.name) }
        }
      } catch {
        refusals.insert(error.diagnostic.code)
      }
    }
    #expect(commands > 100 && refusals.count >= 12, "\(commands) \(refusals)")
  }
}

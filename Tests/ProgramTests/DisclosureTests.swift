import CommandLineTool
import Foundation
import Testing

/// What is given out of the register, and what must not be in it.
struct DisclosureTests {
  /// Names, accounts, texts and addresses that are planted where the register keeps them.
  static let canaries = [
    "Kanarina", "Fink", "kanarina.fink", "kanarina@ledger.example", "fink-konto", "Kanarietext",
    "Kanariebehov", "Kanarieskäl", "Kanariehändelse", "Bo Ek", "Siv Dahl", "Eva Lind", "bo.ek",
    "eva.lind", "Anna Berg", "Kanariemotiv",
  ]

  /// An office where Kanarina Fink, who is told of everywhere, has access, and a registrar.
  private func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      n=0
      liggare() { liggare-rehearsal 2026-01-12T09:00:00.000Z "canary-$((n += 1))" "$@"; }
      liggare person register "Kanarina Fink" --unit U-2 --user kanarina.fink --email kanarina@ledger.example
      liggare role assign registrar anna.berg
      liggare grant issue kanarina.fink S-1/read --need "Kanariebehov i enhetens ärenden" \\
        --endorsed-by eva.lind --decided-by siv.dahl --case "SN 2026/12" --provisioned
      liggare request submit kanarina.fink S-1/write --need "Kanarietext om fler ärenden"
      liggare unit register Hamnen --parent U-2 --reason "Kanarieskäl"
      liggare incident report "Kanariehändelse: brev till fel person" --system S-1 --personal-data yes
      liggare account describe --system S-1 --kind personal --owner kanarina.fink --name fink-konto
      """)
    #expect(made.status == 0, "\(made)")
    return office
  }

  private func found(_ text: String) -> [String] { Self.canaries.filter { text.contains($0) } }

  @Test func `no view for the public holds a name, an account or a text, in any format`() throws {
    let office = try office()
    let views = try #require(Tool.grammar.verb(at: ["view"])?.positionals.first)
    guard case .choice(let choices) = views.form else {
      Issue.record("view takes no choice")
      return
    }
    var internalHits: Set<String> = []
    for view in choices.map(\.code) {
      let own = try office.run(["liggare", "view", view, "--format", "json"])
      internalHits.formUnion(found(own.output))
      for format in ["table", "json", "jsonl", "csv", "tsv"] {
        let shown = try office.run(
          ["liggare", "view", view, "--profile", "public", "--format", format])
        #expect(shown.status == 0, "\(view) \(format): \(shown)")
        #expect(found(shown.output + shown.error) == [], "\(view) \(format)")
        #expect(!shown.output.contains("P-"), "\(view) \(format): \(shown.output)")
        #expect(shown.error.contains("Masked fields: "), "\(view) \(format)")
      }
    }
    // The canaries are there to be found.
    #expect(internalHits.count > 6, "\(internalHits)")
  }

  @Test func `cards, the log, stories, differences and SQL hold nothing masked either`() throws {
    let office = try office()
    let questions = [
      ["log"], ["person", "show", "kanarina.fink"], ["grant", "show", "G-1"],
      ["request", "show", "R-1"], ["who", "S-1"], ["what", "kanarina.fink"],
      ["why", "kanarina.fink", "S-1/read"], ["can", "kanarina.fink", "S-1/read"],
      ["timeline", "kanarina.fink"], ["system", "show", "S-1"], ["status"],
      ["diff", "who", "--from", "2026-01-01"], ["incident", "list"], ["incident", "show", "I-1"],
      ["sql", "select * from persons"], ["sql", "select * from log"],
      ["sql", "select name from persons where name like 'Kanarina%'"],
      ["exposure", "--system", "S-1", "--from", "2026-01-01", "--until", "2026-12-31"],
      ["event", "show", "17"], ["disclosure", "list"], ["reads"],
    ]
    for words in questions {
      for format in ["table", "json", "csv"] {
        let shown = try office.run(
          ["liggare"] + words + ["--profile", "public", "--format", format])
        #expect(shown.status == 0 || words[0] == "can", "\(words) \(format): \(shown)")
        #expect(found(shown.output + shown.error) == [], "\(words) \(format): \(shown.output)")
      }
    }
    // What is asked of a masked name finds nothing.
    let asked = try office.run([
      "liggare", "sql", "select count(*) as n from persons where name like 'Kanarina%'",
      "--profile", "public", "--format", "csv", "--no-header",
    ])
    #expect(asked.output.filter(\.isNumber) == "0", "\(asked)")
  }

  @Test func `a refusal for the public names nobody`() throws {
    let office = try office()
    let asked = try office.run(["liggare", "person", "show", "kanarina.fin", "--profile", "public"])
    #expect(asked.status == 3, "\(asked)")
    #expect(asked.error.contains("CLI-34"), "\(asked)")
    #expect(found(asked.error) == [], "\(asked)")
  }

  @Test func `an auditor sees names, but neither protected identities nor what is marked`() throws {
    let office = try office()
    let own = ["liggare", "person", "list", "--profile", "auditor", "--format", "json"]
    #expect(try office.run(own).output.contains("Bo Ek"))
    _ = try office.run([
      "liggare", "secrecy", "mark", "kanarina.fink", "--provision", "OSL 21:3",
    ])
    let shown = try office.run(own)
    #expect(!shown.output.contains("Kanarina"), "\(shown)")
    #expect(shown.output.contains("[masked: OSL 21:3]"), "\(shown)")
    #expect(shown.output.contains("\"provisions\": [\"OSL 21:3\"]"), "\(shown)")
    #expect(shown.output.contains("Siv Dahl"))
  }

  @Test func `pseudonyms are the same through one answer, and others in the next`() throws {
    let office = try office()
    func persons() throws -> [String] {
      let shown = try office.run([
        "liggare", "sql", "select person from persons order by 1", "--profile", "public",
        "--format", "csv", "--no-header",
      ])
      return shown.output.split(whereSeparator: \.isNewline).map(String.init)
    }
    let (one, other) = (try persons(), try persons())
    #expect(one.count > 4 && Set(one).count == one.count)
    #expect(Set(one).isDisjoint(with: other))
    let joined = try office.run([
      "liggare", "sql",
      "select count(*) as n from active_grants g join persons p on p.person = g.person",
      "--profile", "public", "--format", "csv", "--no-header",
    ])
    #expect(Int(joined.output.filter(\.isNumber)) ?? 0 > 0, "\(joined)")
  }

  // MARK: Giving out

  private static let give = [
    "liggare", "disclosure", "give", "persons", "--profile", "public", "--request", "KS 2026/44",
    "--recipient", "media", "--decided-by", "anna.berg", "--ground", "Open", "--out", "given.csv",
    "--format", "csv", "--yes",
  ]

  private func disclosures(_ office: Office) throws -> [[String: Any]] {
    let listed = try office.run(["liggare", "disclosure", "list", "--format", "json"])
    return try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]]
      ?? []
  }

  private func digest(_ path: String, _ office: Office) throws -> String {
    let summed = try office.run(["sha256sum", path])
    return String(summed.output.prefix { $0 != " " })
  }

  @Test func `what is given out is on record, with the digest of the very file`() throws {
    let office = try office()
    let given = try office.run(Self.give)
    #expect(given.status == 0, "\(given)")
    let row = try #require(try disclosures(office).last)
    #expect(row["reference"] as? String == "KS 2026/44" && row["outcome"] as? String == "given")
    #expect(row["profile"] as? String == "public" && row["view"] as? String == "persons")
    #expect(row["masked"] as? Int ?? 0 > 5)
    let sum = try digest("given.csv", office)
    let told = "\(row["digest"] ?? "")"
    #expect(told.contains(sum), "\(row) \(sum)")
    let text = try String(contentsOfFile: office.folder + "/given.csv", encoding: .utf8)
    #expect(found(text) == [] && text.contains("[masked: GDPR 5.1 c]"), "\(text)")
    #expect(try office.run(["liggare", "verify"]).status == 0)
    let again = try office.run(Self.give)
    #expect(again.status == 1 && again.error.contains("CLI-82"), "\(again)")
  }

  @Test func `only a registrar decides, and what nobody may decide leaves no file`() throws {
    let office = try office()
    var words = Self.give
    words[words.firstIndex(of: "anna.berg") ?? 0] = "bo.ek"
    let refused = try office.run(words + ["--case", "SN 1"])
    #expect(refused.status == 1 && refused.error.contains("DISC-01"), "\(refused)")
    let names = try FileManager.default.contentsOfDirectory(atPath: office.folder)
    #expect(names.filter { $0.hasPrefix("given.csv") } == [], "\(names)")
    let denied = try office.run([
      "liggare", "disclosure", "deny", "--request", "KS 2026/45", "--recipient", "anybody",
      "--provision", "OSL 18:8", "--decided-by", "bo.ek", "--ground", "No", "--case", "SN 1",
      "--yes",
    ])
    #expect(denied.status == 1 && denied.error.contains("DISC-01"), "\(denied)")
    #expect(try disclosures(office).isEmpty)
  }

  @Test func `killed wherever it is, there is no file given that the log does not tell of`() throws
  {
    let office = try office()
    var outcomes: Set<String> = []
    for call in ["openat", "fsync", "link", "unlink", "rename", "fdatasync", "pwrite64"] {
      for number in [1, 2, 3, 4, 6, 9] {
        for name in try FileManager.default.contentsOfDirectory(atPath: office.folder)
        where name.hasPrefix("given.csv") {
          try FileManager.default.removeItem(atPath: "\(office.folder)/\(name)")
        }
        let before = try disclosures(office).count
        _ = try office.run(
          [
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
            "inject=\(call):signal=SIGKILL:when=\(number)",
          ] + Self.give)
        let rows = try disclosures(office)
        let names = try FileManager.default.contentsOfDirectory(atPath: office.folder)
        let isGiven = names.contains("given.csv")
        let isTold = rows.count > before
        outcomes.insert("\(isGiven) \(isTold)")
        #expect(isTold || !isGiven, "\(call) \(number)")
        // What is told of is whole, under its own name or the one that it was written under.
        if isTold {
          let file = try #require(names.first { $0.hasPrefix("given.csv") }, "\(call) \(number)")
          let sum = try digest(file, office)
          let told = "\(rows.last?["digest"] ?? "")"
          #expect(told.contains(sum), "\(call) \(number)")
        }
      }
    }
    #expect(outcomes.count > 1, "\(outcomes)")
    #expect(try office.run(["liggare", "verify"]).status == 0)
  }
}

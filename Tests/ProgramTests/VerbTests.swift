import CommandLineTool
import Diagnostics
import Foundation
import Testing

/// What every verb of the program must do, whichever it is.
@Suite struct VerbTests {
  /// One command line for each verb that records; what it would record is allowed in every office.
  static let recording: [[String]] = {
    let need = "Handles new cases in the unit"
    let decided = ["--decided-by", "siv.dahl", "--case", "SN 2026/20"]
    // A request waits for thirty days: what is said of one is said of the day after it was made.
    let then = ["--effective", "2026-01-13", "--reason", "Recorded late"]
    // A flag is accepted for ninety days from when that was said.
    let flagged = ["--effective", "2026-02-21", "--reason", "Recorded late"]
    return [
      ["unit", "register", "Care", "--kind", "unit", "--parent", "U-2"],
      ["person", "register", "Ny Person", "--unit", "U-2", "--user", "ny.person"],
      ["unit", "rename", "U-2", "Care and school"],
      ["unit", "move", "U-3", "--below", "U-1"],
      ["unit", "close", "U-3", "--successor", "U-2"],
      ["person", "affiliate", "bo.ek", "--unit", "U-1", "--position", "adviser"],
      ["person", "move", "bo.ek", "--unit", "U-1"],
      ["person", "absent", "bo.ek", "--expected-until", "2030-01-01"],
      ["person", "back", "kim.ahl"],
      ["person", "train", "bo.ek", "SEC-1", "--completed", "2026-01-05"],
      ["person", "change", "bo.ek", "--name", "Bo Alm", "--email", "bo.alm@kommun.example"],
      ["person", "confirm", "bo.ek", "--by", "eva.lind", "--case", "SN 2026/20"],
      [
        "person", "erase", "left.one", "--basis", "left", "--approved-by", "eva.lind", "--case",
        "SN 2026/20",
      ],
      ["secrecy", "mark", "S-1", "--provision", "OSL 18:8"],
      ["secrecy", "lift", "bo.ek", "--provision", "OSL 21:3"],
      [
        "disposal", "decide", "--body", "U-1", "--records", "grants", "--keep", "P10Y", "--case",
        "KS 2026/41",
      ],
      ["disposal", "carry-out", "DI-1", "--approved-by", "eva.lind", "--case", "KS 2026/42"],
      [
        "disclosure", "give", "active-grants", "--profile", "public", "--request", "KS 2026/44",
        "--recipient", "media", "--decided-by", "anna.berg", "--ground", "Open", "--out",
        "given.csv", "--format", "csv",
      ],
      [
        "disclosure", "deny", "--request", "KS 2026/45", "--recipient", "anybody", "--provision",
        "OSL 18:8", "--decided-by", "anna.berg", "--ground", "Shows how systems are protected",
      ],
      ["disposal", "hold", "G-1", "--reason", "A dispute", "--case", "KS 2026/9"],
      ["disposal", "release", "H-1", "--reason", "The dispute is over"],
      ["person", "leave", "bo.ek"],
      ["role", "assign", "manager", "kim.ahl", "--unit", "U-2"],
      ["role", "end", "D-2", "--reason", "New duties"],
      [
        "delegation", "grant", "--order", "Order", "--body", "U-1", "--position", "head-of-care",
        "--matter", "access-care",
      ],
      [
        "delegation", "adopt", "order.csv", "--order", "Order", "--version", "2", "--body", "U-1",
      ],
      ["delegation", "revoke", "DL-1", "--reason", "The board decides itself"],
      [
        "delegation", "report", "--body", "U-1", "--meeting", "2026-06-01", "--from", "2026-03-01",
        "--until", "2026-03-31", "--minutes", "KS 2026-06-01 § 7",
      ],
      ["key", "enroll", "kim.ahl", "other-key.pub"],
      ["key", "rotate-log", "--reason", "Yearly change"], ["key", "retire-log"],
      ["key", "revoke", "spare-key.pub", "--reason", "Lost with a laptop"],
      ["system", "register", "Archive", "--owner", "U-2", "--classification", "1/1/1"],
      ["system", "classify", "S-1", "3/2/2"],
      ["system", "status", "S-1", "phasing-out"],
      ["system", "change", "S-1", "--name", "Cases", "--reason", "Another name"],
      [
        "system", "risk", "S-1", "--method", "Workshop", "--reference", "SN 2026/21",
        "--residual", "1", "--conducted", "2026-01-12",
      ],
      ["entitlement", "change", "S-1/move", "--level", "3", "--reason", "More is shown"],
      ["entitlement", "retire", "S-1/close", "--successor", "move", "--reason", "One for both"],
      ["account", "describe", "--system", "S-1", "--kind", "admin", "--owner", "kim.ahl"],
      ["account", "rotate", "C-1"],
      [
        "separation", "adopt", "--requires", "--first", "S-1/move", "--second", "S-1/read",
        "--severity", "warn", "--why", "Whoever moves cases reads them",
      ],
      [
        "separation", "except", "SD-1", "bo.ek", "--control", "Every page is counted", "--from",
        "2026-02-01", "--until", "2026-06-30", "--decided-by", "kim.ahl", "--case", "SN 2026/22",
      ],
      ["entitlement", "define", "S-1/copy", "--name", "Copy", "--description", "May copy"],
      ["request", "submit", "kim.ahl", "S-1/print", "--need", need],
      ["request", "endorse", "R-2", "--by", "eva.lind", "--case", "SN 2026/20"] + then,
      ["request", "withdraw", "R-2"] + then,
      ["request", "return", "R-2", "--due", "2026-02-01"] + then,
      ["request", "amend", "R-2", "--need", need] + then,
      ["request", "renew", "G-4", "--until", "2027-06-30", "--need", need] + then,
      ["request", "change", "G-4", "--scope", "north", "--need", need] + then,
      ["request", "bulk", "list.csv", "--need", need],
      [
        "grant", "issue", "kim.ahl", "S-1/print", "--need", need, "--endorsed-by", "eva.lind",
        "--provisioned",
      ] + decided,
      ["grant", "approve", "R-3"] + decided + then,
      ["grant", "deny", "R-3", "--ground", "too-wide"] + decided + then,
      ["grant", "suspend", "G-1", "--cause", "risk", "--reason", "The account is looked into"],
      [
        "grant", "resume", "G-5", "--by", "siv.dahl", "--case", "SN 2026/20", "--reason",
        "Nothing was found",
      ],
      ["grant", "narrow", "G-1", "--review-days", "30"],
      ["grant", "note-expired"],
      [
        "grant", "emergency", "bo.ek", "S-1/open", "--notified", "steward", "--reason",
        "Nobody here",
      ],
      ["grant", "follow-up", "G-6", "--justified", "--by", "siv.dahl", "--case", "SN 2026/20"],
      ["grant", "provision", "G-2"],
      ["grant", "revoke", "G-1", "--reason", "The duty has moved"],
      ["grant", "confirm", "G-3"],
      [
        "event", "correct", "42", "--void", "--reason", "Recorded twice", "--decided-by", "kim.ahl",
        "--case", "SN 2026/20",
      ],
      [
        "policy", "adopt", "rules.policy", "--body", "U-1", "--from", "2099-01-01", "--review-by",
        "2100-12-31", "--case", "KS 2026/1",
      ],
      ["stale", "scan"], ["stale", "notify", "F-1", "--to", "eva.lind"],
      ["stale", "accept", "F-1", "--until", "2026-03-31"] + flagged,
      ["stale", "resolve", "F-1", "--false-positive"] + flagged,
      ["usage", "import", "S-1", "usage.csv", "--period", "2026-01-01/2026-01-31"],
      ["reconcile", "S-1", "--snapshot", "more-rights.csv"],
      ["reconcile", "resolve", "RC-1", "1", "removed"],
      ["review", "plan", "--axis", "privileged", "--system", "S-1"],
      ["review", "start", "V-1", "--old-sources", "--reason", "The host is being moved"],
      [
        "review", "decide", "V-2", "--item", "G-1", "--outcome", "keep", "--by", "nils.ek",
        "--case", "SN 2026/20", "--reason", "Needed in the new unit too",
      ],
      [
        "review", "collect", "answers.json", "--said-by", "nils.ek", "--verified", "in-person",
        "--case", "SN 2026/20",
      ],
      ["review", "reassign", "V-2", "--item", "G-1", "--to", "eva.lind"],
      ["review", "remind", "V-2"], ["review", "escalate", "V-2", "--item", "G-1"],
      ["review", "follow-up", "V-4"],
      ["review", "resume", "V-3", "--reason", "Nobody is left to ask"],
      ["review", "cancel", "V-1", "--reason", "The system is closed"],
      ["review", "close", "V-5", "--attested-by", "kim.ahl", "--case", "SN 2026/20"],
      ["review", "accept", "V-6", "--key", "auditor-key"],
      ["review", "reject", "V-6", "--key", "auditor-key", "--reason", "Kept without a look"],
      ["job", "run", "expiry"],
      ["incident", "report", "A letter went astray", "--system", "Unknown", "--by", "bo.ek"],
      ["incident", "triage", "I-1", "--severity", "4", "--affects", "availability"],
      [
        "incident", "assess", "I-1", "csl", "--outcome", "duty", "--criterion", "limited-4h",
      ],
      ["incident", "act", "I-1", "contain", "The accounts were locked"],
      [
        "incident", "evidence", "I-1", "Log of the server", "--file", "rights.csv", "--to",
        "siv.dahl",
      ],
      ["incident", "notify", "I-1", "csl", "warning", "--receipt", "2026-118"],
      ["incident", "link", "I-1", "caused-by", "--grant", "G-4"],
      ["incident", "answer", "I-1", "Nobody", "--system", "S-1"],
      [
        "incident", "suspend", "I-1", "--system", "S-1", "--all", "--reason", "Abused accounts",
      ],
      [
        "incident", "measure", "I-1", "Two persons check each letter", "--owner", "eva.lind",
        "--due", "2099-01-31",
      ],
      [
        "incident", "close", "I-2", "--cause", "human-error", "--cause-text", "Left on a train",
      ],
      ["incident", "follow-up", "I-3", "effect", "None was lost since", "--works", "yes"],
      ["incident", "reopen", "I-3", "It was lost again"],
      ["import", "history", "history.ndjson"],
      [
        "import", "accounts", "--system", "S-1", "--passwd", "passwd", "--group", "group",
        "--sudoers", "sudoers",
      ],
    ]
  }()

  /// One command line for each verb that answers.
  static let asking: [[String]] = [
    ["verify"], ["replay"], ["status"], ["who", "S-1"], ["what", "bo.ek"],
    ["can", "bo.ek", "S-1/read"], ["why", "bo.ek", "S-1/read"], ["log"],
    ["timeline", "bo.ek"], ["sql", "select person, grant from active_grants"],
    ["diff", "who", "--from", "2026-01-01"],
    ["exposure", "--system", "S-1", "--from", "2026-01-01", "--until", "2026-12-31"],
    ["view", "active-grants"], ["unit", "list"], ["unit", "show", "U-2"], ["training", "list"],
    ["policy", "what-if", "rules.policy", "--from", "2026-01-01"],
    ["disclosure", "list"], ["disclosure", "show", "KS 2026/43"],
    ["secrecy", "list"], ["disposal", "list"], ["disposal", "holds"], ["reads"],
    ["person", "list"], ["person", "show", "bo.ek"],
    ["role", "list"], ["role", "who-decides", "S-1/read"], ["delegation", "list"],
    ["delegation", "show", "DL-1"], ["delegation", "unreported"],
    [
      "delegation", "decisions", "--body", "U-1", "--from", "2026-01-01", "--until", "2026-12-31",
    ], ["key", "list"], ["key", "log"], ["account", "list"], ["system", "list"],
    ["system", "show", "S-1"], ["request", "list"], ["request", "show", "R-1"], ["grant", "list"],
    ["grant", "show", "G-1"], ["event", "list", "--corrected"], ["event", "show", "17"],
    ["policy", "list"], ["policy", "show"],
    ["policy", "check", "rules.policy"], ["policy", "diff", "other-rules", "rules.policy"],
    ["system", "impact", "S-1"], ["system", "analyses", "S-1"],
    ["account", "show", "C-1"], ["separation", "list"], ["separation", "show", "SD-1"],
    ["separation", "conflicts"], ["stale", "list"], ["stale", "show", "F-1"],
    ["reconcile", "list"], ["review", "list"], ["review", "due"],
    ["review", "show", "V-6"], ["incident", "board", "--with-ended"], ["incident", "list"],
    ["incident", "exposure", "I-1", "--system", "S-1"], ["incident", "show", "I-1"],
    ["incident", "timeline", "I-3"],
    ["incident", "draft", "I-1", "csl", "notification"],
  ]

  @Test
  func
    `the command lines of these tests are of every verb that records and every one that answers`()
  {
    func paths(_ kind: VerbDeclaration.Kind) -> Set<[String]> {
      Set(Tool.grammar.verbs.filter { $0.kind == kind }.map(\.path))
    }
    func tried(_ lines: [[String]], _ paths: Set<[String]>) -> Set<[String]> {
      // Of two verbs that a line begins with the longer one is meant.
      Set(
        lines.compactMap { line in
          paths.filter { line.starts(with: $0) }.max { $0.count < $1.count }
        })
    }
    for (kind, lines) in [(VerbDeclaration.Kind.writing, Self.recording), (.reading, Self.asking)] {
      // A restoration makes the ledger that it records in: see `BackupTests` and `FullExportTests`.
      let apart: Set<[String]> = [["restore"], ["import", "full"]]
      #expect(paths(kind).subtracting(tried(lines, paths(kind))).subtracting(apart).isEmpty)
    }
  }

  @Test func `a dry run of any verb changes no byte, and shows what is then recorded`() throws {
    for line in Self.recording {
      let office = try office(hasIncidents: line[0] == "incident")
      if line == ["key", "retire-log"] {
        #expect(try office.liggare("key", "rotate-log").status == 0)
      }
      let before = try office.contents()
      let events = try office.verify().events
      let command = line
      let run = try office.run(["liggare"] + command + ["--dry-run"])
      #expect(run.status == 0, "\(line): \(run)")
      #expect(run.output != "" || run.error != "", "\(line)")
      #expect(try office.contents() == before, "\(line)")
      #expect(office.operations().isEmpty, "\(line)")
      if line[0] != "import" {
        let shown = run.output.split(separator: "\n")
        #expect(
          !shown.isEmpty && shown.allSatisfy { $0.hasPrefix("{\"id\":\"") }, "\(line): \(run)")
        // Jobs never ask back, and say by their status that something was recorded.
        let isJob = line[0] == "job"
        let recorded = try office.run(["liggare"] + command + (isJob ? [] : ["--yes"]))
        #expect(recorded.status == (isJob ? 4 : 0), "\(line): \(recorded)")
        let after = try office.verify()
        #expect(after == Office.Verification(status: 0, events: events + shown.count), "\(line)")
      }
    }
  }

  @Test func `a dry run is refused as the command would be`() throws {
    let office = try office(hasIncidents: false)
    let before = try office.contents()
    let cases: [(words: [String], code: String, status: Int32)] = [
      (["unit", "register", "Care", "--kind", "unit", "--parent", "U-9"], "REF-01", 3),
      (["grant", "provision", "G-9"], "REF-01", 3),
      (["request", "submit", "bo.ek", "S-1/read", "--need", "Handles new cases"], "INV-17", 1),
      (["unit", "register", "", "--kind", "unit", "--parent", "U-2"], "CLI-11", 2),
      (["import", "history", "nowhere.ndjson"], "FIL-01", 1),
    ]
    for (words, code, status) in cases {
      for more in [[], ["--dry-run"]] {
        let run = try office.run(["liggare"] + words + more)
        #expect(run.status == status && run.error.hasPrefix("\(code):"), "\(words + more): \(run)")
        #expect(try office.contents() == before, "\(words + more)")
      }
    }
  }

  @Test func `every verb has help in both languages that fits in 80 columns`() throws {
    let office = try Office()
    office.environment["LIGGARE_LEDGER"] = nil
    for verb in Tool.grammar.verbs {
      var pages: Set<String> = []
      for language in ["en", "sv"] {
        let asked = try office.run(["liggare"] + verb.path + ["--help", "--lang", language])
        let named = try office.run(["liggare", "help"] + verb.path + ["--lang", language])
        #expect(asked.status == 0 && asked.error == "", "\(verb.path) \(language): \(asked)")
        #expect(asked.output == named.output, "\(verb.path) \(language)")
        #expect(asked.output.contains("liggare \(verb.path.joined(separator: " "))"))
        for line in asked.output.split(separator: "\n") where line.count > 80 {
          // Examples are command lines, to be copied whole.
          #expect(line.hasPrefix("  liggare "), "\(verb.path) \(language): \(line)")
        }
        pages.insert(asked.output)
      }
      #expect(pages.count == 2, "\(verb.path): the same in both languages")
    }
  }

  @Test func `every answer in every format for programs is read by the libraries of Python`() throws
  {
    let office = try office(hasIncidents: true)
    let judge = """
      import csv, io, json, sys
      form = sys.argv[1]
      text = sys.stdin.buffer.read().decode('utf-8')
      if form == 'json':
          rows = json.loads(text)
          rows = rows if isinstance(rows, list) else [rows]
      elif form == 'jsonl':
          rows = [json.loads(line) for line in text.splitlines()]
      elif form == 'csv':
          table = list(csv.reader(io.StringIO(text, newline=''), strict=True))
          assert len({len(row) for row in table}) <= 1, 'rows of different lengths'
          rows = [dict(zip(table[0], row)) for row in table[1:]]
      else:
          table = [line.split('\\t') for line in text.split('\\n')[:-1]]
          assert len({len(row) for row in table}) <= 1, 'rows of different lengths'
          rows = [dict(zip(table[0], row)) for row in table[1:]]
      print(len(rows), *sorted({name for row in rows for name in row}))
      """
    try office.write(Array(judge.utf8), to: office.folder + "/judge.py")
    var answers: [[String]: [Set<String>]] = [:]
    for line in Self.asking {
      for form in ["json", "jsonl", "csv", "tsv"] {
        for language in ["en", "sv"] {
          let words = line + ["--format", form, "--lang", language]
          let run = try office.run(
            [
              "sh", "-c",
              "\"$@\" > answer; status=$?; python3 judge.py \(form) < answer; exit $status", "sh",
              "liggare",
            ]
              + words)
          #expect(run.status == 0 && run.error == "", "\(words): \(run)")
          answers[line, default: [[], []]][form.hasPrefix("json") ? 0 : 1].insert(run.output)
        }
      }
    }
    // The same rows with the same names in both languages; a table cannot hold the lists of a card.
    for (line, found) in answers {
      #expect(found[0].count == 1 && found[1].count == 1, "\(line): \(found)")
      let names = found.map { Set($0.joined().split(separator: /\s/)) }
      #expect(names[1].isSubset(of: names[0]), "\(line): \(found)")
    }
  }
}

import Foundation
import Glibc
import Testing

/// What the program refuses, by which code and with which exit status; and that nothing is half done.
@Suite struct RefusalTests {
  /// A command line, and how it is to be refused.
  struct Case {
    var name: String
    var words: [[UInt8]]
    var code: String
    var status: Int32
    /// Whether one line of the operations log tells of it: what a rule refuses, not what could not be understood.
    var isNoted: Bool

    init(
      _ name: String, _ words: [String], _ code: String, _ status: Int32, isNoted: Bool = false
    ) {
      self.init(name, bytes: words.map { Array($0.utf8) }, code, status, isNoted: isNoted)
    }

    init(
      _ name: String, bytes words: [[UInt8]], _ code: String, _ status: Int32,
      isNoted: Bool = false
    ) {
      self.name = name
      self.words = words
      self.code = code
      self.status = status
      self.isNoted = isNoted
    }
  }

  static func issue(_ need: String, _ more: String...) -> [String] {
    [
      "grant", "issue", "kim.ahl", "S-1/print", "--need", need, "--endorsed-by", "eva.lind",
      "--decided-by", "siv.dahl", "--case", "SN 2026/99",
    ] + more
  }

  static func unit(_ name: String = "Unit", _ more: String...) -> [String] {
    ["unit", "register", name, "--kind", "unit", "--parent", "U-2"] + more
  }

  static let need = "Handles new cases in the unit"

  @Test func `text that cannot be recorded is refused`() throws {
    let long = String(repeating: "x", count: 9_000)
    let huge = String(repeating: "x", count: 100_000)
    try expectRefused([
      Case("empty name", Self.unit(""), "CLI-11", 2),
      Case("empty identifier", ["grant", "show", ""], "CLI-11", 2),
      Case("empty key", Self.unit("Unit", "--key", ""), "CLI-11", 2),
      Case("empty need", Self.issue(""), "CLI-11", 2),
      Case("need of 9,000 bytes", Self.issue(long), "REF-03", 1, isNoted: true),
      Case("argument of 100,000 bytes", Self.issue(huge), "REF-03", 1, isNoted: true),
      Case("identifier of 100,000 bytes", ["grant", "show", huge], "CLI-33", 2),
      Case("verb of 100,000 bytes", [huge], "CLI-01", 2),
      Case("person of 100,000 bytes", ["person", "show", huge], "CLI-34", 3),
      Case("system of 100,000 bytes", ["who", huge], "REF-01", 3),
      Case(
        "name that is not UTF-8",
        bytes: Self.unit("U").map { $0 == "U" ? [0x55, 0xFF] : Array($0.utf8) }, "CLI-14", 2),
      Case("verb that is not UTF-8", bytes: [[0xC3]], "CLI-14", 2),
      Case("half a character", bytes: [Array("explain".utf8), [0xE2, 0x82]], "CLI-14", 2),
      Case("control character in a name", Self.unit("Un\u{1B}[31mit"), "REF-03", 1, isNoted: true),
      Case("bell in a need", Self.issue("Handles \u{7} cases"), "REF-03", 1, isNoted: true),
      Case("control character in an identifier", ["grant", "show", "G-1\u{7}"], "CLI-33", 2),
    ])
  }

  @Test func `personal data in a need is refused and told nowhere`() throws {
    // A number that nobody has: birth number 000 on a day in the year 2094.
    let hidden = ["kim.ahl@post.example", "070-123 45 67", "20940228-0003"]
    let office = try Office()
    for text in hidden {
      try expectRefused(
        [Case(text, Self.issue("\(Self.need): \(text)"), "INV-57", 1, isNoted: true)], in: office)
    }
    for text in hidden {
      #expect(!office.operations().contains { $0.contains(text) }, "\(text)")
    }
  }

  @Test func `times that cannot be are refused`() throws {
    try expectRefused([
      Case("no such day", Self.issue(Self.need, "--until", "2026-02-30"), "CLI-33", 2),
      Case("no such hour", Self.unit("Unit", "--effective", "2026-01-12T25:00"), "CLI-33", 2),
      Case("no such month", ["who", "S-1", "--as-of", "2026-13-01"], "CLI-33", 2),
      Case(
        "decision in the future", Self.issue(Self.need, "--effective", "2999-01-01"), "INV-10", 1,
        isNoted: true),
      Case(
        "decision long ago without a reason", Self.issue(Self.need, "--effective", "2026-01-12"),
        "INV-10", 1, isNoted: true),
    ])
  }

  @Test func `keys that may not sign are refused`() throws {
    let office = try Office()
    let made = try office.script(
      """
      cp key open-key; chmod 644 open-key
      ssh-keygen -q -t ed25519 -N correct-horse -f encrypted-key
      ssh-keygen -q -t rsa -b 2048 -N '' -f rsa-key
      : > empty-key; chmod 600 empty-key
      head -c 200 key > half-key; chmod 600 half-key
      """)
    #expect(made.status == 0, "\(made.error)")
    func key(_ name: String, _ code: String, isNoted: Bool = false) -> Case {
      Case(name, Self.unit("Unit", "--key", name), code, 1, isNoted: isNoted)
    }
    try expectRefused(
      [
        key("other-key", "LED-03", isNoted: true), key("revoked-key", "LED-04", isNoted: true),
        key("open-key", "CLI-32"), key("encrypted-key", "KEY-02"), key("rsa-key", "KEY-03"),
        key("empty-key", "KEY-01"), key("half-key", "KEY-04"), key("key.pub", "KEY-13"),
        key("no-key", "FIL-01"), key("ledger", "FIL-01"), key("/dev/zero", "FIL-02"),
        Case("a key of RSA to enrol", ["key", "enroll", "kim.ahl", "rsa-key.pub"], "KEY-03", 1),
        Case(
          "an enrolled key once more", ["key", "enroll", "kim.ahl", "key.pub"], "REF-02", 1,
          isNoted: true),
      ], in: office)
    office.environment["LIGGARE_KEY"] = nil
    try expectRefused([Case("no key at all", Self.unit(), "CLI-31", 2)], in: office)
    #expect(!office.operations().contains { $0.contains("PRIVATE") })
  }

  @Test func `where there is no ledger nothing is made`() throws {
    let office = try Office()
    let made = try office.script("mkdir empty other; echo text > other/file; echo text > file")
    #expect(made.status == 0)
    let before = try office.script("find . -path ./ledger -prune -o -print | sort").output
    for place in ["nowhere", "empty", "other", "file", "/dev/null"] {
      for words in [Self.unit(), ["verify"], ["status"], ["who", "S-1"]] {
        let run = try office.run(["liggare"] + words + ["--ledger", place])
        #expect(run.status == 3 && run.error.hasPrefix("LOG-01:"), "\(place) \(words): \(run)")
      }
    }
    #expect(
      try office.script("find . -path ./ledger -prune -o -print | sort").output == before)
    office.environment["LIGGARE_LEDGER"] = nil
    let run = try office.run(["env", "--chdir=/", "liggare", "verify"])
    #expect(run.status == 3 && run.error.hasPrefix("CLI-30:"), "\(run)")
    let founding = [
      "liggare", "init", "other", "--origin", "other.example", "--name", "Example",
      "--custodian", "Anna Berg",
    ]
    let founded = try office.run(founding)
    #expect(founded.status == 1 && founded.error.hasPrefix("LOG-05:"), "\(founded)")
  }

  @Test
  func `the operations log tells time, principal, verb and code of each refusal, and no text`()
    throws
  {
    let office = try Office()
    let secret = "This free text is nobody's business"
    let refused: [(words: [String], verb: String, code: String, principal: String)] = [
      (["grant", "approve", "R-9", "--reason", secret], "grant approve", "REF-01", "P-1"),
      (
        [
          "grant", "issue", "bo.ek", "S-1/read", "--need", secret, "--endorsed-by", "eva.lind",
          "--decided-by", "siv.dahl", "--case", "SN 2026/1", "--reason", secret,
        ],
        "grant issue", "INV-17", "P-1"
      ),
      (
        ["person", "leave", "bo.ek", "--effective", "2999-01-01", "--reason", secret],
        "person leave", "INV-10", "P-1"
      ),
      (
        ["unit", "register", secret, "--kind", "unit", "--parent", "U-9"], "unit register",
        "REF-01",
        "P-1"
      ),
      (
        ["unit", "register", secret, "--kind", "unit", "--parent", "U-2", "--key", "revoked-key"],
        "unit register", "LED-04", "P-6"
      ),
    ]
    for (words, verb, code, principal) in refused {
      let before = office.operations().count
      let run = try office.run(["liggare"] + words)
      #expect(run.error.hasPrefix("\(code):"), "\(words): \(run)")
      let lines = office.operations().dropFirst(before)
      #expect(!lines.isEmpty, "\(words)")
      for line in lines {
        let note = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(note?["verb"] as? String == verb)
        #expect(note?["code"] as? String == code)
        #expect(note?["principal"] as? String == principal)
        #expect((note?["time"] as? String)?.count == 24)
        #expect(note?["detail"] is [String: String])
        #expect(!line.contains("business"), "\(line)")
      }
    }
    let mode = try office.script("stat -c %a ledger/operations.log").output
    #expect(mode == "600\n")
  }

  // MARK: Looking

  private func expectRefused(_ cases: [Case]) throws {
    try expectRefused(cases, in: try Office())
  }

  /// Each is refused as said, in both languages, and leaves every byte but the operations log as it was.
  private func expectRefused(_ cases: [Case], in office: Office) throws {
    let before = try office.contents()
    let events = try office.verify()
    #expect(events.status == 0)
    for refusal in cases {
      for language in ["en_GB.UTF-8", "sv_SE.UTF-8"] {
        office.environment["LC_ALL"] = language
        let noted = office.operations().count
        let run = try office.start([Array("liggare".utf8)] + refusal.words).wait()
        #expect(run.status == refusal.status, "\(refusal.name): \(run)")
        #expect(run.error.hasPrefix("\(refusal.code):"), "\(refusal.name): \(run)")
        #expect(run.output == "", "\(refusal.name)")
        #expect(
          run.error.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" },
          "\(refusal.name): control characters")
        #expect(run.error.utf8.count < 4_000, "\(refusal.name)")
        #expect((office.operations().count > noted) == refusal.isNoted, "\(refusal.name)")
        #expect(try office.contents() == before, "\(refusal.name): the ledger has changed")
      }
    }
    office.environment["LC_ALL"] = "C.UTF-8"
    #expect(try office.verify() == events)
  }
}

import Foundation
import Testing

/// A ledger that is copied, lost, and made anew from the copy.
@Suite struct BackupTests {
  private let decided = [
    "--decided-by", "anna.berg", "--case", "IT 2026/7", "--reason", "The disk broke",
  ]

  private func restore(_ office: Office, _ words: String...) throws -> SystemProcess.Ending {
    try office.run(["liggare", "restore", "backup", "restored"] + words + decided)
  }

  private func register(_ office: Office, _ name: String, ledger: String = "ledger") throws {
    let run = try office.liggare(
      "unit", "register", name, "--kind", "unit", "--parent", "U-2", "--ledger", ledger,
      "--reason", "\(name) is new")
    #expect(run.status == 0, "\(run)")
  }

  /// Every file below a folder, by its name.
  private func files(_ folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      found[name] = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
    }
    return found
  }

  @Test func `a backup is verified, closed to others, and holds no private key`() throws {
    let office = try Office()
    let run = try office.liggare("backup", "backup")
    #expect(run.status == 0, "\(run)")
    let copy = office.folder + "/backup"
    #expect(try office.verify(ledger: copy) == office.verify())
    #expect(try office.identities(ledger: copy) == office.identities())
    #expect(try office.script("cd backup; sha256sum -c identities.sha256").status == 0)
    let open = try office.script("find backup -perm /077 | wc -l").output
    #expect(open.trimmingCharacters(in: .whitespaces) == "0\n")
    #expect(try files(copy).keys.allSatisfy { !$0.hasPrefix("log-key") })
    #expect(try office.liggare("backup", "backup", "--with-log-key").status == 0)
    #expect(
      try files(copy)["log-key"] == FileManager.default.contents(atPath: office.ledger + "/log-key")
    )
    #expect(try office.liggare("backup", "backup").status == 0)
    #expect(try files(copy)["log-key"] == nil)
  }

  @Test func `nothing is recorded in a backup`() throws {
    let office = try Office()
    #expect(try office.liggare("backup", "backup").status == 0)
    let before = try files(office.folder + "/backup")
    let run = try office.liggare(
      "unit", "register", "X", "--kind", "unit", "--parent", "U-2", "--ledger", "backup")
    #expect(run.status != 0 && run.error.contains("BAK-01"), "\(run)")
    #expect(try files(office.folder + "/backup") == before)
  }

  @Test func `a later backup copies what is new, and another log or a longer one is refused`()
    throws
  {
    let office = try Office()
    #expect(try office.liggare("backup", "backup").status == 0)
    let size = try Office.bytes(office.segment).count
    try office.script("cp -a ledger earlier")
    try register(office, "Archive")
    let run = try office.liggare("backup", "backup")
    #expect(run.status == 0 && run.output.contains("; \(size) were there."), "\(run)")
    #expect(try office.verify(ledger: office.folder + "/backup") == office.verify())
    let before = try files(office.folder + "/backup")
    let setBack = try office.liggare("backup", "backup", "--ledger", "earlier")
    #expect(setBack.status == 30 && setBack.error.contains("BAK-04"), "\(setBack)")
    try register(office, "Other", ledger: "earlier")
    try register(office, "Another", ledger: "earlier")
    let forked = try office.liggare("backup", "backup", "--ledger", "earlier")
    #expect(forked.status == 30 && forked.error.contains("BAK-05"), "\(forked)")
    let other = try office.script(
      """
      liggare init other --origin other.example --name Other --custodian "Anna Berg"
      status=0; liggare backup backup --ledger other 2> said || status=$?; test $status != 0; grep BAK-03 said
      mkdir taken; touch taken/file; ! liggare backup taken 2> said; grep BAK-02 said
      """)
    #expect(other.status == 0, "\(other)")
    #expect(try files(office.folder + "/backup") == before)
  }

  @Test func `a damaged ledger is not backed up over a good backup`() throws {
    let office = try Office()
    #expect(try office.liggare("backup", "backup").status == 0)
    try register(office, "Archive")
    var bytes = try Office.bytes(office.segment)
    bytes[bytes.count - 40] ^= 1
    try office.write(bytes, to: office.segment)
    let run = try office.liggare("backup", "backup")
    #expect(run.status == 40, "\(run)")
    #expect(try office.verify(ledger: office.folder + "/backup").status != 40)
    #expect(try restore(office).status == 0)
  }

  @Test func `a text that is not the one committed to is not backed up`() throws {
    let office = try Office()
    try office.script(
      "sqlite3 ledger/identities.sqlite \"UPDATE text SET text = 'Other words' WHERE number = 1\"")
    let run = try office.liggare("backup", "backup")
    #expect(run.status == 40 && run.error.contains("BAK-07"), "\(run)")
  }

  @Test func `a restored ledger goes on where the backup ended, and says so`() throws {
    let office = try Office()
    #expect(try office.liggare("backup", "backup", "--with-log-key").status == 0)
    let before = try office.verify()
    let run = try restore(office)
    #expect(run.status == 0, "\(run)")
    let restored = office.folder + "/restored"
    #expect(try office.verify(ledger: restored) == .init(status: 0, events: before.events + 1))
    try register(office, "Archive", ledger: "restored")
    #expect(try office.verify(ledger: restored) == .init(status: 0, events: before.events + 2))
    let log = try office.liggare("log", "--ledger", "restored").output
    #expect(log.contains("The ledger was restored from a backup of \(before.events) events"))
    let judged = try office.liggare("verify", "--rules", "--ledger", "restored")
    #expect(judged.status == 0, "\(judged)")
    #expect(!FileManager.default.fileExists(atPath: restored + ".restoring"))
    let again = try restore(office)
    #expect(again.status != 0 && again.error.contains("BAK-11"), "\(again)")
  }

  @Test func `a restoration says in which case it was decided, and why`() throws {
    let office = try Office()
    #expect(try office.liggare("backup", "backup").status == 0)
    let run = try office.liggare("restore", "backup", "restored", "--decided-by", "anna.berg")
    #expect(run.status == 1 && run.error.contains("RES-01"), "\(run)")
    #expect(!FileManager.default.fileExists(atPath: office.folder + "/restored.restoring"))
  }

  @Test func `a log that a checkpoint shows to have been longer goes on under a new name`() throws {
    let office = try Office()
    #expect(try office.liggare("backup", "backup", "--with-log-key").status == 0)
    let before = try office.verify()
    try register(office, "Lost")
    try office.script("cp ledger/public/checkpoint kept; mv ledger lost")
    let refused = try restore(office, "--checkpoint", "kept")
    #expect(refused.status == 1 && refused.error.contains("RES-02"), "\(refused)")
    let run = try restore(office, "--checkpoint", "kept", "--origin", "ledger.example/2")
    #expect(run.status == 0, "\(run)")
    let restored = office.folder + "/restored"
    #expect(try office.verify(ledger: restored) == .init(status: 0, events: before.events + 1))
    try register(office, "Found", ledger: "restored")
    #expect(try office.verify(ledger: restored) == .init(status: 0, events: before.events + 2))
    let said = try office.script(
      """
      head -1 restored/public/checkpoint; grep -o '"seenSize":[0-9]*' restored/segments/*.ndjson
      grep -o '"previous":"[^"]*"' restored/segments/*.ndjson
      liggare backup second --ledger restored > /dev/null; liggare verify --ledger second > /dev/null
      """)
    #expect(
      said.output
        == "ledger.example/2\n\"seenSize\":\(before.events + 1)\n\"previous\":\"ledger.example\"\n",
      "\(said)")
    // Under the old name the new signatures prove nothing.
    try office.script(
      "printf '%s' \"$(head -c -65 backup/FORMAT)\" > restored/FORMAT; cp backup/FORMAT restored/FORMAT"
    )
    let renamed = try office.liggare("verify", "--ledger", "restored")
    #expect(renamed.status == 40 && renamed.error.contains("LOG-42"), "\(renamed)")
  }

  @Test
  func `a witness that has seen more, or is not reached, stops a restoration under the old name`()
    throws
  {
    let office = try Office()
    let made = try office.script(
      """
      liggare witness init witness --name witness.example > said
      key=$(sed -n 's/.*"logKey":"\\([^"]*\\)".*/\\1/p' ledger/segments/*.ndjson | head -1)
      liggare witness trust witness "$key"
      cat said
      """)
    #expect(made.status == 0, "\(made)")
    let vkey = try #require(
      (made.output + made.error).firstMatch(of: /witness\.example\+[0-9a-f]{8}\+[A-Za-z0-9+\/=]+/))
    let used = try office.script(
      """
      printf 'witness one \(vkey.0) file:%s/witness\\nquorum one\\n' "$PWD" > policy
      liggare witness use policy
      liggare backup backup --with-log-key
      """)
    #expect(used.status == 0, "\(used)")
    let agreeing = try office.run(
      ["liggare", "restore", "backup", "agreed"] + decided)
    #expect(
      agreeing.status == 0 && agreeing.error.contains("has seen nothing longer"), "\(agreeing)")
    try office.script("rm -r agreed")
    try register(office, "Lost")
    #expect(try office.liggare("witness", "ask").status == 0)
    let refused = try restore(office)
    #expect(refused.status == 1 && refused.error.contains("RES-02"), "\(refused)")
    #expect(refused.error.contains("one"), "\(refused)")
    try office.script("mv witness away")
    let unreached = try restore(office)
    #expect(unreached.status == 1 && unreached.error.contains("BAK-12"), "\(unreached)")
    let run = try restore(office, "--origin", "ledger.example/2")
    #expect(run.status == 0, "\(run)")
    // Intact, and the witness that could say more is away.
    #expect(try office.verify(ledger: office.folder + "/restored").status == 10)
  }

  @Test func `whoever was erased is erased again before anything is read`() throws {
    let office = try Office()
    let made = try office.script(
      """
      liggare role assign registrar anna.berg
      liggare role assign data-protection-officer eva.lind
      liggare person register "Zebulon Qvist" --unit U-2 --user zeb.qvist
      liggare person leave zeb.qvist --yes
      liggare person register "Yngve Holst" --unit U-2 --user yngve.holst
      liggare person leave yngve.holst --yes
      cp ledger/identities.sqlite named
      liggare person erase zeb.qvist --basis left --approved-by eva.lind --case "KS 2026/31" --yes
      cp ledger/identities.sqlite after
      cp named ledger/identities.sqlite
      liggare backup backup
      cp after ledger/identities.sqlite
      liggare person erase yngve.holst --basis left --approved-by eva.lind --case "KS 2026/32" --yes
      grep -c Zebulon backup/identities.sqlite; grep -c Yngve backup/identities.sqlite
      """)
    #expect(made.status == 0, "\(made)")
    let run = try restore(office, "--erased-in", "ledger/identities.sqlite")
    #expect(run.status == 0, "\(run)")
    let left = try office.script("grep -rcE 'Zebulon|Yngve' restored | grep -v ':0' || true")
    #expect(left.output == "", "\(left)")
    let card = try office.liggare("person", "show", "P-8", "--ledger", "restored")
    #expect(card.status == 0 && card.output.contains("P-8 (erased)"), "\(card)")
  }

  @Test
  func `a backup killed before any call that changes a file stays whole, and is gone on with`()
    throws
  {
    let office = try Office()
    #expect(try office.liggare("backup", "backup").status == 0)
    let first = try office.verify()
    try register(office, "Archive")
    let second = try office.verify()
    let calls = "pwrite64,fdatasync,fsync,rename,unlink,ftruncate,write,mkdir"
    var number = 0
    var isDone = false
    repeat {
      number += 1
      try office.script("rm -rf new")
      for (folder, sound) in [("backup", [first, second]), ("new", [second])] {
        let run = try killed(office, ["backup", folder], at: number, of: calls)
        if folder == "backup" { isDone = run.status == 0 }
        let isWhole = FileManager.default.fileExists(atPath: "\(office.folder)/\(folder)/head")
        #expect(isWhole || folder == "new")
        guard isWhole else { continue }
        // Bytes behind the head are no part of it.
        var found = try office.verify(ledger: "\(office.folder)/\(folder)")
        if found.status == 20 { found.status = 0 }
        #expect(sound.contains(found), "call \(number) of \(folder): \(found)")
      }
      let next = try office.liggare("backup", "new")
      #expect(next.status == 0, "after call \(number): \(next)")
      #expect(try office.verify(ledger: office.folder + "/new") == second)
    } while !isDone && number < 120
    #expect((10..<120).contains(number))
  }

  @Test func `a restoration killed before any call that changes a file is gone on with`() throws {
    let office = try Office()
    #expect(try office.liggare("backup", "backup", "--with-log-key").status == 0)
    let before = try office.verify()
    let calls = "fsync,rename,unlink,mkdir,fdatasync"
    var number = 0
    var isDone = false
    repeat {
      number += 1
      try office.script("rm -rf restored restored.restoring")
      let run = try killed(
        office, ["restore", "backup", "restored"] + decided, at: number, of: calls)
      isDone = run.status == 0
      if !FileManager.default.fileExists(atPath: office.folder + "/restored") {
        let next = try restore(office)
        #expect(next.status == 0, "after call \(number): \(next)")
      }
      #expect(
        try office.verify(ledger: office.folder + "/restored")
          == .init(status: 0, events: before.events + 1), "after call \(number)")
    } while !isDone && number < 150
    #expect((20..<150).contains(number))
  }

  @Test func `a backup taken while others write is that of one moment`() throws {
    let office = try Office()
    let run = try office.script(
      """
      for number in 1 2 3 4 5 6; do
        liggare unit register "Unit $number" --kind unit --parent U-2 --reason "Number $number" > /dev/null
      done &
      for number in 1 2 3; do liggare backup backup > /dev/null 2>&1; liggare verify --ledger backup > /dev/null; done
      wait
      liggare backup backup > /dev/null 2>&1
      """)
    #expect(run.status == 0, "\(run)")
    #expect(try office.verify(ledger: office.folder + "/backup") == office.verify())
  }

  @Test func `a full disk leaves the backup as it was`() throws {
    let office = try Office()
    #expect(try office.liggare("backup", "backup").status == 0)
    let before = try office.verify(ledger: office.folder + "/backup")
    try register(office, "Archive")
    for number in 1...6 {
      let run = try office.run(
        [
          "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e",
          "inject=pwrite64:error=ENOSPC:when=\(number)+", "liggare", "backup", "backup",
        ])
      guard run.status != 0 else { continue }
      var found = try office.verify(ledger: office.folder + "/backup")
      if found.status == 20 { found.status = 0 }
      #expect(found == before, "call \(number): \(run)")
    }
    #expect(try office.liggare("backup", "backup").status == 0)
    #expect(try office.verify(ledger: office.folder + "/backup") == office.verify())
  }

  private func killed(
    _ office: Office, _ words: [String], at number: Int, of calls: String
  ) throws -> SystemProcess.Ending {
    let ending = try office.run(
      [
        "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e",
        "inject=\(calls):signal=SIGKILL:when=\(number)", "liggare",
      ] + words)
    #expect([0, 137].contains(ending.status), "\(ending)")
    return ending
  }
}

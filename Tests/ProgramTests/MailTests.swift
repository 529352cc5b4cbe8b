import Foundation
import Testing

/// Whoever must act is told by letters, which Python's parser of mail judges.
struct MailTests {
  private static let night = "2026-01-13T01:15:00.000Z"

  /// An office with a job, and with a system whose steward has an address and a decision to carry out.
  private func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      liggare() { liggare-rehearsal \(Office.opened) "mail-$((n += 1))" "$@"; }
      n=0
      liggare key create job-key
      liggare person register "Nightly jobs" --unit U-1 --user nightly.jobs
      liggare role assign job nightly.jobs
      liggare key enroll nightly.jobs job-key.pub --kind host
      liggare person register "Liv Ås" --unit U-2 --user liv.as --email liv.as@mail.example
      liggare system register "Vårdsystem" --owner U-2 --operative-owner kim.ahl \\
        --steward liv.as --deputy nils.ek --classification 2/2/1 --status in-operation
      liggare entitlement define S-2/care --name "Care" --description "May read about care"
      liggare grant issue ulf.alm S-2/care --need "Handles new cases" --endorsed-by eva.lind \\
        --decided-by liv.as --case "SN 2026/18"
      mkdir letters
      """)
    #expect(made.status == 0, "\(made)")
    return office
  }

  private func tell(
    _ office: Office, at instant: String = night, seed: String = "night", _ words: String...
  ) throws -> SystemProcess.Ending {
    try office.run(
      ["liggare-rehearsal", instant, seed, "job", "run", "mail", "--key", "job-key"]
        + ["--from", "register@mail.example"] + words)
  }

  private func letters(_ office: Office, _ folder: String = "letters") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(office.folder)/\(folder)").sorted()
  }

  /// What Python reads in a file.
  private func read(_ office: Office, _ file: String) throws -> [String: String] {
    let judge = """
      import email, email.policy, json, sys
      m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
      assert not m.defects, m.defects
      print(json.dumps({'from': m['from'], 'to': m['to'].addresses[0].addr_spec,
        'name': m['to'].addresses[0].display_name, 'subject': m['subject'],
        'id': m['message-id'], 'date': m['date'].datetime.isoformat(),
        'auto': m['auto-submitted'], 'text': m.get_content()}))
      """
    let run = try office.run(["/usr/bin/python3", "-c", judge, file])
    #expect(run.status == 0, "\(run)")
    return try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: String] ?? [:]
  }

  @Test func `a letter says who must do what, for whom and when, and is sent once`() throws {
    let office = try office()
    let run = try tell(office, "--mail", "letters", "--lang", "sv")
    #expect(run.status == 4 && run.error.contains("JOB-06"), "\(run)")
    let found = try letters(office)
    #expect(found.count == 1, "\(found)")
    let letter = try read(office, "letters/\(found[0])")
    #expect(letter["from"] == "register@mail.example")
    #expect(letter["to"] == "liv.as@mail.example" && letter["name"] == "Liv Ås")
    #expect(letter["subject"]?.contains("Att göra i ledger.example") == true, "\(letter)")
    #expect(letter["id"].map { "<\(found[0])".hasPrefix($0.prefix(41)) } == true, "\(letter)")
    #expect(letter["date"] == "2026-01-13T02:15:00+01:00")
    let text = try #require(letter["text"])
    for part in [
      "Verkställ ett beslut: Ulf Alm", "S-2/care (Vårdsystem)", "Sista dag: 2026-01-13",
      "liggare grant provision G-",
    ] { #expect(text.contains(part), "\(part) in \(text)") }
    #expect(!text.contains("http"))
    let mode = try office.script("stat -c %a letters/* ledger/notices")
    #expect(mode.output == "600\n600\n")
    let again = try tell(office, seed: "again", "--mail", "letters", "--lang", "sv")
    #expect(!again.output.contains("levererat") && again.status == 4, "\(again)")
    #expect(try letters(office) == found)
    // A letter is no event.
    #expect(
      try !office.lines().contains { String(decoding: $0, as: UTF8.self).contains("letters") })
  }

  @Test func `who has done it hears nothing more`() throws {
    let office = try office()
    let done = try office.script(
      """
      command=$(liggare view duties --as-of 2026-01-13 --system S-2 --format tsv --no-header \\
        | grep -o 'grant provision G-[0-9]*')
      liggare-rehearsal 2026-01-12T09:00:00.000Z done $command
      """)
    let listed = try office.run(["liggare", "view", "duties", "--as-of", "2026-01-13"])
    #expect(done.status == 0 && !listed.output.contains("S-2/care"), "\(done) \(listed)")
    _ = try tell(office, "--mail", "letters")
    #expect(try letters(office) == [])
  }

  @Test func `that somebody was told of a flag on stale access is recorded, once`() throws {
    let office = try office()
    func notices() throws -> Int {
      try office.lines().count {
        String(decoding: $0, as: UTF8.self).contains("\"stale.notified\"")
      }
    }
    for seed in ["one", "two"] {
      let run = try office.run(
        [
          "liggare-rehearsal", "2026-01-20T01:15:00.000Z", seed, "job", "run", "stale-scan",
          "mail", "--key", "job-key", "--from", "register@mail.example", "--mail", "letters",
        ])
      #expect(run.status == 4, "\(run)")
      #expect(try notices() > 0)
      let text = try office.script("cat letters/*.eml")
      #expect(text.output.contains("liggare stale show F-"), "\(text)")
    }
    let events = try office.verify().events
    let told = try notices()
    _ = try tell(office, at: "2026-01-21T01:15:00.000Z", seed: "three", "--mail", "letters")
    #expect(try office.verify() == Office.Verification(status: 0, events: events))
    #expect(try notices() == told)
  }

  @Test func `a program is given each letter, and one that fails is tried again without doubles`()
    throws
  {
    let office = try office()
    let made = try office.script(
      """
      mkdir out
      printf '#!/bin/sh\\necho "$@" >> args\\nexit 75\\n' > failing
      printf '#!/bin/sh\\necho "$@" >> args\\ncat > out/$$\\n' > sendmail
      chmod +x failing sendmail
      """)
    #expect(made.status == 0)
    let failed = try tell(office, seed: "one", "--sendmail", "./failing")
    #expect(failed.status == 4 && failed.error.contains("JOB-08"), "\(failed)")
    #expect(!FileManager.default.fileExists(atPath: office.ledger + "/notices"))
    let missing = try tell(office, seed: "two", "--sendmail", "./nowhere")
    #expect(missing.status == 4 && missing.error.contains("JOB-08"), "\(missing)")
    for seed in ["three", "four"] {
      #expect([0, 4].contains(try tell(office, seed: seed, "--sendmail", "./sendmail").status))
    }
    let sent = try letters(office, "out")
    #expect(sent.count == 1)
    #expect(try read(office, "out/\(sent[0])")["to"] == "liv.as@mail.example")
    let arguments = String(decoding: try Office.bytes("\(office.folder)/args"), as: UTF8.self)
    #expect(Set(arguments.split(separator: "\n")) == ["-t -i"])
  }

  @Test func `a folder that is missing, full or read-only loses nothing`() throws {
    let office = try office()
    let missing = try tell(office, seed: "one", "--mail", "nowhere")
    #expect(missing.status == 4 && missing.error.contains("JOB-08"), "\(missing)")
    for (number, fault) in ["pwrite64:error=ENOSPC", "rename:error=EROFS"].enumerated() {
      let run = try office.run(
        [
          "strace", "-f", "-o", "/dev/null", "-e", "inject=\(fault)", "liggare-rehearsal",
          Self.night, "full-\(number)", "job", "run",
          "mail", "--key", "job-key", "--from", "register@mail.example", "--mail", "letters",
        ])
      #expect(run.status == 4 && run.error.contains("JOB-08"), "\(run)")
      #expect(try letters(office).filter { $0.hasSuffix(".eml") } == [])
      #expect(!FileManager.default.fileExists(atPath: office.ledger + "/notices"))
    }
    let run = try tell(office, seed: "three", "--mail", "letters")
    #expect([0, 4].contains(run.status), "\(run)")
    #expect(try letters(office).filter { $0.hasSuffix(".eml") }.count == 1)
    #expect(try office.verify().status == 0)
  }

  @Test func `killed anywhere, and run again, the same letter is there once`() throws {
    let whole = try office()
    _ = try tell(whole, "--mail", "letters")
    let wanted = try letters(whole)
    var killed = 0
    for place in 1...6 {
      let office = try office()
      let ending = try office.run(
        [
          "strace", "-f", "-o", "/dev/null", "-e",
          "inject=pwrite64,fsync,rename:signal=KILL:when=\(place)", "liggare-rehearsal",
          Self.night, "killed", "job", "run", "mail", "--key", "job-key", "--from",
          "register@mail.example", "--mail", "letters",
        ])
      if ending.status == 137 { killed += 1 }
      let again = try tell(office, seed: "again", "--mail", "letters")
      #expect([0, 4].contains(again.status), "\(again)")
      #expect(try letters(office).filter { $0.hasSuffix(".eml") } == wanted)
      #expect(try office.verify().status == 0)
    }
    #expect(killed > 3)
  }

  @Test func `two runs at once send each letter once`() throws {
    let office = try office()
    let made = try office.script(
      "mkdir out; printf '#!/bin/sh\\ncat > out/$$\\n' > sendmail; chmod +x sendmail")
    #expect(made.status == 0)
    let running = try ["one", "two", "three"].map { seed in
      try office.start(
        [
          "liggare-rehearsal", Self.night, seed, "job", "run", "mail", "--key", "job-key",
          "--from", "register@mail.example", "--sendmail", "./sendmail",
        ].map { Array($0.utf8) })
    }
    let endings = try running.map { try $0.wait() }
    #expect(endings.allSatisfy { [0, 4].contains($0.status) }, "\(endings)")
    #expect(try letters(office, "out").count == 1)
  }

  @Test func `a memory that is damaged stops letters and not the run`() throws {
    let office = try office()
    try office.write(Array("something else\n".utf8), to: office.ledger + "/notices")
    let run = try tell(office, "--mail", "letters")
    #expect(run.status == 4 && run.error.contains("JOB-09"), "\(run)")
    #expect(try letters(office) == [])
  }

  @Test(arguments: [
    ["--mail", "letters", "--sendmail", "x"], ["--mail", "letters", "--from", "not an address"],
    ["--mail", "letters", "--dry-run"],
  ])
  func `options that do not go together are refused`(words: [String]) throws {
    let office = try Office()
    let from = words.contains("--from") ? [] : ["--from", "register@mail.example"]
    let run = try office.run(["liggare", "job", "run", "mail"] + words + from)
    #expect(run.status == 2, "\(run)")
    let other = try office.run(["liggare", "job", "run", "expiry", "--mail", "letters"])
    #expect(other.status == 2, "\(other)")
  }
}

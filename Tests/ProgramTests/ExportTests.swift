import Foundation
import Testing

/// Exports for other programs, each held against a reader that others wrote, or against the schema that its standard publishes.
@Suite struct ExportTests {
  /// An office in which an incident was handled, access went stale, and one identity is protected.
  private static func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      n=0
      later() { n=$((n + 1)); liggare-rehearsal 2026-02-0$n"T08:00:00.000Z" "later-$n" "$@"; }
      later incident report "A letter went to the wrong person" --system S-1 --personal-data yes
      later incident triage I-1 --severity 3 --category disclosure --entity U-1
      later secrecy mark kim.ahl --provision "OSL 21:3" --protected-identity
      later grant revoke G-1 --reason "Moved" --case 'A]B'
      liggare-rehearsal 2027-06-01T01:00:00.000Z scan stale scan
      """)
    try #require(made.status == 0, "\(made)")
    return office
  }

  private static let asOf = "2027-06-02"

  private func python(
    _ office: Office, _ judge: String, _ words: String...
  ) throws -> SystemProcess.Ending {
    try office.run(["/usr/bin/python3", PacketOffice.fixture(judge)] + words)
  }

  /// What a program finds in JSON that an export gives.
  private func object(_ office: Office, _ words: String...) throws -> [String: Any] {
    let run = try office.run(["liggare", "export"] + words)
    try #require(run.status == 0, "\(run)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func lines(_ office: Office, _ words: String...) throws -> [[String: Any]] {
    let run = try office.run(["liggare", "export", "ocsf"] + words)
    try #require(run.status == 0, "\(run)")
    return try run.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  // MARK: OCSF

  @Test func `every event is one of OCSF, as the schema of 1.8.0 has it`() throws {
    let office = try Self.office()
    let judged = try office.script(
      """
      liggare export ocsf --findings --as-of \(Self.asOf) --out events.jsonl
      liggare export ocsf --findings --as-of \(Self.asOf) > again.jsonl
      cmp events.jsonl again.jsonl
      stat -c %a events.jsonl
      /usr/bin/python3 '\(PacketOffice.fixture("ocsf/judge.py"))' < events.jsonl
      """)
    #expect(judged.status == 0, "\(judged)")
    for kind in ["2003 1", "2005 1", "2005 2", "3001 1", "3004 1", "3005 1", "3005 2", "3005 99"] {
      #expect(judged.output.contains("\n\(kind) "), "\(kind): \(judged)")
    }
    let size = try office.verify().events
    let events = try lines(office)
    #expect(events.count == size)
    for (position, event) in events.enumerated() {
      let metadata = event["metadata"] as? [String: Any]
      #expect(metadata?["uid"] as? String == "ledger.example#\(position)")
      #expect(metadata?["sequence"] as? Int == position)
    }
  }

  @Test func `the schema refuses what is not of it`() throws {
    let office = try Self.office()
    for change in [
      "s/\"user\":{/\"usher\":{/", "s/\"class_uid\":3005/\"class_uid\":3001/",
      "s/\"severity_id\":1/\"severity_id\":7/", "s/\"time\":\\([0-9]*\\)/\"time\":\"\\1\"/",
      "s/,\"message\":\"[^\"]*\"/,\"massage\":\"x\"/",
    ] {
      let judged = try office.script(
        """
        liggare export ocsf --from 20 | sed '\(change)' > changed.jsonl
        /usr/bin/python3 '\(PacketOffice.fixture("ocsf/judge.py"))' < changed.jsonl
        """)
      #expect(judged.status == 1, "\(change): \(judged)")
    }
  }

  @Test func `who gets and loses what is told with the right and the person`() throws {
    let office = try Self.office()
    let events = try lines(office, "--from", "20")
    let given = try #require(
      events.first {
        ($0["unmapped"] as? [String: Any])?["type"] as? String == "grant.provisioned"
      })
    #expect(
      given["type_uid"] as? Int == 300_501 && given["privileges"] as? [String] == ["S-1/read"])
    let user = given["user"] as? [String: Any]
    #expect(user?["uid"] as? String == "P-6" && user?["name"] as? String == "bo.ek")
    let taken = try #require(
      events.last { ($0["unmapped"] as? [String: Any])?["type"] as? String == "grant.revoked" })
    #expect(taken["activity_name"] as? String == "Revoke Privileges")
    #expect((taken["unmapped"] as? [String: Any])?["case"] as? String == "A]B")
    let flagged = try #require(
      events.first { ($0["unmapped"] as? [String: Any])?["type"] as? String == "stale.flagged" })
    #expect((flagged["compliance"] as? [String: Any])?["status"] as? String == "Fail")
  }

  @Test func `a stretch is given by positions or by when it was recorded`() throws {
    let office = try Self.office()
    #expect(try lines(office, "--from", "5", "--to", "7").count == 3)
    let recorded = try lines(office, "--from", "2026-02-01", "--to", "2026-02-04")
    let types = recorded.map { ($0["unmapped"] as? [String: Any])?["type"] as? String }
    #expect(types.first == "incident.reported" && types.last == "grant.revoked", "\(types)")
    #expect(try office.liggare("export", "ocsf", "--from", "yesterday").status == 2)
  }

  @Test func `no export tells the name of a protected identity`() throws {
    let office = try Self.office()
    for words in [
      ["ocsf", "--findings"], ["syslog"], ["oscal"], ["scim", "users"], ["scim", "groups"],
    ] {
      let run = try office.run(["liggare", "export"] + words)
      #expect(run.status == 0 && run.output.utf8.count > 500, "\(words): \(run)")
      #expect(!run.output.contains("Kim Ahl") && !run.output.contains("kim.ahl"), "\(words)")
      #expect(words[0] == "oscal" || run.output.contains("P-5"), "\(words)")
    }
  }

  // MARK: OSCAL

  @Test func `what holds of controls is an assessment that the schema of OSCAL accepts`() throws {
    let office = try Self.office()
    let made = try office.script(
      """
      liggare export oscal --as-of \(Self.asOf) --out results.json
      liggare export oscal --as-of \(Self.asOf) > again.json
      cmp results.json again.json
      """)
    #expect(made.status == 0, "\(made)")
    let judged = try python(office, "oscal/judge.py", "results.json")
    #expect(judged.status == 0, "\(judged)")
    // What the views list stands against what they are about, and nothing else does.
    let overdue = try office.script(
      "liggare view overdue-reviews --as-of \(Self.asOf) --format tsv --no-header | wc -l")
    let count = Int(overdue.output.filter(\.isNumber)) ?? -1
    #expect(count > 0 && judged.output.contains("ac-6.7_smt not-satisfied \(count)\n"), "\(judged)")
    #expect(judged.output.contains("at-3_smt.a satisfied 0"), "\(judged)")
  }

  @Test func `the schema of OSCAL refuses what is not of it`() throws {
    let office = try Self.office()
    #expect(try office.liggare("export", "oscal", "--out", "results.json").status == 0)
    for change in [
      "s/\"methods\"/\"method\"/", "s/\"state\": \"satisfied\"/\"state\": \"fine\"/",
      "s/\"href\": \"#/\"href\": \"#0/", "s/\"oscal-version\"/\"version-of-oscal\"/",
    ] {
      let changed = try office.script("sed '\(change)' results.json > changed.json")
      #expect(changed.status == 0)
      #expect(try python(office, "oscal/judge.py", "changed.json").status == 1, "\(change)")
    }
  }

  @Test func `a risk keeps its identifier, and Python makes the same of its name`() throws {
    let office = try Self.office()
    func risks(_ day: String) throws -> Set<String> {
      let results = try object(office, "oscal", "--as-of", day)["assessment-results"]
      let result = ((results as? [String: Any])?["results"] as? [[String: Any]])?.first
      return Set((result?["risks"] as? [[String: Any]] ?? []).compactMap { $0["uuid"] as? String })
    }
    let (one, other) = (try risks("2027-06-02"), try risks("2027-06-20"))
    #expect(!one.isEmpty && one.isSubset(of: other))
    let made = try office.run([
      "/usr/bin/python3", "-c",
      """
      import uuid
      space = uuid.uuid5(uuid.NAMESPACE_URL, "liggare:ledger.example")
      print(uuid.uuid5(space, "plan"))
      """,
    ])
    let document = try object(office, "oscal")["assessment-results"] as? [String: Any]
    let plan = (document?["import-ap"] as? [String: Any])?["href"] as? String
    #expect(plan == "#" + made.output.trimmingCharacters(in: .newlines))
    let given = try object(office, "oscal", "--plan", "plan.json")["assessment-results"]
    let own = ((given as? [String: Any])?["import-ap"] as? [String: Any])?["href"] as? String
    #expect(own == "plan.json")
  }

  // MARK: SCIM

  @Test func `persons and entitlements are resources of SCIM that name each other`() throws {
    let office = try Self.office()
    let made = try office.script(
      """
      liggare export scim users --as-of 2026-01-31 --out users.json
      liggare export scim groups --as-of 2026-01-31 --out groups.json
      liggare view active-grants --as-of 2026-01-31 --format json --out grants.json
      """)
    #expect(made.status == 0, "\(made)")
    let judged = try python(office, "scim/judge.py", "users.json", "groups.json", "grants.json")
    #expect(judged.status == 0, "\(judged)")
    let changed = try office.script("sed 's/\"userName\"/\"username\"/' users.json > wrong.json")
    #expect(changed.status == 0)
    #expect(
      try python(office, "scim/judge.py", "wrong.json", "groups.json", "grants.json").status == 1)
  }

  // MARK: Syslog

  @Test func `every event is a message of syslog, whatever stands in it`() throws {
    let office = try Self.office()
    let made = try office.script(
      """
      liggare export syslog --enterprise 99999 --out events.log
      liggare log --format json --out log.json
      """)
    #expect(made.status == 0, "\(made)")
    let judged = try python(office, "syslog/judge.py", "events.log", "log.json")
    #expect(judged.status == 0 && judged.output.contains("case A]B"), "\(judged)")
    let changed = try office.script(#"sed 's/\\]/]/' events.log > wrong.log"#)
    #expect(changed.status == 0)
    #expect(try python(office, "syslog/judge.py", "wrong.log", "log.json").status == 1)
  }

  // MARK: All of them

  @Test func `every form that is listed can be made as it is told`() throws {
    let office = try Self.office()
    let listed = try office.liggare("export", "formats")
    #expect(listed.status == 0)
    func line(_ text: Substring) -> String? {
      text.range(of: " liggare ").map { String(text[$0.lowerBound...]) }
    }
    let typed = listed.output.split(separator: "\n").compactMap(line)
    #expect(typed.count >= 11, "\(listed)")
    for command in typed where !command.contains("job run") {
      let run = try office.script(
        "mkdir -p inside; cd inside; \(command) > made; test -s made")
      #expect(run.status == 0, "\(command): \(run)")
    }
  }

  @Test func `each export is noted where the rules log readings`() throws {
    let office = try Self.office()
    let adopted = try office.script(
      """
      printf 'liggare-policy: 1\\npolicy: reading\\n[reading]\\nlogged: log, findings, persons\\n' > reading.policy
      liggare-rehearsal 2027-06-03T08:00:00.000Z adopt policy adopt reading.policy --body U-1 \\
        --from 2027-06-03 --review-by 2028-12-31 --case 'KS 1'
      for what in ocsf syslog oscal "scim users" "full everything"; do
        liggare-rehearsal 2027-06-05T08:00:00.000Z reads export $what > made
      done
      """)
    #expect(adopted.status == 0, "\(adopted)")
    let reads = String(
      decoding: try Office.bytes(office.ledger + "/reads.log"), as: UTF8.self)
    let told = reads.split(separator: "\n")
    for (verb, count) in [
      ("export ocsf", 1), ("export syslog", 1), ("export oscal", 1), ("export scim", 1),
      ("export full", 3),
    ] {
      #expect(told.count { $0.contains("\"\(verb)\"") } == count, "\(verb): \(reads)")
    }
  }
}

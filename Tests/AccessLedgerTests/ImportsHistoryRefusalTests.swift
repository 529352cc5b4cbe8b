import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import EventStore
import Events
import Foundation
import IdentityRegister
import Projections
import Testing
import Transparency

@Suite struct ImportsHistoryRefusalTests {
  /// A register that is sound, line by line.
  private static let sound = [
    #"{"seq":1,"ts":"2021-01-01T08:00:00Z","id":"a1","op":"register_person","person":"P1","name":"Alva Ek","unit":"Norr","title":"","employment":"employee"}"#,
    #"{"seq":2,"ts":"2021-01-01T08:01:00Z","id":"a2","op":"register_person","person":"P2","name":"Bo Alm","unit":"Norr / Inre","title":"Chef","employment":"gig"}"#,
    #"{"seq":3,"ts":"2021-01-01T08:02:00Z","id":"a3","op":"register_system","system":"S1","name":"Arkivet","confidentiality":1,"integrity":1,"availability":1,"owner":"P1","manager":"P1","deputy":"P2","review_interval_days":365,"entitlements":["read","write"],"purpose":""}"#,
    #"{"seq":4,"ts":"2021-01-01T08:03:00Z","id":"a4","op":"request","request":"R1","person":"P2","system":"S1","entitlement":"read","until":null,"by":"P2","need":"Läser i arkivet"}"#,
    #"{"seq":5,"ts":"2021-01-01T08:04:00Z","id":"a5","op":"decide","request":"R1","decision":"approve","by":"P1","reason":""}"#,
    #"{"seq":6,"ts":"2021-01-01T08:05:00Z","id":"a6","op":"grant","grant":"G1","request":"R1","person":"P2","system":"S1","entitlement":"read","start":"2021-01-02","end":null,"by":"P1","ticket":"KS 2021/1"}"#,
    #"{"seq":7,"ts":"2021-01-01T08:06:00Z","id":"a7","op":"request","request":"R2","person":"P2","system":"S1","entitlement":"write","until":null,"by":"P2","need":"Skriver i arkivet"}"#,
    #"{"seq":8,"ts":"2021-01-01T08:07:00Z","id":"a8","op":"decide","request":"R2","decision":"deny","by":"P1","reason":"Nej"}"#,
    #"{"seq":9,"ts":"2021-01-01T08:08:00Z","id":"a9","op":"incident","incident":"I1","state":"report","system":"S1","severity":0,"by":"P2","text":"Dörren stod öppen"}"#,
    #"{"seq":10,"ts":"2021-01-01T08:09:00Z","id":"a10","op":"register_person","person":"P3","name":"Cleo Dal","unit":"Norr","title":"","employment":"student"}"#,
    #"{"seq":11,"ts":"2021-01-01T08:10:00Z","id":"a11","op":"request","request":"R3","person":"P3","system":"S1","entitlement":"read","until":null,"by":"P3","need":"Praktik i arkivet"}"#,
  ]

  private static let ts = #""ts":"2021-02-01T08:00:00Z","seq":99,"id":"#

  private static func line(_ id: String, _ rest: String) -> String { "{\(ts)\"\(id)\",\(rest)}" }

  /// Lines that do not fit after the sound ones, with the code that says why and a word of the facts.
  private static let unsound: [(line: String, code: String, fact: String)] = [
    (
      line(
        "b",
        #""op":"request","request":"R9","person":"P9","system":"S1","entitlement":"read","until":null,"by":"P1","need":"x""#
      ),
      "IMP-50", "P9"
    ),
    (
      line(
        "b",
        #""op":"request","request":"R9","person":"P1","system":"S9","entitlement":"read","until":null,"by":"P1","need":"x""#
      ),
      "IMP-50", "S9"
    ),
    (
      line(
        "b",
        #""op":"request","request":"R9","person":"P1","system":"S1","entitlement":"burn","until":null,"by":"P1","need":"x""#
      ),
      "IMP-50", "burn"
    ),
    (
      line(
        "b",
        #""op":"request","request":"R1","person":"P1","system":"S1","entitlement":"read","until":null,"by":"P1","need":"x""#
      ),
      "IMP-51", "R1"
    ),
    (
      line("b", #""op":"decide","request":"R9","decision":"approve","by":"P1","reason":"""#),
      "IMP-50", "R9"
    ),
    (
      line("b", #""op":"decide","request":"R1","decision":"deny","by":"P1","reason":"""#), "IMP-52",
      "approved"
    ),
    (
      line("b", #""op":"decide","request":"R3","decision":"deny","by":"P9","reason":"""#), "IMP-50",
      "P9"
    ),
    (
      line(
        "b",
        #""op":"grant","grant":"G2","request":"R9","person":"P3","system":"S1","entitlement":"read","start":"2021-02-01","end":null,"by":"P1","ticket":"""#
      ),
      "IMP-50", "R9"
    ),
    (
      line(
        "b",
        #""op":"grant","grant":"G2","request":"R3","person":"P3","system":"S1","entitlement":"read","start":"2021-02-01","end":null,"by":"P1","ticket":"""#
      ),
      "IMP-52", "not decided"
    ),
    (
      line(
        "b",
        #""op":"grant","grant":"G2","request":"R2","person":"P2","system":"S1","entitlement":"write","start":"2021-02-01","end":null,"by":"P1","ticket":"""#
      ),
      "IMP-52", "denied"
    ),
    (
      line(
        "b",
        #""op":"grant","grant":"G2","request":"R1","person":"P2","system":"S1","entitlement":"read","start":"2021-02-01","end":null,"by":"P1","ticket":"""#
      ),
      "IMP-52", "G1"
    ),
    (
      line(
        "b",
        #""op":"grant","grant":"G1","request":"R3","person":"P2","system":"S1","entitlement":"read","start":"2021-02-01","end":null,"by":"P1","ticket":"""#
      ),
      "IMP-51", "G1"
    ),
    (line("b", #""op":"revoke","grant":"G9","by":"P1","reason":"""#), "IMP-50", "G9"),
    (line("b", #""op":"revoke","grant":"G1","by":"P9","reason":"""#), "IMP-50", "P9"),
    (
      line(
        "b",
        #""op":"review_item","review":"V1","system":"S1","grant":"G9","outcome":"keep","by":"P1","comment":"""#
      ),
      "IMP-50", "G9"
    ),
    (
      line(
        "b",
        #""op":"review_item","review":"V1","system":"S2","grant":"G1","outcome":"keep","by":"P1","comment":"""#
      ),
      "IMP-53", "S2"
    ),
    (
      line(
        "b",
        #""op":"incident","incident":"I9","state":"close","system":"S1","severity":1,"by":"P1","text":"""#
      ),
      "IMP-50", "I9"
    ),
    (
      line(
        "b",
        #""op":"incident","incident":"I1","state":"report","system":"S1","severity":1,"by":"P1","text":"""#
      ),
      "IMP-51", "I1"
    ),
    (
      line(
        "b",
        #""op":"incident","incident":"I1","state":"close","system":"S2","severity":1,"by":"P1","text":"""#
      ),
      "IMP-53", "S2"
    ),
    (line("b", #""op":"leaver","person":"P9","by":"P1","last_day":"2021-02-01""#), "IMP-50", "P9"),
    (
      line(
        "b",
        #""op":"register_system","system":"S1","name":"X","confidentiality":1,"integrity":1,"availability":1,"owner":"P1","manager":"P1","deputy":"P2","review_interval_days":365,"entitlements":[],"purpose":"""#
      ),
      "IMP-51", "S1"
    ),
    (
      line(
        "b",
        #""op":"register_system","system":"S2","name":"X","confidentiality":1,"integrity":1,"availability":1,"owner":"P9","manager":"P1","deputy":"P2","review_interval_days":365,"entitlements":[],"purpose":"""#
      ),
      "IMP-50", "P9"
    ),
    (
      line(
        "b",
        #""op":"register_person","person":"P4","name":"D","unit":"\#(String(repeating: "å", count: 300))","title":"","employment":"employee""#
      ),
      "IMP-54", "600"
    ),
    (
      line(
        "b",
        #""op":"register_person","person":"P4","name":"\#(String(repeating: "å", count: 300))","unit":"Norr","title":"","employment":"employee""#
      ),
      "IDR-12", "line"
    ),
    (
      line(
        "b",
        #""op":"revoke","grant":"G1","by":"P1","reason":"\#(String(repeating: "ö", count: 4_001))""#
      ),
      "IDR-12", "reason"
    ),
    (line("a1", #""op":"leaver","person":"P1","by":"P1","last_day":"2021-02-01""#), "IMP-55", "a1"),
    (line("b", #""op":"dance""#), "IMP-10", "line"),
  ]

  @Test func `each break of structure stops with its line and reason, and what came before stands`()
    throws
  {
    for (line, code, fact) in Self.unsound {
      let bench = try ImportsWorkbench()
      let broken = try bench.file(
        "broken.ndjson", (Self.sound + [line] + ["not read any more"]).joined(separator: "\n"))
      let report = try HistoryImport(path: broken).run(
        on: try bench.open(), signedBy: bench.signer)
      let stop = report.stop?.diagnostics.first
      let text = stop?.text(in: .english) ?? "no stop"
      #expect(stop?.code == code, "\(line)\n\(text)")
      #expect(text.contains("line: 12") && text.contains(fact), "\(line)\n\(text)")
      #expect(report.total.recorded == 11)
      let register = try bench.open().register
      #expect(register.grants.count == 1 && register.persons.count == 4)
      // Corrected, the same file goes on to its end.
      let sound =
        Self.sound + [
          Self.line("z", #""op":"revoke","grant":"G1","by":"P1","reason":"""#)
        ]
      let rest = try HistoryImport(
        path: try bench.file("sound.ndjson", sound.joined(separator: "\n"))
      ).run(on: try bench.open(), signedBy: bench.signer)
      #expect(rest.stop == nil && rest.total.recorded == 1 && rest.total.skipped == 11)
    }
  }

  @Test func `what has ended cannot be ended or looked at again, and who has left cannot leave`()
    throws
  {
    let revoke = Self.line("c", #""op":"revoke","grant":"G1","by":"P1","reason":"""#)
    let review = Self.line(
      "d",
      #""op":"review_item","review":"V1","system":"S1","grant":"G1","outcome":"revoke","by":"P1","comment":"""#
    )
    let leave = Self.line("e", #""op":"leaver","person":"P2","by":"P1","last_day":"2021-02-01""#)
    let close = Self.line(
      "f",
      #""op":"incident","incident":"I1","state":"close","system":"S1","severity":1,"by":"P1","text":"""#
    )
    func other(_ line: String) -> String {
      line.replacingOccurrences(of: #""id":""#, with: #""id":"again-"#)
    }
    let sequences = [
      [revoke, other(revoke)], [revoke, review], [review, revoke], [review, other(review)],
      [leave, other(leave)], [close, other(close)],
    ]
    for sequence in sequences {
      let bench = try ImportsWorkbench()
      let file = try bench.file(
        "history.ndjson", (Self.sound + sequence).joined(separator: "\n"))
      let report = try HistoryImport(path: file).run(on: try bench.open(), signedBy: bench.signer)
      #expect(report.stop?.diagnostics.first?.code == "IMP-52", "\(sequence)")
      #expect(report.total.recorded == 12)
    }
    // The time after leaving is no reason not to clear away.
    let bench = try ImportsWorkbench()
    let file = try bench.file(
      "history.ndjson", (Self.sound + [leave, revoke]).joined(separator: "\n"))
    let report = try HistoryImport(path: file).run(on: try bench.open(), signedBy: bench.signer)
    #expect(report.stop == nil && report.total.recorded == 13)
  }

  @Test func `the same line twice is taken once, and an unknown footing is remarked upon`() throws {
    let bench = try ImportsWorkbench()
    let file = try bench.file(
      "history.ndjson", (Self.sound + [Self.sound[10]]).joined(separator: "\n"))
    let report = try HistoryImport(path: file).run(on: try bench.open(), signedBy: bench.signer)
    #expect(report.stop == nil && report.total.recorded == 11 && report.total.skipped == 1)
    #expect(report.findings["IMP-56"]?.count == 1)
    let register = try bench.open().register
    #expect(register.persons[PersonID("P2")!]?.category == .external)
    #expect(register.persons[PersonID("P3")!]?.category == .student)
    #expect(register.systems[SystemID("S1")!]?.purpose == nil)
    #expect(register.incidents[IncidentID("I1")!]?.report.severity == nil)
  }

  @Test
  func `a person registered again moves, keeps what they hold and what else is known of them`()
    throws
  {
    let bench = try ImportsWorkbench()
    _ = try HistoryImport(
      path: try bench.file("1.ndjson", Self.sound.joined(separator: "\n"))
    ).run(on: try bench.open(), signedBy: bench.signer)
    try bench.open().identities.put(
      Identity(person: "P2", name: "Bo Alm", userName: "bo.alm", title: "Chef", isProtected: true))
    let move = Self.line(
      "m",
      #""op":"register_person","person":"P2","name":"Bo Ek","unit":"Söder","title":"","employment":"employee""#
    )
    let report = try HistoryImport(
      path: try bench.file("2.ndjson", (Self.sound + [move]).joined(separator: "\n"))
    ).run(on: try bench.open(), signedBy: bench.signer)
    #expect(report.stop == nil && report.eventCount == 3)
    let ledger = try bench.open()
    let person = ledger.register.persons[PersonID("P2")!]!
    #expect(person.affiliations.count == 2 && person.affiliations[0].ended != nil)
    #expect(ledger.register.units[person.affiliations[1].unit]?.name.text == "Söder")
    let grant = ledger.register.grants[GrantID("G1")!]!
    #expect(ledger.register.isInEffect(grant, at: Instant("2021-03-01T00:00:00.000Z")!))
    let expected = Identity(person: "P2", name: "Bo Ek", userName: "bo.alm", isProtected: true)
    #expect(try ledger.identities.identity(of: "P2") == .present(expected))
  }

  @Test func `only the custodian may take over a register`() throws {
    let bench = try ImportsWorkbench()
    let other = try SigningKey(seed: Ed25519Seed([UInt8](repeating: 6, count: 32))!)
    let ledger = try bench.open()
    let path = try bench.file("history.ndjson", Self.sound.joined(separator: "\n"))
    #expect(throws: LedgerError.self) {
      try HistoryImport(path: path).run(on: ledger, signedBy: other)
    }
    let line = "\(OpenSSHPublicKeyLine(publicKey: other.publicKey).text)"
    _ = try ledger.record(
      Recording { _ in
        [
          .init(
            .person(.register(RegisterPerson(person: PersonID(number: 2), category: .employee)))),
          .init(
            .key(
              .enroll(
                EnrollKey(
                  fingerprint: other.fingerprint, publicKey: line, principal: PersonID(number: 2),
                  kind: .person)))),
        ]
      }, signedBy: bench.signer)
    do {
      _ = try HistoryImport(path: path).run(on: ledger, signedBy: other)
      Issue.record("taken over by somebody without a role")
    } catch {
      #expect(error.diagnostics.map(\.code) == ["ROL-01"])
    }
    #expect(throws: LedgerError.self) {
      try HistoryImport(path: path + ".missing").run(on: ledger, signedBy: bench.signer)
    }
  }

  @Test func `when another process writes meanwhile, the batch is decided again on what it wrote`()
    throws
  {
    let bench = try ImportsWorkbench()
    let path = try bench.file("history.ndjson", Self.sound.joined(separator: "\n"))
    let part = try bench.file("part.ndjson", Self.sound.prefix(3).joined(separator: "\n"))
    // Somebody else writes when the first event is given its id, so that the batch comes too late.
    var isFirst = true
    var ambient = bench.ambient
    ambient.randomBytes = { [own = bench.ambient.randomBytes] count in
      if isFirst {
        isFirst = false
        do {
          let report = try HistoryImport(path: part).run(on: bench.open(), signedBy: bench.signer)
          #expect(report.total.recorded == 3)
        } catch {
          Issue.record(error)
        }
      }
      return own(count)
    }
    let ledger = try Ledger.open(at: bench.ledgerPath, for: .writing, ambient: ambient)
    let report = try HistoryImport(path: path).run(on: ledger, signedBy: bench.signer)
    #expect(!isFirst)
    #expect(report.stop == nil && report.total.recorded == 8 && report.total.skipped == 3)
    #expect(ledger.register.position == ledger.log.head.size)
    #expect(ledger.register.units.count == 3)
    #expect(try bench.verdict() == (.intact, []))
  }

  @Test func `a long history is kept in batches, no operation in two`() throws {
    let bench = try ImportsWorkbench()
    var lines: [String] = []
    for number in 1...3_000 {
      lines.append(
        #"{"seq":\#(number),"ts":"2021-01-01T08:00:00Z","id":"i\#(number)","op":"register_person","person":"P\#(number)","name":"Person \#(number)","unit":"Norr / Enhet \#(number / 7)","title":"","employment":"employee"}"#
      )
    }
    let path = try bench.file("long.ndjson", lines.joined(separator: "\n"))
    let ledger = try bench.open()
    let report = try HistoryImport(path: path).run(on: ledger, signedBy: bench.signer)
    #expect(report.stop == nil && report.batchCount == 2)
    var batches: [UniqueID: Set<Int>] = [:]
    var batch = 0
    var largest: UInt64 = 0
    var commands: [UniqueID] = []
    try ledger.readEvents(from: 6) {
      commands.append($0.command.id)
      return .proceed
    }
    try ledger.log.read(from: 6) { record in
      if record.fields.batchIndex == 1 { batch += 1 }
      largest = max(largest, UInt64(record.fields.batchIndex))
      batches[commands[Int(record.position) - 6], default: []].insert(batch)
      return .proceed
    }
    #expect(batch == 2 && largest <= 4_096 && largest > 4_090)
    #expect(batches.values.allSatisfy { $0.count == 1 })
  }
}

import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections
import Testing
import Transparency

@Suite struct `Grants and needs in a ledger` {
  private let count = 500

  /// A history in which everybody's access ends at one instant.
  private func history() -> String {
    var number = 0
    var lines: [String] = []
    func line(_ rest: String) {
      number += 1
      lines.append(
        #"{"seq":\#(number),"ts":"2021-01-01T08:00:00Z","id":"a\#(number)",\#(rest)}"#)
    }
    func person(_ person: Int) {
      line(
        #""op":"register_person","person":"P\#(person)","name":"Person \#(person)","unit":"Norr","title":"","employment":"employee""#
      )
    }
    person(1)
    person(2)
    line(
      #""op":"register_system","system":"S1","name":"Arkivet","confidentiality":1,"integrity":1,"availability":1,"owner":"P1","manager":"P1","deputy":"P2","review_interval_days":365,"entitlements":["read"],"purpose":"""#
    )
    for holder in 3..<(count + 3) {
      person(holder)
      line(
        #""op":"request","request":"R\#(holder)","person":"P\#(holder)","system":"S1","entitlement":"read","until":"2021-06-30","by":"P\#(holder)","need":"Läser i arkivet""#
      )
      line(
        #""op":"decide","request":"R\#(holder)","decision":"approve","by":"P1","reason":"""#)
      line(
        #""op":"grant","grant":"G\#(holder)","request":"R\#(holder)","person":"P\#(holder)","system":"S1","entitlement":"read","start":"2021-01-02","end":"2021-06-30","by":"P1","ticket":"KS 2021/1""#
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func `five hundred that end at one instant are noted in one batch, and once`() throws {
    let bench = try ImportsWorkbench()
    let report = try HistoryImport(
      path: bench.file("history.ndjson", history()), isDryRun: false
    ).run(on: try bench.open(), signedBy: bench.signer)
    #expect(report.stop == nil)
    let ledger = try bench.open()
    let moment = Instant(milliseconds: 1_800_000_000_000)
    let ended = ledger.register.unnotedExpiries(at: moment)
    #expect(ended.count == count)
    #expect(
      ledger.register.grants.rows.allSatisfy {
        ledger.register.state(of: $0, at: moment) == .ending
      })
    let receipt = try ledger.record(
      Recording { ledger in
        ledger.register.unnotedExpiries(at: moment).map {
          .init(.grant(.noteExpiry(NoteExpiry(grant: $0))))
        }
      }, signedBy: bench.signer)
    #expect(receipt.events.count == count)
    let again = try bench.open()
    #expect(again.register.unnotedExpiries(at: moment) == [])
    #expect(try bench.verdict() == (.intact, []))
  }

  @Test
  func `a need that was stated for many is refused for one more, and not by what the log holds`()
    throws
  {
    let bench = try ImportsWorkbench()
    _ = try HistoryImport(path: bench.file("history.ndjson", history()), isDryRun: false)
      .run(on: try bench.open(), signedBy: bench.signer)
    let ledger = try bench.open()
    let person = try #require(ledger.register.persons.rows.last?.id)
    let read = try #require(ledger.register.systems.rows.first?.entitlements.first?.id)
    func ask(_ need: String) -> [String] {
      refusals(
        ledger, bench,
        Recording(isDryRun: true) { _ in
          [
            .init(
              .request(
                .submit(
                  SubmitRequest(
                    request: .init(number: 9_999), person: person, entitlement: read,
                    from: bench.ambient.now(), requester: person, purpose: .publicTask,
                    need: need))))
          ]
        }
      ).map(\.code)
    }
    #expect(ask("läser   i ARKIVET!!").contains("NED-03"))
    #expect(!ask("Läser i protokollen").contains("NED-03"))
  }

  /// What stands against a recording; empty when it was recorded.
  private func refusals(
    _ ledger: Ledger, _ bench: ImportsWorkbench, _ recording: Recording
  ) -> [Diagnostic] {
    do throws(LedgerError) {
      _ = try ledger.record(recording, signedBy: bench.signer)
      return []
    } catch {
      guard case .refused(let violations) = error else {
        Issue.record("\(error)")
        return []
      }
      return violations
    }
  }

  @Test func `what stands against a row of a list names the row, and every row is tried`() throws {
    let bench = try ImportsWorkbench()
    _ = try HistoryImport(path: bench.file("history.ndjson", history()), isDryRun: false)
      .run(on: try bench.open(), signedBy: bench.signer)
    let ledger = try bench.open()
    let size = ledger.log.head.size
    let person = try #require(ledger.register.persons.rows.last?.id)
    let read = try #require(ledger.register.systems.rows.first?.entitlements.first?.id)
    func step(_ row: Int, _ person: PersonID, _ need: String) -> Recording.Step {
      .init(
        .request(
          .submit(
            SubmitRequest(
              request: .init(number: 9_000 + row), kind: .bulk, person: person, entitlement: read,
              from: bench.ambient.now(), requester: person, purpose: .publicTask, need: need))),
        row: row)
    }
    let violations = refusals(
      ledger, bench,
      Recording { _ in
        [
          step(2, person, "Läser i arkivet"), step(3, .init(number: 99_999), "Läser i arkivet"),
          step(4, person, "x"), step(5, person, "Läser i arkivet"),
        ]
      })
    let rows = violations.map { "\($0.facts.first?.value.english ?? "") \($0.code)" }
    #expect(Set(["3 REF-01", "4 REQ-04", "5 INV-17"]).isSubset(of: rows))
    #expect(try bench.open().log.head.size == size)
  }
}

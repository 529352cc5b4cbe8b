import Foundation
import Testing
import Transparency

/// A log that was rewritten with all its hashes: the signatures give it away.
@Suite struct ForgeryTests {
  /// What `verify` says of the ledger once the log is as a forger left it.
  private func verdict(
    _ office: Office, _ change: (inout ForgedLog) throws -> Void
  ) throws -> SystemProcess.Ending {
    var log = try ForgedLog(office)
    try change(&log)
    try log.keep(in: office)
    return try office.liggare("verify")
  }

  /// The batch in which a decision was recorded.
  private func decided(_ log: ForgedLog) throws -> Int {
    try #require(log.batches.firstIndex { $0.events.contains { $0.contains("SN 2026/12") } })
  }

  @Test func `a log kept again as it was is intact`() throws {
    let office = try Office()
    let before = try office.contents()
    let run = try verdict(office) { $0.rebase(from: 0) }
    #expect(run.status == 0, "\(run)")
    #expect(try office.contents() == before)
  }

  @Test func `a field changed under a signature is a bad signature, whatever hashes are repaired`()
    throws
  {
    let changes: [(String, String)] = [
      ("SN 2026/12", "SN 2026/13"), ("\"S-1/read\"", "\"S-1/move\""),
      ("\"principal\":\"P-1\"", "\"principal\":\"P-2\""),
      ("\"effective\":\"2026-01-12", "\"effective\":\"2026-01-11"),
    ]
    for (old, new) in changes {
      for isRebased in [false, true] {
        let office = try Office()
        var place = 0
        let run = try verdict(office) { log in
          let index = try decided(log)
          place = log.position(of: index)
          for event in log.batches[index].events.indices {
            log.batches[index].events[event].replace(old, with: new)
          }
          if isRebased { log.rebase(from: index + 1) }
        }
        #expect(run.status == 50, "\(old) \(isRebased): \(run)")
        #expect(run.error.contains("LOG-35:"), "\(old): \(run.error)")
        // All later batches name the history they were decided on, and then their signatures no longer fit.
        #expect(isRebased || run.error.contains("LED-06:"), "\(old): \(run.error)")
        #expect(
          run.error.contains(/events: \d+/) && run.error.contains("\(place)"), "\(run.error)")
      }
    }
  }

  @Test func `a batch signed with a key that may not sign is a bad signature`() throws {
    for name in ["other-key", "revoked-key"] {
      let office = try Office()
      let key = try SigningKey(openSSHPrivateKey: Office.bytes("\(office.folder)/\(name)"))
      let run = try verdict(office) { log in
        let index = log.batches.count - 1
        try log.sign(index, with: key)
      }
      #expect(run.status == 50 && run.error.contains("LOG-36:"), "\(name): \(run)")
    }
  }

  @Test func `a signature made for another ledger does not fit`() throws {
    let office = try Office()
    let key = try SigningKey(openSSHPrivateKey: Office.bytes("\(office.folder)/key"))
    let run = try verdict(office) { log in
      try log.sign(log.batches.count - 1, with: key, origin: "other.example")
    }
    #expect(run.status == 50 && run.error.contains("LOG-35:"), "\(run)")
  }

  @Test func `batches doubled, swapped, left out or taken from another ledger are told`() throws {
    let other = try Office()
    let made = try other.script(
      """
      rm -r ledger
      export LIGGARE_KEY=$PWD/other-key
      n=0
      liggare() { n=$((n + 1)); liggare-rehearsal \(Office.opened) "foreign-$n" "$@"; }
      liggare init ledger --origin ledger.example --name "Example municipality" --custodian "Anna Berg"
      liggare unit register "Social services" --kind administration --parent U-1
      """)
    #expect(made.status == 0, "\(made)")
    let foreign = try ForgedLog(other).batches[1]
    let changes: [(String, (inout ForgedLog) throws -> Void, Set<Int32>)] = [
      ("doubled", { $0.batches.insert($0.batches[2], at: 2) }, [40]),
      ("doubled at the end", { $0.batches.append($0.batches[$0.batches.count - 1]) }, [40]),
      ("swapped", { $0.batches.swapAt(2, 3) }, [50]),
      ("left out", { $0.batches.remove(at: 2) }, [50]),
      ("first left out", { $0.batches.remove(at: 0) }, [40, 50]),
      ("spliced in", { $0.batches[1] = foreign }, [50]),
      (
        "spliced in and rebased",
        { log in
          log.batches[1] = foreign
          log.rebase(from: 1)
        }, [50]
      ),
      ("events of a batch swapped", { $0.batches[2].events.swapAt(0, 1) }, [40]),
      ("half a batch", { $0.batches[2].events.removeFirst() }, [40, 50]),
    ]
    for (name, change, statuses) in changes {
      let office = try Office()
      let run = try verdict(office, change)
      #expect(statuses.contains(run.status), "\(name): \(run)")
      #expect(run.error.contains(/position: \d+|events: \d+/), "\(name): \(run.error)")
    }
  }
}

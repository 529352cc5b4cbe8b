import AccessModel
import Commands
import Diagnostics
import EventStore
import Foundation
import Projections
import Testing
import Transparency

@testable import AccessLedger

/// Events audited by the piece, against the same events line by line.
@Suite struct EventAuditTests {
  private func audit(_ path: String, byPieces: Bool) throws -> (
    log: LogVerification, found: [String]
  ) {
    var audit = EventAudit()
    let log = try LogVerification.verify(
      at: path, keys: { audit.key($0, at: $1) }, logKeys: { audit.logKeys },
      origin: { audit.origin }, makeReading: byPieces ? { AuditedEvents() } : nil,
      onEvents: { reading, piece, places in
        guard let events = reading as? AuditedEvents else { return }
        audit.take(events, piece, places)
      }, onRecord: { audit.take($0) })
    return (
      log,
      audit.findingsWithCounts.map { $0.text(in: .english) } + ["\(audit.verdict)"]
        + audit.logKeys.map { "\($0.text)" } + [audit.origin ?? "–"]
    )
  }

  @Test func `what is found is the same, with any event altered`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    for number in 0..<60 {
      _ = try ledger.record(
        Recording { ledger in
          let first = ledger.register.units.nextNumber
          return (0...number % 5).map { more in
            .init(
              .unit(
                .register(
                  RegisterUnit(
                    unit: UnitID(number: first + more), name: "Enhet \(number)", kind: .unit,
                    parent: UnitID(number: 1)))))
          }
        }, signedBy: bench.signer)
    }
    let path = bench.ledgerPath + "/segments/000000000000.ndjson"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let sound = try audit(bench.ledgerPath, byPieces: true)
    #expect(sound.log.verdict == .intact && sound.found.first == "intact")
    var codes: Set<String> = []
    // Altered so that the line is still one: the stream, its order, the history, who acts, what an event is.
    for (old, new, count) in [
      ("\"rev\":0", "\"rev\":1", 9), ("\"size\":6", "\"size\":5", 3),
      ("\"principal\":\"P-1\"", "\"principal\":\"P-2\"", 9),
      ("\"stream\":\"unit/U-3", "\"stream\":\"unit/U-4", 1),
      ("\"type\":\"unit.registered\"", "\"type\":\"unit.registrered\"", 5),
      ("\"kind\":\"unit\"", "\"kind\":\"ynit\"", 5),
      ("\"batch\":[1,2]", "\"batch\":[2,2]", 4), ("ledger.example", "ledger.exbmple", 2),
    ] {
      let places = text.ranges(of: old)
      for place in stride(from: 0, to: places.count, by: max(1, places.count / count)) {
        let changed = text.replacingCharacters(in: places[place], with: new)
        try changed.write(toFile: path, atomically: true, encoding: .utf8)
        let byPieces = try audit(bench.ledgerPath, byPieces: true)
        let byLines = try audit(bench.ledgerPath, byPieces: false)
        #expect(byPieces.log == byLines.log && byPieces.found == byLines.found, "\(old) \(place)")
        #expect(byPieces.log.verdict != .intact)
        codes.formUnion(
          byPieces.found.compactMap { $0.split(separator: ":").first.map(String.init) })
      }
    }
    #expect(codes.count > 4, "\(codes)")
  }
}

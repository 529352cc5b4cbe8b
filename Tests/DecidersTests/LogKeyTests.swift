import AccessModel
import Commands
import Events
import Projections
import Testing
import Transparency

/// The keys that the log signs its checkpoints with.
@Suite struct LogKeyTests {
  private func key(
    _ byte: UInt8, named name: String = "ledger.example",
    _ algorithm: NoteVerifierKey.Algorithm = .note
  ) throws -> NoteVerifierKey {
    let half = try SigningKey(seed: try #require(Ed25519Seed([UInt8](repeating: byte, count: 32))))
    return try #require(half.noteVerifierKey(named: name, algorithm))
  }

  private func label(_ key: NoteVerifierKey) throws -> Label { try #require(Label(key.text)) }

  /// A town whose ledger says how it was opened.
  private func town() throws -> Scenario {
    var town = Scenario.town
    town.tell(
      .ledger(
        .opened(
          LedgerOpened(
            origin: try #require(Label("ledger.example")), timeZone: try #require(Label("UTC")),
            logKey: try label(try key(1))))))
    return town
  }

  private func replace(_ key: NoteVerifierKey) -> AccessCommand {
    .logKey(.replace(ReplaceLogKey(key: key)))
  }

  private var retire: AccessCommand { .logKey(.retire(RetireLogKey())) }

  @Test func `a new key signs beside the old one until that is retired`() throws {
    var town = try town()
    let (old, new) = (try key(1), try key(2))
    #expect(town.register.currentLogKeys == [old])
    town.when(replace(new)).thenEvents(
      .ledger(.logKeyReplaced(LogKeyReplaced(logKey: try label(new), previous: try label(old)))))
    #expect(town.register.currentLogKeys == [old, new])
    town.when(retire).thenEvents(
      .ledger(.logKeyRetired(LogKeyRetired(logKey: try label(old)))))
    #expect(town.register.currentLogKeys == [new])
    // A checkpoint counts by the keys of its own size.
    let size = town.register.position
    let rows = town.register.logKeys
    #expect(rows.map { $0.counts(atSize: size) } == [false, true])
    #expect(rows.map { $0.counts(atSize: size - 1) } == [true, true])
    #expect(rows.map { $0.counts(atSize: size - 2) } == [true, false])
    #expect(rows.map { $0.counts(atSize: 0) } == [false, false])
  }

  @Test func `a key is replaced by one at a time, and none is used twice`() throws {
    var town = try town()
    town.when(retire).thenRejected("LKEY-12")
    town.when(replace(try key(1))).thenRejected("REF-02")
    for stranger in [try key(2, named: "other.example"), try key(2, .cosignature)] {
      town.when(replace(stranger)).thenRejected("LKEY-13")
    }
    town.given(replace(try key(2)))
    town.when(replace(try key(3))).thenRejected("LKEY-11")
    town.given(retire)
    town.when(retire).thenRejected("LKEY-12")
    // Not the retired one either.
    town.when(replace(try key(1))).thenRejected("REF-02")
  }

  @Test func `the custodian alone replaces the log's key`() throws {
    var town = try town()
    town.when(replace(try key(2)), by: steward).thenRejected("ROL-01")
    town.given(replace(try key(2)))
    town.when(retire, by: steward).thenRejected("ROL-01")
  }
}

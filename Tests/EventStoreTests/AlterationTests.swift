import Chronology
import Diagnostics
import EventStore
import Foundation
import Testing
import Transparency

/// A small ledger with one thing in it altered, whatever the file.
@Suite struct AlterationTests {
  /// What is known of an altered file.
  enum Finding: Equatable {
    /// Found by verification.
    case found
    /// Nothing is proven by the file, and verification is as before.
    case indifferent
  }

  /// Every bit, when the environment asks for it; else one of each byte, which moves on.
  static let bits: [Int]? =
    ProcessInfo.processInfo.environment["LIGGARE_FLIPS"] == "all" ? Array(0..<8) : nil

  /// What must come of any change of a file's content.
  private func expected(_ path: String) -> Finding {
    // Leaf hashes are made again; nothing is read of the reserve and the lock.
    path.hasSuffix(".leaves") || path == "/l/reserve" || path == "/l/lock" ? .indifferent : .found
  }

  /// What verification says, and that neither it nor a writer changed anything of the file.
  private func finding(_ disk: ModelledDisk, _ path: String) throws -> Finding {
    let id = disk.state.names[path] ?? 0
    let bytes = disk.state.files[id]?.bytes
    var verdict: LogVerdict?
    let refusal = code { verdict = try verify(disk).verdict }
    if refusal == nil, verdict == .intact { return .indifferent }
    #expect(refusal == nil || refusal == "LOG-02" || refusal == "LOG-01", "\(path)")
    _ = code { _ = try FileEventLog.open(at: "/l", for: .writing, files: disk) }
    #expect(
      disk.state.names[path] == id && disk.state.files[id]?.bytes == bytes, "\(path): repaired")
    return .found
  }

  @Test func `every flipped bit of every file is found where something is proven by it`() throws {
    let ledger = try ReferenceLedger()
    var wrong: [String] = []
    var flips: [String: Int] = [:]
    for path in ledger.disk.state.names.keys.sorted() {
      let bytes = ledger.bytes(path)
      for index in bytes.indices {
        for bit in Self.bits ?? [index * 3 % 8] {
          flips[ProtocolStep.place(path), default: 0] += 1
          var changed = bytes
          changed[index] ^= 1 << UInt8(bit)
          let found = try finding(ledger.with(path, changed), path)
          if found != expected(path) { wrong.append("\(path) \(index) \(bit): \(found)") }
        }
      }
    }
    print(
      "bit flips: \(flips.values.reduce(0, +)) in all, \(flips.sorted { $0.key < $1.key }), "
        + "not as expected: \(wrong.count)")
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(flips.values.reduce(0, +) > 2_500)
  }

  @Test func `every file cut at any byte, and every file with a byte more, is found`() throws {
    let ledger = try ReferenceLedger()
    let last = ReferenceLedger.segment(8)
    var wrong: [String] = []
    var cuts = 0
    for path in ledger.disk.state.names.keys.sorted() {
      let bytes = ledger.bytes(path)
      for count in bytes.indices {
        cuts += 1
        let found = try finding(ledger.with(path, Array(bytes[..<count])), path)
        if found != expected(path) { wrong.append("\(path) cut at \(count): \(found)") }
      }
      for byte: UInt8 in [0, 0x0A, 0x7D] where path != last {
        let found = try finding(ledger.with(path, bytes + [byte]), path)
        if found != expected(path) { wrong.append("\(path) with \(byte) more: \(found)") }
      }
    }
    print("cuts: \(cuts), not as expected: \(wrong.count)")
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test func `every file that proves something is missed when it is not there`() throws {
    let ledger = try ReferenceLedger()
    for path in ledger.disk.state.names.keys.sorted() {
      let disk = ModelledDisk(ledger.disk.state)
      disk.state.names[path] = nil
      let isDerived = path.hasSuffix(".leaves") || path.hasSuffix(".sealed")
      let isSpare = path == "/l/reserve" || path == "/l/lock"
      var verdict: LogVerdict?
      let refusal = code { verdict = try verify(disk).verdict }
      #expect((refusal == nil && verdict == .intact) == (isDerived || isSpare), "\(path)")
    }
  }

  @Test func `segments swapped, doubled or taken from another ledger are found`() throws {
    let ledger = try ReferenceLedger()
    let segments = [0, 4, 8].map { ReferenceLedger.segment($0) }
    for (index, path) in segments.enumerated() {
      for (other, source) in segments.enumerated() where index != other {
        // One in the place of the other, with its manifest and its leaf hashes.
        for stems in [["ndjson"], ["ndjson", "sealed", "leaves"]] {
          var state = ledger.disk.state
          for suffix in stems {
            let (to, from) = (path.dropLast(6) + suffix, source.dropLast(6) + suffix)
            state.names[String(to)] = ledger.disk.state.names[String(from)]
          }
          let verdict = try verify(ModelledDisk(state)).verdict
          #expect(verdict == .corruption, "\(source) as \(path)")
        }
      }
      // A segment of the same key and the same events, of a ledger of another name.
      let stranger = ModelledDisk()
      try FileEventLog.create(
        at: "/l", origin: "other.example", created: noon, segmentSize: 4, files: stranger)
      let log = try FileEventLog.open(at: "/l", for: .writing, files: stranger)
      for (number, numbers) in ReferenceLedger.batches.enumerated() {
        _ = try log.append(
          try batch(numbers), signedBy: signer,
          now: noon.advanced(byMilliseconds: Int64(number) * 1_000), expecting: log.head)
      }
      let bytes = stranger.state.files[stranger.state.names[path] ?? 0]?.bytes ?? []
      #expect(try verify(ledger.with(path, bytes)).verdict == .corruption)
    }
  }

  @Test func `an older folder put back is sound in itself, and found by who has read further`()
    throws
  {
    let ledger = try ReferenceLedger()
    let older = ledger.disk.state
    let log = try FileEventLog.open(at: "/l", for: .writing, files: ledger.disk)
    _ = try log.append(try batch(10..<11), signedBy: signer, now: noon, expecting: log.head)
    let reader = try FileEventLog.open(at: "/l", for: .reading, files: ledger.disk)
    let bookmark = try #require(reader.bookmark)
    ledger.disk.state = older
    // Nothing in the folder can tell: it is as it was. Only what is remembered elsewhere can.
    #expect(try verify(ledger.disk).verdict == .intact)
    #expect(code { try reader.refresh() } == "LOG-15")
    #expect(code { try log.refresh() } == "LOG-15")
    let again = try FileEventLog.open(
      at: "/l", for: .reading, resumingAt: bookmark, files: ledger.disk)
    #expect(again.head.size == 10 && again.resumedPosition == 0)
  }
}

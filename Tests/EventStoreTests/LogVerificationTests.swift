import Chronology
import Diagnostics
import EventStore
import Glibc
import Testing
import Transparency

/// A small ledger on a modelled disk, as a text to damage.
struct ReferenceLedger {
  /// Batches of the events' numbers: two full segments of four and a third one begun.
  static let batches = [0..<1, 1..<3, 3..<4, 4..<7, 7..<10]

  let disk = ModelledDisk()

  init() throws {
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 4, files: disk)
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    for (index, numbers) in Self.batches.enumerated() {
      _ = try log.append(
        try batch(numbers), signedBy: signer,
        now: noon.advanced(byMilliseconds: Int64(index) * 1_000), expecting: log.head)
    }
  }

  func bytes(_ path: String) -> [UInt8] {
    disk.state.files[disk.state.names[path] ?? 0]?.bytes ?? []
  }

  /// The same ledger with other bytes in one file.
  func with(_ path: String, _ bytes: [UInt8]) -> ModelledDisk {
    var state = disk.state
    state.files[state.names[path] ?? 0]?.bytes = bytes
    return ModelledDisk(state)
  }

  static func segment(_ first: Int) -> String {
    "/l/segments/\(String(repeating: "0", count: 12 - "\(first)".count))\(first).ndjson"
  }

  /// The lines of a segment, each with its LF.
  func lines(_ first: Int) -> [[UInt8]] {
    bytes(Self.segment(first)).split(separator: 0x0A).map { Array($0) + [0x0A] }
  }
}

func verify(_ disk: ModelledDisk) throws -> LogVerification {
  try LogVerification.verify(at: "/l", files: disk) { fingerprint, _ in
    fingerprint == signer.fingerprint ? signer.publicKey : nil
  }
}

@Suite struct LogVerificationTests {
  @Test func `a sound ledger is intact, with every batch and signature counted`() throws {
    let ledger = try ReferenceLedger()
    var positions: [UInt64] = []
    let result = try LogVerification.verify(
      at: "/l", files: ledger.disk, keys: { _, _ in signer.publicKey },
      onRecord: { positions.append($0.position) })
    #expect(result.verdict == .intact)
    #expect(result.damage.isEmpty)
    #expect(result.counts.events == 10)
    #expect(result.counts.batches == 5)
    #expect(result.counts.signatures == 5)
    #expect(result.head == result.found)
    #expect(positions == Array(0..<10))
    let log = try FileEventLog.open(at: "/l", for: .reading, files: ledger.disk)
    #expect(try LogVerification.verify(log, keys: { _, _ in signer.publicKey }).verdict == .intact)
  }

  @Test
  func `a flipped bit in any byte of head, a manifest or a segment is found, and its batch named`()
    throws
  {
    let ledger = try ReferenceLedger()
    var unseen: [String] = []
    var misnamed: [String] = []
    var count = 0
    let paths =
      [0, 4, 8].map { ReferenceLedger.segment($0) }
      + ["/l/segments/000000000000.sealed", "/l/segments/000000000004.sealed", "/l/head"]
    for (file, path) in paths.enumerated() {
      let bytes = ledger.bytes(path)
      // Every byte, and in each byte a bit that moves on: all bits of all bytes would take eight
      // times as long.
      for index in bytes.indices {
        for bit in [index * 3 % 8] {
          count += 1
          var changed = bytes
          changed[index] ^= 1 << UInt8(bit)
          let result = try verify(ledger.with(path, changed))
          if result.verdict < .badSignature { unseen.append("\(path) \(index) \(bit)") }
          guard file < 3 else { continue }
          let line = UInt64(file * 4 + bytes[..<index].count { $0 == 0x0A })
          let isNamed = result.damage.contains {
            guard let positions = $0.positions, positions.count <= 4 else { return false }
            return $0.code != DamageCode.segment
              && (positions.contains(line) || positions.contains(line + 1))
          }
          if !isNamed { misnamed.append("\(path) \(index) \(bit): \(result.damage)") }
        }
      }
    }
    print("bit flips: \(count), unseen: \(unseen.count), line not named: \(misnamed.count)")
    #expect(count > 2_000)
    #expect(unseen.isEmpty, "\(unseen.prefix(5))")
    #expect(misnamed.isEmpty, "\(misnamed.prefix(5))")
  }

  @Test func `a time changed to another that fits is named to the line by the leaf hashes`() throws
  {
    let ledger = try ReferenceLedger()
    for (first, index) in [(0, 1), (4, 2), (8, 0)] {
      var lines = ledger.lines(first)
      let old = Array("\(noon.advanced(byMilliseconds: [0: 1, 4: 3, 8: 4][first]! * 1_000))".utf8)
      let at = lines[index].indices.first { lines[index][$0...].starts(with: old) }
      let text = String(decoding: lines[index], as: UTF8.self)
      let place = try #require(at, "\(text)")
      // One millisecond later, except where the next line would then be earlier.
      lines[index][place + 22] = 0x31
      for later in index + 1..<lines.count where lines[later][place...].starts(with: old) {
        lines[later][place + 22] = 0x31
      }
      let disk = ledger.with(ReferenceLedger.segment(first), Array(lines.joined()))
      let result = try verify(disk)
      #expect(result.verdict == .corruption)
      let named = result.damage.filter { $0.code == DamageCode.leaf }.compactMap(\.positions)
      #expect(named.first == UInt64(first + index)...UInt64(first + index), "\(result.damage)")
      #expect(result.counts.signatures == 5)
      #expect(
        code { _ = try FileEventLog.open(at: "/l", for: .reading, files: disk) }
          == (first == 8 ? "LOG-14" : nil))
    }
  }

  @Test func `lines left out, doubled, swapped or taken from elsewhere are found`() throws {
    let ledger = try ReferenceLedger()
    for first in [0, 4, 8] {
      let lines = ledger.lines(first)
      var variants: [[[UInt8]]] = []
      for index in lines.indices {
        var variant = lines
        variant.remove(at: index)
        variants.append(variant)
        variant = lines
        variant.insert(lines[index], at: index)
        variants.append(variant)
        variant[index] = ledger.lines(first == 0 ? 4 : 0)[0]
        variants.append(variant)
        for other in index + 1..<lines.count {
          variant = lines
          variant.swapAt(index, other)
          variants.append(variant)
        }
      }
      for variant in variants {
        let disk = ledger.with(ReferenceLedger.segment(first), Array(variant.joined()))
        let result = try verify(disk)
        // The last line once more, behind the head, is a tail and not part of the log.
        let isTail = first == 8 && variant.starts(with: lines)
        #expect(result.verdict == (isTail ? .tornTail : .corruption))
        #expect(isTail || result.damage.contains { $0.segment == UInt64(first) })
      }
    }
  }

  @Test func `every cut of the last segment is found`() throws {
    let ledger = try ReferenceLedger()
    let bytes = ledger.bytes(ReferenceLedger.segment(8))
    for count in bytes.indices {
      let disk = ledger.with(ReferenceLedger.segment(8), Array(bytes[..<count]))
      #expect(try verify(disk).verdict == .corruption)
      #expect(code { _ = try FileEventLog.open(at: "/l", for: .writing, files: disk) } == "LOG-14")
    }
  }

  @Test func `a signature that does not hold is told apart from damage`() throws {
    let ledger = try ReferenceLedger()
    let other = try LogVerification.verify(at: "/l", files: ledger.disk) { _, _ in
      key(2).publicKey
    }
    #expect(other.verdict == .badSignature)
    #expect(other.damage.map(\.code.code) == Array(repeating: "LOG-35", count: 5))
    #expect(other.damage.map(\.positions) == [0...0, 1...2, 3...3, 4...6, 7...9])
    // A key that was enrolled only later.
    let later = try LogVerification.verify(at: "/l", files: ledger.disk) { _, position in
      position >= 3 ? signer.publicKey : nil
    }
    #expect(later.verdict == .badSignature)
    #expect(later.damage.map(\.code.code) == ["LOG-36", "LOG-36"])
    #expect(later.counts.signatures == 3)
  }

  @Test func `a torn tail is told and is no damage`() throws {
    let ledger = try ReferenceLedger()
    let bytes = ledger.bytes(ReferenceLedger.segment(8))
    let disk = ledger.with(ReferenceLedger.segment(8), bytes + bytes.prefix(50))
    let result = try verify(disk)
    #expect(result.verdict == .tornTail)
    #expect(result.tailByteCount == 50)
    #expect(result.damage.isEmpty)
  }

  @Test func `a missing segment is named with its events`() throws {
    for first in [0, 4, 8] {
      let ledger = try ReferenceLedger()
      ledger.disk.state.names[ReferenceLedger.segment(first)] = nil
      let result = try verify(ledger.disk)
      #expect(result.verdict == .corruption)
      #expect(
        result.damage.contains {
          $0.code == DamageCode.length && $0.positions == UInt64(first)...UInt64(first + 3)
        }, "\(result.damage)")
    }
  }

  @Test func `hostile bytes end in a verdict, with the list of damage bounded`() throws {
    let ledger = try ReferenceLedger()
    var numbers = SeededNumbers(5)
    let path = ReferenceLedger.segment(8)
    let good = ledger.bytes(path)
    var hostile: [[UInt8]] = [
      [], [0x0A], [UInt8](repeating: 0x0A, count: 5_000), [UInt8](repeating: 0, count: 40_000),
      [UInt8](repeating: 0x7B, count: 40_000), good + [UInt8](repeating: 0x5B, count: 9_000),
    ]
    for _ in 0..<60 {
      hostile.append(
        (0..<Int(numbers.next() % 700)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) })
      var spliced = good
      let cut = Int(numbers.next() % UInt64(good.count))
      spliced.replaceSubrange(cut..<cut, with: good[..<Int(numbers.next() % UInt64(good.count))])
      hostile.append(spliced)
    }
    for bytes in hostile {
      let disk = ledger.with(path, bytes)
      var state = disk.state
      let result = try verify(disk)
      #expect(result.verdict == .corruption || bytes.starts(with: good))
      #expect(result.damage.count <= 1_000)
      _ = code {
        let log = try FileEventLog.open(at: "/l", for: .examining, files: disk)
        try log.read { _ in .proceed }
      }
      state.names["/l/head"] = nil
      #expect(try verify(ModelledDisk(state)).verdict == .corruption)
    }
  }
}

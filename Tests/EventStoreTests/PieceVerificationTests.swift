import Chronology
import Diagnostics
import Testing
import Transparency

@testable import EventStore

/// Pieces of a log taken whole, against the same lines taken one by one.
@Suite struct PieceVerificationTests {
  /// What verifying came to, with every record that was handed out.
  struct Outcome: Equatable {
    var verification: LogVerification
    var records: [String]
  }

  /// A log of many pieces: batches of one to ninety events, some across the ends of segments and pieces.
  struct LongLedger {
    let disk = ModelledDisk()
    let segments = [0, 512, 1_024]
    var batchCount = 0

    init() throws {
      try FileEventLog.create(
        at: "/l", origin: "log.example", created: noon, segmentSize: 512, files: disk)
      let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
      var random = SeededNumbers(31)
      while log.head.size < 1_400 {
        let size = Int(log.head.size)
        let count =
          Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 2..<90, using: &random) : 1
        _ = try log.append(
          try batch(size..<size + count, padding: Int.random(in: 0..<500, using: &random)),
          signedBy: signer, now: noon.advanced(byMilliseconds: Int64(batchCount)),
          expecting: log.head)
        batchCount += 1
        if batchCount % 9 == 0 { _ = try log.publish(signedBy: [PublishedLog.logKey], .news) }
      }
    }

    func bytes(_ path: String) -> [UInt8] {
      disk.state.files[disk.state.names[path] ?? 0]?.bytes ?? []
    }

    func with(_ path: String, _ bytes: [UInt8]) -> ModelledDisk {
      var state = disk.state
      state.files[state.names[path] ?? 0]?.bytes = bytes
      return ModelledDisk(state)
    }
  }

  /// Keeps nothing: what it accepts is what the plain check accepts.
  final class PlainReading: EventReading {
    func read(_ lines: [RecordLine]) -> Bool {
      do { for line in lines { try line.checkEvent() } } catch { return false }
      return true
    }
  }

  private func outcome(_ disk: ModelledDisk, isLineByLine: Bool, hasReadings: Bool = false) throws
    -> Outcome
  {
    var records: [String] = []
    let verifierKey = try PublishedLog.verifierKey
    let verification = try LogVerification.verify(
      at: "/l", files: disk, claiming: nil,
      keys: { key, position in
        records.append("key \(position)")
        return key == signer.fingerprint && position % 7 != 6 ? signer.publicKey : nil
      }, logKeys: { [verifierKey] }, origin: { nil },
      makeReading: hasReadings ? { PlainReading() } : nil,
      onEvents: { _, piece, places in
        for place in places {
          let record = piece.record(place)
          records.append("\(record.position) \(record.fields.recorded) \(record.leaf!)")
          #expect(MerkleTree.leafHash(of: record.line) == record.leaf)
        }
      }, isLineByLine: isLineByLine,
      onRecord: { record in
        records.append("\(record.position) \(record.fields.recorded) \(record.leaf!)")
      })
    return Outcome(verification: verification, records: records)
  }

  @Test func `a sound log comes to the same by pieces and by lines`() throws {
    let ledger = try LongLedger()
    #expect(ledger.bytes(ReferenceLedger.segment(0)).count > 2 << 16)
    let byLines = try outcome(ledger.disk, isLineByLine: true)
    #expect(byLines.verification.counts.events >= 1_400)
    #expect(byLines.verification.counts.batches == ledger.batchCount)
    #expect(byLines.verification.publication.checkpoints > 10)
    #expect(try outcome(ledger.disk, isLineByLine: false) == byLines)
    #expect(try outcome(ledger.disk, isLineByLine: false, hasReadings: true) == byLines)
  }

  @Test(arguments: 0..<3)
  func `an altered log comes to the same by pieces and by lines`(seed: Int) throws {
    let ledger = try LongLedger()
    var random = SeededNumbers(UInt64(100 + seed))
    var unequal: [String] = []
    var damaged = 0
    for round in 0..<12 {
      let path = ReferenceLedger.segment(ledger.segments.randomElement(using: &random)!)
      let bytes = ledger.bytes(path)
      var lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
      let place = Int.random(in: 0..<lines.count, using: &random)
      var changed = bytes
      switch round % 6 {
      case 0:
        changed[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8(round % 8)
      case 1:
        lines.remove(at: place)
        changed = lines.flatMap { $0 }
      case 2:
        lines.insert(lines[place], at: Int.random(in: 0..<lines.count, using: &random))
        changed = lines.flatMap { $0 }
      case 3:
        lines.swapAt(place, Int.random(in: 0..<lines.count, using: &random))
        changed = lines.flatMap { $0 }
      case 4:
        changed.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      default:
        // A part of one line becomes that of another.
        lines[place] = Array(lines[place].dropLast(9)) + lines[0].suffix(9)
        changed = lines.flatMap { $0 }
      }
      let disk = ledger.with(path, changed)
      let byLines = try outcome(disk, isLineByLine: true)
      if byLines.verification.verdict == .corruption { damaged += 1 }
      for hasReadings in [false, true] {
        let byPieces = try outcome(disk, isLineByLine: false, hasReadings: hasReadings)
        if byPieces != byLines { unequal.append("\(round) \(path) \(hasReadings)") }
      }
    }
    #expect(unequal.isEmpty, "\(unequal)")
    #expect(damaged >= 8)
  }

  @Test func `a segment that is missing comes to the same by pieces and by lines`() throws {
    let ledger = try LongLedger()
    var state = ledger.disk.state
    state.names[ReferenceLedger.segment(512)] = nil
    let disk = ModelledDisk(state)
    let byLines = try outcome(disk, isLineByLine: true)
    #expect(byLines.verification.verdict == .corruption)
    #expect(try outcome(disk, isLineByLine: false, hasReadings: true) == byLines)
  }

  @Test func `a message longer than may wait is hashed as it comes`() throws {
    let chunk = LineChunk()
    let line = Array(
      "{\"seq\":0,\"recorded\":\"2026-11-23T12:00:00.000Z\",\"batch\":[1,2],\"event\":{\"a\":\""
        .utf8)
    let text = line + [UInt8](repeating: 0x61, count: 9_000) + Array("\"}}\n".utf8)
    for index in text.indices { chunk.buffer[index] = text[index] }
    chunk.hold(text.count)
    let piece = LinePiece(reading: nil)
    piece.hold(chunk.bytes, of: chunk, segment: 0, byteOffset: 0)
    piece.read()
    #expect(piece.isSound)
    let message = BatchMessage()
    var plain = SHA512()
    let count = BatchMessage.waitingBytesMax / text.count + 2
    var most = 0
    for _ in 0..<count {
      message.add(piece, 0..<1)
      plain.update(line: piece.lines[0].event)
      most = max(most, message.waitingByteCount)
    }
    #expect(most <= BatchMessage.waitingBytesMax && most > BatchMessage.waitingBytesMax / 2)
    #expect(message.digest() == plain.digest)
  }
}

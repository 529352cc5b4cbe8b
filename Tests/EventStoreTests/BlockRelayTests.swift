import Chronology
import Diagnostics
import Testing

@testable import EventStore

/// The reading of a log by many threads at once.
@Suite struct BlockRelayTests {
  /// Remembers the bytes of its block as they are when it is worked on.
  final class CopiedPiece: BlockPiece, @unchecked Sendable {
    let block = LineBlock()
    private(set) var copy: [UInt8] = []

    func work() { copy = Array(block.bytes) }
  }

  struct Refusal: Error {}

  private func lines(_ count: Int, upTo length: Int, seed: UInt64) -> [UInt8] {
    var random = SeededNumbers(seed)
    var bytes: [UInt8] = []
    for number in 0..<count {
      bytes += Array("\(number)".utf8)
      let filling = Int.random(in: 0..<length, using: &random)
      bytes += [UInt8](repeating: 0x61, count: min(filling, RecordLine.byteCountMax - 8))
      bytes.append(0x0A)
    }
    return bytes
  }

  private func read(
    _ blocks: any BlockReading, isShort: Bool, until stop: Int = .max
  ) throws -> (bytes: [UInt8], pieces: Int) {
    var found: [UInt8] = []
    var pieces = 0
    try BlockRelay(blocks, isShort: isShort) { CopiedPiece() }.run { piece in
      #expect(piece.copy == Array(piece.block.bytes))
      #expect(piece.copy.last == 0x0A)
      #expect(piece.block.byteOffset == found.count)
      found += piece.copy
      pieces += 1
      return pieces == stop ? .stop : .proceed
    }
    return (found, pieces)
  }

  @Test(arguments: [false, true])
  func `lines of every length come whole and in their order`(isShort: Bool) throws {
    for (seed, length) in [2, 700, 40_000].enumerated() {
      let bytes = lines(length == 2 ? 400_000 : 2_000, upTo: length, seed: UInt64(seed))
      let read = try read(MemoryBlocks(bytes), isShort: isShort)
      #expect(read.bytes == bytes)
      #expect(read.pieces >= bytes.count / LineBlock.byteCount)
    }
    #expect(try read(MemoryBlocks([]), isShort: isShort).pieces == 0)
  }

  @Test func `a line may end anywhere beside the end of a block`() throws {
    for before in LineBlock.byteCount - 3...LineBlock.byteCount + 3 {
      var bytes: [UInt8] = []
      while bytes.count < before {
        bytes += [UInt8](repeating: 0x62, count: min(16_000, before - bytes.count) - 1) + [0x0A]
      }
      bytes += Array("next\nlast\n".utf8)
      #expect(try read(MemoryBlocks(bytes), isShort: false).bytes == bytes, "\(before)")
    }
  }

  @Test func `reading ends where it is told to`() throws {
    let bytes = lines(3_000, upTo: 4_000, seed: 5)
    let read = try read(MemoryBlocks(bytes), isShort: false, until: 3)
    #expect(read.pieces == 3)
    #expect(read.bytes == Array(bytes[..<read.bytes.count]))
  }

  @Test func `what is refused first in the log is told, whatever is met first`() throws {
    // A line without an end, far behind a piece that is refused when it is taken.
    let bytes = lines(3_000, upTo: 4_000, seed: 6) + [UInt8](repeating: 0x61, count: 100_000)
    for stop in [0, 2, 9] {
      var taken = 0
      #expect(throws: Refusal.self) {
        try BlockRelay(MemoryBlocks(bytes), isShort: false) { CopiedPiece() }.run { _ in
          if taken == stop { throw Refusal() }
          taken += 1
          return .proceed
        }
      }
      #expect(taken == stop)
    }
    var taken: [UInt8] = []
    let error = #expect(throws: Diagnostic.self) {
      try BlockRelay(MemoryBlocks(bytes), isShort: false) { CopiedPiece() }.run { piece in
        taken += piece.copy
        return .proceed
      }
    }
    #expect(error?.code == StoreCode.corruption.code)
    #expect(bytes.starts(with: taken) && taken.count > bytes.count - 2 * LineBlock.byteCount)
  }

  @Test func `a ledger's segments are read to the head and not beyond`() throws {
    let ledger = try PieceVerificationTests.LongLedger()
    let log = try FileEventLog.open(at: "/l", for: .reading, files: ledger.disk)
    let all = ledger.segments.flatMap { ledger.bytes(ReferenceLedger.segment($0)) }
    var found: [UInt8] = []
    var segments: [UInt64] = []
    try BlockRelay(log.makeBlocks(), isShort: false) { CopiedPiece() }.run { piece in
      if piece.block.isFirstOfSegment { segments.append(piece.block.segment) }
      found += piece.copy
      return .proceed
    }
    #expect(found == all)
    #expect(segments == ledger.segments.map(UInt64.init))
    // What is appended afterwards is not read by a reading that has begun.
    let blocks = log.makeBlocks()
    let writer = try FileEventLog.open(at: "/l", for: .writing, files: ledger.disk)
    _ = try writer.append(
      try batch(5_000..<5_002), signedBy: signer, now: noon.advanced(byMilliseconds: 1 << 40),
      expecting: writer.head)
    var bytes = 0
    try BlockRelay(blocks, isShort: true) { CopiedPiece() }.run { piece in
      bytes += piece.copy.count
      return .proceed
    }
    #expect(bytes == all.count)
  }

  @Test func `a segment that ends in the middle of a line is refused after what comes before`()
    throws
  {
    let ledger = try PieceVerificationTests.LongLedger()
    let path = ReferenceLedger.segment(512)
    let disk = ledger.with(path, ledger.bytes(path).dropLast(3))
    let log = try FileEventLog.open(at: "/l", for: .examining, files: disk)
    var taken = 0
    let error = #expect(throws: Diagnostic.self) {
      try BlockRelay(log.makeBlocks(), isShort: false) { CopiedPiece() }.run { piece in
        taken += piece.copy.count { $0 == 0x0A }
        return .proceed
      }
    }
    #expect(error?.code == StoreCode.corruption.code)
    #expect(taken == 1_023)
  }
}

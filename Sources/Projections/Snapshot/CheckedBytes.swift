import Synchronization

/// Who keeps the bytes of a snapshot where they are.
public protocol SnapshotKeeper: AnyObject, Sendable {
  /// Much of the bytes will be looked at soon.
  func expectMuch()
}

/// Bytes in blocks of 4 KiB, each of which is checked when something in it is first asked for.
///
/// So a question costs what it touches, whatever the length of the whole. A block that is not what was written gives nothing, and is
/// remembered: whoever asked must not use the answer.
final class CheckedBytes: Sendable {
  static let blockByteCount = 4_096
  private static let manyBlocks = 64

  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private nonisolated(unsafe) let sums: UnsafeRawBufferPointer
  /// Keeps the bytes where they are.
  private let owner: any SnapshotKeeper
  /// One bit for each block that is known to be sound.
  private let known: Mutex<(bits: [UInt64], count: Int)>
  private let damage = Atomic<Bool>(false)

  /// - Parameters:
  ///   - bytes: the bytes, good as long as `owner`.
  ///   - sums: their checksums, eight bytes a block; as long as `owner`, too.
  init(_ bytes: UnsafeRawBufferPointer, sums: UnsafeRawBufferPointer, owner: any SnapshotKeeper) {
    self.bytes = bytes
    self.sums = sums
    self.owner = owner
    known = Mutex(
      ([UInt64](repeating: 0, count: bytes.count / Self.blockByteCount / 64 + 1), 0))
  }

  /// Whether something was asked for that is not what was written.
  var isDamaged: Bool { damage.load(ordering: .relaxed) }

  func noteDamage() { damage.store(true, ordering: .relaxed) }

  /// So many bytes from `offset` on, good as long as this value; `nil` when they are not there or not sound.
  func bytes(at offset: Int, count: Int) -> UnsafeRawBufferPointer? {
    guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset,
      areSound(offset / Self.blockByteCount, (offset + max(count, 1) - 1) / Self.blockByteCount)
    else {
      noteDamage()
      return nil
    }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  /// Checks every block.
  func checkAll() {
    owner.expectMuch()
    if !areSound(0, max(bytes.count, 1) / Self.blockByteCount) { noteDamage() }
  }

  private func areSound(_ first: Int, _ last: Int) -> Bool {
    known.withLock { known in
      for block in first...last where known.bits[block / 64] >> UInt64(block % 64) & 1 == 0 {
        let begin = block * Self.blockByteCount
        guard begin < bytes.count else { continue }
        let end = min(begin + Self.blockByteCount, bytes.count)
        let sum = Self.sum(of: UnsafeRawBufferPointer(rebasing: bytes[begin..<end]), block)
        guard sum == sums.loadUnaligned(fromByteOffset: block * 8, as: UInt64.self) else {
          return false
        }
        known.bits[block / 64] |= 1 << UInt64(block % 64)
        known.count += 1
        // A question about one person touches fewer; a list, far more.
        if known.count == Self.manyBlocks { owner.expectMuch() }
      }
      return true
    }
  }

  /// The checksum of some bytes at a place.
  ///
  /// Each step can be undone, so that no change of a single word goes unseen. It tells accidents, not forgers: what a snapshot says is
  /// compared with the log by `verify`.
  static func sum(of bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    var sum = UInt64(truncatingIfNeeded: place) ^ UInt64(bytes.count) << 32
    var offset = 0
    while offset + 8 <= bytes.count {
      sum ^= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      sum = (sum &* 0x9E37_79B9_7F4A_7C15)
      sum ^= sum >> 29
      offset += 8
    }
    while offset < bytes.count {
      sum = (sum ^ UInt64(bytes[offset])) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 29
      offset += 1
    }
    return sum
  }

  /// The checksums of all blocks of some bytes.
  static func sums(of bytes: UnsafeRawBufferPointer) -> [UInt64] {
    stride(from: 0, to: bytes.count, by: blockByteCount).map { begin in
      sum(
        of: UnsafeRawBufferPointer(
          rebasing: bytes[begin..<min(begin + blockByteCount, bytes.count)]),
        begin / blockByteCount)
    }
  }
}

extension CheckedBytes {
  /// A number that was written big-endian; 0 when it is not there.
  func number(at offset: Int) -> UInt64 {
    bytes(at: offset, count: 8).map { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) } ?? 0
  }
}

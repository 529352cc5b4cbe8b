import Synchronization

/// Who keeps the bytes of a snapshot where they are.
public protocol SnapshotKeeper: AnyObject, Sendable {
  /// Much of the bytes will be looked at soon.
  func expectMuch()
  /// These of the bytes will be looked at soon.
  func expect(_ bytes: UnsafeRawBufferPointer)
}

extension SnapshotKeeper {
  public func expectMuch() {}
  public func expect(_ bytes: UnsafeRawBufferPointer) {}
}

/// Bytes in blocks of 4 KiB, each of which is checked when something in it is first asked for.
///
/// So a question costs what it touches, whatever the length of the whole. The checksums of the blocks are bytes in blocks themselves,
/// checked alike. A block that is not what was written gives nothing, and is remembered: whoever asked must not use the answer.
final class CheckedBytes: Sendable {
  static let blockByteCount = 4_096
  /// From how many blocks on the rest is likely to be asked for, too: a question about one person or system touches fewer; a list, far more.
  private var manyBlocks: Int { max(2_048, bytes.count / Self.blockByteCount / 8) }

  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private nonisolated(unsafe) let sums: UnsafeRawBufferPointer
  /// The checksums of the blocks of `sums`, which are known to be sound.
  private nonisolated(unsafe) let tops: UnsafeRawBufferPointer
  /// Keeps the bytes where they are.
  private let owner: any SnapshotKeeper
  private let known: Mutex<Known>
  private let damage = Atomic<Bool>(false)

  /// One bit for each block that is known to be sound: of the bytes, and of their checksums.
  private struct Known {
    var blocks: [UInt64]
    var sums: [UInt64]
    var count = 0
  }

  /// - Parameters:
  ///   - bytes: the bytes, good as long as `owner`.
  ///   - sums: their checksums, eight bytes a block; as long as `owner`, too.
  ///   - tops: the checksums of those, sound, and as long as `owner`.
  init(
    _ bytes: UnsafeRawBufferPointer, sums: UnsafeRawBufferPointer, tops: UnsafeRawBufferPointer,
    owner: any SnapshotKeeper
  ) {
    self.bytes = bytes
    self.sums = sums
    self.tops = tops
    self.owner = owner
    known = Mutex(
      Known(
        blocks: [UInt64](repeating: 0, count: bytes.count / Self.blockByteCount / 64 + 1),
        sums: [UInt64](repeating: 0, count: sums.count / Self.blockByteCount / 64 + 1)))
  }

  var byteCount: Int { bytes.count }

  /// Whether something was asked for that is not what was written.
  var isDamaged: Bool { damage.load(ordering: .relaxed) }

  func noteDamage() { damage.store(true, ordering: .relaxed) }

  /// So many bytes from `offset` on, good as long as this value; `nil` when they are not there or not sound.
  func bytes(at offset: Int, count: Int) -> UnsafeRawBufferPointer? {
    guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset,
      known.withLock({ isSound(offset, count, &$0) })
    else {
      noteDamage()
      return nil
    }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  /// The bytes that stand behind their own count, which is four bytes, big-endian; `nil` when they are not there or not sound.
  func counted(at offset: Int) -> UnsafeRawBufferPointer? {
    let found: UnsafeRawBufferPointer? = known.withLock { known in
      guard offset >= 0, offset <= bytes.count - 4, isSound(offset, 4, &known) else { return nil }
      let count = Int(
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      guard count <= bytes.count - offset - 4, isSound(offset + 4, count, &known) else {
        return nil
      }
      return UnsafeRawBufferPointer(rebasing: bytes[offset + 4..<offset + 4 + count])
    }
    if found == nil { noteDamage() }
    return found
  }

  /// Checks every block.
  func checkAll() {
    owner.expectMuch()
    if !known.withLock({ isSound(0, bytes.count, &$0) }) { noteDamage() }
  }

  /// Asks for blocks that will be looked at soon, so that they come all at once and not one after the other.
  func expect(_ ranges: [Range<Int>]) {
    known.withLock { known in
      var last = -1
      let block = Self.blockByteCount
      for range in ranges {
        guard range.lowerBound >= 0, range.upperBound <= bytes.count, !range.isEmpty else {
          continue
        }
        let end = (range.upperBound - 1) / block + 1
        // What was asked for just now, or is at hand, is not asked for again; what follows it is.
        var first = range.lowerBound / block
        while first < end, first == last || Self.has(first, known.blocks) { first += 1 }
        guard first < end else { continue }
        last = end - 1
        owner.expect(
          UnsafeRawBufferPointer(rebasing: bytes[first * block..<min(end * block, bytes.count)]))
        for sum in first * 8 / block...(end - 1) * 8 / block where !Self.has(sum, known.sums) {
          owner.expect(
            UnsafeRawBufferPointer(
              rebasing: sums[sum * block..<min((sum + 1) * block, sums.count)]))
        }
      }
    }
  }

  /// Whether the blocks that so many bytes lie in are sound.
  private func isSound(_ offset: Int, _ count: Int, _ known: inout Known) -> Bool {
    let first = offset / Self.blockByteCount
    let last = (offset + max(count, 1) - 1) / Self.blockByteCount
    var place = first
    while place <= last {
      if !Self.has(place, known.blocks), !check(place, &known) { return false }
      place += 1
    }
    return true
  }

  private func check(_ place: Int, _ known: inout Known) -> Bool {
    let block = Self.blockByteCount
    let begin = place * block
    guard begin < bytes.count else { return true }
    let sum = place * 8 / block
    if !Self.has(sum, known.sums) {
      let part = sums[sum * block..<min((sum + 1) * block, sums.count)]
      let found = BlockSum.of(UnsafeRawBufferPointer(rebasing: part), sum)
      guard found == Self.stored(sum, in: tops) else { return false }
      Self.set(sum, &known.sums)
    }
    let part = bytes[begin..<min(begin + block, bytes.count)]
    let found = BlockSum.of(UnsafeRawBufferPointer(rebasing: part), place)
    guard found == Self.stored(place, in: sums) else { return false }
    Self.set(place, &known.blocks)
    known.count += 1
    if known.count == manyBlocks { owner.expectMuch() }
    return true
  }

  private static func stored(_ place: Int, in sums: UnsafeRawBufferPointer) -> UInt64 {
    UInt64(littleEndian: sums.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
  }

  @inline(__always)
  private static func has(_ place: Int, _ bits: [UInt64]) -> Bool {
    bits[place / 64] >> UInt64(place % 64) & 1 == 1
  }

  private static func set(_ place: Int, _ bits: inout [UInt64]) {
    bits[place / 64] |= 1 << UInt64(place % 64)
  }
}

extension CheckedBytes {
  /// A number that was written big-endian; 0 when it is not there.
  func number(at offset: Int) -> UInt64 {
    bytes(at: offset, count: 8).map { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) } ?? 0
  }
}

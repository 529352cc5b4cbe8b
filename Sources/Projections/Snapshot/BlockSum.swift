/// The checksum of some bytes at a place: for telling accidents, not forgers.
///
/// What a snapshot says is compared with the log by `verify --derived`. Each step can be undone, so that no change of a single word goes
/// unseen. Four sums run side by side, since one alone would wait for its own multiplication at every word: so the bytes are summed as fast
/// as memory gives them.
enum BlockSum {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mix(_ sum: inout UInt64, _ word: UInt64) {
    sum = (sum ^ word) &* factor
    sum ^= sum >> 29
  }

  /// - Parameter place: the number of the block; the same bytes elsewhere have another sum.
  static func of(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    var sum = UInt64(truncatingIfNeeded: place) ^ UInt64(bytes.count) << 32
    guard let base = bytes.baseAddress else { return sum }
    let count = bytes.count
    var offset = 0
    if count >= 32 {
      var (a, b, c, d) = (sum, sum &+ 1, sum &+ 2, sum &+ 3)
      while offset &+ 32 <= count {
        mix(&a, base.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
        mix(&b, base.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self).littleEndian)
        mix(&c, base.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self).littleEndian)
        mix(&d, base.loadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self).littleEndian)
        offset &+= 32
      }
      mix(&sum, a)
      mix(&sum, b)
      mix(&sum, c)
      mix(&sum, d)
    }
    while offset &+ 8 <= count {
      mix(&sum, base.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      offset &+= 8
    }
    while offset < count {
      mix(&sum, UInt64(bytes[offset]))
      offset &+= 1
    }
    return sum
  }

  /// The checksums of all blocks of some bytes, eight bytes each, little-endian.
  static func bytes(of bytes: UnsafeRawBufferPointer, block: Int) -> [UInt8] {
    let count = (bytes.count + block - 1) / block
    return [UInt8](unsafeUninitializedCapacity: count * 8) { sums, written in
      let target = UnsafeMutableRawBufferPointer(sums)
      for place in 0..<count {
        let begin = place * block
        let part = UnsafeRawBufferPointer(
          rebasing: bytes[begin..<min(begin + block, bytes.count)])
        target.storeBytes(
          of: of(part, place).littleEndian, toByteOffset: place * 8, as: UInt64.self)
      }
      written = count * 8
    }
  }
}

import Glibc
public import Transparency

/// The leaf hashes of lines that lie one after the other, many at once, in memory that is used again.
public struct LineHashes: Sendable {
  /// Where the line feeds are.
  public private(set) var ends: [UInt32] = []
  private var hashes: [Digest] = []

  public init() {}

  /// Finds the lines, each with a line feed after it.
  public mutating func findLines(in bytes: UnsafeRawBufferPointer) {
    ends.removeAll(keepingCapacity: true)
    guard let base = bytes.baseAddress else { return }
    var begin = 0
    while begin < bytes.count, let found = memchr(base + begin, 0x0A, bytes.count - begin) {
      let end = UnsafeRawPointer(found) - base
      ends.append(UInt32(end))
      begin = end + 1
    }
  }

  /// Lends the hashes of the first so many lines that were found; they may be overwritten.
  public mutating func hash(
    _ bytes: UnsafeRawBufferPointer, upTo count: Int? = nil,
    _ body: (UnsafeMutableBufferPointer<Digest>) -> Void
  ) {
    let count = min(count ?? ends.count, ends.count)
    if hashes.count < count { hashes = Array(repeating: MerkleTree.emptyRoot, count: count) }
    hashes.withUnsafeMutableBufferPointer { hashes in
      let some = UnsafeMutableBufferPointer(rebasing: hashes[..<count])
      ends.withUnsafeBufferPointer { ends in
        MerkleTree.leafHashes(
          of: bytes, ends: UnsafeBufferPointer(rebasing: ends[..<count]), into: some)
      }
      body(some)
    }
  }
}

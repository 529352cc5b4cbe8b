/// Thirty-two bytes kept inline, with no allocation and no reference count.
///
/// The value's memory is the bytes in their order, so an array of them is also the bytes of a tile.
@frozen
public struct Bytes32: Hashable, Sendable {
  // Each word holds eight bytes as they lie in memory, whatever the machine's byte order.
  @usableFromInline var word0: UInt64
  @usableFromInline var word1: UInt64
  @usableFromInline var word2: UInt64
  @usableFromInline var word3: UInt64

  /// Thirty-two zeros.
  @inlinable
  public init() {
    word0 = 0
    word1 = 0
    word2 = 0
    word3 = 0
  }

  /// The 32 bytes at an address, which needs no alignment.
  @inlinable
  public init(loading address: UnsafeRawPointer) {
    word0 = address.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    word1 = address.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    word2 = address.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    word3 = address.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
  }

  /// The bytes of a collection, or nothing unless there are exactly 32.
  @inlinable
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.init()
    withUnsafeMutableBytes { $0.copyBytes(from: bytes) }
  }

  /// Calls a closure with the 32 bytes.
  @inlinable
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Swift.withUnsafeBytes(of: self, body)
  }

  /// Calls a closure that may change the 32 bytes.
  @inlinable
  public mutating func withUnsafeMutableBytes<Result, Failure: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Swift.withUnsafeMutableBytes(of: &self, body)
  }
}

extension Bytes32: Comparable {
  /// The order of the bytes, the first one weighing most.
  @inlinable
  public static func < (left: Bytes32, right: Bytes32) -> Bool {
    if left.word0 != right.word0 { return left.word0.bigEndian < right.word0.bigEndian }
    if left.word1 != right.word1 { return left.word1.bigEndian < right.word1.bigEndian }
    if left.word2 != right.word2 { return left.word2.bigEndian < right.word2.bigEndian }
    return left.word3.bigEndian < right.word3.bigEndian
  }
}

extension Bytes32: RandomAccessCollection {
  @inlinable
  public var startIndex: Int { 0 }

  @inlinable
  public var endIndex: Int { 32 }

  @inlinable
  public subscript(position: Int) -> UInt8 {
    withUnsafeBytes { $0[position] }
  }

  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try Swift.withUnsafeBytes(of: self) { try $0.withMemoryRebound(to: UInt8.self, body) }
  }
}

/// A SHA-256 value: 32 bytes inline, ordered by its bytes.
///
/// Read and written in two forms, both strict: 64 lowercase hexadecimal digits, and 44 characters of
/// canonical base64 with its `=` (RFC 4648, section 4).
@frozen
public struct Digest: Hashable, Sendable {
  /// The value's bytes in their order.
  public var bytes: Bytes32

  @inlinable
  public init(bytes: Bytes32) {
    self.bytes = bytes
  }

  /// The 32 bytes at an address, which needs no alignment: an entry of a tile.
  @inlinable
  public init(loading address: UnsafeRawPointer) {
    self.init(bytes: Bytes32(loading: address))
  }

  /// The bytes of a collection, or nothing unless there are exactly 32.
  @inlinable
  public init?(_ bytes: some Collection<UInt8>) {
    guard let bytes = Bytes32(bytes) else { return nil }
    self.init(bytes: bytes)
  }

  /// Calls a closure with the 32 bytes.
  @inlinable
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBytes(body)
  }
}

extension Digest: Comparable {
  @inlinable
  public static func < (left: Digest, right: Digest) -> Bool {
    left.bytes < right.bytes
  }
}

extension Digest: CustomStringConvertible {
  /// The hexadecimal form.
  public var description: String { hexadecimal }
}

extension Digest {
  /// The value written as 64 lowercase hexadecimal digits, or nothing when the text is anything else.
  @inlinable
  public init?(hexadecimal text: some Collection<UInt8>) {
    guard text.count == 64 else { return nil }
    let read = text.withContiguousStorageIfAvailable { Digest(hexadecimalDigits: $0) }
    guard
      let digest = read ?? Array(text).withUnsafeBufferPointer({ Digest(hexadecimalDigits: $0) })
    else { return nil }
    self = digest
  }

  /// The value written as 64 digits that lie together in memory.
  @inlinable
  init?(hexadecimalDigits text: UnsafeBufferPointer<UInt8>) {
    var bytes = Bytes32()
    guard let address = UnsafeRawPointer(text.baseAddress) else { return nil }
    let isRead = bytes.withUnsafeMutableBytes { target in
      for word in 0..<8 {
        guard let read = Hexadecimal.bytes(ofDigits: address + 8 &* word) else { return false }
        target.storeBytes(of: read, toByteOffset: 4 &* word, as: UInt32.self)
      }
      return true
    }
    guard isRead else { return nil }
    self.init(bytes: bytes)
  }

  /// The value as 64 lowercase hexadecimal digits.
  public var hexadecimal: String {
    String(unsafeUninitializedCapacity: 64) { target in
      for (offset, byte) in bytes.enumerated() {
        target[2 * offset] = Self.digit(byte >> 4)
        target[2 * offset + 1] = Self.digit(byte & 15)
      }
      return 64
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension Digest {
  /// The value written as 44 characters of canonical base64, or nothing when the text is anything else.
  public init?(base64 text: some Collection<UInt8>) {
    guard let bytes = Bytes32(base64: text, padding: .required) else { return nil }
    self.init(bytes: bytes)
  }

  /// The value as 44 characters of base64.
  public var base64: String { Base64.encode(bytes) }
}

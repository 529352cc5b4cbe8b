import CSodium

/// A hash of 128 bits under a key (SipHash-2-4, the long form): it stands for a name in a table that has no room for names.
///
/// Who does not know the key cannot look for two names with one hash; by chance, two of a billion names have one once in 10^20 runs.
public struct KeyedHash: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  /// The hash of nothing in particular, for places that hold none.
  public static let none = KeyedHash()

  private init() { (high, low) = (0, 0) }

  /// The key: 16 bytes that nobody else knows.
  public struct Key: Sendable {
    private let first: UInt64
    private let second: UInt64

    /// The key with these halves.
    public init(_ first: UInt64, _ second: UInt64) {
      self.first = first
      self.second = second
    }
  }

  /// The hash of some bytes. No allocation; about 30 ns for a short name.
  public init(of bytes: UnsafeRawBufferPointer, under key: Key) {
    var halves: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &halves) { target in
      withUnsafeBytes(of: key) { key in
        csodium_siphash(bytes.baseAddress, bytes.count, key.baseAddress, target.baseAddress)
      }
    }
    (high, low) = halves
  }
}

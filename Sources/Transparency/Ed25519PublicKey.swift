/// An Ed25519 public key (RFC 8032, 5.1.5) that is safe to enrol.
///
/// Libraries differ on keys crafted to be troublesome. Such keys are not values of this type: a key whose
/// order is small, which would accept one signature for many messages, and a key with a second
/// spelling (a y of p or above). Whether the bytes are a point of the curve shows at the first signature.
public struct Ed25519PublicKey: Hashable, Sendable {
  /// The 32 bytes of RFC 8032: y in little-endian order, and the sign of x in the last bit.
  public let bytes: Bytes32

  /// The key with these bytes, or nothing when it is of small order or not canonical.
  public init?(_ bytes: Bytes32) {
    guard Self.isCanonical(bytes), !Self.isOfSmallOrder(bytes) else { return nil }
    self.bytes = bytes
  }

  /// Whether y is below p = 2^255 − 19.
  private static func isCanonical(_ bytes: Bytes32) -> Bool {
    guard bytes[31] & 0x7F == 0x7F, bytes[0] >= 0xED else { return true }
    return !bytes[1..<31].allSatisfy { $0 == 0xFF }
  }

  /// Whether eight times the point is nothing: y is one of five values, whatever the sign of x.
  private static func isOfSmallOrder(_ bytes: Bytes32) -> Bool {
    var y = bytes
    y.withUnsafeMutableBytes { $0[31] &= 0x7F }
    return smallOrders.contains(y)
  }

  // y = 0 (order 4), 1 (order 1), −1 (order 2) and the two y of the points of order 8.
  private static let smallOrders: [Bytes32] = {
    var one = Bytes32()
    one.withUnsafeMutableBytes { $0[0] = 1 }
    var minusOne = Bytes32()
    minusOne.withUnsafeMutableBytes { target in
      for position in target.indices { target[position] = 0xFF }
      target[0] = 0xEC
      target[31] = 0x7F
    }
    let eighths: [[UInt8]] = [
      [
        0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98,
        0xF0,
        0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC,
        0x05,
      ],
      [
        0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67,
        0x0F,
        0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03,
        0x7A,
      ],
    ]
    return [Bytes32(), one, minusOne] + eighths.compactMap { Bytes32($0) }
  }()
}

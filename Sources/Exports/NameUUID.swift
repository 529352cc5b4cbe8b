internal import CLibCrypto

/// UUIDs made of names (RFC 9562, version 5): the same name in the same space is the same UUID, on every machine.
public struct NameUUID: Hashable, Sendable, CustomStringConvertible {
  /// Its 16 bytes.
  public let bytes: [UInt8]

  /// The space of names that are URLs.
  public static let urls = NameUUID(
    bytes: [
      0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ])

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The UUID of a name in a space.
  public init(_ name: String, in space: NameUUID) {
    let message = space.bytes + name.utf8
    // SHA-1 is what version 5 is made with; nothing is proved by it.
    var digest = [UInt8](repeating: 0, count: Int(SHA_DIGEST_LENGTH))
    _ = SHA1(message, message.count, &digest)
    var bytes = Array(digest.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  /// 36 characters, in lower case.
  public var description: String {
    var text = ""
    for (place, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(place) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }
}

import AccessModel
import Transparency

extension UniqueID {
  /// The command id of an operation: the 128 bits of a UUID as they are; of any other id the first 16 bytes of
  /// `SHA-256("liggare-operation/v1" ‖ 0x00 ‖ id)`.
  init(operation id: String) {
    if let uuid = UniqueID(uuid: id) {
      self = uuid
      return
    }
    let digest = SHA256.digest(of: Array("liggare-operation/v1\0".utf8) + Array(id.utf8))
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in digest.bytes.prefix(16).enumerated() {
      if index < 8 {
        words.0 = words.0 << 8 | UInt64(byte)
      } else {
        words.1 = words.1 << 8 | UInt64(byte)
      }
    }
    self.init(high: words.0, low: words.1)
  }

  /// Reads a UUID in its usual form, 8-4-4-4-12 hexadecimal digits of either case.
  private init?(uuid text: String) {
    guard text.utf8.count == 36 else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for (index, byte) in text.utf8.enumerated() {
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == 0x2D else { return nil }
        continue
      }
      let digit: UInt64
      if byte &- 0x30 <= 9 {
        digit = UInt64(byte &- 0x30)
      } else if (byte | 0x20) &- 0x61 <= 5 {
        digit = UInt64((byte | 0x20) &- 0x61 &+ 10)
      } else {
        return nil
      }
      if digits < 16 { words.0 = words.0 << 4 | digit } else { words.1 = words.1 << 4 | digit }
      digits += 1
    }
    self.init(high: words.0, low: words.1)
  }
}

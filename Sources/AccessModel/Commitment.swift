public import Transparency

/// What the log keeps of a free text: a salted digest that says nothing without the text and its salt.
///
/// `SHA-256("liggare-commitment/v1" ‖ 0x00 ‖ event id ‖ field ‖ salt ‖ text)`, where event id, field and text are
/// each preceded by their length in bytes as four bytes, big-endian, and the salt is 32 random bytes. The event id is its 32
/// hexadecimal digits. Text and salt are in the identity register, and erasing them breaks no proof.
@frozen
public struct Commitment: Hashable, Sendable {
  public var digest: Digest

  @inlinable
  public init(_ digest: Digest) {
    self.digest = digest
  }

  /// The commitment to `text` in the field `field` of the event `event`.
  ///
  /// - Parameter salt: 32 random bytes.
  public init(to text: String, in field: String, of event: UniqueID, salt: [UInt8]) {
    precondition(salt.count == 32, "A salt is 32 bytes.")
    var message = Array("liggare-commitment/v1".utf8)
    message.append(0)
    for part in [Array(event.description.utf8), Array(field.utf8)] {
      Commitment.append(part, to: &message)
    }
    message += salt
    Commitment.append(Array(text.utf8), to: &message)
    digest = SHA256.digest(of: message)
  }

  private static func append(_ part: [UInt8], to message: inout [UInt8]) {
    let length = UInt32(part.count)
    for shift in [24, 16, 8, 0] { message.append(UInt8(truncatingIfNeeded: length >> shift)) }
    message += part
  }
}

extension Commitment: CustomStringConvertible {
  public var description: String { digest.description }
}

/// Base64 in its one canonical spelling (RFC 4648, section 4): the standard alphabet, no white space.
///
/// A reader that tolerates spare bits or odd padding lets two texts mean the same bytes; then a bit of a
/// signed file can be flipped unseen. This one refuses every text that it would not have written.
public enum Base64 {
  /// Whether a text ends in `=` up to a multiple of four characters.
  public enum Padding: Hashable, Sendable {
    /// Padded, as keys, roots and signatures are.
    case required
    /// Never padded, as the fingerprints of OpenSSH are.
    case absent
  }

  /// How many characters so many bytes take.
  public static func encodedCount(_ count: Int, padding: Padding = .required) -> Int {
    switch padding {
    case .required: (count + 2) / 3 * 4
    case .absent: count / 3 * 4 + (count % 3 == 0 ? 0 : count % 3 + 1)
    }
  }

  /// The text of some bytes.
  public static func encode(_ bytes: some Collection<UInt8>, padding: Padding = .required) -> String
  {
    var text: [UInt8] = []
    append(bytes, to: &text, padding: padding)
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes the text of some bytes after what a line already holds.
  ///
  /// This and the next are the general form made for what the lines of the log have; from another module that would be called by witness.
  public static func append(
    _ bytes: [UInt8], to text: inout [UInt8], padding: Padding = .required
  ) {
    bytes.withUnsafeBufferPointer { appendAll($0, to: &text, padding: padding) }
  }

  /// Writes the text of a digest after what a line already holds.
  public static func append(
    _ bytes: Bytes32, to text: inout [UInt8], padding: Padding = .required
  ) {
    appendAll(bytes, to: &text, padding: padding)
  }

  /// Writes the text of some bytes after what a line already holds.
  public static func append(
    _ bytes: some Collection<UInt8>, to text: inout [UInt8], padding: Padding = .required
  ) {
    appendAll(bytes, to: &text, padding: padding)
  }

  private static func appendAll(
    _ bytes: some Collection<UInt8>, to text: inout [UInt8], padding: Padding
  ) {
    text.reserveCapacity(text.count + encodedCount(bytes.count, padding: padding))
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      held += 1
      if held == 3 {
        text.append(symbol(group >> 18))
        text.append(symbol(group >> 12))
        text.append(symbol(group >> 6))
        text.append(symbol(group))
        group = 0
        held = 0
      }
    }
    guard held > 0 else { return }
    group <<= UInt32(8 * (3 - held))
    text.append(symbol(group >> 18))
    text.append(symbol(group >> 12))
    if held == 2 { text.append(symbol(group >> 6)) }
    if padding == .required {
      for _ in held..<3 { text.append(UInt8(ascii: "=")) }
    }
  }

  /// The bytes of a text, or nothing when the text is not the canonical one for any bytes.
  public static func decode(
    _ text: some Collection<UInt8>, padding: Padding = .required
  ) -> [UInt8]? {
    withContiguous(text) { text -> [UInt8]? in
      guard let count = decodedCount(text, padding: padding) else { return nil }
      var isRead = false
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, initialized in
        isRead = decode(text, into: UnsafeMutableRawBufferPointer(target), count: count)
        initialized = isRead ? count : 0
      }
      return isRead ? bytes : nil
    }
  }

  /// Reads a text that must yield exactly the bytes of the target; no allocation.
  static func decode(
    _ text: some Collection<UInt8>, padding: Padding, into target: UnsafeMutableRawBufferPointer
  ) -> Bool {
    withContiguous(text) { text in
      guard decodedCount(text, padding: padding) == target.count else { return false }
      return decode(text, into: target, count: target.count)
    }
  }

  /// How many bytes a text stands for, by its length and padding alone.
  private static func decodedCount(_ text: UnsafeBufferPointer<UInt8>, padding: Padding) -> Int? {
    var symbols = text.count
    if padding == .required {
      guard symbols % 4 == 0 else { return nil }
      // At most two: a third would be read as a symbol, and refused.
      for _ in 0..<2 where symbols > 0 && text[symbols - 1] == UInt8(ascii: "=") { symbols -= 1 }
    }
    guard symbols % 4 != 1 else { return nil }
    return symbols / 4 * 3 + (symbols % 4 == 0 ? 0 : symbols % 4 - 1)
  }

  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawBufferPointer, count: Int
  ) -> Bool {
    let symbols = encodedCount(count, padding: .absent)
    guard text.count >= symbols, target.count >= count else { return false }
    return values.withUnsafeBufferPointer { values in
      // A symbol that is none has a bit above the six, and keeps it until the end, wherever it was met.
      var strange: UInt8 = 0
      var (read, written) = (0, 0)
      while symbols - read >= 4 {
        var group: UInt32 = 0
        for offset in 0..<4 {
          let value = values[Int(text[read + offset])]
          strange |= value
          group = group << 6 | UInt32(value & 63)
        }
        target[written] = UInt8(truncatingIfNeeded: group >> 16)
        target[written + 1] = UInt8(truncatingIfNeeded: group >> 8)
        target[written + 2] = UInt8(truncatingIfNeeded: group)
        read += 4
        written += 3
      }
      var group: UInt32 = 0
      var bits = 0
      while read < symbols {
        let value = values[Int(text[read])]
        strange |= value
        group = group << 6 | UInt32(value & 63)
        bits += 6
        read += 1
      }
      while bits >= 8 {
        bits -= 8
        target[written] = UInt8(truncatingIfNeeded: group >> UInt32(bits))
        written += 1
        group &= (1 << UInt32(bits)) - 1
      }
      // What is left are spare bits; the canonical text has zeros there.
      return strange & 0xC0 == 0 && group == 0 && written == count
    }
  }

  private static func withContiguous<Result>(
    _ text: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    text.withContiguousStorageIfAvailable(body) ?? Array(text).withUnsafeBufferPointer(body)
  }

  private static func symbol(_ value: UInt32) -> UInt8 {
    switch UInt8(truncatingIfNeeded: value & 63) {
    case let value where value < 26: UInt8(ascii: "A") + value
    case let value where value < 52: UInt8(ascii: "a") + value - 26
    case let value where value < 62: UInt8(ascii: "0") + value - 52
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
  }

  /// What each byte stands for: 0 to 63, and 255 where it is no symbol.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for value in 0..<64 as Range<UInt32> { values[Int(symbol(value))] = UInt8(value) }
    return values
  }()
}

extension Bytes32 {
  /// The 32 bytes that a canonical base64 text stands for.
  init?(base64 text: some Collection<UInt8>, padding: Base64.Padding) {
    self.init()
    guard withUnsafeMutableBytes({ Base64.decode(text, padding: padding, into: $0) }) else {
      return nil
    }
  }
}

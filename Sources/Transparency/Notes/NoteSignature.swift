/// One signature line of a note: `— <name> <base64 of key ID and signature>`.
public struct NoteSignature: Hashable, Sendable {
  /// The em dash and the space that a signature line begins with.
  static let opening: [UInt8] = [0xE2, 0x80, 0x94, 0x20]

  /// The name of the key as bytes of UTF-8: names that only look alike are different names.
  public var name: [UInt8]
  public var keyID: UInt32
  /// What follows the key ID: 64 bytes for a log's signature, 72 for a cosignature.
  public var bytes: [UInt8]

  public init(name: [UInt8], keyID: UInt32, bytes: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.bytes = bytes
  }

  init(by key: NoteVerifierKey, bytes: [UInt8]) {
    self.init(name: Array(key.name.utf8), keyID: key.keyID, bytes: bytes)
  }

  /// Reads a line without its LF; nothing when it is not one in its canonical form.
  init?(line: ArraySlice<UInt8>) {
    guard line.starts(with: Self.opening) else { return nil }
    let parts = line.dropFirst(Self.opening.count).split(
      separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isName(parts[0]), let bytes = Base64.decode(parts[1]),
      bytes.count > 4
    else { return nil }
    self.init(
      name: Array(parts[0]), keyID: bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) },
      bytes: Array(bytes.dropFirst(4)))
  }

  /// The line with its LF.
  public var line: [UInt8] {
    var id: [UInt8] = []
    for shift in [24, 16, 8, 0] as [UInt32] {
      id.append(UInt8(truncatingIfNeeded: keyID >> shift))
    }
    var line = Self.opening + name + [0x20]
    Base64.append(id + bytes, to: &line)
    line.append(0x0A)
    return line
  }

  /// Whether the line says that it is by this key; whether it is, only its bytes show.
  public func claims(_ key: NoteVerifierKey) -> Bool {
    keyID == key.keyID && name.elementsEqual(key.name.utf8)
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else { return false }
    return text.unicodeScalars.allSatisfy { $0 != "+" && !$0.properties.isWhitespace }
  }
}

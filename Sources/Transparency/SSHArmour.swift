/// The text form of OpenSSH's binary files: base64 in lines between a beginning and an end line.
enum SSHArmour {
  /// The largest text that is read: 64 KiB. OpenSSH's own largest key file takes a fifth of it.
  static let textBytesMax = 65_536

  /// Bytes in the armour that `label` names, in lines of 70 characters, as OpenSSH writes them.
  static func write(_ bytes: some Collection<UInt8>, label: String) -> [UInt8] {
    var body: [UInt8] = []
    defer { LibCrypto.cleanse(&body) }
    Base64.append(bytes, to: &body)
    var text = Array("-----BEGIN \(label)-----\n".utf8)
    text.reserveCapacity(2 * text.count + body.count + body.count / 70 + 2)
    for start in stride(from: 0, to: body.count, by: 70) {
      text.append(contentsOf: body[start..<min(start + 70, body.count)])
      text.append(UInt8(ascii: "\n"))
    }
    text.append(contentsOf: "-----END \(label)-----\n".utf8)
    return text
  }

  /// Whether a text opens with the beginning line of `label`.
  static func opens(_ text: ArraySlice<UInt8>, label: String) -> Bool {
    text.starts(with: "-----BEGIN \(label)-----".utf8)
  }

  /// The bytes of a text in the armour that `label` names, or nothing when it is damaged.
  ///
  /// Lines may be of any length and end in LF or CR LF; nothing but empty lines may follow the end.
  static func read(_ text: ArraySlice<UInt8>, label: String) -> [UInt8]? {
    guard text.count <= textBytesMax else { return nil }
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }[...]
    while let last = lines.last, last.isEmpty { lines = lines.dropLast() }
    guard lines.count >= 2, let first = lines.popFirst(), let last = lines.popLast(),
      first.elementsEqual("-----BEGIN \(label)-----".utf8),
      last.elementsEqual("-----END \(label)-----".utf8)
    else { return nil }
    var body = Array(lines.joined())
    defer { LibCrypto.cleanse(&body) }
    return Base64.decode(body)
  }
}

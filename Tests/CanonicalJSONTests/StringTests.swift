import CProcessor
import CanonicalJSON
import Testing

private func readString(_ json: inout JSONReader) throws(CanonicalJSONError) -> String {
  try json.string()
}

private func readPlain(_ json: inout JSONReader) throws(CanonicalJSONError) -> Int {
  try json.plainString().count
}

private func skipValue(_ json: inout JSONReader) throws(CanonicalJSONError) {
  try json.skipValue()
}

@Suite struct `Strings` {
  @Test func `every scalar above the control characters is read as it is written`() {
    var text = ""
    // Every scalar of the first plane in steps, and the edges of all planes.
    var values = Array(stride(from: UInt32(0x20), to: 0xFFFF, by: 7)) + Array(0x20...0x2FF)
    for plane in UInt32(0)...16 { values += [plane << 16 | 0xFFFD, plane << 16 | 0xFFFF] }
    for value in values {
      guard let scalar = Unicode.Scalar(value) else { continue }
      text.unicodeScalars.append(scalar)
    }
    var json = JSONWriter()
    json.string(text)
    switch reading(json.bytes, readString) {
    case .success(let found): #expect(Array(found.utf8) == Array(text.utf8))
    case .failure(let error): Issue.record(error)
    }
  }

  @Test func `two spellings of one letter stay two texts`() {
    for text in ["\u{E5}", "a\u{30A}"] {
      var json = JSONWriter()
      json.string(text)
      let found = reading(json.bytes, readString)
      #expect((try? found.get()).map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test func `quotation marks and backslashes are the only escapes`() {
    for byte in UInt8(0)...255 {
      let bytes = [0x22, 0x5C, byte, 0x22] as [UInt8]
      let isAllowed = byte == 0x22 || byte == 0x5C
      let reason = refusal(bytes, readString)
      #expect((reason == nil) == isAllowed, "byte \(byte)")
      if !isAllowed { #expect(reason == .forbiddenCharacter, "byte \(byte)") }
    }
    #expect(refusal(#""\u0041""#, readString) == .forbiddenCharacter)
    #expect(refusal(#""\/""#, readString) == .forbiddenCharacter)
    #expect(refusal(#""\n""#, readString) == .forbiddenCharacter)
  }

  @Test func `a control byte is refused wherever it stands`() {
    for byte in UInt8(0)..<0x20 {
      #expect(refusal([0x22, 0x61, byte, 0x22], readString) == .forbiddenCharacter)
      #expect(refusal([0x22, byte, 0x22], readPlain) == .forbiddenCharacter)
    }
  }

  @Test func `a plain string holds printable ASCII without a backslash and nothing else`() {
    for byte in UInt8(0)...255 where byte != 0x22 {
      let isAllowed = byte >= 0x20 && byte < 0x7F && byte != 0x5C
      #expect((refusal([0x22, byte, 0x22], readPlain) == nil) == isAllowed, "byte \(byte)")
    }
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xFE], [0xFF],  // no beginning
      [0xC0, 0xAF], [0xC1, 0x81],  // overlong, two bytes
      [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF],  // overlong, three
      [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x8F, 0xBF, 0xBF],  // overlong, four
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB4, 0x91],  // surrogates
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],  // beyond the last scalar
      [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x97],  // cut off
      [0xC3, 0x41], [0xC0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    #expect(refusal([0x22, 0x61] + bytes + [0x62, 0x22], readString) == .invalidUTF8)
    #expect(refusal([0x22] + bytes + [0x22], readString) == .invalidUTF8)
    #expect(refusal([0x22] + bytes + [0x22], skipValue) == .invalidUTF8)
    // Cut off before the quotation mark, the bytes must not be read past either.
    #expect(refusal([0x22] + bytes, skipValue) != nil)
  }

  @Test func `a string that is cut off anywhere is truncated`() {
    let bytes = Array(#""å\"\\b€""#.utf8)
    for length in 0..<bytes.count {
      #expect(refusal(Array(bytes[..<length]), readString) == .truncated, "length \(length)")
    }
    #expect(refusal(bytes, readString) == nil)
  }

  @Test func `plain bytes are counted up to the first that is not plain, many at a time or eight`()
  {
    var random = SeededRandom(seed: 4)
    for length in 0..<40 {
      for byte in UInt8.min...UInt8.max {
        // Before it what is plain, and after it anything.
        var bytes = (0..<length).map { _ in UInt8.random(in: 0x23...0x5B, using: &random) }
        let place = Int.random(in: 0...length, using: &random)
        for after in place..<length {
          bytes[after] = after == place ? byte : UInt8.random(in: 0...255, using: &random)
        }
        let plain = bytes.prefix { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }.count
        bytes.withUnsafeBytes { bytes in
          for found in [
            cprocessor_plain(bytes.baseAddress, length),
            cprocessor_plain_portably(bytes.baseAddress, length),
          ] {
            // Whole words of plain bytes at least, and never more.
            #expect(found == plain || found < plain && length - found < 8, "\(place) of \(length)")
          }
        }
      }
    }
  }

  @Test func `a string that ends early is truncated, however long it is`() {
    for count in 0..<40 {
      let bytes = [0x22] + [UInt8](repeating: 0x61, count: count)
      #expect(refusal(bytes, skipValue) == .truncated)
      #expect(refusal(bytes, readPlain) == .truncated)
    }
  }
}

import AccessModel
import Testing

@Suite struct `Identifiers` {
  @Test func `an identifier is 1 to 32 letters, digits, full stops, underscores and hyphens`() {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-".utf8)
    for byte in UInt8(0)...255 {
      for bytes in [[byte], [0x61, byte], [byte, 0x61], Array(repeating: byte, count: 32)] {
        let id = bytes.withUnsafeBytes { PersonID(bytes: $0) }
        #expect((id != nil) == allowed.contains(byte), "byte \(byte)")
        if let id { #expect(Array("\(id)".utf8) == bytes) }
      }
    }
    #expect(PersonID("") == nil)
    #expect(PersonID(String(repeating: "a", count: 32)) != nil)
    #expect(PersonID(String(repeating: "a", count: 33)) == nil)
    #expect(PersonID("å") == nil)
    #expect(PersonID("P 1") == nil)
    #expect(PersonID("P/1") == nil)
  }

  @Test func `a numbered identifier is its prefix, a hyphen and the number`() {
    #expect("\(PersonID(number: 3))" == "P-3")
    #expect("\(GrantID(number: 105))" == "G-105")
    for number in [0, 1, 9, 10, 123_456, 99_999_999_999_999] {
      #expect(SystemID(number: number).number == number)
    }
  }

  @Test(arguments: [
    "P-99999999999999999999", "P-9223372036854775808", "P-1000000000000000000000000000",
    "P-", "P", "P-x", "P-1x", "P-+1", "P--1", "p-1", "S-1", "P1", "PP-1", "P_1", "P-1.0",
    "0", "-1",
  ])
  func `what the ledger would not give out has no number`(text: String) {
    #expect(PersonID(text)?.number == nil)
  }

  @Test func `a number written with leading zeros counts, so that the next one is above it`() {
    #expect(PersonID("P-007")?.number == 7)
  }

  @Test func `identifiers are ordered by their bytes, a prefix first`() {
    var random = SeededRandom(seed: 5)
    let alphabet = Array("AZaz09._-")
    let texts = (0..<300).map { _ in
      String((0...random.below(32)).prefix(32).map { _ in alphabet[random.below(9)] })
    }
    for one in texts.prefix(100) {
      for other in texts {
        guard let first = InlineASCII(one), let second = InlineASCII(other) else {
          Issue.record("\(one) \(other)")
          continue
        }
        #expect((first < second) == one.utf8.lexicographicallyPrecedes(other.utf8))
        #expect((first == second) == (one == other))
      }
    }
  }

  @Test func `inline ASCII keeps 0 to 32 printable bytes and refuses the rest`() {
    for count in 0...32 {
      let text = String(repeating: "~", count: count)
      #expect(InlineASCII(text)?.count == count)
      #expect(InlineASCII(text).map { "\($0)" } == text)
    }
    #expect(InlineASCII(String(repeating: "~", count: 33)) == nil)
    for byte in UInt8(0)...255 {
      let value = [byte].withUnsafeBytes { InlineASCII(bytes: $0) }
      #expect((value != nil) == (0x20...0x7E).contains(byte), "byte \(byte)")
    }
    #expect(InlineASCII("  ").map { $0.isEmpty } == false)
    #expect(InlineASCII("").map { $0.isEmpty } == true)
  }
}

@Suite struct `Compound identifiers` {
  @Test func `an entitlement is a system, a solidus and a name`() {
    #expect(EntitlementID("S-1/read").map { "\($0)" } == "S-1/read")
    for text in [
      "", "/", "S-1", "S-1/", "/read", "S-1/read/all", "S-1//read", "S 1/read", "S-1/läs",
    ] {
      #expect(EntitlementID(text) == nil, "\(text)")
    }
    let sorted = ["S-1/a", "S-1/b", "S-10/a", "S-2/a"].compactMap { EntitlementID($0) }
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test func `a stream is a known kind, a solidus and an identifier`() {
    for kind in StreamKind.allCases {
      let text = "\(kind.code)/X-1"
      let stream = Array(text.utf8).withUnsafeBytes { StreamID(bytes: $0) }
      #expect(stream?.kind == kind)
      #expect(stream.map { "\($0)" } == text)
      var bytes: [UInt8] = []
      stream?.write(to: &bytes)
      #expect(bytes == Array(text.utf8))
    }
    for text in [
      "", "/", "grant", "grant/", "/G-1", "grants/G-1", "Grant/G-1", "grant/G-1/2", "grant/ ",
    ] {
      #expect(Array(text.utf8).withUnsafeBytes { StreamID(bytes: $0) } == nil, "\(text)")
    }
    #expect("\(StreamID.ledger)" == "ledger/1")
  }

  @Test func `a unique identifier is 32 lower-case hexadecimal digits`() {
    var random = SeededRandom(seed: 6)
    for _ in 0..<200 {
      let id = UniqueID(high: random.next(), low: random.next())
      #expect(UniqueID("\(id)") == id)
      #expect("\(id)".utf8.count == 32)
    }
    let text = "00112233445566778899aabbccddeeff"
    #expect(UniqueID(text)?.high == 0x0011_2233_4455_6677)
    #expect(UniqueID(text)?.low == 0x8899_aabb_ccdd_eeff)
    for wrong in [
      "", String(text.dropLast()), text + "0", text.uppercased(), "g" + text.dropFirst(),
      " " + text.dropFirst(), "0x" + text.dropFirst(2),
      "00112233-4455-6677-8899-aabbccddeeff",
    ] {
      #expect(UniqueID(wrong) == nil, "\(wrong)")
    }
    for byte in UInt8(0)...255 {
      var bytes = Array(text.utf8)
      bytes[17] = byte
      let isDigit = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
      #expect((bytes.withUnsafeBytes { UniqueID(bytes: $0) } != nil) == isDigit, "byte \(byte)")
    }
  }
}

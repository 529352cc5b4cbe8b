import Testing
import Transparency

@Suite struct KeyedHashTests {
  /// The first vectors of the reference implementation's `vectors_sip128`: the key is 00, 01, … 0f, the text 00, 01, ….
  @Test(arguments: [
    (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
    (2, "8177228da4a45dc7fca38bdef60affe4"),
  ])
  func `the hash is that of the reference`(count: Int, hash: String) {
    let key = KeyedHash.Key(
      UInt64(littleEndian: 0x0706_0504_0302_0100), UInt64(littleEndian: 0x0F0E_0D0C_0B0A_0908))
    let text = (0..<count).map { UInt8($0) }
    let found = text.withUnsafeBytes { KeyedHash(of: $0, under: key) }
    let halves = [found.high, found.low].map(\.littleEndian)
    #expect(
      halves.flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) } }
        == bytes(hash))
  }
}

import Testing
import Transparency

@Suite struct DigestTests {
  @Test func `hashes of known messages are the published ones`() {
    #expect(
      SHA256.digest(of: Array("abc".utf8)).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hexadecimal(SHA512.digest(of: Array("abc".utf8)).withUnsafeBytes { Array($0) })
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
    #expect(
      SHA256.digest(of: []).hexadecimal
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `a message hashed in pieces has the hash of the whole, and can go on`() {
    var random = SeededRandom(seed: 1)
    var isEqual = true
    for _ in 0..<200 {
      let pieces = (0..<4).map { _ in random.bytes(Int.random(in: 0...200, using: &random)) }
      var short = SHA256()
      var long = SHA512()
      var sofar: [UInt8] = []
      for piece in pieces {
        short.update(piece)
        piece.withUnsafeBytes { long.update(line: $0) }
        sofar += piece
        isEqual = isEqual && short.digest == SHA256.digest(of: sofar)
      }
      let lines = Array(pieces.map { $0 + [0x0A] as [UInt8] }.joined())
      isEqual = isEqual && long.digest == SHA512.digest(of: lines)
    }
    #expect(isEqual)
  }

  @Test func `a digest read from its own texts is the same digest`() {
    var random = SeededRandom(seed: 2)
    var isSame = true
    for _ in 0..<500 {
      let bytes = random.bytes(32)
      guard let digest = Digest(bytes) else {
        Issue.record("32 bytes are not a digest")
        return
      }
      isSame =
        isSame && Array(digest.bytes) == bytes && digest.hexadecimal == hexadecimal(bytes)
        && Digest(hexadecimal: digest.hexadecimal.utf8) == digest
        && digest.base64.utf8.count == 44 && Digest(base64: digest.base64.utf8) == digest
        && KeyFingerprint("\(KeyFingerprint(digest: digest))")?.digest == digest
    }
    #expect(isSame)
  }

  @Test func `a digest is ordered by its bytes`() {
    var random = SeededRandom(seed: 3)
    var isOrdered = true
    for _ in 0..<2_000 {
      var left = random.bytes(32)
      // Equal beginnings reach the words that come later.
      let right = left.prefix(Int.random(in: 0...31, using: &random))
      left = random.bytes(32)
      left.replaceSubrange(0..<right.count, with: right)
      let other = Array(right) + random.bytes(32 - right.count)
      guard let a = Digest(left), let b = Digest(other) else { continue }
      isOrdered = isOrdered && (a < b) == left.lexicographicallyPrecedes(other)
    }
    #expect(isOrdered)
  }

  @Test(arguments: [
    "", "ba7816bf", String(repeating: "A", count: 64), String(repeating: "g", count: 64),
    String(repeating: "0", count: 63), String(repeating: "0", count: 65),
    String(repeating: "0", count: 63) + " ", "0x" + String(repeating: "0", count: 62),
  ])
  func `a hexadecimal text that is not 64 lowercase digits is refused`(text: String) {
    #expect(Digest(hexadecimal: text.utf8) == nil)
  }

  @Test func `an array of digests lies in memory as the bytes of a tile`() {
    let digests = (0..<256).map { SHA256.digest(of: [UInt8($0)]) }
    let bytes = digests.withUnsafeBytes { Array($0) }
    #expect(bytes.count == 8_192)
    #expect(bytes == digests.flatMap { Array($0.bytes) })
  }
}

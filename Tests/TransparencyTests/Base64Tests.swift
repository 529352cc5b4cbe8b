import Foundation
import Testing
import Transparency

@Suite struct Base64Tests {
  @Test func `a text is the one Foundation writes, and reads back`() {
    var random = SeededRandom(seed: 4)
    var isSame = true
    for count in 0..<200 {
      let bytes = random.bytes(count)
      let text = Base64.encode(bytes)
      let bare = Base64.encode(bytes, padding: .absent)
      isSame =
        isSame && text == Data(bytes).base64EncodedString()
        && bare == text.replacingOccurrences(of: "=", with: "")
        && text.utf8.count == Base64.encodedCount(count)
        && bare.utf8.count == Base64.encodedCount(count, padding: .absent)
        && Base64.decode(text.utf8) == bytes
        && Base64.decode(Array(bare.utf8)[...], padding: .absent) == bytes
    }
    #expect(isSame)
  }

  @Test(arguments: [
    "QR==", "QUF=", "QQ", "QQ=", "QQ===", "Q===", "====", "=", "A", "QQ==QQ==", "QQ= =", " QQ==",
    "QQ==\n",
    "Q\nQ==", "QQ=A", "Q-__", "QUFBQ===", "QQ\0\0", "QÖ==",
  ])
  func `a text with spare bits, odd padding or white space is refused`(text: String) {
    #expect(Base64.decode(text.utf8) == nil)
  }

  @Test func `no two texts of four characters mean the same bytes`() {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)
    var accepted = 0
    var isCanonical = true
    for first in alphabet {
      for second in alphabet {
        for tail in alphabet {
          for text in [[first, second, tail, UInt8(ascii: "=")], [first, second, 0x41, tail]] {
            guard let bytes = Base64.decode(text) else { continue }
            accepted += 1
            isCanonical = isCanonical && Array(Base64.encode(bytes).utf8) == text
          }
        }
      }
    }
    #expect(isCanonical)
    // Two bytes, one byte; then three bytes that end in six zeros, and two bytes that end in four.
    #expect(accepted == 65_536 + 256 + 64 * 64 * 64 + 64 * 64)
  }

  @Test func `an unpadded text with padding, or a fingerprint of another length, is refused`() {
    #expect(Base64.decode("QQ==".utf8, padding: .absent) == nil)
    #expect(Base64.decode("QR".utf8, padding: .absent) == nil)
    let fingerprint = "\(KeyFingerprint(digest: SHA256.digest(of: [1])))"
    #expect(fingerprint.utf8.count == 43)
    #expect(KeyFingerprint(fingerprint) != nil)
    #expect(KeyFingerprint(fingerprint + "=") == nil)
    #expect(KeyFingerprint(String(fingerprint.dropLast())) == nil)
    // The last character holds two spare bits: only every fourth letter may stand there.
    let endings = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
      .filter { KeyFingerprint(fingerprint.dropLast() + String($0)) != nil }
    #expect(endings == "AEIMQUYcgkosw048")
  }
}

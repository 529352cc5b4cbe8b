import Diagnostics
import Testing
import Transparency

@Suite struct HostileInputTests {
  /// Every reader of the module; how many of them accepted the bytes.
  static func accepted(_ bytes: [UInt8]) -> Int {
    let readers: [([UInt8]) throws -> Any?] = [
      { try SigningKey(openSSHPrivateKey: $0) }, { try OpenSSHPublicKeyLine($0) },
      { try OpenSSHPublicKey(blob: $0) }, { try SSHSignature(blob: $0) },
      { try SSHSignature(base64: $0) }, { try SSHSignatureFile($0) }, { Base64.decode($0) },
      { Base64.decode($0, padding: .absent) }, { Digest(hexadecimal: $0) }, { Digest(base64: $0) },
      { KeyFingerprint($0) }, { Ed25519Signature($0) }, { Ed25519Seed($0) },
      { SignatureNamespace(String(decoding: $0, as: UTF8.self)) },
    ]
    var accepted = 0
    for read in readers {
      do {
        if try read(bytes) != nil { accepted += 1 }
      } catch let refusal as Diagnostic {
        if !refusal.code.hasPrefix("KEY-") { Issue.record(refusal) }
      } catch {
        Issue.record(error)
      }
    }
    return accepted
  }

  @Test func `random bytes make no reader trap`() {
    var random = SeededRandom(seed: 8)
    for _ in 0..<1_500 {
      _ = Self.accepted(random.bytes(Int.random(in: 0...200, using: &random)))
    }
    #expect(Self.accepted([]) == 2)
    #expect(Self.accepted([UInt8](repeating: 0xFF, count: 100_000)) == 0)
  }

  @Test func `sound files that were changed at random make no reader trap`() throws {
    var random = SeededRandom(seed: 9)
    let pair = try OpenSSHKeyPair(seed: testSeed(), comment: "c")
    let key = try testKey()
    let namespace = try #require(SignatureNamespace("n"))
    let signature = try key.sshSignature(over: SHA512.digest(of: []), namespace: namespace)
    let file = SSHSignatureFile(
      publicKey: key.publicKey, namespace: namespace, signature: signature)
    let privateLines = pair.privateKeyFile.split(separator: 0x0A)
    let inner = Base64.decode(Array(privateLines.dropFirst().dropLast().joined())) ?? []
    let samples: [[UInt8]] = [
      pair.privateKeyFile, Array(pair.publicKeyLine.text.utf8), key.publicKey.blob, signature.blob,
      Array(signature.base64.utf8), file.text,
    ]
    #expect(samples.allSatisfy { Self.accepted($0) > 0 })
    for _ in 0..<1_500 {
      var bytes = Self.changed(samples.randomElement(using: &random) ?? [], using: &random)
      _ = Self.accepted(bytes)
      // The same within the armour, where the lengths are.
      bytes = Self.changed(inner, using: &random)
      let armour =
        "-----BEGIN OPENSSH PRIVATE KEY-----\n\(Base64.encode(bytes))\n-----END OPENSSH PRIVATE KEY-----\n"
      _ = Self.accepted(Array(armour.utf8))
    }
  }

  /// Bytes set, cut out, doubled, or replaced by a length that lies.
  static func changed(_ sample: [UInt8], using random: inout SeededRandom) -> [UInt8] {
    var bytes = sample
    for _ in 0...Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = Int.random(in: place...min(bytes.count, place + 40), using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default:
        let lie: [UInt8] = Bool.random(using: &random) ? [0xFF, 0xFF, 0xFF, 0xFF] : [0, 0, 1, 0]
        bytes.replaceSubrange(place..<min(place + 4, bytes.count), with: lie)
      }
    }
    return bytes
  }
}

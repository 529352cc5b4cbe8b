import Diagnostics
import Foundation
import Testing
import Transparency

/// A key whose secret is in this file, for tests alone.
func testKey(_ number: UInt8 = 1, comment: String = "") throws -> SigningKey {
  try SigningKey(seed: testSeed(number), comment: comment)
}

func testSeed(_ number: UInt8 = 1) throws -> Ed25519Seed {
  try #require(Ed25519Seed(Array(repeating: number, count: 32)))
}

func ed25519(_ key: OpenSSHPublicKey) -> Ed25519PublicKey {
  switch key {
  case .ed25519(let key), .securityKey(let key, _): key
  }
}

@Suite struct Ed25519Tests {
  /// RFC 8032, section 7.1: seed, public key, message, signature.
  static let known = [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        + "d25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
        + "387b2eaeb4302aeeb00d291612bb0c00"
    ),
  ]

  @Test func `the seeds of RFC 8032 give its keys and signatures`() throws {
    for (seed, publicKey, message, signature) in Self.known {
      let key = try SigningKey(seed: #require(Ed25519Seed(bytes(seed))))
      #expect(Array(ed25519(key.publicKey).bytes) == bytes(publicKey))
      #expect(try key.signature(over: bytes(message)).bytes == bytes(signature))
    }
  }

  @Test func `a signature with one bit changed is refused, as is another message`() throws {
    let key = try testKey()
    let verifier = try Ed25519Verifier(ed25519(key.publicKey))
    let message = Array("what was signed".utf8)
    let signature = try key.signature(over: message)
    #expect(verifier.isValid(signature, over: message))
    #expect(!verifier.isValid(signature, over: message + [0]))
    #expect(try !Ed25519Verifier(ed25519(testKey(2).publicKey)).isValid(signature, over: message))
    var accepted = 0
    for bit in 0..<512 {
      var changed = signature.bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let changed = Ed25519Signature(changed) else { continue }
      if verifier.isValid(changed, over: message) { accepted += 1 }
    }
    #expect(accepted == 0)
  }

  @Test func `a signature whose S has the group's order added is not a signature`() throws {
    let order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
    var signature = try testKey().signature(over: [1]).bytes
    var carry: UInt16 = 0
    for position in 0..<32 {
      let sum = UInt16(signature[32 + position]) + UInt16(order[position]) + carry
      signature[32 + position] = UInt8(truncatingIfNeeded: sum)
      carry = sum >> 8
    }
    #expect(carry == 0)
    #expect(Ed25519Signature(signature) == nil)
    // The order itself, and the largest S below it.
    let zeros = [UInt8](repeating: 0, count: 32)
    #expect(Ed25519Signature(zeros + order) == nil)
    #expect(Ed25519Signature(zeros + [0xEC] + order.dropFirst()) != nil)
    #expect(Ed25519Signature(zeros) == nil)
  }

  /// Every spelling of the eight points of small order, and the least y that is not canonical.
  @Test(arguments: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  ])
  func `a key of small order or with a second spelling is refused`(key: String) throws {
    #expect(Ed25519PublicKey(try #require(Bytes32(bytes(key)))) == nil)
    var blob: [UInt8] = [0, 0, 0, 11] + Array("ssh-ed25519".utf8) + [0, 0, 0, 32] + bytes(key)
    expectCode("KEY-06") { _ = try OpenSSHPublicKey(blob: blob) }
    blob[50] = 0x12
    blob[30] ^= 1
    _ = try OpenSSHPublicKey(blob: blob)
  }

  @Test func `a key that is no point of the curve accepts nothing`() throws {
    let signature = try testKey().signature(over: [1])
    // Of the small y that are spelt so, about every second one has no x.
    let keys = try (2..<60).map { y in
      var bytes = [UInt8](repeating: 0, count: 32)
      bytes[0] = UInt8(y)
      let key = Bytes32(bytes).flatMap { Ed25519PublicKey($0) }
      return try #require(key)
    }
    for key in keys { #expect(try !Ed25519Verifier(key).isValid(signature, over: [1])) }
  }

  @Test func `an R of small order is refused, whatever S`() throws {
    let verifier = try Ed25519Verifier(ed25519(testKey().publicKey))
    for r in [
      "0100000000000000000000000000000000000000000000000000000000000000",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ] {
      for s in [[UInt8](repeating: 0, count: 32), bytes(Self.known[0].0)] {
        var s = s
        s[31] = 0
        let signature = try #require(Ed25519Signature(bytes(r) + s))
        #expect(!verifier.isValid(signature, over: [1]))
      }
    }
  }

  @Test func `several threads judge with one verifier at once`() async throws {
    let key = try testKey()
    let verifier = try Ed25519Verifier(ed25519(key.publicKey))
    let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
      for thread in 0..<8 {
        group.addTask {
          var wrong = 0
          for round in 0..<40 {
            let message = [UInt8(thread), UInt8(round)]
            let signature = try key.signature(over: message)
            if !verifier.isValid(signature, over: message) { wrong += 1 }
            if verifier.isValid(signature, over: [UInt8(thread), UInt8(round + 1)]) {
              wrong += 1
            }
          }
          return wrong
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func `openssl accepts a signature over a checkpoint's bytes, and not over others`() throws {
    let bench = try Workbench()
    let key = try testKey()
    // A SubjectPublicKeyInfo of RFC 8410: this prefix, then the key.
    let spki = bytes("302a300506032b6570032100") + Array(ed25519(key.publicKey).bytes)
    try bench.write(spki, as: "key.der")
    let body = Array("ledger.example\n3\nAAAA\n".utf8)
    try bench.write(body, as: "body")
    try bench.write(body + [0x0A], as: "other")
    try bench.write(key.signature(over: body).bytes, as: "signature")
    for (file, status) in [("body", Int32(0)), ("other", 1)] {
      let outcome = try bench.run(
        "openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-rawin",
        "-in", file, "-sigfile", "signature")
      #expect(outcome.status == status, "\(outcome.output)\(outcome.error)")
    }
  }

  @Test func `nothing that describes a secret shows it`() throws {
    let seed = try testSeed(0xA7)
    let key = try SigningKey(seed: seed)
    let pair = try OpenSSHKeyPair(seed: seed, comment: "c")
    for value in [seed, key, pair] as [Any] {
      var text = "\(value) \(String(reflecting: value))"
      dump(value, to: &text)
      for trace in [
        "a7a7", "A7A7", "167", "p6en", "12080808863958804391", "OPENSSH PRIVATE",
      ] {
        #expect(!text.contains(trace))
      }
    }
  }
}

/// Expects that work is refused, with this code.
func expectCode(
  _ code: String, sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Void
) {
  do {
    try work()
    Issue.record("nothing was refused", sourceLocation: sourceLocation)
  } catch let diagnostic as Diagnostic {
    #expect(diagnostic.code == code, sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}

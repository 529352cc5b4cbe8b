import Testing

@testable import Transparency

/// Keys that are in a FIDO security key, held against `ssh-keygen`.
struct SecurityKeyTests {
  /// What a security key with that secret would answer.
  private func signature(
    _ seed: UInt8, over message: [UInt8], for namespace: SignatureNamespace,
    application: String = "ssh:", flags: UInt8 = 1, counter: UInt32 = 0x0102_0304
  ) throws -> SSHSignature {
    let bytes = SSHSignature.signedBytes(
      message: SHA512.digest(of: message), namespace: namespace)
    let signed =
      Array(SHA256.digest(of: Array(application.utf8)).bytes)
      + [flags, 1, 2, 3, 4] + Array(SHA256.digest(of: bytes).bytes)
    return .securityKey(
      try testKey(seed).signature(over: signed), flags: flags, counter: counter)
  }

  private func publicKey(_ seed: UInt8, application: String = "ssh:") throws -> OpenSSHPublicKey {
    .securityKey(ed25519(try testKey(seed).publicKey), application: application)
  }

  @Test(arguments: [
    ("ssh:", UInt8(1), true), ("ssh:ledger", 5, true), ("ssh:", 0, false), ("ssh:", 4, false),
  ])
  func `ssh-keygen takes what the ledger takes, and the ledger wants a touch as well`(
    application: String, flags: UInt8, isGood: Bool
  ) throws {
    let bench = try Workbench()
    let namespace = try #require(SignatureNamespace("liggare-event@ledger.example"))
    let key = try publicKey(4, application: application)
    let message = Array("{\"id\":1}\n".utf8)
    let signed = try signature(
      4, over: message, for: namespace, application: application, flags: flags)
    let file = SSHSignatureFile(publicKey: key, namespace: namespace, signature: signed)
    #expect(try SSHSignatureFile(file.text) == file)
    #expect(try SSHSignature(base64: signed.base64.utf8) == signed)
    #expect(signed.base64.utf8.count == 140)
    try bench.write(file.text, as: "m.sig")
    let line = OpenSSHPublicKeyLine(publicKey: key)
    #expect(try OpenSSHPublicKeyLine(line.text.utf8) == line)
    try bench.write(Array("p-1 \(line.text)\n".utf8), as: "allowed")
    let judged = try bench.run(
      "ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "p-1", "-n", namespace.text, "-s",
      "m.sig", input: message)
    // OpenSSH's command leaves the touch to who calls it.
    #expect(judged.status == 0, "\(judged.output)\(judged.error)")
    let isValid = try signed.isValid(
      over: SHA512.digest(of: message), by: key, namespace: namespace)
    #expect(isValid == isGood)
    try bench.write(Array("\(line.text)\n".utf8), as: "key.pub")
    let listed = try bench.run("ssh-keygen", "-l", "-f", "key.pub")
    #expect(listed.output.contains("SHA256:\(key.fingerprint)"))
  }

  @Test func `a signature of one kind is none of the other, and no bit of it can change`() throws {
    let namespace = try #require(SignatureNamespace("n"))
    let message: [UInt8] = [5]
    let digest = SHA512.digest(of: message)
    let key = try publicKey(4)
    let plain = try testKey(4)
    let signed = try signature(4, over: message, for: namespace)
    #expect(try !signed.isValid(over: digest, by: plain.publicKey, namespace: namespace))
    #expect(
      try !plain.sshSignature(over: digest, namespace: namespace)
        .isValid(over: digest, by: key, namespace: namespace))
    #expect(
      try !signed.isValid(
        over: digest, by: publicKey(4, application: "ssh:x"), namespace: namespace))
    var accepted = 0
    for bit in 0..<signed.blob.count * 8 {
      var blob = signed.blob
      blob[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let changed = try? SSHSignature(blob: blob) else { continue }
      if try changed.isValid(over: digest, by: key, namespace: namespace) { accepted += 1 }
    }
    #expect(accepted == 0)
  }

  @Test func `what an agent says is read whole or not at all`() throws {
    var body: [UInt8] = [12]
    body.appendSSH(number: 2)
    for (blob, comment) in [(try publicKey(4).blob, "touch"), (Array("rsa".utf8), "other")] {
      body.appendSSH(string: blob)
      body.appendSSH(string: comment)
    }
    #expect(try SSHAgentMessage.identities(body).map(\.comment) == ["touch"])
    for count in 0..<body.count {
      #expect(throws: (any Error).self) { try SSHAgentMessage.identities(Array(body[..<count])) }
    }
    #expect(throws: (any Error).self) { try SSHAgentMessage.signature([5]) }
    #expect(SSHAgentMessage.bodyCount([0xFF, 0xFF, 0xFF, 0xFF]) == nil)
    #expect(SSHAgentMessage.bodyCount([0, 0, 0, 0]) == nil)
  }
}

import Diagnostics
import Foundation
import Testing
import Transparency

@Suite struct OpenSSHTests {
  @Test func `ssh-keygen reads the key files we write, and agrees on the fingerprint`() throws {
    let bench = try Workbench()
    // Comments of eight lengths reach every length of padding.
    for length in 0..<8 {
      let comment = String("räknare@ledger.example".prefix(14 + length))
      let pair = try OpenSSHKeyPair(seed: testSeed(UInt8(length)), comment: comment)
      try bench.write(pair.privateKeyFile, as: "key\(length)")
      let derived = try bench.run("ssh-keygen", "-y", "-f", "key\(length)")
      #expect(derived.output == pair.publicKeyLine.text + "\n", "\(derived.error)")

      try bench.write(Array(pair.publicKeyLine.text.utf8), as: "key\(length).pub")
      let listed = try bench.run("ssh-keygen", "-l", "-f", "key\(length).pub")
      #expect(
        listed.output.contains(" SHA256:\(pair.publicKeyLine.publicKey.fingerprint) "),
        "\(listed.output)\(listed.error)")

      let key = try SigningKey(openSSHPrivateKey: pair.privateKeyFile)
      #expect(key.publicKey == pair.publicKeyLine.publicKey)
      #expect(key.comment == comment)
    }
  }

  @Test func `a key that ssh-keygen makes is read, and its signatures are ours byte for byte`()
    throws
  {
    let bench = try Workbench()
    let message = Array("{\"id\":1}\n{\"id\":2}\n".utf8)
    try bench.write(message, as: "message")
    for name in ["a", "b", "c"] {
      let made = try bench.run(
        "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "\(name)@ledger.example", "-f", name)
      #expect(made.status == 0, "\(made.error)")
      let key = try SigningKey(openSSHPrivateKey: bench.read(name))
      #expect(key.comment == "\(name)@ledger.example")
      let line = try OpenSSHPublicKeyLine(bench.read("\(name).pub"))
      #expect(line == OpenSSHPublicKeyLine(publicKey: key.publicKey, comment: key.comment))
      #expect(try bench.read("\(name).pub") == Array("\(line.text)\n".utf8))

      let signed = try bench.run(
        "ssh-keygen", "-Y", "sign", "-f", name, "-n", "liggare-event@ledger.example", input: message
      )
      #expect(try Array(signed.output.utf8) == signatureFile(key, message).text, "\(signed.error)")
    }
  }

  /// A signature for the namespace of these tests, as a file.
  func signatureFile(_ key: SigningKey, _ message: [UInt8]) throws -> SSHSignatureFile {
    let namespace = try #require(SignatureNamespace("liggare-event@ledger.example"))
    let signature = try key.sshSignature(over: SHA512.digest(of: message), namespace: namespace)
    return SSHSignatureFile(publicKey: key.publicKey, namespace: namespace, signature: signature)
  }

  @Test func `ssh-keygen accepts our signature over the batch, and for its purpose alone`() throws {
    let bench = try Workbench()
    let key = try testKey(3)
    let events = ["{\"id\":1}", "{\"id\":2}"].map { Array($0.utf8) }
    var hasher = SHA512()
    for event in events { event.withUnsafeBytes { hasher.update(line: $0) } }
    let namespace = try #require(SignatureNamespace("liggare-event@ledger.example"))
    let signature = try key.sshSignature(over: hasher.digest, namespace: namespace)
    let file = SSHSignatureFile(
      publicKey: key.publicKey, namespace: namespace, signature: signature)
    try bench.write(file.text, as: "batch.sig")
    try bench.write(
      Array("p-1 \(OpenSSHPublicKeyLine(publicKey: key.publicKey).text)\n".utf8), as: "allowed")
    let batch = Array("{\"id\":1}\n{\"id\":2}\n".utf8)
    for (purpose, message, isGood) in [
      ("liggare-event@ledger.example", batch, true),
      ("liggare-event@other.example", batch, false),
      ("liggare-event@ledger.example", batch + [0x0A], false),
    ] {
      let judged = try bench.run(
        "ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "p-1", "-n", purpose, "-s",
        "batch.sig",
        input: message)
      #expect((judged.status == 0) == isGood, "\(judged.output)\(judged.error)")
      let ours = try SSHSignature(base64: signature.base64.utf8)
        .isValid(
          over: SHA512.digest(of: message), by: key.publicKey,
          namespace: #require(SignatureNamespace(purpose)))
      #expect(ours == isGood)
    }
  }

  @Test func `a signature reads back from the log's form and from the file's`() throws {
    let file = try signatureFile(testKey(), [1, 2, 3])
    #expect(file.signature.base64.utf8.count == 112)
    #expect(try SSHSignature(base64: file.signature.base64.utf8) == file.signature)
    #expect(try SSHSignatureFile(file.text) == file)
    let crossed = String(decoding: file.text, as: UTF8.self)
      .replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try SSHSignatureFile(crossed.utf8) == file)
  }

  @Test func `an ordinary signature is read fast as it is read plainly`() throws {
    let namespace = try #require(SignatureNamespace("n"))
    var readCount = 0
    for number in 1..<20 as Range<UInt8> {
      let signature = try testKey(number).sshSignature(
        over: SHA512.digest(of: [number]), namespace: namespace)
      let text = Array(signature.base64.utf8)
      for bit in -1..<text.count * 8 {
        var changed = text
        if bit >= 0 { changed[bit / 8] ^= 1 << UInt8(bit % 8) }
        let plain = try? SSHSignature(base64: changed)
        let fast = changed.withUnsafeBytes { SSHSignature(ordinary: $0) }
        #expect(plain == fast, "\(String(decoding: changed, as: UTF8.self))")
        if fast != nil { readCount += 1 }
      }
      for other in [Array(text.dropLast()), text + [0x3D], []] {
        #expect(other.withUnsafeBytes { SSHSignature(ordinary: $0) } == nil)
      }
    }
    #expect(readCount > 1_000)
  }

  @Test func `no signature text with one bit changed is valid`() throws {
    let key = try testKey()
    let namespace = try #require(SignatureNamespace("n"))
    let message = SHA512.digest(of: [5])
    let verifier = try SSHSignatureVerifier(publicKey: key.publicKey, namespace: namespace)
    let text = Array(try key.sshSignature(over: message, namespace: namespace).base64.utf8)
    var accepted = 0
    for bit in 0..<text.count * 8 {
      var changed = text
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      do {
        if try verifier.isValid(SSHSignature(base64: changed), over: message) { accepted += 1 }
      } catch {
        #expect(["KEY-07", "KEY-08"].contains(error.code))
      }
    }
    #expect(accepted == 0)
  }

  @Test func `a key that cannot be used is refused with its own code`() throws {
    let bench = try Workbench()
    for (name, arguments, code) in [
      ("encrypted", ["-t", "ed25519", "-N", "a passphrase"], "KEY-02"),
      ("rsa", ["-t", "rsa", "-b", "2048", "-N", ""], "KEY-03"),
      ("rsa-encrypted", ["-t", "rsa", "-b", "2048", "-N", "a passphrase"], "KEY-03"),
      ("rsa-pem", ["-t", "rsa", "-b", "2048", "-m", "PEM", "-N", ""], "KEY-03"),
      ("ecdsa", ["-t", "ecdsa", "-N", ""], "KEY-03"),
    ] {
      let made = try bench.run("ssh-keygen", ["-q", "-f", name] + arguments)
      #expect(made.status == 0, "\(made.error)")
      let text = try bench.read(name)
      expectCode(code) { _ = try SigningKey(openSSHPrivateKey: text) }
      if code == "KEY-03", name != "rsa-pem" {
        let line = try bench.read("\(name).pub")
        expectCode(code) { _ = try OpenSSHPublicKeyLine(line) }
      }
    }
    let line = Array(try OpenSSHKeyPair(seed: testSeed(), comment: "").publicKeyLine.text.utf8)
    expectCode("KEY-01") { _ = try SigningKey(openSSHPrivateKey: line) }
    expectCode("KEY-01") {
      _ = try SigningKey(openSSHPrivateKey: [UInt8](repeating: 65, count: 70_000))
    }
  }

  @Test func `a private key with one byte changed is refused or is another key's comment`() throws {
    let pair = try OpenSSHKeyPair(seed: testSeed(), comment: "kommentar")
    let lines = pair.privateKeyFile.split(separator: 0x0A)
    let whole = try #require(Base64.decode(Array(lines.dropFirst().dropLast().joined())))
    func file(_ bytes: [UInt8]) -> [UInt8] {
      Array(
        "-----BEGIN OPENSSH PRIVATE KEY-----\n\(Base64.encode(bytes))\n-----END OPENSSH PRIVATE KEY-----\n"
          .utf8)
    }
    let key = try SigningKey(openSSHPrivateKey: file(whole))
    var unharmed: [Int] = []
    for position in whole.indices {
      var changed = whole
      changed[position] ^= 0x15
      do {
        let read = try SigningKey(openSSHPrivateKey: file(changed))
        #expect(read.publicKey == key.publicKey)
        unharmed.append(position)
      } catch {
        #expect(["KEY-02", "KEY-03", "KEY-04", "KEY-05", "KEY-06"].contains(error.code))
      }
    }
    // Only the nine letters of the comment are nobody's proof.
    #expect(unharmed.count == 9)
    for count in 0..<whole.count {
      let cut = file(Array(whole.prefix(count)))
      #expect(throws: Diagnostic.self) { try SigningKey(openSSHPrivateKey: cut) }
    }
  }

  @Test func `a public key line is read strictly`() throws {
    let line = try OpenSSHKeyPair(seed: testSeed(), comment: "a b  c").publicKeyLine
    let text = line.text
    #expect(try OpenSSHPublicKeyLine(text.utf8) == line)
    #expect(try OpenSSHPublicKeyLine("\(text)\r\n".utf8) == line)
    for wrong in [
      "", "ssh-ed25519", "ssh-ed25519 ", " \(text)",
      text.replacingOccurrences(of: " AAAA", with: "  AAAA"),
      text.replacingOccurrences(of: "ssh-ed25519", with: "ssh-rsa"), "\(text)\n\n",
      "\(text)\n\(text)",
      "\(text)\u{1B}[31m", "\(text)\t", "no-pty \(text)",
      text.replacingOccurrences(of: "AAAA", with: "AAAB"),
      text + String(repeating: "x", count: 9_000),
    ] {
      expectCode("KEY-05") { _ = try OpenSSHPublicKeyLine(wrong.utf8) }
    }
    expectCode("KEY-05") { _ = try OpenSSHPublicKeyLine(Array(text.utf8) + [0xFF]) }
  }

  @Test(arguments: ["two\nlines", "tab\t", "\u{7F}", String(repeating: "x", count: 1_025)])
  func `a comment that does not fit on its line is refused`(comment: String) throws {
    let seed = try testSeed()
    expectCode("KEY-10") { _ = try OpenSSHKeyPair(seed: seed, comment: comment) }
  }

  @Test(arguments: ["", " ", "a b", "å", "a\n", String(repeating: "x", count: 513)])
  func `a namespace that is empty, too long or not printable is refused`(text: String) {
    #expect(SignatureNamespace(text) == nil)
  }

  @Test func `a signature by another hash is refused as unsupported, not as damaged`() throws {
    let bench = try Workbench()
    try bench.write(OpenSSHKeyPair(seed: testSeed(), comment: "").privateKeyFile, as: "key")
    let signed = try bench.run(
      "ssh-keygen", "-Y", "sign", "-O", "hashalg=sha256", "-f", "key", "-n", "n", input: [1])
    #expect(signed.status == 0, "\(signed.error)")
    expectCode("KEY-08") { _ = try SSHSignatureFile(signed.output.utf8) }
  }
}

public import Diagnostics

/// What is said to `ssh-agent` and what it answers (the SSH agent protocol, draft-ietf-sshm-ssh-agent), as bytes; who connects is
/// somebody else.
///
/// Each message is a 32-bit length and so many bytes, of which the first is its kind.
public enum SSHAgentMessage {
  /// The longest answer that is read: 256 KiB, as OpenSSH's own.
  public static let bytesMax = 262_144

  /// Asks for the keys it holds.
  public static var requestIdentities: [UInt8] { framed([11]) }

  /// Asks for a signature over a message by the key with that public half.
  public static func requestSignature(
    over message: SHA512.Digest, namespace: SignatureNamespace, by publicKey: OpenSSHPublicKey
  ) -> [UInt8] {
    var body: [UInt8] = [13]
    body.appendSSH(string: publicKey.blob)
    body.appendSSH(string: SSHSignature.signedBytes(message: message, namespace: namespace))
    body.appendSSH(number: 0)
    return framed(body)
  }

  private static func framed(_ body: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendSSH(string: body)
    return bytes
  }

  /// How many bytes follow the four that a message begins with; nothing when that is none or too many.
  public static func bodyCount(_ header: [UInt8]) -> Int? {
    var reader = SSHWireReader(header)
    guard header.count == 4, let count = reader.number(), (1...UInt32(bytesMax)).contains(count)
    else { return nil }
    return Int(count)
  }

  /// The keys of a kind that the ledger uses, from the body of an answer; keys of other kinds are passed over.
  ///
  /// - Throws: `KEY-12` when the answer is a refusal or cannot be read.
  public static func identities(_ body: [UInt8]) throws(Diagnostic) -> [OpenSSHPublicKeyLine] {
    var reader = SSHWireReader(body.dropFirst())
    guard body.first == 12, let count = reader.number(), count <= 2_048 else {
      throw KeyDiagnostics.agentRefused.diagnostic()
    }
    var keys: [OpenSSHPublicKeyLine] = []
    for _ in 0..<count {
      guard let blob = reader.string(), let comment = reader.string() else {
        throw KeyDiagnostics.agentRefused.diagnostic()
      }
      guard let key = try? OpenSSHPublicKey(blob: blob) else { continue }
      keys.append(
        OpenSSHPublicKeyLine(
          publicKey: key, comment: OpenSSHPublicKeyLine.comment(comment) ?? ""))
    }
    return keys
  }

  /// The signature from the body of an answer.
  ///
  /// - Throws: `KEY-12` when the answer is a refusal; `KEY-07` or `KEY-08` when it is no signature that the ledger uses.
  public static func signature(_ body: [UInt8]) throws(Diagnostic) -> SSHSignature {
    var reader = SSHWireReader(body.dropFirst())
    guard body.first == 14, let blob = reader.string(), reader.isAtEnd else {
      throw KeyDiagnostics.agentRefused.diagnostic()
    }
    return try SSHSignature(blob: blob)
  }
}

extension KeyDiagnostics {
  /// The agent did not do what it was asked.
  public static let agentRefused = DiagnosticCode(
    "KEY-12",
    Localized(
      en: "The agent did not sign: it refused, or the security key was not touched.",
      sv: "Agenten signerade inte: den vägrade, eller säkerhetsnyckeln rördes inte."),
    remedy: Localized(
      en:
        "Nothing was recorded. Try again and touch the security key when it blinks; `ssh-add -l` shows what the agent holds.",
      sv:
        "Inget har registrerats. Försök igen och rör säkerhetsnyckeln när den blinkar; `ssh-add -l` visar vad agenten har."
    ))

  /// There is no agent, or it does not hold the key.
  public static let agentUnreachable = DiagnosticCode(
    "KEY-13",
    Localized(
      en: "No agent here holds the key.", sv: "Ingen agent här har nyckeln."),
    remedy: Localized(
      en:
        "Start an agent with `eval \"$(ssh-agent)\"`, put the key into it with `ssh-add KEY`, and try again in the same shell.",
      sv:
        "Starta en agent med `eval \"$(ssh-agent)\"`, lägg nyckeln i den med `ssh-add NYCKEL`, och försök igen i samma skal."
    ))
}

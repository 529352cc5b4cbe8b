public import Diagnostics
public import EventStore
import Glibc
public import Transparency

/// A key that an `ssh-agent` holds: in its memory, or in a security key that blinks until it is touched.
public struct SSHAgent: BatchSigner {
  /// The key.
  public let publicKey: OpenSSHPublicKey
  /// The path of the agent's socket, as `$SSH_AUTH_SOCK` has it.
  public let socket: String

  public init(_ publicKey: OpenSSHPublicKey, at socket: String) {
    self.publicKey = publicKey
    self.socket = socket
  }

  /// The keys of the agent at a socket that are of a kind the ledger uses.
  ///
  /// - Throws: `KEY-13` when there is no agent, `KEY-12` when its answer cannot be used.
  public static func keys(at socket: String) throws(Diagnostic) -> [OpenSSHPublicKeyLine] {
    try SSHAgentMessage.identities(ask(SSHAgentMessage.requestIdentities, at: socket))
  }

  /// The key of the agent at a socket with that public half.
  ///
  /// - Throws: `KEY-13` when the agent does not hold it, or there is none.
  public static func holding(
    _ publicKey: OpenSSHPublicKey, at socket: String
  ) throws(Diagnostic) -> SSHAgent {
    guard !socket.isEmpty, try keys(at: socket).contains(where: { $0.publicKey == publicKey })
    else {
      throw KeyDiagnostics.agentUnreachable.diagnostic(
        .init(en: "key", sv: "nyckel", "\(publicKey.fingerprint)"))
    }
    return SSHAgent(publicKey, at: socket)
  }

  public func signature(
    over message: SHA512.Digest, namespace: SignatureNamespace
  ) throws(Diagnostic) -> SSHSignature {
    let request = SSHAgentMessage.requestSignature(
      over: message, namespace: namespace, by: publicKey)
    let signature = try SSHAgentMessage.signature(Self.ask(request, at: socket))
    // What an agent answers is not believed either.
    guard try signature.isValid(over: message, by: publicKey, namespace: namespace) else {
      throw KeyDiagnostics.agentRefused.diagnostic(
        .init(en: "key", sv: "nyckel", "\(publicKey.fingerprint)"))
    }
    return signature
  }

  /// Sends one message and reads the body of the answer. Waits as long as the agent does: somebody may have to touch a key.
  private static func ask(_ message: [UInt8], at path: String) throws(Diagnostic) -> [UInt8] {
    let descriptor = try connected(to: path)
    defer { close(descriptor) }
    guard send(message, to: descriptor), let header = receive(4, from: descriptor),
      let count = SSHAgentMessage.bodyCount(header), let body = receive(count, from: descriptor)
    else { throw unreachable(path, errno) }
    return body
  }

  private static func connected(to path: String) throws(Diagnostic) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard !path.isEmpty, path.utf8.count < room else { throw unreachable(path, ENAMETOOLONG) }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw unreachable(path, errno) }
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard status == 0 else {
      let reason = errno
      close(descriptor)
      throw unreachable(path, reason)
    }
    return descriptor
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done,
          Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func receive(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress.map { $0 + done }, count - done)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      done += got
    }
    return bytes
  }

  private static func unreachable(_ path: String, _ reason: Int32) -> Diagnostic {
    KeyDiagnostics.agentUnreachable.diagnostic(
      .init(en: "socket", sv: "uttag", path),
      .init(en: "the system says", sv: "systemet säger", String(cString: strerror(reason))))
  }
}

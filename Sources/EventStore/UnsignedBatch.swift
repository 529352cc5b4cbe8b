public import Diagnostics
public import Transparency

/// The events one command yields, checked and not yet signed.
public struct UnsignedBatch: Hashable, Sendable {
  /// The events in their order, each one canonical JSON object.
  public let events: [[UInt8]]

  /// Takes 1 to 4,096 events, each one canonical JSON object.
  /// - Throws: `LOG-17` to `LOG-19`.
  public init(_ events: [[UInt8]]) throws(Diagnostic) {
    guard !events.isEmpty, events.count <= RecordLine.batchCountMax else {
      throw StoreCode.batchSize.diagnostic(
        .init(en: "events", sv: "händelser", String(events.count)))
    }
    for (index, event) in events.enumerated() {
      let place = Diagnostic.Fact(
        en: "event of the command", sv: "händelse i kommandot", "\(index + 1)")
      guard event.count <= RecordLine.byteCountMax else {
        throw StoreCode.lineTooLong.diagnostic(
          place, .init(en: "bytes", sv: "byte", String(event.count)))
      }
      do {
        try event.withUnsafeBytes { try RecordLine.checkEvent($0) }
      } catch {
        throw StoreCode.malformedEvent.diagnostic(
          place, .init(en: "fault", sv: "fel", "\(error)"))
      }
    }
    self.events = events
  }

  /// The SHA-512 of what the actor signs: the events as they stand, each followed by one LF.
  public var message: SHA512.Digest {
    var message = SHA512()
    for event in events {
      event.withUnsafeBytes { message.update(line: $0) }
    }
    return message.digest
  }
}

/// Whoever signs a batch: a key in a file, an agent, a security key.
public protocol BatchSigner {
  /// The public half of the key.
  var publicKey: OpenSSHPublicKey { get }
  /// The fingerprint of the key, as `ssh-keygen -l` prints it.
  var fingerprint: KeyFingerprint { get }
  /// The signature over the message with this SHA-512, for the purpose given.
  /// - Throws: why there is no signature; nothing is appended then.
  func signature(
    over message: SHA512.Digest, namespace: SignatureNamespace
  ) throws(Diagnostic) -> SSHSignature
}

extension BatchSigner {
  /// The fingerprint of the key, as `ssh-keygen -l` prints it.
  public var fingerprint: KeyFingerprint { publicKey.fingerprint }
}

extension SigningKey: BatchSigner {
  public func signature(
    over message: SHA512.Digest, namespace: SignatureNamespace
  ) throws(Diagnostic) -> SSHSignature {
    try sshSignature(over: message, namespace: namespace)
  }
}

extension SignatureNamespace {
  /// The purpose of the batch signatures in one log: `liggare-event@<origin>`; `nil` when no log
  /// can be named so.
  public static func batch(origin: String) -> SignatureNamespace? {
    LedgerFormat.isOrigin(origin) ? SignatureNamespace("liggare-event@\(origin)") : nil
  }
}

/// The name a key goes by in the log: the SHA-256 of its OpenSSH blob, inline.
///
/// Written as the 43 characters that `ssh-keygen -l` prints after `SHA256:`, base64 without padding.
@frozen
public struct KeyFingerprint: Hashable, Sendable {
  /// The SHA-256 of the public key's blob.
  public var digest: Digest

  @inlinable
  public init(digest: Digest) {
    self.digest = digest
  }

  /// The fingerprint written as exactly 43 canonical characters, or nothing when the text is another.
  public init?(_ text: some Collection<UInt8>) {
    guard let bytes = Bytes32(base64: text, padding: .absent) else { return nil }
    digest = Digest(bytes: bytes)
  }

  /// The fingerprint written as exactly 43 canonical characters, or nothing when the text is another.
  public init?(_ text: String) {
    self.init(text.utf8)
  }
}

extension KeyFingerprint: Comparable {
  @inlinable
  public static func < (left: KeyFingerprint, right: KeyFingerprint) -> Bool {
    left.digest < right.digest
  }
}

extension KeyFingerprint: CustomStringConvertible {
  /// The 43 characters.
  public var description: String { Base64.encode(digest.bytes, padding: .absent) }
}

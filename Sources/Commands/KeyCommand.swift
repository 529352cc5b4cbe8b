public import AccessModel
public import Transparency

/// What is asked about actors' keys.
public enum KeyCommand: Sendable {
  case enroll(EnrollKey)
  case revoke(RevokeKey)
}

/// Let a key sign for a principal.
public struct EnrollKey: Sendable {
  public var fingerprint: KeyFingerprint
  public var publicKey: String
  public var principal: PersonID
  public var kind: KeyKind

  public init(
    fingerprint: KeyFingerprint, publicKey: String, principal: PersonID, kind: KeyKind
  ) {
    self.fingerprint = fingerprint
    self.publicKey = publicKey
    self.principal = principal
    self.kind = kind
  }
}

/// Let a key sign no more.
public struct RevokeKey: Sendable {
  public var fingerprint: KeyFingerprint

  public init(
    fingerprint: KeyFingerprint
  ) {
    self.fingerprint = fingerprint
  }
}

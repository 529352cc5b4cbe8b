public import AccessModel
public import CanonicalJSON
public import Transparency

/// From the next position on, this key signs nothing.
///
/// It does not say: that what it signed before is in doubt.
public struct KeyRevoked: EventPayload {
  public var fingerprint: KeyFingerprint
  public var principal: PersonID

  public init(
    fingerprint: KeyFingerprint, principal: PersonID
  ) {
    self.fingerprint = fingerprint
    self.principal = principal
  }

  public init(blank: Void) {
    self.init(
      fingerprint: KeyFingerprint(blank: ()), principal: PersonID(blank: ()))
  }

  public static let kind = EventKind.keyRevoked
  public static let description = EventDescription(
    about: "From the next position on, this key signs nothing.",
    recordedBy: "The custodian, or the principal.",
    doesNotSay: "That what it signed before is in doubt.")

  public var stream: StreamID { StreamID(.principal, principal) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field(
      "fingerprint", &fingerprint, "The 43 characters after `SHA256:` that `ssh-keygen -l` prints.")
    try visitor.field("principal", &principal, "Whose key it was.")
  }
}

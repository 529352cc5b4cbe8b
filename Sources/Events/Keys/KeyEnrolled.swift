public import AccessModel
public import CanonicalJSON
public import Transparency

/// From the next position on, this key signs for this principal.
///
/// It does not say: that the principal may decide or record anything: that rests on roles.
public struct KeyEnrolled: EventPayload {
  public var fingerprint: KeyFingerprint
  public var publicKey: Label
  public var principal: PersonID
  public var kind: KeyKind

  public init(
    fingerprint: KeyFingerprint, publicKey: Label, principal: PersonID, kind: KeyKind
  ) {
    self.fingerprint = fingerprint
    self.publicKey = publicKey
    self.principal = principal
    self.kind = kind
  }

  public init(blank: Void) {
    self.init(
      fingerprint: KeyFingerprint(blank: ()), publicKey: Label(blank: ()),
      principal: PersonID(blank: ()), kind: .person)
  }

  public static let kind = EventKind.keyEnrolled
  public static let description = EventDescription(
    about: "From the next position on, this key signs for this principal.",
    recordedBy: "The custodian; the first key is enrolled by the event that opens the ledger.",
    doesNotSay: "That the principal may decide or record anything: that rests on roles.")

  public var stream: StreamID { StreamID(.principal, principal) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field(
      "fingerprint", &fingerprint, "The 43 characters after `SHA256:` that `ssh-keygen -l` prints.")
    try visitor.field(
      "publicKey", &publicKey,
      "The public key as an OpenSSH line without comment: `ssh-ed25519 AAAA…` or `sk-ssh-ed25519@openssh.com AAAA…`."
    )
    try visitor.field("principal", &principal, "Whose key it is.")
    try visitor.field("kind", &kind, "Whether a person or a machine signs with it.")
  }
}

public import AccessModel
public import CanonicalJSON
public import Transparency

/// The access was found working in the system. Nobody is known to have decided it.
///
/// It does not say: that it is allowed: it counts as undecided until somebody decides or ends it.
public struct GrantTakenOver: EventPayload {
  public var grant: GrantID
  public var entitlement: EntitlementID
  public var account: AccountID
  public var person: PersonID?
  public var source: Digest

  public init(
    grant: GrantID, entitlement: EntitlementID, account: AccountID, person: PersonID? = nil,
    source: Digest
  ) {
    self.grant = grant
    self.entitlement = entitlement
    self.account = account
    self.person = person
    self.source = source
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), entitlement: EntitlementID(blank: ()),
      account: AccountID(blank: ()), source: Digest(blank: ()))
  }

  public static let kind = EventKind.grantTakenOver
  public static let description = EventDescription(
    about: "The access was found working in the system. Nobody is known to have decided it.",
    recordedBy: "The custodian, the steward, or the administrator, by an import.",
    doesNotSay: "That it is allowed: it counts as undecided until somebody decides or ends it.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The grant's identifier.")
    try visitor.field("entitlement", &entitlement, "What it gives, `SYSTEM/NAME`.")
    try visitor.field("account", &account, "The account that has it.")
    try visitor.optional("person", &person, "Whose account it is, when that is known.")
    try visitor.field("source", &source, "SHA-256 of what was read.")
  }
}

public import AccessModel
public import CanonicalJSON

/// The system has an account that the ledger did not know. Its name is in the identity register.
///
/// It does not say: that anybody decided it.
public struct AccountFound: EventPayload {
  public var account: AccountID
  public var system: SystemID
  public var kind: AccountKind
  public var person: PersonID?

  public init(
    account: AccountID, system: SystemID, kind: AccountKind, person: PersonID? = nil
  ) {
    self.account = account
    self.system = system
    self.kind = kind
    self.person = person
  }

  public init(blank: Void) {
    self.init(
      account: AccountID(blank: ()), system: SystemID(blank: ()), kind: .personal)
  }

  public static let kind = EventKind.accountFound
  public static let description = EventDescription(
    about:
      "The system has an account that the ledger did not know. Its name is in the identity register.",
    recordedBy: "The custodian, the steward, or the administrator, by an import.",
    doesNotSay: "That anybody decided it.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("account", &account, "The account's identifier.")
    try visitor.field("system", &system, "Where it was found.")
    try visitor.field("kind", &kind, "What kind of account it is.")
    try visitor.optional("person", &person, "Whose it is, when that is known.")
  }
}

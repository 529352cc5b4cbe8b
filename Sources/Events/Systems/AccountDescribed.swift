public import AccessModel
public import CanonicalJSON

/// The account exists in the system and somebody answers for it; a later description replaces
/// an earlier one.
///
/// It does not say: that anybody may use it: that is a grant.
public struct AccountDescribed: EventPayload {
  public var account: AccountID
  public var system: SystemID
  public var kind: AccountKind
  public var owner: PersonID
  public var members: [PersonID]
  public var rotationDays: Int64?
  public var purpose: Commitment?

  public init(
    account: AccountID, system: SystemID, kind: AccountKind, owner: PersonID,
    members: [PersonID] = [], rotationDays: Int64? = nil, purpose: Commitment? = nil
  ) {
    self.account = account
    self.system = system
    self.kind = kind
    self.owner = owner
    self.members = members
    self.rotationDays = rotationDays
    self.purpose = purpose
  }

  public init(blank: Void) {
    self.init(
      account: AccountID(blank: ()), system: SystemID(blank: ()), kind: .personal,
      owner: PersonID(blank: ()))
  }

  public static let kind = EventKind.accountDescribed
  public static let description = EventDescription(
    about:
      "The account exists in the system and somebody answers for it; a later description replaces an earlier one.",
    recordedBy: "The steward, the deputy, the administrator, or the custodian.",
    doesNotSay: "That anybody may use it: that is a grant.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field(
      "account", &account, "The account's identifier; its name is in the identity register.")
    try visitor.field("system", &system, "The system it is in.")
    try visitor.field("kind", &kind, "What kind of account it is.")
    try visitor.field("owner", &owner, "Who answers for it.")
    try visitor.field("members", &members, "Who uses a shared account.")
    try visitor.optional("rotationDays", &rotationDays, "How often its secret is changed, in days.")
    try visitor.optional(
      "purpose", &purpose, "Free text: what the account is for; a service account must say it.")
  }
}

public import AccessModel
public import CanonicalJSON

/// The secret of the account was changed at the effective moment.
///
/// It does not say: what it is: secrets are never stored.
public struct AccountRotated: EventPayload {
  public var account: AccountID
  public var system: SystemID

  public init(
    account: AccountID, system: SystemID
  ) {
    self.account = account
    self.system = system
  }

  public init(blank: Void) {
    self.init(
      account: AccountID(blank: ()), system: SystemID(blank: ()))
  }

  public static let kind = EventKind.accountRotated
  public static let description = EventDescription(
    about: "The secret of the account was changed at the effective moment.",
    recordedBy: "The administrator, the steward, the deputy, or the custodian.",
    doesNotSay: "What it is: secrets are never stored.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("account", &account, "The account's identifier.")
    try visitor.field("system", &system, "The system it is in.")
  }
}

public import AccessModel

/// Say who answers for an account, and how it is kept.
public struct DescribeAccount: Sendable {
  public var account: AccountID
  public var system: SystemID
  public var kind: AccountKind
  /// Who answers for it.
  public var owner: PersonID
  /// Who uses a shared account.
  public var members: [PersonID]
  /// How often its secret is changed.
  public var rotationDays: Int64?
  /// What it is for, in free text.
  public var purpose: String?

  public init(
    account: AccountID, system: SystemID, kind: AccountKind, owner: PersonID,
    members: [PersonID] = [], rotationDays: Int64? = nil, purpose: String? = nil
  ) {
    self.account = account
    self.system = system
    self.kind = kind
    self.owner = owner
    self.members = members
    self.rotationDays = rotationDays
    self.purpose = purpose
  }
}

/// Record that the secret of an account was changed.
public struct RotateAccount: Sendable {
  public var account: AccountID

  public init(
    account: AccountID
  ) {
    self.account = account
  }
}

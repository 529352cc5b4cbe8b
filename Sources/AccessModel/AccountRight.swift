/// A right that an account has in a system, written `C-9/read`; `C-9` alone for an account that has no right there.
public struct AccountRight: Hashable, Sendable {
  public var account: AccountID
  /// The right's name within the system, which the register may not know.
  public var entitlement: EntitlementName?

  public init(account: AccountID, entitlement: EntitlementName? = nil) {
    self.account = account
    self.entitlement = entitlement
  }

  /// Reads the written form; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), let account = AccountID(parts[0]) else { return nil }
    self.init(account: account)
    guard parts.count == 2 else { return }
    guard let name = EntitlementName(parts[1]) else { return nil }
    entitlement = name
  }
}

extension AccountRight: CustomStringConvertible {
  public var description: String {
    entitlement.map { "\(account)/\($0)" } ?? "\(account)"
  }
}

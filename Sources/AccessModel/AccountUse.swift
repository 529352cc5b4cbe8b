public import Chronology

/// What a feed says of the use of one account, written `C-3/LAST/FIRST/COUNT`; what is not known is left empty, and left out at the end.
///
/// No last use means that the account was not used in the period that the feed covers.
public struct AccountUse: Hashable, Sendable {
  public var account: AccountID
  /// When it was last used, up to the end of the period; it may be before the period.
  public var last: Instant?
  /// When it was first used in the period.
  public var first: Instant?
  /// How often it was used in the period.
  public var count: Int64?

  public init(
    account: AccountID, last: Instant? = nil, first: Instant? = nil, count: Int64? = nil
  ) {
    self.account = account
    self.last = last
    self.first = first
    self.count = count
  }

  /// Reads the written form; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...4).contains(parts.count), let account = AccountID(parts[0]) else { return nil }
    self.init(account: account)
    if parts.count > 1 { last = Instant(parts[1]) }
    if parts.count > 2 { first = Instant(parts[2]) }
    if parts.count > 3 { count = Int64(parts[3]) }
    // There is one way to write each.
    guard count.map({ $0 >= 0 }) ?? true, description == text else { return nil }
  }
}

extension AccountUse: CustomStringConvertible {
  public var description: String {
    var parts = ["\(account)", "", "", ""]
    if let last { parts[1] = "\(last)" }
    if let first { parts[2] = "\(first)" }
    if let count { parts[3] = "\(count)" }
    while parts.last?.isEmpty == true { parts.removeLast() }
    return parts.joined(separator: "/")
  }
}

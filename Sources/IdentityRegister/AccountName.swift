/// What an account of the log is called in its system: the login, which often says whose it is.
public struct AccountName: Hashable, Sendable {
  /// The ledger's id of the system, `S-1`.
  public var system: String
  /// The ledger's own id of the account, `C-3`.
  public var account: String
  /// The login: `anna.berg`, `postgres`. 1 to 200 characters on one line.
  public var name: String
  /// The person whose account it is; erasing that person erases the name.
  public var subject: String?

  public init(system: String, account: String, name: String, subject: String? = nil) {
    self.system = system
    self.account = account
    self.name = name
    self.subject = subject
  }
}

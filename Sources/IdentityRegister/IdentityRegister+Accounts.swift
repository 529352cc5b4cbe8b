public import Diagnostics

extension IdentityRegister {
  /// What an account is called; `nil` when it has no name here, or has lost it by an erasure.
  public func name(ofAccount account: String) throws(Diagnostic) -> AccountName? {
    var found: AccountName?
    try connection.each(
      "SELECT \(IdentityRegister.accountColumns) FROM account WHERE account = ?1",
      [.text(account)]
    ) { (row) throws(Diagnostic) in found = IdentityRegister.accountName(in: row) }
    return found
  }

  /// The accounts that go by a name in a system, in exactly that spelling; of one that was renamed outside the ledger there may be several.
  public func accounts(named name: String, in system: String) throws(Diagnostic) -> [AccountName] {
    var found: [AccountName] = []
    try connection.each(
      "SELECT \(IdentityRegister.accountColumns) FROM account WHERE word = ?1 ORDER BY number",
      [.integer(Folding.digest(name))]
    ) { (row) throws(Diagnostic) in
      // Different names may share a digest, so that the names themselves decide.
      guard let candidate = IdentityRegister.accountName(in: row), candidate.system == system,
        candidate.name.utf8.elementsEqual(name.utf8)
      else { return }
      found.append(candidate)
    }
    return found
  }

  /// Hands out every account name of a system, in the order they were kept.
  ///
  /// Other processes cannot write while `body` runs.
  public func forEachAccount(
    in system: String, _ body: (AccountName) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try connection.each(
      "SELECT \(IdentityRegister.accountColumns) FROM account WHERE system = ?1 ORDER BY number",
      [.text(system)]
    ) { (row) throws(Diagnostic) in
      if let name = IdentityRegister.accountName(in: row) { try body(name) }
    }
  }

  // MARK: Inside a transaction

  /// Inserts or updates, and gives what stood there before.
  func write(_ name: AccountName) throws(Diagnostic) -> AccountName? {
    let replaced = try self.name(ofAccount: name.account)
    guard replaced != name else { return replaced }
    try connection.run(
      """
      INSERT INTO account (system, account, name, word, subject) VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (account) DO UPDATE SET system = ?1, name = ?3, word = ?4, subject = ?5
      """,
      [
        .text(name.system), .text(name.account), .text(name.name),
        .integer(Folding.digest(name.name)), .optional(name.subject),
      ])
    return replaced
  }

  func delete(account: String) throws(Diagnostic) {
    try connection.run("DELETE FROM account WHERE account = ?1", [.text(account)])
  }

  private static let accountColumns = "system, account, name, subject"

  /// `nil` when the name has been erased.
  private static func accountName(in row: Row) -> AccountName? {
    guard let name = row.optionalText(2) else { return nil }
    return AccountName(
      system: row.text(0), account: row.text(1), name: name, subject: row.optionalText(3))
  }
}

internal import Chronology
public import Diagnostics

extension IdentityRegister {
  private static let columns =
    "number, person, name, user_name, employee_number, email, title, is_protected"

  /// What the register knows of a person id, in exactly that spelling.
  public func identity(of person: String) throws(Diagnostic) -> IdentityState {
    if let row = try identityRow(of: person) { return .present(row.identity) }
    if let erasure = try erasure(of: person) { return .erased(erasure) }
    return .unknown
  }

  /// What the register knows of each of those person ids, in one reading: other processes cannot write meanwhile, and no lock is taken for
  /// each of them.
  public func identities(of persons: [String]) throws(Diagnostic) -> [IdentityState] {
    try connection.reading { () throws(Diagnostic) in
      var found: [IdentityState] = []
      for person in persons { found.append(try identity(of: person)) }
      return found
    }
  }

  /// Every identity, in the order they were registered.
  public func identities() throws(Diagnostic) -> [Identity] {
    var found: [Identity] = []
    try forEachIdentity { (identity) throws(Diagnostic) in found.append(identity) }
    return found
  }

  /// Hands out every identity, in the order they were registered, without holding them all.
  ///
  /// Other processes cannot write while `body` runs.
  public func forEachIdentity(
    _ body: (Identity) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try connection.each(
      "SELECT \(IdentityRegister.columns) FROM identity ORDER BY number"
    ) { (row) throws(Diagnostic) in
      try body(IdentityRegister.identity(in: row))
    }
  }

  /// The persons whose identity is marked as protected, in the order they were registered.
  public func protectedPersons() throws(Diagnostic) -> [String] {
    var found: [String] = []
    try connection.each(
      "SELECT person FROM identity WHERE is_protected = 1 ORDER BY number"
    ) { (row) throws(Diagnostic) in
      found.append(row.text(0))
    }
    return found
  }

  /// Inserts or updates one identity, durably.
  ///
  /// - Throws: `IDR-12` when a value is out of bounds, `IDR-15` when the person has been erased.
  @discardableResult
  public func put(_ identity: Identity) throws(Diagnostic) -> BatchReceipt {
    try put(Batch(identities: [identity]))
  }

  // MARK: Inside a transaction

  func identityRow(
    of person: String
  ) throws(Diagnostic) -> (number: Int64, identity: Identity)? {
    var found: (number: Int64, identity: Identity)?
    try connection.each(
      "SELECT \(IdentityRegister.columns) FROM identity WHERE person = ?1", [.text(person)]
    ) { (row) throws(Diagnostic) in
      found = (row.integer(0), IdentityRegister.identity(in: row))
    }
    return found
  }

  /// Inserts or updates, and gives what stood there before.
  func write(_ identity: Identity) throws(Diagnostic) -> Identity? {
    let values: [BoundValue] = [
      .text(identity.person), .text(identity.name), .optional(identity.userName),
      .optional(identity.employeeNumber), .optional(identity.email), .optional(identity.title),
      .integer(identity.isProtected ? 1 : 0),
    ]
    guard let (number, replaced) = try identityRow(of: identity.person) else {
      let number = try connection.integer(
        """
        INSERT INTO identity (person, name, user_name, employee_number, email, title, is_protected)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING number
        """, values)
      try addWords(of: identity, number: number)
      return nil
    }
    guard replaced != identity else { return replaced }
    try removeWords(of: replaced, number: number)
    try connection.run(
      """
      UPDATE identity SET name = ?2, user_name = ?3, employee_number = ?4, email = ?5, title = ?6,
        is_protected = ?7 WHERE person = ?1
      """, values)
    try addWords(of: identity, number: number)
    return replaced
  }

  /// Deletes the identity; `false` when there is none.
  func delete(person: String) throws(Diagnostic) -> Bool {
    guard let (number, identity) = try identityRow(of: person) else { return false }
    try removeWords(of: identity, number: number)
    try connection.run("DELETE FROM identity WHERE number = ?1", [.integer(number)])
    return true
  }

  /// The identities that have a word with this digest.
  func identities(withWord word: Int64) throws(Diagnostic) -> [Identity] {
    var found: [Identity] = []
    try connection.each(
      """
      SELECT \(IdentityRegister.columns) FROM identity
      WHERE number IN (SELECT identity FROM lookup WHERE word = ?1) ORDER BY number
      """, [.integer(word)]
    ) { (row) throws(Diagnostic) in
      found.append(IdentityRegister.identity(in: row))
    }
    return found
  }

  private func addWords(of identity: Identity, number: Int64) throws(Diagnostic) {
    for word in identity.exactWords {
      try connection.run(
        "INSERT OR IGNORE INTO lookup (word, identity) VALUES (?1, ?2)",
        [.integer(Folding.digest(word)), .integer(number)])
    }
  }

  private func removeWords(of identity: Identity, number: Int64) throws(Diagnostic) {
    for word in identity.exactWords {
      try connection.run(
        "DELETE FROM lookup WHERE word = ?1 AND identity = ?2",
        [.integer(Folding.digest(word)), .integer(number)])
    }
  }

  private static func identity(in row: Row) -> Identity {
    Identity(
      person: row.text(1), name: row.text(2), userName: row.optionalText(3),
      employeeNumber: row.optionalText(4), email: row.optionalText(5), title: row.optionalText(6),
      isProtected: row.integer(7) != 0)
  }
}

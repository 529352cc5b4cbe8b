internal import Chronology
public import Diagnostics

extension IdentityRegister {
  /// The text that a commitment of the log stands for.
  ///
  /// - Throws: `IDR-17` when the register does not know the commitment, which never means erased.
  public func text(for commitment: [UInt8]) throws(Diagnostic) -> TextState {
    guard let row = try textRow(for: commitment) else {
      throw IdentityRegister.unknown(commitment)
    }
    if let erased = row.erased {
      return IdentityRegister.state(erasedAt: erased.at, on: erased.basis)
    }
    return row.isLocked ? .locked : .present(row.text)
  }

  /// Runs `body`, which only reads: all of it reads the same, other processes cannot write meanwhile, and no lock is taken for each reading.
  public func reading<Result>(
    _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result { try connection.reading(body) }

  /// Locks a text, so that it is no longer shown, or opens it again.
  ///
  /// An erased text stays erased. Erasing a person erases locked texts too.
  ///
  /// - Throws: `IDR-17` when the register does not know the commitment.
  public func setLocked(_ isLocked: Bool, for commitment: [UInt8]) throws(Diagnostic) {
    try requireWriting()
    try connection.transaction { () throws(Diagnostic) in
      try connection.run(
        """
        UPDATE text SET is_locked = ?2
        WHERE substr(commitment, 1, 4) = substr(?1, 1, 4) AND commitment = ?1
        """, [.blob(commitment), .integer(isLocked ? 1 : 0)])
      guard connection.changeCount > 0 else { throw IdentityRegister.unknown(commitment) }
    }
  }

  /// Hands out every commitment the register knows, with the id of its event, oldest first.
  ///
  /// With it a check finds texts that no event refers to. Other processes cannot write while `body` runs.
  public func forEachCommitment(
    _ body: (_ commitment: [UInt8], _ event: String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try connection.each(
      "SELECT commitment, event FROM text ORDER BY number"
    ) { (row) throws(Diagnostic) in
      try body(row.blob(0), row.text(1))
    }
  }

  // MARK: Inside a transaction

  /// Adds a text; `false` when it is there already, unchanged.
  func add(_ text: OpenText) throws(Diagnostic) -> Bool {
    if let known = try textRow(for: text.commitment) {
      let event = Diagnostic.Fact(en: "event", sv: "händelse", text.event)
      let field = Diagnostic.Fact(en: "field", sv: "fält", text.field)
      guard known.erased == nil else {
        throw IdentityRegister.erasedForGood.diagnostic(event, field)
      }
      // Bytes are compared, because equal strings may differ in the bytes that were hashed.
      guard known.text == text, known.text.text.utf8.elementsEqual(text.text.utf8) else {
        throw IdentityRegister.commitmentTaken.diagnostic(event, field)
      }
      return false
    }
    try insert(text)
    return true
  }

  /// Adds a text that is not there.
  func insert(_ text: OpenText) throws(Diagnostic) {
    try connection.run(
      """
      INSERT INTO text (commitment, event, field, salt, text, subject, likeness)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """,
      [
        .blob(text.commitment), .text(text.event), .text(text.field), .blob(text.salt),
        .text(text.text), .optional(text.subject),
        LikenessMark.mark(of: text.text, in: text.field).map { .integer($0) } ?? .null,
      ])
  }

  private struct TextRow {
    var text: OpenText
    var isLocked: Bool
    var erased: (at: Instant, basis: String)?
  }

  private func textRow(for commitment: [UInt8]) throws(Diagnostic) -> TextRow? {
    var found: TextRow?
    try connection.each(
      """
      SELECT event, field, salt, text, subject, is_locked, erased_at, basis FROM text
      WHERE substr(commitment, 1, 4) = substr(?1, 1, 4) AND commitment = ?1
      """, [.blob(commitment)]
    ) { (row) throws(Diagnostic) in
      let basis = row.optionalText(7)
      found = TextRow(
        text: OpenText(
          commitment: commitment, event: row.text(0), field: row.text(1), salt: row.blob(2),
          text: row.text(3), subject: row.optionalText(4)),
        isLocked: row.integer(5) != 0,
        erased: basis.map { (Instant(milliseconds: row.integer(6)), $0) })
    }
    return found
  }

  private static func unknown(_ commitment: [UInt8]) -> Diagnostic {
    var digits = ""
    for byte in commitment.prefix(32) {
      digits += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return unknownCommitment.diagnostic(Diagnostic.Fact(en: "commitment", sv: "åtagande", digits))
  }
}

public import Chronology
public import Diagnostics

/// The tombstone of one text that was disposed of.
public struct DisposedText: Hashable, Sendable {
  /// The digest that stands in the log, 32 bytes.
  public var commitment: [UInt8]
  public var at: Instant
  /// The decision, as the log calls it.
  public var decision: String

  public init(commitment: [UInt8], at: Instant, decision: String) {
    self.commitment = commitment
    self.at = at
    self.decision = decision
  }
}

/// A disposal that the log tells of.
public struct Disposal: Hashable, Sendable {
  /// Where in the log its event is.
  public var position: UInt64
  public var at: Instant
  /// The decision, as the log calls it: 1 to 32 visible ASCII characters.
  public var decision: String
  /// The digests of the texts, 32 bytes each.
  public var commitments: [[UInt8]]

  public init(position: UInt64, at: Instant, decision: String, commitments: [[UInt8]]) {
    self.position = position
    self.at = at
    self.decision = decision
    self.commitments = commitments
  }
}

extension IdentityRegister {
  /// What begins the basis of a text that was disposed of; the grounds of erasures have no slash.
  static let disposalPrefix = "disposal/"

  /// Destroys texts and their salts in one transaction, then makes the bytes leave the file.
  ///
  /// A tombstone stays for each text: when, and on which decision. What was erased before stays as it was, and what the register does not
  /// know is passed over. Carrying out a disposal again changes nothing. See ``erase(persons:at:basis:)`` for what it costs.
  ///
  /// - Returns: how many texts were destroyed.
  /// - Throws: `IDR-18` when the texts are destroyed but the cleaning failed.
  @discardableResult
  public func carryOut(_ disposals: [Disposal]) throws(Diagnostic) -> Int {
    try destroyTexts { () throws(Diagnostic) in
      var count = 0
      for disposal in disposals {
        try FieldRules.checkPerson(disposal.decision)
        guard try !isCarriedOut(disposal.position) else { continue }
        for commitment in disposal.commitments {
          count += try destroy(commitment, at: disposal.at, decision: disposal.decision)
        }
        try note(
          position: Int64(clamping: disposal.position), at: disposal.at, disposal.decision)
      }
      return count
    }
  }

  /// Repeats disposals after the register has been restored from a backup that is older than they are.
  @discardableResult
  public func replay(_ disposed: [DisposedText]) throws(Diagnostic) -> Int {
    guard !disposed.isEmpty else { return 0 }
    return try destroyTexts { () throws(Diagnostic) in
      var count = 0
      for text in disposed {
        count += try destroy(text.commitment, at: text.at, decision: text.decision)
      }
      if count > 0, let last = disposed.last {
        try note(position: nil, at: last.at, last.decision)
      }
      return count
    }
  }

  /// The positions of the disposals that were carried out here.
  public func carriedOutDisposals() throws(Diagnostic) -> Set<UInt64> {
    var found: Set<UInt64> = []
    try connection.each(
      "SELECT position FROM disposal WHERE position IS NOT NULL"
    ) { (row) throws(Diagnostic) in
      found.insert(UInt64(clamping: row.integer(0)))
    }
    return found
  }

  /// Every text that was disposed of, oldest first: what to replay on a restored backup.
  public func disposedTexts() throws(Diagnostic) -> [DisposedText] {
    var found: [DisposedText] = []
    try connection.each(
      "SELECT commitment, erased_at, basis FROM text WHERE basis LIKE 'disposal/%' ORDER BY number"
    ) { (row) throws(Diagnostic) in
      found.append(
        DisposedText(
          commitment: row.blob(0), at: Instant(milliseconds: row.integer(1)),
          decision: String(row.text(2).dropFirst(IdentityRegister.disposalPrefix.count))))
    }
    return found
  }

  /// The state of a text whose tombstone says that.
  static func state(erasedAt moment: Instant, on basis: String) -> TextState {
    basis.hasPrefix(disposalPrefix)
      ? .disposed(at: moment, decision: String(basis.dropFirst(disposalPrefix.count)))
      : .erased(at: moment, basis: basis)
  }

  // MARK: Inside a transaction

  private func isCarriedOut(_ position: UInt64) throws(Diagnostic) -> Bool {
    try carriedOutDisposals().contains(position)
  }

  private func note(
    position: Int64?, at moment: Instant, _ decision: String
  ) throws(Diagnostic) {
    try connection.run(
      "INSERT INTO disposal (position, at, decision) VALUES (?1, ?2, ?3)",
      [
        position.map { .integer($0) } ?? .null, .integer(moment.milliseconds),
        .text(decision),
      ])
  }

  /// Destroys one text; gives how many that were, which is none when it is gone already.
  private func destroy(
    _ commitment: [UInt8], at moment: Instant, decision: String
  ) throws(Diagnostic) -> Int {
    try connection.run(
      """
      UPDATE text
      SET salt = NULL, text = NULL, subject = NULL, likeness = NULL, erased_at = ?2, basis = ?3
      WHERE substr(commitment, 1, 4) = substr(?1, 1, 4) AND commitment = ?1 AND basis IS NULL
      """,
      [
        .blob(commitment), .integer(moment.milliseconds),
        .text(IdentityRegister.disposalPrefix + decision),
      ])
    return connection.changeCount
  }
}

public import Chronology
public import Diagnostics
internal import Glibc

/// How much an erasure removed.
public struct ErasureCount: Hashable, Sendable {
  public var identities: Int
  public var texts: Int
}

extension IdentityRegister {
  /// Erases a person: the identity, the names of their accounts and every text that concerns them, for good.
  ///
  /// See ``erase(persons:at:basis:)``.
  @discardableResult
  public func erase(
    person: String, at: Instant, basis: String
  ) throws(Diagnostic) -> ErasureCount {
    try erase(persons: [person], at: at, basis: basis)
  }

  /// Erases several persons in one transaction, then makes the bytes leave the file.
  ///
  /// Tombstones stay: for each person and text, when and on what `basis` (at most 200 characters). Then the
  /// file is rewritten without its unused parts and the journal that held the old pages is overwritten; this
  /// takes as long as copying the file, so that many persons are best erased together. Erasing somebody
  /// again is no error, and completes a cleaning that was cut off. Copies in backups, file system snapshots
  /// and worn blocks of a solid-state disk are beyond the program's reach.
  ///
  /// - Throws: `IDR-16` for a person of whom nothing is known, and then nothing is erased; `IDR-18` when the
  ///   data is erased but the cleaning failed.
  @discardableResult
  public func erase(
    persons: [String], at: Instant, basis: String
  ) throws(Diagnostic) -> ErasureCount {
    try erase(persons.map { Erasure(person: $0, at: at, basis: basis) }, isReplay: false)
  }

  /// Repeats erasures after the register has been restored from a backup that is older than they are.
  ///
  /// A person of whom the backup knows nothing gets the tombstone all the same.
  @discardableResult
  public func replay(_ erasures: [Erasure]) throws(Diagnostic) -> ErasureCount {
    try erase(erasures, isReplay: true)
  }

  /// Every erasure, oldest first: what to replay on a restored backup.
  public func erasures() throws(Diagnostic) -> [Erasure] {
    var found: [Erasure] = []
    try connection.each(
      "SELECT person, at, basis FROM erasure ORDER BY number"
    ) { (row) throws(Diagnostic) in
      found.append(
        Erasure(
          person: row.text(0), at: Instant(milliseconds: row.integer(1)), basis: row.text(2)))
    }
    return found
  }

  /// Whether an erasure or a disposal was cut off before the bytes left the file; ``erase(persons:at:basis:)`` of the
  /// same person, or ``clean()``, completes it.
  public func isCleaningDue() throws(Diagnostic) -> Bool {
    if try connection.integer("SELECT EXISTS (SELECT 1 FROM erasure WHERE is_clean = 0)") != 0 {
      return true
    }
    return try connection.integer("SELECT EXISTS (SELECT 1 FROM disposal WHERE is_clean = 0)") != 0
  }

  /// Completes a cleaning that was cut off; does nothing when none was.
  public func clean() throws(Diagnostic) {
    try requireWriting()
    guard try isCleaningDue() else { return }
    try withJournalKept { () throws(Diagnostic) in try removeTraces() }
  }

  /// The first erasure of a person.
  func erasure(of person: String) throws(Diagnostic) -> Erasure? {
    var found: Erasure?
    try connection.each(
      "SELECT at, basis FROM erasure WHERE person = ?1 ORDER BY number LIMIT 1", [.text(person)]
    ) { (row) throws(Diagnostic) in
      found = Erasure(
        person: person, at: Instant(milliseconds: row.integer(0)), basis: row.text(1))
    }
    return found
  }

  private func erase(
    _ erasures: [Erasure], isReplay: Bool
  ) throws(Diagnostic) -> ErasureCount {
    try requireWriting()
    for erasure in erasures {
      try FieldRules.checkPerson(erasure.person)
      try FieldRules.checkLine(erasure.basis, field: Localized(en: "basis", sv: "grund"))
    }
    var count = ErasureCount(identities: 0, texts: 0)
    try withJournalKept { () throws(Diagnostic) in
      count = try connection.transaction { () throws(Diagnostic) in
        var total = ErasureCount(identities: 0, texts: 0)
        for erasure in erasures {
          let one = try remove(erasure, isReplay: isReplay)
          total.identities += one.identities
          total.texts += one.texts
        }
        return total
      }
      if try isCleaningDue() { try removeTraces() }
    }
    return count
  }

  /// Runs `body` in a transaction that destroys texts, then makes the bytes leave the file.
  func destroyTexts(_ body: () throws(Diagnostic) -> Int) throws(Diagnostic) -> Int {
    try requireWriting()
    var count = 0
    try withJournalKept { () throws(Diagnostic) in
      count = try connection.transaction(body)
      if try isCleaningDue() { try removeTraces() }
    }
    return count
  }

  private func remove(
    _ erasure: Erasure, isReplay: Bool
  ) throws(Diagnostic) -> ErasureCount {
    let identities = try delete(person: erasure.person) ? 1 : 0
    try connection.run(
      """
      UPDATE text
      SET salt = NULL, text = NULL, subject = NULL, likeness = NULL, erased_at = ?2, basis = ?3
      WHERE subject = ?1
      """,
      [.text(erasure.person), .integer(erasure.at.milliseconds), .text(erasure.basis)])
    let texts = connection.changeCount
    try connection.run(
      "UPDATE account SET name = NULL, word = NULL, subject = NULL WHERE subject = ?1",
      [.text(erasure.person)])
    let accounts = connection.changeCount
    let earlier = try self.erasure(of: erasure.person)
    if identities + texts + accounts == 0 {
      guard earlier != nil || isReplay else {
        throw IdentityRegister.unknownPerson.diagnostic(
          Diagnostic.Fact(en: "person", sv: "person", erasure.person))
      }
      if earlier != nil { return ErasureCount(identities: 0, texts: 0) }
    }
    try connection.run(
      "INSERT INTO erasure (person, at, basis) VALUES (?1, ?2, ?3)",
      [.text(erasure.person), .integer(erasure.at.milliseconds), .text(erasure.basis)])
    return ErasureCount(identities: identities, texts: texts)
  }

  // MARK: Making the bytes leave the file

  /// Runs `body` alone with the file, with a journal that stays to be overwritten instead of leaving the old
  /// pages in blocks the file system has freed.
  private func withJournalKept(_ body: () throws(Diagnostic) -> Void) throws(Diagnostic) {
    var failure: Diagnostic?
    do {
      try connection.run("PRAGMA locking_mode = EXCLUSIVE")
      try connection.run("PRAGMA journal_mode = PERSIST")
      try body()
    } catch {
      failure = error
    }
    do {
      try connection.run("PRAGMA locking_mode = NORMAL")
      // The lock is given back by the next statement that reads, and the journal is deleted here.
      try connection.run("PRAGMA journal_mode = DELETE")
      _ = try connection.integer("SELECT count(*) FROM sqlite_schema")
    } catch {
      failure = failure ?? error
    }
    if let failure { throw failure }
  }

  /// Rewrites the file without its unused parts, which `secure_delete` does not reach when SQLite has moved
  /// a row within or between pages, and overwrites the journal.
  private func removeTraces() throws(Diagnostic) {
    do {
      try chooseRoomForCopy()
      try connection.run("VACUUM")
      try overwriteJournal()
      try connection.run("UPDATE erasure SET is_clean = 1 WHERE is_clean = 0")
      try connection.run("UPDATE disposal SET is_clean = 1 WHERE is_clean = 0")
    } catch {
      throw IdentityRegister.traceLeft.diagnostic(
        facts: [Diagnostic.Fact(en: "because of", sv: "på grund av", error.code)] + error.facts)
    }
  }

  /// Has a large file copied on disk, in the register's own folder, rather than in memory.
  ///
  /// SQLite removes the name of that copy as soon as it has opened it, and would else put it in `/var/tmp`.
  private func chooseRoomForCopy() throws(Diagnostic) {
    let pages = try connection.integer("PRAGMA page_count")
    let pageBytes = try connection.integer("PRAGMA page_size")
    guard pages * pageBytes > copyInMemoryBytesMax else { return }
    let folder = IdentityRegister.folder(of: connection.path)
      .split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    try connection.run("PRAGMA temp_store_directory = '\(folder)'")
    try connection.run("PRAGMA temp_store = FILE")
  }

  private func overwriteJournal() throws(Diagnostic) {
    let path = connection.journalPath
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw IdentityRegister.failed.diagnostic(facts: IdentityRegister.facts(path, errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw IdentityRegister.failed.diagnostic(facts: IdentityRegister.facts(path, errno))
    }
    let zeros = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while offset < Int(status.st_size) {
      let written = pwrite(
        descriptor, zeros, min(zeros.count, Int(status.st_size) - offset), off_t(offset))
      guard written > 0 else {
        if written < 0, errno == EINTR { continue }
        throw IdentityRegister.failed.diagnostic(facts: IdentityRegister.facts(path, errno))
      }
      offset += written
    }
    guard fdatasync(descriptor) == 0 else {
      throw IdentityRegister.failed.diagnostic(facts: IdentityRegister.facts(path, errno))
    }
  }
}

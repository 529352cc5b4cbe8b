public import Diagnostics
internal import Glibc

/// Names, contact data and free text, kept apart from the log in one SQLite file.
///
/// The log carries person ids and commitments only; what they stand for is here, and can be erased here
/// without breaking a proof (GDPR article 17). The register computes no digest of a text and reads no clock.
///
/// The rollback journal is of the kind that is deleted, not a write-ahead log: many short processes share
/// the file, some of them from a folder they cannot write to, where a write-ahead log cannot be opened; and
/// no second file with personal data outlives a command. Everything is durable before a call returns.
///
/// One register is used by one thread at a time; other processes may have the same file open.
public final class IdentityRegister {
  /// Whether this register may be changed, or only read.
  public enum Access: Hashable, Sendable {
    case readOnly
    case readWrite
  }

  /// The name of the file in a ledger's folder.
  public static let fileName = "identities.sqlite"

  /// How long another process is waited for, in milliseconds, unless the caller says otherwise.
  public static let patienceMilliseconds = 5_000

  let connection: Connection
  let access: Access
  /// The largest file that is copied in memory while it is cleaned, in bytes.
  var copyInMemoryBytesMax: Int64 = 256 << 20

  /// Opens a register that exists.
  ///
  /// - Throws: `IDR-01` when there is none, `IDR-03` … `IDR-05` when the file is not a sound register of
  ///   this version, `IDR-06` when it stays locked, `IDR-08`, `IDR-09` or `IDR-11` when a right is missing.
  public init(
    opening path: String, _ access: Access,
    patienceMilliseconds: Int = IdentityRegister.patienceMilliseconds
  ) throws(Diagnostic) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = errno
      throw
        (reason == ENOENT || reason == ENOTDIR
        ? IdentityRegister.missing : IdentityRegister.notReadable)
        .diagnostic(facts: IdentityRegister.facts(path, reason))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw IdentityRegister.foreign.diagnostic(Diagnostic.Fact(en: "file", sv: "fil", path))
    }
    self.access = access
    do {
      connection = try IdentityRegister.connect(path, access, patienceMilliseconds)
    } catch {
      guard error.code == IdentityRegister.unfinished.code, access == .readOnly else { throw error }
      // A reader who may write rolls back what was cut off, and then reads; one who may not is told of it.
      let unfinished = error
      do { _ = try IdentityRegister.connect(path, .readWrite, patienceMilliseconds) } catch {
        throw unfinished
      }
      connection = try IdentityRegister.connect(path, access, patienceMilliseconds)
    }
    if access == .readWrite, connection.isReadOnly {
      throw IdentityRegister.notWritable.diagnostic(Diagnostic.Fact(en: "file", sv: "fil", path))
    }
  }

  private static func connect(
    _ path: String, _ access: Access, _ patienceMilliseconds: Int
  ) throws(Diagnostic) -> Connection {
    let connection = try Connection(
      path: path, isWritable: access == .readWrite, patienceMilliseconds: patienceMilliseconds)
    try Schema.check(connection)
    try configure(connection)
    if access == .readWrite, !connection.isReadOnly { try Schema.makeIndexes(in: connection) }
    return connection
  }

  /// Creates an empty register, readable and writable by its owner alone, and closes it again.
  ///
  /// - Throws: `IDR-02` when anything stands at `path` already; then that is left as it is.
  public static func create(at path: String) throws(Diagnostic) {
    try createFile(at: path)
    do {
      let connection = try Connection(
        path: path, isWritable: true, patienceMilliseconds: patienceMilliseconds)
      try configure(connection)
      try Schema.create(in: connection)
      try synchronise(folder(of: path))
    } catch {
      // An unfinished register would only be refused later.
      unlink(path)
      throw error
    }
  }

  /// Copies the register as it stands to a new file, the owner's alone, while others may go on reading it.
  ///
  /// Whoever restores the copy later replays the erasures made since; see ``replay(_:)``.
  ///
  /// - Throws: `IDR-02` when anything stands at `path` already.
  public func copy(to path: String) throws(Diagnostic) {
    try IdentityRegister.createFile(at: path)
    do {
      try connection.run("VACUUM INTO ?1", [.text(path.hasPrefix("/") ? path : "./" + path)])
      try IdentityRegister.synchronise(path)
      try IdentityRegister.synchronise(IdentityRegister.folder(of: path))
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Reads every page and compares every index with its table.
  ///
  /// - Throws: `IDR-05` with what is damaged.
  public func check() throws(Diagnostic) {
    var findings: [String] = []
    try connection.each("PRAGMA integrity_check(5)") { (row) throws(Diagnostic) in
      findings.append(row.text(0))
    }
    guard findings == ["ok"] else {
      throw IdentityRegister.damaged.diagnostic(
        facts: [Diagnostic.Fact(en: "file", sv: "fil", connection.path)]
          + findings.map { Diagnostic.Fact(en: "damage", sv: "skada", $0) })
    }
  }

  /// A finding (`IDR-19`) when users other than the owner and the group have rights to the file.
  public func finding() -> Diagnostic? {
    var status = stat()
    guard stat(connection.path, &status) == 0, status.st_mode & 0o007 != 0 else { return nil }
    return IdentityRegister.openToOthers.diagnostic(
      Diagnostic.Fact(en: "file", sv: "fil", connection.path))
  }

  /// Refuses a change (`IDR-08`) when the register was opened for reading.
  func requireWriting() throws(Diagnostic) {
    guard access == .readWrite else {
      throw IdentityRegister.notWritable.diagnostic(
        Diagnostic.Fact(en: "file", sv: "fil", connection.path))
    }
  }

  private static func configure(_ connection: Connection) throws(Diagnostic) {
    try connection.run("PRAGMA secure_delete = ON")
    try connection.run("PRAGMA synchronous = EXTRA")
    try connection.run("PRAGMA temp_store = MEMORY")
    try connection.run("PRAGMA cell_size_check = ON")
    try connection.run("PRAGMA cache_size = -65536")
  }

  /// An empty file that only its owner may read.
  private static func createFile(at path: String) throws(Diagnostic) {
    // The mode is set here because SQLite would create the file readable by others.
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      let reason = errno
      switch reason {
      case EEXIST, ELOOP: throw alreadyThere.diagnostic(facts: facts(path, reason))
      case ENOSPC, EDQUOT: throw diskFull.diagnostic(facts: facts(path, reason))
      case EACCES, EPERM, EROFS: throw notWritable.diagnostic(facts: facts(path, reason))
      case ENOENT, ENOTDIR: throw missing.diagnostic(facts: facts(path, reason))
      default: throw failed.diagnostic(facts: facts(path, reason))
      }
    }
    close(descriptor)
  }

  private static func synchronise(_ path: String) throws(Diagnostic) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failed.diagnostic(facts: facts(path, errno)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failed.diagnostic(facts: facts(path, errno)) }
  }

  /// The folder that holds the file at `path`.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func facts(_ path: String, _ reason: Int32) -> [Diagnostic.Fact] {
    [
      Diagnostic.Fact(en: "file", sv: "fil", path),
      Diagnostic.Fact(
        en: "the system's answer", sv: "systemets svar", String(cString: strerror(reason))),
    ]
  }
}

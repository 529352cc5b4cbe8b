internal import CSQLite
internal import Diagnostics

/// A value bound to a statement.
enum BoundValue {
  case integer(Int64)
  case text(String)
  case blob([UInt8])
  case null

  static func optional(_ text: String?) -> BoundValue {
    text.map { .text($0) } ?? .null
  }
}

/// One open SQLite connection: prepared statements, transactions, and what SQLite answers as diagnostics.
///
/// Every statement is prepared once and kept until the connection closes. Values are always bound, never
/// written into the statement.
final class Connection {
  let path: String
  private let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = [:]

  /// What is said of the library once, before it is used.
  private static let keepsNoStatistics: Void = csqlite_keep_no_statistics()

  /// Opens a file that exists; `patienceMilliseconds` is how long a locked file is waited for.
  init(path: String, isWritable: Bool, patienceMilliseconds: Int) throws(Diagnostic) {
    _ = Connection.keepsNoStatistics
    var opened: OpaquePointer?
    let flags =
      (isWritable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX
      | SQLITE_OPEN_EXRESCODE
    // Debian's SQLite reads a name that begins with `file:` as an address with options.
    let name = path.hasPrefix("/") ? path : "./" + path
    let status = sqlite3_open_v2(name, &opened, flags, nil)
    guard status == SQLITE_OK, let opened else {
      let refusal = Connection.diagnostic(status, handle: opened, path: path)
      sqlite3_close_v2(opened)
      throw refusal
    }
    self.path = path
    self.handle = opened
    csqlite_make_defensive(opened)
    sqlite3_busy_timeout(opened, Int32(clamping: patienceMilliseconds))
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// Whether SQLite itself could only open the file for reading.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") != 0 }

  /// Where SQLite keeps the rollback journal of this file.
  var journalPath: String {
    guard let name = sqlite3_db_filename(handle, "main"),
      let journal = sqlite3_filename_journal(name)
    else { return path + "-journal" }
    return String(cString: journal)
  }

  /// Runs a statement and ignores its rows.
  func run(_ sql: String, _ values: [BoundValue] = []) throws(Diagnostic) {
    try each(sql, values) { (_) throws(Diagnostic) in }
  }

  /// The rows a statement changed last.
  var changeCount: Int { Int(sqlite3_changes(handle)) }

  /// The number of the row that was inserted last.
  var lastRowNumber: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Runs a statement and hands out each row; a row is valid only during the call.
  func each(
    _ sql: String, _ values: [BoundValue] = [], _ body: (Row) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let statement = try prepared(sql)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      let status = bind(value, at: Int32(index + 1), of: statement)
      guard status == SQLITE_OK else { throw diagnostic(status) }
    }
    while true {
      let status = sqlite3_step(statement)
      switch status {
      case SQLITE_ROW: try body(Row(statement: statement))
      case SQLITE_DONE: return
      default: throw diagnostic(status)
      }
    }
  }

  /// The integer in the first column of the first row; 0 when there is no row.
  func integer(_ sql: String, _ values: [BoundValue] = []) throws(Diagnostic) -> Int64 {
    var found: Int64 = 0
    try each(sql, values) { (row) throws(Diagnostic) in found = row.integer(0) }
    return found
  }

  /// Runs `body`, which only reads, in one transaction: all of it reads the same.
  func reading<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    // Whoever writes already reads what they wrote.
    guard sqlite3_get_autocommit(handle) != 0 else { return try body() }
    try run("BEGIN")
    defer { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
    return try body()
  }

  /// Runs `body` in one write transaction that is kept whole or not at all.
  func transaction<Result>(
    _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try run("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // On some errors SQLite has already rolled back, and a second rollback would be an error itself.
      if sqlite3_get_autocommit(handle) == 0 {
        sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      }
      throw error
    }
  }

  private func prepared(_ sql: String) throws(Diagnostic) -> OpaquePointer {
    if let known = statements[sql] { return known }
    var statement: OpaquePointer?
    let status = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard status == SQLITE_OK, let statement else { throw diagnostic(status) }
    statements[sql] = statement
    return statement
  }

  private func bind(_ value: BoundValue, at index: Int32, of statement: OpaquePointer) -> Int32 {
    switch value {
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .text(var text):
      // A Swift string may hold its bytes inline, so that they are reached only inside the closure.
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          characters.isEmpty
            ? csqlite_bind_text(statement, index, "", 0)
            : csqlite_bind_text(
              statement, index, characters.baseAddress, Int32(clamping: characters.count))
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes {
        csqlite_bind_blob(statement, index, $0.baseAddress, Int32(clamping: $0.count))
      }
    case .null: return sqlite3_bind_null(statement, index)
    }
  }

  private func diagnostic(_ status: Int32) -> Diagnostic {
    Connection.diagnostic(status, handle: handle, path: path)
  }

  /// What SQLite answered, in the register's own codes.
  private static func diagnostic(
    _ status: Int32, handle: OpaquePointer?, path: String
  ) -> Diagnostic {
    let code: DiagnosticCode
    switch status {
    case SQLITE_READONLY | (3 << 8):  // SQLITE_READONLY_ROLLBACK, a macro Swift does not import.
      code = IdentityRegister.unfinished
    default:
      // The low byte is the family of an extended result code.
      switch status & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED: code = IdentityRegister.lockedByOther
      case SQLITE_FULL: code = IdentityRegister.diskFull
      case SQLITE_READONLY: code = IdentityRegister.notWritable
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: code = IdentityRegister.notReadable
      case SQLITE_NOTADB: code = IdentityRegister.foreign
      case SQLITE_CORRUPT: code = IdentityRegister.damaged
      default: code = IdentityRegister.failed
      }
    }
    let answer = handle.map { String(cString: sqlite3_errmsg($0)) }
    return code.diagnostic(
      Diagnostic.Fact(en: "file", sv: "fil", path),
      Diagnostic.Fact(
        Localized(verbatim: "SQLite"),
        "\(status) \(answer ?? String(cString: sqlite3_errstr(status)))"
      ))
  }
}

/// One row of a running statement; valid until the statement moves on.
struct Row {
  fileprivate let statement: OpaquePointer

  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  /// The text of a column; empty for NULL.
  func text(_ column: Int32) -> String {
    optionalText(column) ?? ""
  }

  func optionalText(_ column: Int32) -> String? {
    guard sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
    return withText(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the UTF-8 of a column; empty for NULL.
  func withText<Value>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    // As a blob, because a text is given with a NUL behind it, for which it is copied. The file keeps texts in UTF-8.
    let bytes = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return body(
      UnsafeBufferPointer(
        start: bytes?.assumingMemoryBound(to: UInt8.self), count: bytes == nil ? 0 : count))
  }

  /// The bytes of a column; empty for NULL.
  func blob(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
    let count = Int(sqlite3_column_bytes(statement, column))
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}

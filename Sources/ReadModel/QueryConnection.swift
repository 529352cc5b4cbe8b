import AuditViews
import CSQLite
import Diagnostics

/// A database in memory that lives for one question, and can be asked but not changed by it.
final class QueryConnection {
  private let handle: OpaquePointer
  private let guardian = Guardian()

  /// The longest text and the longest statement, in bytes: what a question builds up stays within it.
  private static let lengthMax: Int32 = 16 << 20

  init() throws(Diagnostic) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(":memory:", &opened, flags, nil) == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw QueryCodes.notStarted.diagnostic()
    }
    handle = opened
    csqlite_make_defensive(opened)
    sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, QueryConnection.lengthMax)
    sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0)
    // Nothing is kept, so nothing needs to be put back.
    sqlite3_exec(opened, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nil, nil, nil)
    // Lists can be taken apart: SQLite makes these tables when they are first met, which a question may not.
    sqlite3_exec(opened, "SELECT 1 FROM json_each('[]'), json_tree('[]')", nil, nil, nil)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Makes a table without rows.
  func make(_ table: SQLTable) throws(Diagnostic) {
    guard sqlite3_exec(handle, table.statement, nil, nil, nil) == SQLITE_OK else {
      throw diagnostic(QueryCodes.failed)
    }
  }

  /// Fills a table from its view.
  func fill(_ table: SQLTable) throws {
    let statement = try prepared(table.insertion).statement
    defer { sqlite3_finalize(statement) }
    sqlite3_exec(handle, "BEGIN", nil, nil, nil)
    try table.forEachRow { row in
      for (index, place) in table.places.enumerated() {
        bind(SQLValue(row[place]), at: Int32(index + 1), of: statement)
      }
      guard sqlite3_step(statement) == SQLITE_DONE else { throw diagnostic(QueryCodes.failed) }
      sqlite3_reset(statement)
    }
    sqlite3_exec(handle, "COMMIT", nil, nil, nil)
  }

  /// Makes a question ready, and tells which tables it reads.
  func question(_ text: String) throws(Diagnostic) -> (statement: OpaquePointer, reads: Set<String>)
  {
    guardian.reads = []
    guardian.refused = nil
    sqlite3_set_authorizer(
      handle, { Guardian.judge($0, $1, $2, $3, $4, $5) },
      Unmanaged.passUnretained(guardian).toOpaque())
    defer { sqlite3_set_authorizer(handle, nil, nil) }
    let (statement, rest) = try prepared(text)
    guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
      sqlite3_finalize(statement)
      throw QueryCodes.notOne.diagnostic(
        .init(en: "left over", sv: "kvar", String(rest.prefix(80))))
    }
    // A few statements are judged by nobody before they run.
    guard sqlite3_stmt_readonly(statement) != 0, sqlite3_column_count(statement) > 0 else {
      sqlite3_finalize(statement)
      throw QueryCodes.notReading.diagnostic(
        .init(en: "it would", sv: "den skulle", String(text.prefix(80))))
    }
    return (statement, guardian.reads)
  }

  private func prepared(_ text: String) throws(Diagnostic) -> (
    statement: OpaquePointer, rest: String
  ) {
    var statement: OpaquePointer?
    var rest = ""
    let status = text.withCString { start in
      var tail: UnsafePointer<CChar>?
      let status = sqlite3_prepare_v2(handle, start, -1, &statement, &tail)
      if let tail { rest = String(cString: tail) }
      return status
    }
    if let refused = guardian.refused {
      sqlite3_finalize(statement)
      throw QueryCodes.notReading.diagnostic(.init(en: "it would", sv: "den skulle", refused))
    }
    guard status == SQLITE_OK else { throw diagnostic(QueryCodes.notUnderstood) }
    guard let statement else { throw QueryCodes.notOne.diagnostic() }
    return (statement, rest)
  }

  /// The columns of an answer, each with a name of its own.
  func columns(of statement: OpaquePointer) -> [Column] {
    var seen: Set<String> = []
    return (0..<sqlite3_column_count(statement)).map { index in
      let said = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? ""
      var name = said.isEmpty ? "column_\(index + 1)" : said
      while !seen.insert(name).inserted { name += "_\(index + 1)" }
      return Column(key: name, title: Localized(verbatim: name))
    }
  }

  /// Hands out the rows of an answer.
  func forEachRow(of statement: OpaquePointer, _ body: ([Cell]) throws -> Void) throws {
    let count = sqlite3_column_count(statement)
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try body((0..<count).map { cell(statement, $0) })
      case SQLITE_DONE: return
      case _: throw diagnostic(QueryCodes.failed)
      }
    }
  }

  private func cell(_ statement: OpaquePointer, _ index: Int32) -> Cell {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL: return .empty
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, index)))
    case SQLITE_FLOAT:
      let number = sqlite3_column_double(statement, index)
      return number.isFinite ? .real(number) : .text("\(number)")
    case _:
      let count = Int(sqlite3_column_bytes(statement, index))
      guard let bytes = sqlite3_column_blob(statement, index) else { return .text("") }
      return .text(
        String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self))
    }
  }

  private func bind(_ value: SQLValue, at index: Int32, of statement: OpaquePointer) {
    switch value {
    case .integer(let number): sqlite3_bind_int64(statement, index, number)
    case .null: sqlite3_bind_null(statement, index)
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          _ = csqlite_bind_text(
            statement, index, characters.baseAddress ?? UnsafePointer(bitPattern: 1),
            Int32(clamping: characters.count))
        }
      }
    }
  }

  private func diagnostic(_ code: DiagnosticCode) -> Diagnostic {
    code.diagnostic(.init(Localized(verbatim: "SQLite"), String(cString: sqlite3_errmsg(handle))))
  }
}

/// Lets a question read, and nothing else.
private final class Guardian {
  /// The tables that are read.
  var reads: Set<String> = []
  /// The first thing that was refused.
  var refused: String?

  /// Functions that reach outside the database or the question.
  private static let closed: Set<String> = ["load_extension", "fts3_tokenizer"]

  static func judge(
    _ guardian: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
    _ second: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?, _ by: UnsafePointer<CChar>?
  ) -> Int32 {
    guard let guardian else { return SQLITE_DENY }
    let judge = Unmanaged<Guardian>.fromOpaque(guardian).takeUnretainedValue()
    let name = first.map { String(cString: $0) } ?? ""
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ:
      judge.reads.insert(name.lowercased())
      return SQLITE_OK
    case SQLITE_FUNCTION:
      let function = second.map { String(cString: $0) } ?? ""
      if !closed.contains(function.lowercased()) { return SQLITE_OK }
      judge.refused = judge.refused ?? function
    case _:
      judge.refused = judge.refused ?? (name.isEmpty ? "\(action)" : name)
    }
    return SQLITE_DENY
  }
}

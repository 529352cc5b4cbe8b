public import AuditViews
import CSQLite

/// The views as tables that can be asked in SQL.
public struct ReadModel {
  /// In the order of the catalogue.
  public let tables: [SQLTable]

  public init(_ tables: [SQLTable]) {
    self.tables = tables
  }

  /// Answers one question, row by row.
  ///
  /// - Parameters:
  ///   - note: told the names of the views that the question reads, before any is asked.
  ///   - begin: told the columns of the answer, before the first row.
  ///   - body: handed each row, with a cell for each column.
  /// - Throws: a `Diagnostic` of `QueryCodes`; whatever a view or the closures throw.
  public func answer(
    _ query: String, note: ([String]) throws -> Void, begin: ([Column]) throws -> Void,
    _ body: ([Cell]) throws -> Void
  ) throws {
    let connection = try QueryConnection()
    for table in tables { try connection.make(table) }
    let (statement, reads) = try connection.question(query)
    defer { sqlite3_finalize(statement) }
    let read = tables.filter { reads.contains($0.name) }
    try note(read.map(\.view))
    for table in read { try connection.fill(table) }
    try begin(connection.columns(of: statement))
    try connection.forEachRow(of: statement, body)
  }
}

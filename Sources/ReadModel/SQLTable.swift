public import AuditViews
public import Diagnostics

/// A view as a table of SQL: its name, its columns, and where its rows come from.
public struct SQLTable {
  /// In `snake_case`.
  public let name: String
  /// The name of the view.
  public let view: String
  /// The question that the view answers.
  public let meaning: Localized
  /// The columns that programs get; the others are for people to read.
  public let columns: [Column]
  /// The places of these columns in a row of the view.
  let places: [Int]
  /// Hands out the rows of the view, one after another.
  let forEachRow: (_ body: ([Cell]) throws -> Void) throws -> Void

  /// - Parameter columns: those of the view, whoever they are for.
  public init(
    view: String, meaning: Localized, columns: [Column],
    forEachRow: @escaping (_ body: ([Cell]) throws -> Void) throws -> Void
  ) {
    name = String(view.map { $0 == "-" ? "_" : $0 })
    self.view = view
    self.meaning = meaning
    places = columns.indices.filter { columns[$0].audience != .people }
    self.columns = places.map { columns[$0] }
    self.forEachRow = forEachRow
  }

  /// The statement that makes the table; names of views and columns are lower-case letters, digits and `_`.
  var statement: String {
    "CREATE TABLE \"\(name)\" (\(columns.map { "\"\($0.key)\"" }.joined(separator: ", ")))"
  }

  /// The statement that adds a row.
  var insertion: String {
    "INSERT INTO \"\(name)\" VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
  }
}

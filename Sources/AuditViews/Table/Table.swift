public import Diagnostics

/// The answer to a question: columns, rows and the remarks that belong to them.
///
/// A table is complete before anybody formats it, and it carries both languages, so that the same
/// value becomes lines on a terminal, JSON for a program or a page in a report.
public struct Table: Hashable, Sendable {
  /// The stable name that programs know the table by, such as `entitlement_holders`.
  public var name: String
  /// What a person reads over the table.
  public var title: Localized
  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows, from the top. Each has as many cells as there are columns.
  public private(set) var rows: [[Cell]]
  /// Remarks that people read under the table; formats for programs leave them out.
  public var notes: [Localized]
  /// What people read when there is no row, in place of a plain “no rows”.
  public var ifEmpty: Localized?

  /// Makes a table. It is a mistake in the program when a row has not one cell for each column.
  public init(
    name: String, title: Localized, columns: [Column], rows: [[Cell]] = [], notes: [Localized] = [],
    ifEmpty: Localized? = nil
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = []
    self.notes = notes
    self.ifEmpty = ifEmpty
    self.rows.reserveCapacity(rows.count)
    for row in rows { append(row) }
  }

  /// Adds a row at the end. It is a mistake in the program when it has not one cell for each column.
  public mutating func append(_ row: [Cell]) {
    precondition(
      row.count == columns.count,
      "a row of \(name) has \(row.count) cells for \(columns.count) columns")
    rows.append(row)
  }

  /// Whether there is no row.
  public var isEmpty: Bool { rows.isEmpty }
}

extension Table {
  /// The table without the columns that are not for `audience`; the table itself when all are.
  public func seen(by audience: Column.Audience) -> Table {
    let shown = columns.indices.filter {
      columns[$0].audience == .everybody || columns[$0].audience == audience
    }
    guard audience != .everybody, shown.count < columns.count else { return self }
    return Table(
      name: name, title: title, columns: shown.map { columns[$0] },
      rows: rows.map { row in shown.map { row[$0] } }, notes: notes, ifEmpty: ifEmpty)
  }
}

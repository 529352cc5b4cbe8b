/// By which columns the rows of a table are sorted.
///
/// Rows that are the same in all of them stay in the order that they had. Numbers are in the order of their size, moments and days of
/// time, words of their codes, and texts by their letters with numbers in the order of their size, so that `P-2` comes before `P-10`. An
/// empty cell comes last, whichever way the column is sorted.
public struct TableOrder: Hashable, Sendable {
  /// A column, and which way.
  public struct Key: Hashable, Sendable {
    /// The key of the column.
    public var column: String
    public var isDescending: Bool

    public init(_ column: String, isDescending: Bool = false) {
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// A column that the table has not.
  public struct UnknownColumn: Error, Hashable, Sendable {
    public var key: String

    public init(key: String) {
      self.key = key
    }
  }

  /// The first decides; the next one where it does not.
  public private(set) var keys: [Key]

  public init(_ keys: [Key]) {
    self.keys = keys
  }

  /// Reads keys of columns parted by commas, each with `-` before it for descending: `system,-due`.
  public init(_ text: String, of columns: [Column]) throws(UnknownColumn) {
    keys = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let name = part.hasPrefix("-") ? part.dropFirst() : part
      return Key(String(name), isDescending: part.hasPrefix("-"))
    }
    let known = Set(columns.map(\.key))
    if let unknown = keys.first(where: { !known.contains($0.column) }) {
      throw UnknownColumn(key: unknown.column)
    }
  }

  /// The rows in order. A key that is not among the columns decides nothing.
  public func sorted(_ rows: [[Cell]], of columns: [Column]) -> [[Cell]] {
    let places = keys.compactMap { key in
      columns.firstIndex { $0.key == key.column }.map { ($0, key.isDescending) }
    }
    return rows.enumerated().sorted { one, other in
      for (place, isDescending) in places {
        switch Cell.order(one.element[place], other.element[place], isDescending: isDescending) {
        case .before: return true
        case .after: return false
        case .same: continue
        }
      }
      return one.offset < other.offset
    }.map(\.element)
  }
}

extension Table {
  /// The table with its rows in another order.
  public func sorted(by order: TableOrder) -> Table {
    Table(
      name: name, title: title, columns: columns, rows: order.sorted(rows, of: columns),
      notes: notes, ifEmpty: ifEmpty)
  }

  /// The table with its first rows alone, and how many were left out.
  public func limited(to count: Int) -> (table: Table, leftOut: Int) {
    let table = Table(
      name: name, title: title, columns: columns, rows: Array(rows.prefix(count)), notes: notes,
      ifEmpty: ifEmpty)
    return (table, max(0, rows.count - count))
  }
}

public import AuditViews
internal import Chronology
internal import Diagnostics

/// Writes a table in a format: the one door to them all.
public struct TableRenderer: Sendable {
  public var format: OutputFormat
  public var options: RenderingOptions

  public init(_ format: OutputFormat, _ options: RenderingOptions = RenderingOptions()) {
    self.format = format
    self.options = options
  }

  /// Hands out the table as UTF-8, piece by piece, the last ending in a line feed. No piece is much larger than
  /// ``RowStream/pendingMax``, however long the table.
  public func write(_ table: Table, to sink: ([UInt8]) throws -> Void) rethrows {
    if format == .xlsx { return try sink(WorkbookTable(options).bytes([table])) }
    guard var stream = RowStream(format, options, columns: table.columns) else {
      return try PeopleTable(options).write(table.seen(by: .people), to: sink)
    }
    for row in table.rows {
      stream.append(row)
      if stream.pendingCount >= RowStream.pendingMax { try sink(stream.taken()) }
    }
    stream.finish()
    try sink(stream.taken())
  }

  /// The whole table as UTF-8, ending in a line feed.
  public func bytes(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    write(table) { bytes += $0 }
    return bytes
  }

  /// The whole table as text, ending in a line feed.
  public func text(_ table: Table) -> String {
    String(decoding: bytes(table), as: UTF8.self)
  }
}

extension Cell {
  /// Whether somebody may have typed the content, so that it may be hostile to a spreadsheet.
  var isFreeText: Bool {
    switch self {
    case .text, .identifier, .localized, .word, .list: true
    case .integer, .real, .instant, .bound, .day, .flag, .empty: false
    }
  }
}

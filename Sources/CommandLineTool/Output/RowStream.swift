public import AuditViews

/// A table written row by row, in the formats whose rows do not depend on each other.
///
/// A million events go through it in the memory of one: whoever appends takes what is pending from time to time and writes it.
public struct RowStream: Sendable {
  private enum Form: Sendable {
    case lines, array, csv, tsv
  }

  private let form: Form
  // They stand beside the form and not in it, so that a row copies none of them.
  private let csv: CSVTable
  private let tsv: TSVTable
  /// What the values are called in JSON.
  private let keys: [[UInt8]]
  /// The columns that programs see, by their place in a row; `nil` when that is all of them.
  private let shown: [Int]?
  private var bytes: [UInt8] = []
  private var isEmpty = true

  /// How much to let gather between two writes.
  public static let pendingMax = 1 << 16

  /// The bytes that have not been taken.
  public var pendingCount: Int { bytes.count }

  /// A stream with its heading pending; `nil` for what is for people, which needs every row first.
  public init?(_ format: OutputFormat, _ options: RenderingOptions, columns: [Column]) {
    let seen = columns.indices.filter { columns[$0].audience != .people }
    shown = seen.count < columns.count ? seen : nil
    let columns = seen.map { columns[$0] }
    csv = CSVTable(options, isSwedish: format == .csvSwedish)
    tsv = TSVTable(options)
    switch format {
    case .table, .xlsx: return nil
    case .json: form = .array
    case .jsonl: form = .lines
    case .csv, .csvSwedish: form = .csv
    case .tsv: form = .tsv
    }
    switch form {
    case .array, .lines: keys = JSONTable.encodedKeys(columns)
    case .csv:
      keys = []
      bytes += csv.lead
      if options.hasHeader { csv.appendHeader(columns, to: &bytes) }
    case .tsv:
      keys = []
      if options.hasHeader { tsv.appendHeader(columns, to: &bytes) }
    }
  }

  /// Adds a row, which has a cell for each of the columns, those for people included.
  public mutating func append(_ row: [Cell]) {
    switch form {
    // The most asked for, and the simplest: its cells are written where they are.
    case .tsv: tsv.append(row: row, shown, to: &bytes)
    case .lines, .array, .csv: appendShown(shown.map { $0.map { row[$0] } } ?? row)
    }
    isEmpty = false
  }

  private mutating func appendShown(_ row: [Cell]) {
    switch form {
    case .lines:
      JSONTable.append(row, keys, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    case .array:
      bytes += (isEmpty ? "[\n  " : ",\n  ").utf8
      JSONTable.append(row, keys, to: &bytes)
    case .csv: csv.append(row: row, to: &bytes)
    case .tsv: tsv.append(row: row, to: &bytes)
    }
  }

  /// Adds what stands after the last row. There is no row after it.
  public mutating func finish() {
    switch form {
    case .array: bytes += (isEmpty ? "[]\n" : "\n]\n").utf8
    case .lines, .csv, .tsv: break
    }
  }

  /// What is pending, which is then no longer so.
  public mutating func taken() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}

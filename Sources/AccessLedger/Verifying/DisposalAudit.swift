import Diagnostics
import EventStore
import Events
import Projections

/// Compares what disposals state with the lines that stand before them.
struct DisposalAudit {
  private var searches: [(row: DisposedRow, search: DisposalSearch)]

  /// - Parameter rows: the disposals that the log tells of, in its order.
  init(_ rows: [DisposedRow]) {
    searches = rows.map {
      ($0, DisposalSearch(grants: $0.disposed.grants, requests: $0.disposed.requests))
    }
  }

  var isEmpty: Bool { searches.isEmpty }

  /// Takes a line of the log; each once, in order.
  mutating func take(_ record: Record) {
    // What cannot be read has been noted.
    guard let event = try? Ledger.event(of: record) else { return }
    for index in searches.indices where record.position < searches[index].row.fact.position {
      searches[index].search.take(event) { Ledger.leaf(of: record) }
    }
  }

  /// How many texts the disposals state in all.
  var textCount: Int { searches.reduce(0) { $0 + Int(clamping: $1.row.disposed.count) } }

  /// LED-15 of each disposal that states otherwise than its lines.
  var findings: [Diagnostic] {
    searches.compactMap { row, search in
      let stones = search.tombstones
      let receipt = DisposalReceipt.digest(of: row.disposed.disposal, stones)
      guard receipt != row.disposed.receipt || Int64(stones.count) != row.disposed.count else {
        return nil
      }
      return LedgerCodes.falseDisposal.diagnostic(
        .init(en: "position", sv: "position", "\(row.fact.position)"),
        .init(en: "stated", sv: "angivet", "\(row.disposed.count) \(row.disposed.receipt)"),
        .init(en: "by the lines", sv: "enligt raderna", "\(stones.count) \(receipt)"))
    }
  }
}

public import AccessModel
import Chronology
public import Commands
import Diagnostics
import EventSourcing
import EventStore
import Events
import IdentityRegister
public import Projections
import Transparency

extension Ledger {
  /// The commands that carry out a decision on disposal now, each for as many grants and requests as one event may name; none when there is
  /// nothing to dispose of.
  ///
  /// Reads the log once.
  public func disposals(
    on decision: DisposalRow, approvedBy approver: PersonID
  ) throws(LedgerError) -> [DisposeRecords] {
    let matters = register.disposable(
      on: decision.decided, at: max(ambient.now(), log.lastRecorded ?? .earliest),
      in: try timeZone())
    var pieces: [(grants: [GrantID], requests: [RequestID])] = []
    for matter in matters {
      let weight = matter.requests.count + (matter.grant == nil ? 0 : 1)
      let present = pieces.last.map { $0.grants.count + $0.requests.count } ?? .max
      if present > RecordsDisposed.mattersMax - weight { pieces.append(([], [])) }
      if let grant = matter.grant { pieces[pieces.count - 1].grants.append(grant) }
      pieces[pieces.count - 1].requests += matter.requests
    }
    let found = try tombstones(
      of: pieces.map { DisposalSearch(grants: $0.grants, requests: $0.requests) },
      before: log.head.size)
    return zip(pieces, found).map { piece, stones in
      DisposeRecords(
        disposal: decision.decided.disposal, approver: approver, grants: piece.grants,
        requests: piece.requests, count: Int64(stones.count),
        receipt: DisposalReceipt.digest(of: decision.decided.disposal, stones))
    }
  }

  /// The tombstones of each of several disposals, read from the log in one go.
  private func tombstones(
    of searches: [DisposalSearch], before position: UInt64
  ) throws(LedgerError) -> [[DisposalTombstone]] {
    try tombstones(of: searches.map { ($0, position) })
  }

  /// - Parameter searches: each with the position that it ends before.
  private func tombstones(
    of searches: [(search: DisposalSearch, end: UInt64)]
  ) throws(LedgerError) -> [[DisposalTombstone]] {
    guard let end = searches.map(\.end).max() else { return [] }
    var searches = searches
    do {
      try log.read(from: 0) { record in
        guard record.position < end else { return .stop }
        let event = try Ledger.event(of: record)
        for index in searches.indices where record.position < searches[index].end {
          searches[index].search.take(event) { Ledger.leaf(of: record) }
        }
        return .proceed
      }
    } catch {
      throw LedgerError(reading: error)
    }
    return searches.map(\.search.tombstones)
  }

  static func leaf(of record: Record) -> Digest {
    record.leaf ?? MerkleTree.leafHash(of: record.line)
  }

  /// The tombstones of disposals that the log tells of, in their order.
  func tombstones(of rows: [DisposedRow]) throws(LedgerError) -> [[DisposalTombstone]] {
    try tombstones(
      of: rows.map {
        (
          DisposalSearch(grants: $0.disposed.grants, requests: $0.disposed.requests),
          $0.fact.position
        )
      })
  }

  /// The disposals that the log tells of and the identity register has not carried out: a command was cut off between the two.
  private func disposalsDue() throws(Diagnostic) -> [DisposedRow] {
    guard !register.disposedRecords.isEmpty else { return [] }
    let done = try identities.carriedOutDisposals()
    return register.disposedRecords.filter { !done.contains($0.fact.position) }
  }

  /// Destroys the texts that the log says were disposed of, as far as that is not done.
  func settleDisposals() throws(LedgerError) {
    do throws(Diagnostic) {
      let due = try disposalsDue()
      guard !due.isEmpty else {
        if !register.disposedRecords.isEmpty { try identities.clean() }
        return
      }
      let stones: [[DisposalTombstone]]
      do throws(LedgerError) { stones = try tombstones(of: due) } catch {
        throw error.diagnostics[0]
      }
      _ = try identities.carryOut(
        zip(due, stones).map { row, stones in
          Disposal(
            position: row.fact.position, at: row.fact.recorded,
            decision: "\(row.disposed.disposal)",
            commitments: stones.map { Array($0.commitment.digest.bytes) })
        })
    } catch {
      throw .unavailable(error)
    }
  }

  /// The texts that the log says were disposed of while the identity register still has them, each with its disposal.
  ///
  /// The log has the last word: nobody is shown them meanwhile.
  func textsDueForDisposal() throws(Diagnostic) -> [Commitment: DisposedRow] {
    let due = try disposalsDue()
    guard !due.isEmpty else { return [:] }
    let stones: [[DisposalTombstone]]
    do throws(LedgerError) { stones = try tombstones(of: due) } catch {
      throw error.diagnostics[0]
    }
    var found: [Commitment: DisposedRow] = [:]
    for (row, stones) in zip(due, stones) {
      for stone in stones { found[stone.commitment] = row }
    }
    return found
  }
}

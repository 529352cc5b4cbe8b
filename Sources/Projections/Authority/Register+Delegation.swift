public import AccessModel
public import Chronology
import Events

extension Register {
  /// How many lines are followed from one to the line it was delegated on from, whatever the log says.
  private static let parentsMax = 8

  /// Finds the lines and the orders anew, where the rows come from a snapshot.
  mutating func noteAllLines() {
    for index in 0..<Int32(delegations.count) { note(line: index) }
  }

  /// Remembers that a group of matters and a version of an order have a line.
  mutating func note(line index: Int32) {
    let line = delegations[index].line
    delegationsByMatter[line.matter, default: []].append(index)
    note(versionOf: line)
  }

  private mutating func note(versionOf line: DelegationGranted) {
    let order = DelegationOrder(
      body: line.body, name: line.order, isDelegatedOn: line.parent != nil)
    var versions = orderVersions[order] ?? []
    if let place = versions.firstIndex(where: { $0.version == line.version }) {
      versions[place].from = min(versions[place].from, line.from)
    } else {
      versions.append(OrderVersion(version: line.version, from: line.from))
    }
    orderVersions[order] = versions
  }

  /// The highest version of an order that the ledger knows; `nil` for an order it does not know.
  public func latestVersion(of order: DelegationOrder) -> Int64? {
    orderVersions[order]?.map(\.version).max()
  }

  /// The earliest thing that ends a line, whether it has come yet or not; `nil` when nothing is known to.
  ///
  /// A later version of the same order replaces every line of the earlier ones at its own first moment, and what was delegated on
  /// falls with the line it came from (INV-06).
  public func end(of row: DelegationRow) -> DelegationEnd? {
    end(of: row, parentsLeft: Self.parentsMax)
  }

  private func end(of row: DelegationRow, parentsLeft: Int) -> DelegationEnd? {
    var end: DelegationEnd?
    func consider(_ state: DelegationState, _ at: Instant?) {
      guard let at else { return }
      if let present = end, present.at <= at { return }
      end = DelegationEnd(state: state, at: at)
    }
    consider(.revoked, row.revoked?.effective)
    consider(
      .superseded,
      (orderVersions[row.order] ?? []).lazy.filter { $0.version > row.line.version }
        .map(\.from).min())
    consider(.expired, row.line.until)
    if let parent = row.line.parent {
      if parentsLeft > 0, let above = delegations[parent] {
        consider(.unsupported, self.end(of: above, parentsLeft: parentsLeft - 1)?.at)
      } else {
        consider(.unsupported, row.line.from)
      }
    }
    return end
  }

  /// Where a line stands at a moment.
  public func state(of row: DelegationRow, at moment: Instant) -> DelegationState {
    if let end = end(of: row), end.at <= moment { return end.state }
    return row.line.from <= moment ? .inForce : .coming
  }

  public func isInForce(_ row: DelegationRow, at moment: Instant) -> Bool {
    state(of: row, at: moment) == .inForce
  }

  /// Whether a person holds, at a moment, the position that a line names, where the line says that it must be.
  public func isHolder(_ person: PersonID, of row: DelegationRow, at moment: Instant) -> Bool {
    holds(person, row.line.position, within: row.line.unit ?? row.line.body, at: moment)
  }
}

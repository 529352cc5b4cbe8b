import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about the use of accounts and about what systems really give.
enum ObservationDecider {
  /// The most accounts that one event tells of: a line of the log is no longer than that allows.
  static let accountsMax = 120

  static func decide(
    _ command: ObservationCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .importUsage(let command): try importUsage(command, given: state, drafting)
    case .reconcile(let command): try reconcile(command, given: state, drafting)
    case .resolve(let command): [try resolve(command, given: state, drafting)]
    }
  }

  private static func importUsage(
    _ command: ImportUsage, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let system = try SystemDecider.system(command.system, in: state)
    if let violation = FeedOnce.check(
      system: system.id, isRecorded: system.feeds.contains { $0.source == command.source })
    {
      throw Rejection(violation)
    }
    let uses = command.uses.sorted { $0.account < $1.account }
    let starts = uses.isEmpty ? [0] : Array(stride(from: 0, to: uses.count, by: accountsMax))
    var drafts: [Draft<AccessEvent>] = []
    for start in starts {
      drafts.append(
        try drafting.draft(
          .usage(
            .imported(
              UsageImported(
                system: system.id, from: command.from, until: command.until,
                source: command.source, rows: Int64(uses.count),
                uses: Array(uses[start..<min(start + accountsMax, uses.count)]))))))
    }
    return drafts
  }

  private static func reconcile(
    _ command: RecordReconciliation, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let system = try SystemDecider.system(command.system, in: state)
    if state.reconciliations.contains(command.reconciliation) {
      throw ReferenceCodes.taken(command.reconciliation)
    }
    for right in command.rights where state.accounts[right.account]?.system != system.id {
      throw ReferenceCodes.unknown(right.account)
    }
    let comparison = SystemComparison(
      of: system, with: command.rights, in: state, at: command.taken)
    var drafts: [Draft<AccessEvent>] = []
    for (index, part) in comparison.parts(of: accountsMax).enumerated() {
      drafts.append(
        try drafting.draft(
          .reconciliation(
            .recorded(
              ReconciliationRecorded(
                reconciliation: command.reconciliation, system: system.id, source: command.source,
                taken: command.taken, part: Int64(index) + 1,
                matched: Int64(comparison.matchedCount), missing: part.missing,
                unknown: part.unknown, differing: part.differing)))))
    }
    return drafts
  }

  private static func resolve(
    _ command: ResolveDiscrepancy, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    guard let row = state.reconciliations[command.reconciliation] else {
      throw ReferenceCodes.unknown(command.reconciliation)
    }
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    return try drafting.draft(
      .reconciliation(
        .discrepancyResolved(
          DiscrepancyResolved(
            reconciliation: row.id, system: row.system, number: command.number,
            outcome: command.outcome, by: command.by))))
  }
}

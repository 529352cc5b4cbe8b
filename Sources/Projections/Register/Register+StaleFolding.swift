import AccessModel
import Events

/// The families of usage, reconciliations and flags.
extension Register {
  mutating func apply(_ event: UsageEvent, _ fact: Fact) {
    switch event {
    case .imported(let usage):
      systems.change(usage.system) { system in
        guard !system.feeds.contains(where: { $0.source == usage.source }) else { return }
        system.feeds.append(
          UsageFeedRow(
            source: usage.source, from: usage.from, until: usage.until, rows: usage.rows,
            fact: fact))
      }
      for use in usage.uses {
        accounts.change(use.account) {
          $0.uses.append(
            AccountUseRow(
              last: use.last, count: use.count, from: usage.from, until: usage.until, fact: fact))
        }
      }
    }
  }

  mutating func apply(_ event: ReconciliationEvent, _ fact: Fact) {
    switch event {
    case .recorded(let part):
      guard reconciliations.contains(part.reconciliation) else {
        reconciliations.add(
          ReconciliationRow(
            id: part.reconciliation, system: part.system, source: part.source, taken: part.taken,
            matched: part.matched, missing: part.missing, unknown: part.unknown,
            differing: part.differing, fact: fact))
        return
      }
      reconciliations.change(part.reconciliation) {
        $0.missing += part.missing
        $0.unknown += part.unknown
        $0.differing += part.differing
      }
    case .discrepancyResolved(let resolved):
      reconciliations.change(resolved.reconciliation) {
        $0.resolutions.append(
          DiscrepancyResolutionRow(
            number: resolved.number, outcome: resolved.outcome, by: resolved.by, fact: fact))
      }
    }
  }

  mutating func apply(_ event: StaleEvent, _ fact: Fact) {
    switch event {
    case .flagged(let flagged):
      let index = flags.add(FlagRow(flagged: flagged, raised: fact))
      openFlags.append(index)
      flagsByMatter[flags[index].matter] = index
    case .notified(let notified):
      flags.change(notified.flag) {
        $0.steps.append(FlagStepRow(notified: notified, fact: fact))
      }
    case .reopened(let reopened):
      flags.change(reopened.flag) {
        $0.steps.append(FlagStepRow(reopened: reopened, fact: fact))
      }
    case .resolved(let resolved):
      flags.change(resolved.flag) {
        $0.steps.append(FlagStepRow(resolved: resolved, fact: fact))
      }
      guard resolved.outcome != .justified, let index = flags.index(of: resolved.flag) else {
        return
      }
      openFlags.removeAll { $0 == index }
      let matter = flags[index].matter
      if flagsByMatter[matter] == index { flagsByMatter[matter] = nil }
    }
  }

  /// Finds the open flags by what they are about again, after a snapshot was read.
  mutating func noteOpenFlags() {
    for index in openFlags { flagsByMatter[flags[index].matter] = index }
  }

  /// The flag of a rule about a thing that is not answered for good, as far as recorded.
  func openFlag(of rule: StaleRule, about thing: FlaggedThing) -> FlagRow? {
    flagsByMatter[FlagMatter(rule: rule, about: thing)].map { flags[$0] }
  }
}

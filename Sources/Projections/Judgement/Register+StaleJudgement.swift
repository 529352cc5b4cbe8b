import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  /// FLG-01 to FLG-04.
  func violations(
    of event: StaleEvent, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    switch event {
    case .flagged(let flagged):
      let open = openFlag(of: flagged.rule, about: flagged.about)
      return [
        OneOpenFlag.check(rule: flagged.rule, about: flagged.about, open: open?.id)
      ].compactMap(\.self)
    case .notified:
      return [order(of: event.flag, at: proposal.effective)].compactMap(\.self)
    case .reopened(let reopened):
      // Only what was accepted for a time that is out opens again.
      guard let standing = flags[reopened.flag]?.standing(at: proposal.effective),
        !standing.isLapsed
      else { return [] }
      return [FlagOrder.violation(of: reopened.flag, state: standing.state.word)]
    case .resolved(let resolved):
      guard let flag = flags[resolved.flag] else { return [] }
      var found: [Diagnostic] = []
      found.add(order(of: resolved.flag, at: proposal.effective))
      if resolved.outcome.isJudged {
        found.add(
          NoSelfResolution.check(
            flag: flag.id, subject: flag.flagged.person,
            persons: [resolved.by, proposal.actor.principal, proposal.actor.actingFor]
              .compactMap(\.self)))
        found.add(shown(proposal, by: resolved.by, hasEvidence: false))
      }
      found.add(
        BoundedAcceptance.check(
          flag: flag.id, outcome: resolved.outcome, until: resolved.until,
          from: proposal.effective,
          latest: policy.stale.acceptance.latestEnd(from: proposal.effective, in: proposal.zone)
            ?? .latest,
          hasReason: proposal.hasReason))
      return found
    }
  }

  /// FLG-04: what is answered for good takes no more.
  private func order(of flag: FlagID, at moment: Instant) -> Diagnostic? {
    guard let row = flags[flag], let standing = row.standing(at: moment),
      standing.state == .resolved
    else { return nil }
    return FlagOrder.violation(of: flag, state: standing.state.word)
  }

  /// USE-01 and USE-02.
  func violations(of event: UsageEvent, in proposal: Proposal) -> [Diagnostic] {
    switch event {
    case .imported(let usage):
      return [
        SoundFeed.check(
          system: usage.system, from: usage.from, until: usage.until, at: proposal.recorded,
          foreign: usage.uses.map(\.account).first { accounts[$0]?.system != usage.system })
      ].compactMap(\.self)
    }
  }

  /// RCN-01, and INV-10 of when the system was read.
  func violations(of event: ReconciliationEvent, in proposal: Proposal) -> [Diagnostic] {
    switch event {
    case .recorded(let part):
      // Nobody has read what is yet to be.
      return [
        Backdating.check(effective: part.taken, recorded: proposal.recorded, hasReason: true)
      ].compactMap(\.self)
    case .discrepancyResolved(let resolved):
      let open = openDiscrepancies(in: resolved.system, at: proposal.effective)
      let isOpen = open.contains {
        $0.reconciliation == resolved.reconciliation && $0.number == resolved.number
      }
      var found: [Diagnostic] = []
      if !isOpen {
        found.append(
          DiscrepancyOrder.violation(
            reconciliation: resolved.reconciliation, number: resolved.number,
            state: Localized(en: "not open", sv: "inte öppen")))
      }
      if resolved.outcome == .explained, !proposal.hasReason {
        found.append(
          contentsOf: [
            StatedReason.check(
              of: "\(resolved.reconciliation) \(resolved.number)", hasReason: false)
          ].compactMap(\.self))
      }
      found.add(shown(proposal, by: resolved.by, hasEvidence: false))
      return found
    }
  }
}

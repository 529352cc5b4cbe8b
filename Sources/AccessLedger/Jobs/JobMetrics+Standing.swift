public import Chronology
import EventStore
import Events
import Projections
import Transparency

extension JobMetrics.Standing {
  /// What a ledger comes to at a moment. One pass over each table.
  public init(_ ledger: Ledger, at moment: Instant) throws(LedgerError) {
    let register = ledger.register
    let zone = try ledger.timeZone()
    let (head, published) = try ledger.publishable()
    self.init(eventCount: head.size, publishedCount: published?.head.size ?? 0)
    lastRecorded = register.lastRecorded
    for row in register.grants.rows {
      switch register.state(of: row, at: moment) {
      case .inEffect: activeGrants += 1
      case .ending:
        endingGrants += 1
        guard let end = register.end(of: row, at: moment) else { continue }
        if register.removalDue(of: row, after: end, in: zone) <= moment { lateRemovals += 1 }
      case nil, .decided, .scheduled, .suspended, .undecided, .ended: break
      }
    }
    openRequests = register.requests.rows.count {
      register.state(of: $0, at: moment)?.isOpen ?? false
    }
    for row in register.campaigns.rows {
      let state = register.state(of: row, at: moment)
      if state?.isRunning == true { runningReviews += 1 }
      if state == .overdue { overdueReviews += 1 }
    }
    for row in register.flags.rows
    where row.standing(at: moment)?.state.isOpen == true {
      flags[row.flagged.rule, default: 0] += 1
    }
    let horizon = moment.advanced(byMilliseconds: JobRun.horizonMilliseconds)
    for duty in register.duties(at: moment, until: horizon, in: zone) {
      duties[duty.kind.code, default: (0, 0)].open += 1
      if duty.isLate(at: moment) { duties[duty.kind.code, default: (0, 0)].late += 1 }
    }
    capacity = try Capacity(of: ledger)
  }
}

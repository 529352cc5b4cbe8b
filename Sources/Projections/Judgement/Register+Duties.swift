import AccessModel
public import Chronology
public import Diagnostics
import Events
import Policies

/// A duty that an event left and that nobody had done in time.
public struct DutyFinding: Hashable, Sendable {
  /// The position of the event that the duty follows from.
  public var position: UInt64
  /// Whether that event is an approval; else it is a denial.
  public var isApproval: Bool
  public var violation: Diagnostic
}

extension Register {
  /// What time itself has made wrong at a moment: decisions not reported (INV-07), checks not made (ROL-12). In the order of the log.
  public func overdueDuties(at moment: Instant) -> [DutyFinding] {
    var found: [DutyFinding] = []
    func add(_ decision: DecisionRow, _ violation: Diagnostic?) {
      guard let violation else { return }
      found.append(
        DutyFinding(
          position: decision.fact.position, isApproval: decision.isApproval, violation: violation))
    }
    for item in unreportedDecisions(at: moment) {
      add(
        item.decision,
        ReportedDelegation.check(
          request: item.request.id, delegation: item.line.line.delegation,
          decided: item.decision.fact.effective, due: item.due, at: moment))
    }
    for item in compensatedGrants(at: moment) {
      add(
        item.decision, CompensatingCheck.check(grant: item.grant.id, due: item.due, at: moment))
    }
    return found.sorted { $0.position < $1.position }
  }
}

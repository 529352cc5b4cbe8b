import AccessModel
import Chronology

/// The time in which a grant has effect, as far as that can be said once for all moments.
struct EffectSpan: Hashable, Sendable {
  /// The first moment, in milliseconds.
  var since: Int64
  /// The first moment after, in milliseconds; the largest number when nothing is known to end it.
  var until: Int64
  /// Whether that is all there is to say; else each moment is to be asked for by itself.
  var isWhole: Bool

  func contains(_ moment: Instant) -> Bool {
    since <= moment.milliseconds && moment.milliseconds < until
  }
}

extension Register {
  /// When a grant has effect; `nil` when it never has.
  ///
  /// It agrees with `state(of:at:)` at every moment. What has one beginning and one end, whatever the rules say, is told whole: no change
  /// since the decision, no suspension, no absence, no move, no course asked for. Of anything else every moment has to be asked for.
  func effectSpan(of grant: GrantRow, at index: Int32) -> EffectSpan? {
    guard !grant.isUndecided, let execution = grant.provisioned else { return nil }
    guard isPlain(grant, at: index) else {
      return EffectSpan(since: .min, until: .max, isWhole: false)
    }
    let since = max(execution.at, grant.decided.from, execution.from)
    var until = end(of: grant, at: execution.at)?.at.milliseconds ?? .max
    if let removal = grant.removal { until = min(until, removal.fact.effective.milliseconds) }
    if let accountEnd = execution.accountUntil { until = min(until, accountEnd.milliseconds) }
    guard since.milliseconds < until else { return nil }
    return EffectSpan(since: since.milliseconds, until: until, isWhole: true)
  }

  private func isPlain(_ grant: GrantRow, at index: Int32) -> Bool {
    guard grant.changes.isEmpty, grant.provisionedAgain.isEmpty, grant.suspensions.isEmpty else {
      return false
    }
    guard let person = holder(of: grant) else { return true }
    // A person tells which grants are touched by what happens to them.
    guard !person.hasMoved, person.grants.contains(index) else { return false }
    if grant.emergency != nil { return true }
    guard person.absences.isEmpty else { return false }
    if person.trainings.isEmpty { return true }
    let right = systems[grant.entitlement.system]?.entitlement(grant.entitlement.name)
    return right.map { $0.courses.isEmpty && $0.changes.isEmpty } ?? true
  }
}

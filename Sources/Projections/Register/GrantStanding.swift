public import AccessModel
public import Chronology

/// What holds of a grant at a moment, after every change and execution that came before it.
public struct GrantStanding: Sendable {
  /// What is decided.
  public internal(set) var terms: GrantTerms
  /// The part of the system it may be used for: what is decided, as far as it has been carried out (INV-18).
  public internal(set) var scope: ScopeName?
  /// The decision that holds, when it is not the first.
  public internal(set) var decision: GrantChangeRow?
  /// The execution that holds; `nil` while nothing has been carried out.
  public internal(set) var execution: ProvisioningRow?
  /// When its time runs out: the decision's end, or that of an execution which stops before the decision does.
  public var end: Instant? { earlier(terms.until, ownEnd) }
  /// The end of an execution that was carried out for less than what was decided then.
  var ownEnd: Instant?
  /// What is decided and not carried out in the system yet, besides the first execution.
  public internal(set) var toCarryOut: PendingExecution?
  /// Whether the account's own end has come though the decision goes on.
  public internal(set) var isAccountOver = false
}

/// What a change of a grant leaves to be done in the system.
public enum PendingExecution: Hashable, Sendable, CaseIterable {
  /// It was made wider, which has no effect before it is carried out.
  case widening
  /// The account ends before the decision does.
  case longerAccount
  /// It was made narrower, which holds whether or not it is carried out.
  case narrowing
}

extension GrantRow {
  /// What is decided of the grant at a moment: the first decision, and the changes since that held by then.
  public func terms(at moment: Instant) -> GrantTerms {
    changes.isEmpty && provisionedAgain.isEmpty ? decided : standing(at: moment).terms
  }

  /// What holds of the grant at a moment.
  ///
  /// A change or an execution that comes when the time has run out changes nothing: what is over is not revived (INV-22).
  public func standing(at moment: Instant) -> GrantStanding {
    var standing = GrantStanding(terms: decided, scope: decided.scope)
    if changes.isEmpty && provisionedAgain.isEmpty {
      if let provisioned, provisioned.at <= moment { standing.carryOut(provisioned) }
    } else {
      for step in steps where step.at <= moment { standing.take(step) }
    }
    standing.settle(at: moment)
    return standing
  }

  /// Everything that moves what holds, in the order in which it holds.
  private var steps: [GrantStep] {
    var steps = changes.map(GrantStep.init)
    if let provisioned { steps.append(GrantStep(provisioned)) }
    steps += provisionedAgain.map(GrantStep.init)
    return steps.sorted { ($0.at, $0.position) < ($1.at, $1.position) }
  }
}

/// A change or an execution, at the moment from which it counts.
private struct GrantStep {
  enum Kind {
    case change(GrantChangeRow)
    case execution(ProvisioningRow)
  }

  let at: Instant
  let position: UInt64
  let kind: Kind

  init(_ change: GrantChangeRow) {
    at = max(change.fact.effective, change.from ?? change.fact.effective)
    position = change.fact.position
    kind = .change(change)
  }

  init(_ execution: ProvisioningRow) {
    at = execution.at
    position = execution.fact.position
    kind = .execution(execution)
  }
}

extension GrantStanding {
  fileprivate mutating func take(_ step: GrantStep) {
    switch step.kind {
    case .change(let change):
      // More time may be decided before the end and begin at it.
      if let end, end < step.at || end <= change.fact.effective { return }
      if change.request == nil { narrow(change) } else { decide(change) }
    case .execution(let row):
      // What is first carried out when the time is out is there to be removed.
      if execution != nil, let end, end <= step.at { return }
      carryOut(row)
    }
  }

  private mutating func decide(_ change: GrantChangeRow) {
    decision = change
    terms.until = change.until
    terms.reviewDays = change.reviewDays
    setScope(change.scope)
  }

  /// A narrowing takes away and never adds, whatever it says.
  private mutating func narrow(_ change: GrantChangeRow) {
    if let until = change.until {
      terms.until = earlier(terms.until, max(until, change.fact.effective))
    }
    if let days = change.reviewDays { terms.reviewDays = min(days, terms.reviewDays ?? days) }
    if let scope = change.scope, GrantTerms.isScope(scope, within: terms.scope) { setScope(scope) }
  }

  private mutating func setScope(_ wanted: ScopeName?) {
    terms.scope = wanted
    guard execution != nil else {
      scope = wanted
      return
    }
    if wanted == scope {
      toCarryOut = nil
    } else if GrantTerms.isScope(wanted, within: scope) {
      scope = wanted
      toCarryOut = .narrowing
    } else {
      toCarryOut = .widening
    }
  }

  fileprivate mutating func carryOut(_ row: ProvisioningRow) {
    execution = row
    scope = terms.scope
    toCarryOut = nil
    ownEnd = row.until.flatMap { until in
      terms.until.map { until < $0 } ?? true ? until : nil
    }
  }

  /// What follows from the account's own end.
  fileprivate mutating func settle(at moment: Instant) {
    guard let accountEnd = execution?.accountUntil, end.map({ accountEnd < $0 }) ?? true else {
      return
    }
    if toCarryOut == nil { toCarryOut = .longerAccount }
    isAccountOver = accountEnd <= moment
  }
}

private func earlier(_ one: Instant?, _ other: Instant?) -> Instant? {
  guard let one else { return other }
  guard let other else { return one }
  return min(one, other)
}

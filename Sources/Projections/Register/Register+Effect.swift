import AccessModel
public import Chronology

extension Register {
  /// The earliest thing that takes a grant's effect away, whether it has come yet or not; `nil` when nothing is known to.
  public func end(of grant: GrantRow) -> GrantEnd? {
    var end: GrantEnd?
    func consider(_ cause: GrantEnd.Cause, _ at: Instant?) {
      guard let at else { return }
      if let present = end, present.at <= at { return }
      end = GrantEnd(cause: cause, at: at)
    }
    consider(.revoked, grant.ending?.fact.effective)
    consider(.expired, grant.provisioned.map { earlier($0.until, grant.until) } ?? grant.until)
    if let person = grant.person, let row = persons[person] {
      consider(.affiliationEnded, row.presenceEnd(after: presenceStart(of: grant, by: row)))
      consider(.transferred, transferEnd(of: grant, by: row))
    }
    consider(.systemClosed, systems[grant.entitlement.system]?.closing)
    return end
  }

  /// Where a grant stands at a moment; `nil` before it began.
  ///
  /// In effect at t ⇔ carried out ∧ from ≤ t < until ∧ the affiliation it rests on has not ended ∧ not revoked ∧ the
  /// system is open. Expiry needs no event: a job that did not run leaves nothing open.
  public func state(of grant: GrantRow, at moment: Instant) -> GrantState? {
    let isBegun = grant.begun.effective <= moment
    let isProvisioned = grant.provisioned.map { $0.at <= moment } ?? false
    guard isBegun || isProvisioned else {
      guard let takenOver = grant.takenOver, takenOver.effective <= moment else { return nil }
      return .undecided
    }
    let isOver = end(of: grant).map { $0.at <= moment } ?? false
    if let removal = grant.removal, removal.fact.effective <= moment { return .ended }
    if grant.isUndecided { return isOver ? .ending : .undecided }
    guard isProvisioned, let provisioned = grant.provisioned else {
      return isOver ? .ended : .decided
    }
    if isOver { return .ending }
    return max(grant.from, provisioned.from) <= moment ? .inEffect : .scheduled
  }

  public func isInEffect(_ grant: GrantRow, at moment: Instant) -> Bool {
    state(of: grant, at: moment) == .inEffect
  }

  /// The moment from which the person must be here without a break for the grant to hold.
  ///
  /// That is the decision, or the first moment of the grant when the decision knew that the person would
  /// be here then: what is decided ahead for somebody who comes back holds, and what somebody held who
  /// left is not revived when they come back.
  private func presenceStart(of grant: GrantRow, by person: PersonRow) -> Instant {
    let begun = grant.begun.effective
    guard grant.from > begun else { return begun }
    let isForeseen = person.affiliations.contains {
      $0.started.position < grant.begun.position && $0.isActive(at: grant.from)
    }
    return isForeseen ? grant.from : begun
  }

  private func earlier(_ one: Instant?, _ other: Instant?) -> Instant? {
    guard let one else { return other }
    guard let other else { return one }
    return min(one, other)
  }
}

extension PersonRow {
  /// The affiliation that is active at a moment; of several, the last recorded.
  public func affiliation(at moment: Instant) -> AffiliationRow? {
    affiliations.last { $0.isActive(at: moment) }
  }

  /// The first moment at or after `moment` when no affiliation is active; `nil` when there is none.
  ///
  /// The earliest affiliation counts as covering all time before it: whether a person had begun is judged when a decision
  /// is made, and history may date a grant to the morning of the day the person was registered.
  public func presenceEnd(after moment: Instant) -> Instant? {
    guard let first = affiliations.lazy.map(\.from).min() else { return moment }
    var reached = max(moment, first)
    while let covering = affiliations.last(where: { $0.isActive(at: reached) }) {
      guard let end = covering.end else { return nil }
      reached = end
    }
    return reached
  }
}

extension SystemRow {
  /// When the system was decommissioned, if it was.
  public var closing: Instant? {
    var closing: Instant?
    for row in statuses where row.status == .decommissioned || row.status == .archived {
      if let present = closing, present <= row.fact.effective { continue }
      closing = row.fact.effective
    }
    return closing
  }
}

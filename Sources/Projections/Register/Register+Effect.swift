import AccessModel
public import Chronology

extension Register {
  /// The earliest thing that takes a grant's effect away by the terms that hold at a moment, whether it has come by then or
  /// not; `nil` when nothing is known to.
  public func end(of grant: GrantRow, at moment: Instant) -> GrantEnd? {
    end(of: grant, by: holder(of: grant), grant.standing(at: moment).end)
  }

  private func end(
    of grant: GrantRow, by person: PersonRow?, _ expiry: Instant?
  ) -> GrantEnd? {
    var end: GrantEnd?
    func consider(_ cause: GrantEnd.Cause, _ at: Instant?) {
      guard let at else { return }
      if let present = end, present.at <= at { return }
      end = GrantEnd(cause: cause, at: at)
    }
    consider(.revoked, grant.ending?.fact.effective)
    consider(.expired, expiry)
    if let person {
      consider(.affiliationEnded, person.presenceEnd(after: presenceStart(of: grant, by: person)))
      consider(.transferred, transferEnd(of: grant, by: person))
    }
    consider(.systemClosed, systems[grant.entitlement.system]?.closing)
    return end
  }

  /// Where a grant stands at a moment; `nil` before it began.
  ///
  /// In effect at t ⇔ carried out ∧ from ≤ t < until ∧ the affiliation it rests on has not ended ∧ not revoked ∧ not
  /// suspended ∧ the system is open. Expiry needs no event: a job that did not run leaves nothing open.
  public func state(of grant: GrantRow, at moment: Instant) -> GrantState? {
    state(of: grant, by: holder(of: grant), at: moment)
  }

  /// The same by the row of the person whose grant it is, where that need not be one of this register.
  func state(of grant: GrantRow, by person: PersonRow?, at moment: Instant) -> GrantState? {
    let isBegun = grant.begun.effective <= moment
    let standing = grant.standing(at: moment)
    guard isBegun || standing.execution != nil else {
      guard let takenOver = grant.takenOver, takenOver.effective <= moment else { return nil }
      return .undecided
    }
    let isOver = end(of: grant, by: person, standing.end).map { $0.at <= moment } ?? false
    if let removal = grant.removal, removal.fact.effective <= moment { return .ended }
    if grant.isUndecided { return isOver ? .ending : .undecided }
    guard let execution = standing.execution else {
      return isOver ? .ended : .decided
    }
    if isOver { return .ending }
    // The account has stopped by itself, and what was decided since is not carried out.
    if standing.isAccountOver { return .decided }
    guard max(standing.terms.from, execution.from) <= moment else { return .scheduled }
    return suspensions(of: grant, by: person, at: moment).isEmpty ? .inEffect : .suspended
  }

  public func isInEffect(_ grant: GrantRow, at moment: Instant) -> Bool {
    state(of: grant, at: moment) == .inEffect
  }

  /// The row of the person whose grant it is; `nil` when nobody's, or of nobody known here.
  public func holder(of grant: GrantRow) -> PersonRow? { grant.person.flatMap { persons[$0] } }

  /// The moment from which the person must be here without a break for the grant to hold.
  ///
  /// That is the decision, or the first moment of the grant when the decision knew that the person would
  /// be here then: what is decided ahead for somebody who comes back holds, and what somebody held who
  /// left is not revived when they come back.
  private func presenceStart(of grant: GrantRow, by person: PersonRow) -> Instant {
    let begun = grant.begun.effective
    guard grant.decided.from > begun else { return begun }
    let isForeseen = person.affiliations.contains {
      $0.started.position < grant.begun.position && $0.isActive(at: grant.decided.from)
    }
    return isForeseen ? grant.decided.from : begun
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

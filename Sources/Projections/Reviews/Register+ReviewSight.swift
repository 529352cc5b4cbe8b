public import AccessModel
import Chronology
import Events

extension Register {
  /// How few colleagues make a share that says something.
  private static let peersMin = 5
  /// Under what share of them, in percent, access is unlike the colleagues'.
  private static let peerPercentMin = 10

  /// What a reviewer is shown of a grant, by everything that is folded; `nil` for a grant that is not there.
  public func reviewSight(of id: GrantID) -> ReviewSight? {
    guard let grant = grants[id], let moment = lastRecorded else { return nil }
    let system = systems[grant.entitlement.system]
    let right = system?.entitlement(grant.entitlement.name)
    let standing = grant.standing(at: moment)
    let last = grant.lastReview
    let delta = reviewDelta(of: grant)
    let (peers, holders) = peers(of: grant)
    let usage = usage(of: grant, at: moment)
    var sight = ReviewSight(
      grant: id, position: Int64(clamping: position), moment: moment,
      entitlement: grant.entitlement, person: grant.person, account: grant.account,
      scope: standing.scope, until: standing.end,
      level: right.map { level(of: $0, at: moment) } ?? 0,
      privilege: right?.terms(at: moment).privilege ?? .ordinary,
      conflicts: conflicts(of: grant), peersWithIt: holders, peers: peers,
      lastUse: usage?.last, unusedSince: usage.flatMap { $0.last == nil ? $0.quietSince : nil },
      previous: last?.outcome, previousAt: last?.fact.effective, delta: delta, hints: [])
    if !sight.conflicts.isEmpty { sight.hints.append(.separationConflict) }
    let person = holder(of: grant)
    if delta == .moved || person.map({ unconfirmedTransfer(of: grant, by: $0) != nil }) ?? false {
      sight.hints.append(.moved)
    }
    if grant.isUndecided { sight.hints.append(.undecided) }
    if peers >= Self.peersMin, holders * 100 < peers * Self.peerPercentMin {
      sight.hints.append(.unlikePeers)
    }
    if last?.outcome == .cannotJudge { sight.hints.append(.couldNotJudgeBefore) }
    if right?.retired != nil { sight.hints.append(.entitlementRetired) }
    if delta == .widened { sight.hints.append(.widened) }
    if state(of: grant, at: moment) == .suspended { sight.hints.append(.suspended) }
    if openFlags.contains(where: { flags[$0].flagged.about == .grant(id) }) {
      sight.hints.append(.flagged)
    }
    return sight
  }

  /// What has become of a grant since it was last reviewed.
  public func reviewDelta(of grant: GrantRow) -> ReviewDelta {
    guard let last = grant.lastReview, let moment = lastRecorded else { return .new }
    if let person = grant.person {
      let then = Set(workplaces(of: person, at: last.fact.effective))
      let now = Set(workplaces(of: person, at: moment))
      if !now.isEmpty, then != now { return .moved }
    }
    let before = grant.terms(at: last.fact.effective)
    let present = grant.terms(at: moment)
    if before.scope != present.scope {
      return GrantTerms.isScope(present.scope, within: before.scope) ? .narrowed : .widened
    }
    if before.until != present.until {
      guard let until = present.until else { return .renewed }
      return before.until.map { until < $0 } ?? true ? .narrowed : .renewed
    }
    return .unchanged
  }

  private func conflicts(of grant: GrantRow) -> [SeparationRuleID] {
    guard separationRules.count > 0, let person = grant.person, let moment = lastRecorded else {
      return []
    }
    let found = separationBreaches(
      granting: grant.entitlement, to: person, from: moment, until: nil
    ).filter { $0.exception == nil && $0.other != nil }.map(\.rule.rule)
    return Set(found).sorted()
  }

  /// How many work where the holder does, and how many of them hold the same entitlement.
  private func peers(of grant: GrantRow) -> (peers: Int, holders: Int) {
    guard let person = grant.person, let moment = lastRecorded else { return (0, 0) }
    let places = Set(workplaces(of: person, at: moment))
    guard !places.isEmpty else { return (0, 0) }
    let colleagues = persons.rows.filter { row in
      row.id != person && row.category != .service
        && row.affiliations.contains {
          $0.isActive(at: moment) && places.contains($0.unit(at: moment))
        }
    }
    let holders = colleagues.count { row in
      row.grants.contains { index in
        let other = grants[index]
        return other.entitlement == grant.entitlement && isHeld(other, at: moment)
      }
    }
    return (colleagues.count, holders)
  }
}

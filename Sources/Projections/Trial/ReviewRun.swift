import AccessModel
public import Chronology
import Events
import Policies

/// A grant's review clock from one look at its need to the next.
public struct ReviewRun: Hashable, Sendable {
  /// When the clock started: with a decision, or with a review that confirmed the need.
  public var from: Instant
  /// When it is out by the rules of the time; `nil` when it was looked at before, or ended before.
  public var due: Instant?
  /// When the need was looked at again; `nil` when it has not been.
  public var reviewed: Instant?
  /// The first moment after: the next look, or the end of the grant; `nil` while it runs.
  public var over: Instant?
}

extension Register {
  /// The runs of a grant's review clock up to a moment, in order; none for emergency access, which is followed up otherwise.
  ///
  /// The rules of every moment count: a clock that is out is out, and one that runs is out sooner or later when other rules come into force.
  /// What runs at the moment is told with the day by the rules that hold then.
  public func reviewRuns(of grant: GrantRow, until moment: Instant) -> [ReviewRun] {
    guard grant.emergency == nil, grant.begun.effective <= moment else { return [] }
    let first = max(grant.begun.effective, grant.decided.from)
    var looks = grant.changes.filter { $0.request != nil }.map(\.fact.effective)
    looks += grant.confirmed
    let starts = [first] + Set(looks.filter { first < $0 && $0 <= moment }).sorted()
    let end = [end(of: grant, at: moment)?.at, grant.removal?.fact.effective].compactMap(\.self)
      .filter { $0 <= moment }.min()
    let turns = reviewTurns(of: grant, until: moment)
    var runs: [ReviewRun] = []
    for (index, start) in starts.enumerated() where end.map({ start < $0 }) ?? true {
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let isLast = next.map { next in end.map { $0 <= next } ?? false } ?? true
      let reviewed = isLast && end != nil ? nil : next
      runs.append(
        ReviewRun(
          from: start,
          due: reviewDue(
            of: grant, from: start, before: reviewed ?? end,
            turns: turns.filter { start < $0 && $0 < (reviewed ?? end ?? .latest) }),
          reviewed: reviewed, over: reviewed ?? end))
    }
    return runs
  }

  /// When a clock that started at a moment is out; `nil` when it is not before `bound`.
  private func reviewDue(
    of grant: GrantRow, from start: Instant, before bound: Instant?, turns: [Instant]
  ) -> Instant? {
    for (index, from) in ([start] + turns).enumerated() {
      guard let days = reviewInterval(of: grant, at: from) else { continue }
      let out = max(start.advanced(byMilliseconds: days * 86_400_000), from)
      if index == turns.count || out < turns[index] {
        return bound.map { out < $0 } ?? true ? out : nil
      }
    }
    return nil
  }

  /// The moments up to one at which a grant's interval may have become another.
  private func reviewTurns(of grant: GrantRow, until moment: Instant) -> [Instant] {
    let system = systems[grant.entitlement.system]
    let right = system?.entitlement(grant.entitlement.name)
    var turns = rulesInPlay.filter { $0.document != nil }.map(\.adopted.from)
    turns += (system?.classifications ?? []).map(\.fact.effective)
    turns += (system?.changes ?? []).map(\.fact.effective)
    turns += (right?.changes ?? []).map(\.fact.effective)
    turns += grant.changes.map(\.fact.effective)
    if let person = holder(of: grant), hasRules {
      for affiliation in person.affiliations {
        turns.append(affiliation.from)
        turns += affiliation.changes.map(\.fact.effective)
      }
    }
    return Set(turns.filter { $0 <= moment }).sorted()
  }
}

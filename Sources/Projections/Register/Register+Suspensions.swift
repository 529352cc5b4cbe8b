public import AccessModel
public import Chronology

/// A time in which a grant has no effect though nothing has ended it.
public struct Suspension: Sendable {
  public var cause: SuspensionCause
  /// Its first moment.
  public var since: Instant
  /// The first moment after, when one was set; an absence has none before it is over.
  public var until: Instant?
  /// Who suspended it; `nil` when it follows from an absence.
  public var by: PersonID?
  /// Where in the log it, or the absence, was recorded.
  public var position: UInt64
}

extension Register {
  /// What suspends a grant at a moment, the earliest recorded first; empty when nothing does.
  ///
  /// Several suspensions overlap freely, and each must be over before the grant has effect again. Besides those that were recorded,
  /// an absence that suspends access does so by itself: when the person is away from everything they do here. Emergency access
  /// is not touched by an absence: whoever is called in is called in.
  public func suspensions(of grant: GrantRow, at moment: Instant) -> [Suspension] {
    var found = grant.suspensions.filter { $0.isActive(at: moment) }.map {
      Suspension(
        cause: $0.cause, since: $0.fact.effective, until: $0.until, by: $0.by,
        position: $0.fact.position)
    }
    if grant.emergency == nil, let person = grant.person.flatMap({ persons[$0] }),
      let absence = person.suspendingAbsence(at: moment)
    {
      found.append(
        Suspension(
          cause: .absence, since: absence.from, until: nil, by: nil,
          position: absence.started.position))
    }
    return found.sorted { $0.position < $1.position }
  }
}

extension PersonRow {
  /// The absence that suspends the person's access at a moment: the last to begin, when every employment or assignment that is
  /// active then is under one; `nil` when the person is at work anywhere.
  public func suspendingAbsence(at moment: Instant) -> AbsenceRow? {
    guard !absences.isEmpty else { return nil }
    let suspending = absences(at: moment).filter { $0.effect == .suspend }
    let active = affiliations.filter { $0.isActive(at: moment) }
    guard !suspending.isEmpty, !active.isEmpty,
      active.allSatisfy({ place in suspending.contains { $0.affiliation == place.id } })
    else { return nil }
    return suspending.last
  }
}

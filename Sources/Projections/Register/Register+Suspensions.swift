public import AccessModel
public import Chronology
import Policies

/// A time in which a grant has no effect though nothing has ended it.
public struct Suspension: Sendable {
  public var cause: SuspensionCause
  /// Its first moment.
  public var since: Instant
  /// The first moment after, when one was set; an absence has none before it is over.
  public var until: Instant?
  /// Who suspended it; `nil` when it follows from an absence or a training.
  public var by: PersonID?
  /// Where in the log it, the absence or the training was recorded.
  public var position: UInt64
}

extension Register {
  /// What suspends a grant at a moment, the earliest recorded first; empty when nothing does.
  ///
  /// Several suspensions overlap freely, and each must be over before the grant has effect again. Besides those that were recorded,
  /// an absence that suspends access does so by itself: when the person is away from everything they do here. Emergency access
  /// is not touched by an absence: whoever is called in is called in. So does a training that has lapsed, where the rules say so.
  public func suspensions(of grant: GrantRow, at moment: Instant) -> [Suspension] {
    suspensions(of: grant, by: holder(of: grant), at: moment)
  }

  func suspensions(
    of grant: GrantRow, by person: PersonRow?, at moment: Instant
  ) -> [Suspension] {
    var found = grant.suspensions.filter { $0.isActive(at: moment) }.map {
      Suspension(
        cause: $0.cause, since: $0.fact.effective, until: $0.until, by: $0.by,
        position: $0.fact.position)
    }
    if grant.emergency == nil, let absence = person?.suspendingAbsence(at: moment) {
      found.append(
        Suspension(
          cause: .absence, since: absence.from, until: nil, by: nil,
          position: absence.started.position))
    }
    if let lapse = suspendingLapse(of: grant, by: person, at: moment) { found.append(lapse) }
    return found.sorted { $0.position < $1.position }
  }

  /// The suspension that follows from a training that has lapsed; `nil` when none has, or the rules do not suspend for it.
  private func suspendingLapse(
    of grant: GrantRow, by person: PersonRow?, at moment: Instant
  ) -> Suspension? {
    guard hasRules, grant.emergency == nil, let person, !person.trainings.isEmpty,
      let required = systems[grant.entitlement.system]?.entitlement(grant.entitlement.name)?
        .coursesRequired(at: moment)
    else { return nil }
    let lapses = required.compactMap { course in
      person.lapse(of: course, at: moment).map { (course: course, at: $0) }
    }
    guard let first = lapses.min(by: { $0.at < $1.at }),
      effectivePolicy(for: grant.entitlement.system, person: person.id, at: moment).policy
        .lapsedTrainingSuspends
    else { return nil }
    let training = person.trainings.last { $0.course == first.course }
    return Suspension(
      cause: .trainingLapsed, since: first.at, until: nil, by: nil,
      position: training?.fact.position ?? grant.begun.position)
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

public import AccessModel
public import Chronology

extension Register {
  /// The absence that a person is in at a moment; of several, from several employments, the last to begin.
  public func absence(of person: PersonID, at moment: Instant) -> AbsenceRow? {
    persons[person]?.absences(at: moment).last
  }
}

extension PersonRow {
  /// The absences that the person is in at a moment, by their beginning. An absence ends with the employment it is from.
  public func absences(at moment: Instant) -> [AbsenceRow] {
    guard !absences.isEmpty else { return [] }
    return absences.filter { absence in
      absence.isActive(at: moment)
        && affiliations.contains { $0.id == absence.affiliation && $0.isActive(at: moment) }
    }.sorted { ($0.from, $0.started.position) < ($1.from, $1.started.position) }
  }

  /// The absence that leaves access in effect though the person is away from everything they do here, and since when they are; `nil` when
  /// there is none.
  func unsuspendedAbsence(at moment: Instant) -> (from: Instant, effect: AbsenceEffect)? {
    let away = absences(at: moment)
    guard let longest = away.first,
      Set(away.map(\.affiliation)).count == affiliations.count(where: { $0.isActive(at: moment) }),
      let kept = away.first(where: { $0.effect != .suspend })
    else { return nil }
    return (max(longest.from, kept.from), kept.effect)
  }

  /// The absence from an employment or assignment that a period would overlap; `until` is `nil` for no known end.
  ///
  /// An absence that has begun lasts until it is ended; one to come, until it is expected to end.
  public func absence(
    from affiliation: AffiliationID, overlapping from: Instant, _ until: Instant?
  ) -> AbsenceRow? {
    absences.first { absence in
      guard absence.affiliation == affiliation else { return false }
      if let ended = absence.ended {
        return absence.from < ended.effective && from < ended.effective
          && until.map { absence.from < $0 } ?? true
      }
      if absence.from <= from { return true }
      return until.map { absence.from < $0 } ?? true
    }
  }

  /// Ends what the person is away in; when they are away in nothing, what was to come.
  mutating func endAbsence(from affiliation: AffiliationID, _ fact: Fact) {
    let open = absences.indices.filter {
      absences[$0].affiliation == affiliation && absences[$0].ended == nil
    }
    let begun = open.filter { absences[$0].from <= fact.effective }
    for index in begun.isEmpty ? open : begun { absences[index].ended = fact }
  }
}

public import AccessModel
public import Chronology

extension Register {
  /// Since when nobody has held a role for a system, at a moment when nobody does: the last moment anybody did, or the registration.
  public func vacantSince(_ role: Role, in system: SystemRow, at moment: Instant) -> Instant {
    let ends = system.assignments.map { assignments[$0] }.filter {
      $0.role == role && $0.from <= moment
    }.map { row in
      let left = persons[row.holder]?.presenceEnd(after: row.from)
      return [row.end, left].compactMap(\.self).min() ?? .latest
    }.filter { $0 <= moment }
    return ends.max() ?? system.registered.effective
  }
}

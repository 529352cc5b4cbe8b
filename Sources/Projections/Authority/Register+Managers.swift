public import AccessModel
public import Chronology

extension Register {
  /// Who leads the nearest unit of a person that anybody but the person leads, at a moment, in the order of assignment.
  public func managers(of person: PersonID, at moment: Instant) -> [PersonID] {
    for place in workplaces(of: person, at: moment) {
      var unit: UnitID? = place
      // A tree is no deeper than it has units, whatever the log says.
      for _ in 0...units.count {
        guard let present = unit else { break }
        let leaders = (units[present]?.leaders ?? []).map { assignments[$0] }.filter {
          isInForce($0, at: moment) && $0.holder != person && isPresent($0.holder, at: moment)
        }.map(\.holder)
        if !leaders.isEmpty { return leaders }
        unit = parent(of: present, at: moment)
      }
    }
    return []
  }
}

import AccessModel
import Chronology

// Where people work, and how units lie.
extension PlainModel {
  func isPresent(_ person: PersonID, at moment: Instant) -> Bool {
    places[person, default: []].contains { $0.covers(moment) }
  }

  /// Where a person works at a moment; while that is nowhere, where they begin next.
  func workplaces(of person: PersonID, at moment: Instant) -> [UnitID] {
    let all = places[person, default: []]
    let present = all.filter { $0.covers(moment) }
    if !present.isEmpty { return present.map { $0.now(moment).unit } }
    let coming = all.filter { $0.from > moment && $0.covers($0.from) }
    guard let first = coming.map(\.from).min() else { return [] }
    return coming.filter { $0.from == first }.map { $0.now(first).unit }
  }

  private func parent(of unit: UnitID, at moment: Instant) -> UnitID? {
    if let closing = closings[unit], closing.at <= moment, closing.successors.count == 1 {
      return closing.successors[0]
    }
    var found: UnitID?
    var since = Instant.earliest
    for move in moves where move.unit == unit && move.at <= moment && move.at >= since {
      found = move.parent
      since = move.at
    }
    return found
  }

  func isUnit(_ unit: UnitID, within above: UnitID, at moment: Instant) -> Bool {
    var place: UnitID? = unit
    var left = 100
    while let present = place, left > 0 {
      if present == above { return true }
      place = parent(of: present, at: moment)
      left -= 1
    }
    return false
  }

  func heir(of unit: UnitID, at moment: Instant) -> UnitID {
    var place = unit
    while let closing = closings[place], closing.at <= moment, closing.successors.count == 1 {
      place = closing.successors[0]
    }
    return place
  }
}

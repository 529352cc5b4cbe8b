import AccessModel
public import Chronology
import Events

/// A time through which a grant stood in one state.
public struct GrantStretch: Hashable, Sendable {
  public var state: GrantState
  /// The first moment.
  public var from: Instant
  /// The first moment after.
  public var until: Instant

  public init(state: GrantState, from: Instant, until: Instant) {
    self.state = state
    self.from = from
    self.until = until
  }
}

/// Tells where grants stood through a window.
public struct GrantCourses {
  private let register: Register
  /// When the rules on lapsed courses may have changed, whatever they changed to.
  private let ruleTurns: [Instant]

  public init(_ register: Register) {
    self.register = register
    ruleTurns = register.hasRules ? register.ruleTurns : []
  }

  /// Where a grant stood through a window, in order and without gaps; what lies before it began is left out.
  ///
  /// The same as asking `Register.state(of:at:)` at every millisecond: it can change only when something that was recorded begins or
  /// ends, so it is asked there alone.
  public func course(of grant: GrantRow, during window: Range<Instant>) -> [GrantStretch] {
    guard !window.isEmpty else { return [] }
    var turns = turningPoints(of: grant).filter { window.lowerBound < $0 && $0 < window.upperBound }
    turns.insert(window.lowerBound)
    var course: [GrantStretch] = []
    var pending = turns.sorted()[...]
    while let from = pending.popFirst() {
      let next = pending.first ?? window.upperBound
      // What ends it follows from the terms that hold by then, and is no turn of its own.
      if let end = register.end(of: grant, at: from)?.at, from < end, end < next {
        pending.insert(end, at: pending.startIndex)
      }
      guard let state = register.state(of: grant, at: from) else { continue }
      let until = pending.first ?? window.upperBound
      if let last = course.last, last.state == state, last.until == from {
        course[course.count - 1].until = until
      } else {
        course.append(GrantStretch(state: state, from: from, until: until))
      }
    }
    return course
  }

  /// Every moment at which something recorded about the grant, or about what it rests on, begins or ends.
  private func turningPoints(of grant: GrantRow) -> Set<Instant> {
    var turns: Set<Instant> = [grant.begun.effective, grant.decided.from]
    func add(_ moments: Instant?...) { turns.formUnion(moments.compactMap(\.self)) }
    add(grant.decided.until, grant.takenOver?.effective, grant.removal?.fact.effective)
    for change in grant.changes { add(change.fact.effective, change.from, change.until) }
    for execution in (grant.provisioned.map { [$0] } ?? []) + grant.provisionedAgain {
      add(execution.at, execution.from, execution.until, execution.accountUntil)
    }
    for row in grant.suspensions { add(row.fact.effective, row.until, row.resumed?.fact.effective) }
    guard let person = register.holder(of: grant) else { return turns }
    let hasLapses = !person.trainings.isEmpty && register.hasRules
    guard hasLapses || !person.absences.isEmpty else { return turns }
    for absence in person.absences { add(absence.from, absence.ended?.effective) }
    for place in person.affiliations {
      add(place.from, place.end)
      for change in place.changes { add(change.fact.effective) }
    }
    guard hasLapses else { return turns }
    for training in person.trainings { add(training.completed, training.validUntil) }
    let system = register.systems[grant.entitlement.system]
    for change in system?.entitlement(grant.entitlement.name)?.changes ?? [] {
      add(change.fact.effective)
    }
    for change in system?.changes ?? [] { add(change.fact.effective) }
    turns.formUnion(ruleTurns)
    return turns
  }
}

extension Register {
  /// When documents of rules begin to hold, and when units come under others.
  fileprivate var ruleTurns: [Instant] {
    rulesInPlay.map(\.adopted.from)
      + units.rows.flatMap { unit in
        unit.moves.map(\.fact.effective) + (unit.closed.map { [$0.effective] } ?? [])
      }
  }
}

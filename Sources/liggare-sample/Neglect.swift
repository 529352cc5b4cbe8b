import AccessModel
import Chronology
import Commands

/// Neglect that the rules on stale access are to find, each begun at a known moment and cured at another, or never.
///
/// When it can be found follows from what is done here and from the intervals of the standard rules, which are written out here once more:
/// nothing asks the rules themselves.
final class Neglect {
  /// What becomes of it.
  enum Fate: CaseIterable {
    /// Nobody cures it before the history ends.
    case stays
    /// Somebody does twelve days after it could first be found.
    case cured
    /// Somebody does before a night can find it.
    case missed
    /// It is there on three nights.
    case brief
  }

  let defects: Defects
  let nights: Nights
  /// Where those work whom nothing else happens to.
  private(set) var place: Workplace
  private var made = 0

  init(_ defects: Defects, _ nights: Nights) throws {
    self.defects = defects
    self.nights = nights
    guard let staff = defects.town.staff else { throw SampleError(text: "There is no staff.") }
    place = staff
    place = try unit(below: staff)
    let leader = try defects.town.welcome(to: place)
    try defects.town.assign(.manager, leader, unit: place.id)
    place.leader = leader
    defects.town.workers.removeAll { $0 === leader }
  }

  var town: Municipality { defects.town }
  var now: Instant { defects.now }
  var clerk: Clerk { defects.clerk }

  /// Plans all of it over the year: on Tuesdays, so that the next day is one on which people work.
  func plan() {
    let rules = grantRules + decisionRules + surroundingRules
    // Of each a second that somebody cures, and some that are there only while nights are left out.
    for (turn, fate) in [Fate.stays, .cured, .missed, .cured].enumerated() {
      for (place, rule) in rules.enumerated() {
        let spare = fate == .stays ? 10 : 30
        let days = rule.latest - spare - rule.earliest
        begin(on: rule.earliest + (turn * rules.count + place) * 37 % days, rule.act, fate)
      }
    }
    for rule in rules where rule.isAtOnce { begin(on: 98, rule.act, .brief) }
  }

  /// A rule's neglect: between which days of the year it can begin and be found, whether the first night finds it, and what brings it
  /// about.
  struct Rule {
    var earliest = 20
    var latest: Int
    var isAtOnce = false
    var act: (Fate) throws -> Void
  }

  private func begin(on day: Int, _ act: @escaping (Fate) throws -> Void, _ fate: Fate) {
    // The history begins on a Monday unless it is told otherwise.
    var number = town.begin.milliseconds / 86_400_000 + Int64(day)
    while (number + 3) % 7 != 1 { number += 1 }
    town.plan(Instant(milliseconds: number * 86_400_000 + 9 * 3_600_000)) { try act(fate) }
  }

  /// Tells which flag is to be raised, and plans the cure.
  func expect(
    _ code: String, _ about: String, since: Instant?, from: Instant, _ fate: Fate, _ why: String,
    cure: @escaping () throws -> Void
  ) {
    let flag = nights.expect(code, about, since: since, from: from, why)
    let moment: Instant
    switch fate {
    case .stays: return
    case .cured: moment = from.later(days: 12).later(minutes: 30)
    case .missed: moment = max(now.later(hours: 2), from.later(hours: -20))
    case .brief: moment = from.later(days: 3).later(minutes: 30)
    }
    town.plan(moment) { [self] in
      flag.until = now
      try cure()
    }
  }

  // What the neglect is about.

  func person(in unit: Workplace? = nil, _ category: PersonCategory = .employee) throws -> Worker {
    try defects.person(in: unit ?? place, category)
  }

  func unit(below above: Workplace) throws -> Workplace {
    made += 1
    let id: UnitID = town.new()
    try clerk.record(
      .unit(
        .register(
          RegisterUnit(unit: id, name: "Avdelning \(made)", kind: .unit, parent: above.id))),
      by: town.custodian)
    return Workplace(id, .unit, entity: above.entity, isCompany: false, above: above)
  }

  /// A system of low level, in which what is over has three days to be removed.
  func system(_ classification: String = "1/1/1", rights: [String] = ["read"]) throws -> Application
  {
    try defects.system(classification, rights: rights)
  }

  /// Ends access and has it removed, within the day.
  func end(_ holding: Holding) throws {
    try town.end(holding, by: holding.system.steward.id)
  }

  /// So many days later on the same hour by the clock on the wall.
  func days(_ count: Int, after moment: Instant) throws -> Instant {
    guard let duration = CalendarDuration("P\(count)D"),
      let found = moment.adding(duration, in: try clerk.zone)
    else { throw SampleError(text: "There is no such day.") }
    return found
  }

  /// The end of the day that comes so many days later.
  func endOfDay(_ count: Int32 = 0, after moment: Instant) throws -> Instant {
    let zone = try clerk.zone
    return zone.end(of: Day(number: zone.day(of: moment).number + count))
  }
}

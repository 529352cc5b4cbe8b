import AccessLedger
import AccessModel
import Chronology
import Commands
import IdentityRegister

/// The jobs of each night, done by an actor of their own after what happened in the day.
final class Nights {
  /// How the nights go.
  enum Way: String {
    /// The jobs run once each night.
    case once
    /// They run twice each night.
    case twice
    /// Ten nights are left out, twice.
    case gaps
  }

  let town: Municipality
  let way: Way
  let calendar: NightCalendar
  let reviewers: Reviewers
  /// The flags that the life of the municipality, or a defect in it, leads to.
  private(set) var flags: [ExpectedFlag] = []
  private(set) var ranCount = 0
  /// How many events the second runs of nights recorded.
  private(set) var repeatedCount = 0
  /// Reviews that could not start, and whatever else waited for somebody.
  private(set) var waiting: Set<String> = []
  private var actor = PersonID(number: 1)

  static let jobs: [Job] = [.expiry, .reviewOpening, .reviewFollowUp, .staleScan]

  init(_ town: Municipality, _ way: Way) {
    self.town = town
    self.way = way
    calendar = NightCalendar(
      begin: town.begin, end: town.end, left: way == .gaps ? [97..<107, 220..<230] : [])
    reviewers = Reviewers(town)
  }

  /// Registers the actor, and plans the nights.
  func plan() throws {
    actor = town.new()
    let number = actor.number ?? 0
    try town.clerk.record(
      [
        .init(
          .person(.register(RegisterPerson(person: actor, category: .service))),
          identity: .init(
            person: "\(actor)", name: "Nattliga jobb", userName: "jobb",
            employeeNumber: "\(50_000 + number)", isProtected: false)),
        .init(
          .person(
            .affiliate(
              StartAffiliation(
                affiliation: town.new(), person: actor, unit: UnitID(number: 1), from: town.now)))),
        .init(try town.clerk.newKey(for: actor, .host)),
        .init(
          .role(
            .assign(AssignRole(assignment: town.new(), role: .job, holder: actor, from: town.now))
          )),
      ], by: town.custodian)
    for number in 0..<calendar.count where !calendar.isLeft(number) {
      town.plan(calendar.at(number)) { [self] in try run() }
    }
  }

  private func run() throws {
    ranCount += 1
    for turn in 0..<(way == .twice ? 2 : 1) {
      let before = town.clerk.eventCount
      for report in try town.clerk.run(Nights.jobs, by: actor) {
        for line in report.waiting { waiting.insert("\(report.job.code): \(line)") }
      }
      if turn == 1 { repeatedCount += Int(town.clerk.eventCount - before) }
    }
    reviewers.look()
  }

  /// Something that the rules will flag unless it is cured before.
  @discardableResult
  func expect(
    _ code: String, _ about: String, since: Instant?, from: Instant? = nil, _ why: String
  ) -> ExpectedFlag {
    let flag = ExpectedFlag(
      code, about, since: since, from: from ?? since ?? town.now, why)
    flags.append(flag)
    return flag
  }

  /// The flags of a rule on something that nobody has cured.
  func standing(_ code: String, _ about: String) -> [ExpectedFlag] {
    flags.filter { $0.code == code && $0.about == about && $0.until == nil }
  }
}

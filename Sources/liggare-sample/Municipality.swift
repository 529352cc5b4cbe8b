import AccessLedger
import AccessModel
import Chronology
import Commands
import Transparency

/// A made-up municipality whose history is played into a ledger.
///
/// Everything is decided by who may decide it, in time and on a need, so that no rule has anything against it; what is against the rules
/// is put in on purpose by ``Defects``, and only there.
final class Municipality {
  let clerk: Clerk
  let source: SeededSource
  let profile: Profile
  let begin: Instant
  let end: Instant
  /// Nothing new is begun so shortly before the end, so that nothing is left half done.
  let lastBegun: Instant
  var agenda = Agenda()

  // People with a task in the keeping of the ledger.
  let custodian = PersonID(number: 1)
  var registrar = PersonID(number: 1)
  var personnel = PersonID(number: 1)
  var security = PersonID(number: 1)
  var auditor = PersonID(number: 1)
  var administrators: [PersonID] = []
  var director: Worker?

  var staff: Workplace?
  var workplaces: [Workplace] = []
  var workers: [Worker] = []
  var applications: [Application] = []
  /// Committees, with who heads the administration of each.
  var committees: [(unit: UnitID, head: Worker, matter: MatterCode, position: PositionCode)] = []
  /// Where in the log removals were confirmed, and when; corrected now and then.
  var confirmed: [(position: UInt64, at: Instant)] = []
  /// The decisions on delegation before this have been reported.
  var reportedUntil: Instant
  /// Decisions on delegation that the registrar forgets, and accounts whose secret nobody changes: see ``Defects``.
  var leftUnreported: Set<RequestID> = []
  var unrotated: Set<AccountID> = []
  var describedAccounts: [AccountID] = []
  /// People whose courses lapse, whose access stays when they leave; emergencies nobody looks at; systems nobody finds a steward for.
  var untrained: Set<PersonID> = []
  var unswept: Set<PersonID> = []
  var unreviewed: Set<GrantID> = []
  var unkept: Set<SystemID> = []
  /// Rights that are asked for no more.
  var closedRights: Set<EntitlementID> = []
  /// The jobs of the nights, where they run.
  var nights: Nights?
  private var made: [String: Int] = ["P": 1, "A": 1, "D": 1, "U": 1]

  init(
    _ clerk: Clerk, _ source: SeededSource, _ profile: Profile, from begin: Instant,
    until end: Instant
  ) {
    self.clerk = clerk
    self.source = source
    self.profile = profile
    self.begin = begin
    self.end = end
    lastBegun = end.later(days: -25)
    reportedUntil = begin
  }

  func new<Subject: IdentifierSubject>() -> Identifier<Subject> {
    made[Subject.prefix, default: 0] += 1
    return Identifier(number: made[Subject.prefix, default: 1])
  }

  var now: Instant { clerk.now }

  /// Lets everything happen that is planned.
  func play() throws {
    while let (at, act) = agenda.next(before: end) {
      clerk.now = at
      try act()
    }
    clerk.now = end
  }

  func plan(_ at: Instant, _ act: @escaping () throws -> Void) { agenda.plan(at, act) }

  /// Lets something happen again and again, so many days apart.
  func every(_ days: Int, from first: Instant, _ act: @escaping () throws -> Void) {
    plan(first) { [self] in
      try act()
      every(days, from: office(after: now.later(days: days)), act)
    }
  }

  /// So many times a year, at any time when something may begin.
  func often(_ perYear: Int, _ act: @escaping () throws -> Void) {
    let days = Int((end.milliseconds - begin.milliseconds) / 86_400_000)
    for _ in 0..<(perYear * days / 365) {
      let at = office(after: begin.later(days: 20 + source.below(max(1, days - 20))))
      plan(at) { [self] in if now < lastBegun { try act() } }
    }
  }

  /// A moment of office hours on a working day, at or after another.
  func office(after moment: Instant) -> Instant {
    var day = moment.milliseconds / 86_400_000
    var inDay = moment.milliseconds % 86_400_000
    let opening: Int64 = 6 * 3_600_000
    let closing: Int64 = 15 * 3_600_000
    if inDay >= closing {
      day += 1
      inDay = 0
    }
    // The first of January 1970 was a Thursday.
    while (day + 3) % 7 >= 5 {
      day += 1
      inDay = 0
    }
    if inDay < opening { inDay = opening + Int64(source.below(3_600_000)) }
    return Instant(milliseconds: day * 86_400_000 + inDay)
  }

  /// Some hours of office time later.
  func soon(hours: Int) -> Instant {
    office(after: now.advanced(byMilliseconds: Int64(600_000 + source.below(hours * 3_600_000))))
  }

  /// In July more is decided by deputies.
  var isHoliday: Bool { Day(number: Int32(now.milliseconds / 86_400_000)).month == 7 }

  func caseNumber() -> String {
    let year = Day(number: Int32(now.milliseconds / 86_400_000)).year
    return "KS \(year)/\(1 + source.below(9_000))"
  }

  var administrator: PersonID { administrators[source.below(administrators.count)] }
}

extension Instant {
  func later(days: Int) -> Instant { advanced(byMilliseconds: Int64(days) * 86_400_000) }
  func later(hours: Int) -> Instant { advanced(byMilliseconds: Int64(hours) * 3_600_000) }
  func later(minutes: Int) -> Instant { advanced(byMilliseconds: Int64(minutes) * 60_000) }
}

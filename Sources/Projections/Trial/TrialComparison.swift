public import AccessModel
public import Chronology
import Events
import Policies

/// What had come of the rules that held by the end of a window, beside what would have come of a tried document.
public struct TrialComparison: Sendable {
  /// A grant with another end or another interval.
  public struct MovedGrant: Sendable {
    public var grant: GrantID
    public var person: PersonID?
    public var entitlement: EntitlementID
    public var unit: UnitID?
    /// The first moment after it; `nil` for one without end.
    public var end: Instant?
    public var triedEnd: Instant?
    /// How often it is reviewed, in days; `nil` for one that is not held any more.
    public var reviewDays: Int64?
    public var triedReviewDays: Int64?
  }

  /// A review of a grant that falls due on another day.
  public struct MovedReview: Sendable {
    public var grant: GrantID
    public var person: PersonID?
    public var entitlement: EntitlementID
    public var unit: UnitID?
    /// When the clock started.
    public var from: Instant
    public var due: Instant?
    public var triedDue: Instant?
    /// When the need was looked at again.
    public var reviewed: Instant?
    /// Whether it fell due in the window and was not held by then.
    public var isMissed: Bool
    public var isTriedMissed: Bool
  }

  /// A flag that one of the two raises and the other does not.
  public struct MovedFlag: Sendable {
    public var finding: StaleFinding
    public var unit: UnitID?
    /// Whether the tried document raises it; else the rules that held do.
    public var isTried: Bool
  }

  /// A duty with another last day, or that one of the two has and the other has not.
  public struct MovedDuty: Sendable {
    /// As the rules that held have it, or else the tried document.
    public var duty: Duty
    public var unit: UnitID?
    public var due: Instant?
    public var triedDue: Instant?
  }

  public private(set) var grants: [MovedGrant] = []
  public private(set) var reviews: [MovedReview] = []
  public private(set) var flags: [MovedFlag] = []
  public private(set) var duties: [MovedDuty] = []
  /// Grants that are over by the end of the window, by unit.
  public private(set) var overCounts: [UnitID?: TrialCount] = [:]
  /// Reviews that fell due in the window and were not held by then, by unit.
  public private(set) var missedCounts: [UnitID?: TrialCount] = [:]
  /// Flags at the end of the window, by unit.
  public private(set) var flagCounts: [UnitID?: TrialCount] = [:]
  /// Duties that are late at the end of the window, by unit.
  public private(set) var lateCounts: [UnitID?: TrialCount] = [:]

  private let last: Instant

  /// - Parameters:
  ///   - horizonDays: how many days ahead of the end of the window duties are compared.
  ///   - needWords: a need in the form in which two are compared; `nil` where its text is not at hand.
  public init(
    _ replay: borrowing TrialReplay, in zone: TimeZoneRules, horizonDays: Int64 = 400,
    needWords: @escaping (Commitment) -> String? = { _ in nil }
  ) {
    last = replay.last
    let (now, tried) = (replay.now, replay.tried)
    compareGrants(now, tried, during: replay.window)
    compareFlags(
      StaleInquiry(now, at: last, in: zone, needWords: needWords),
      StaleInquiry(tried, at: last, in: zone, needWords: needWords))
    let horizon = last.advanced(byMilliseconds: horizonDays * 86_400_000)
    // A document that is only tried has no day by which it is to be looked at again.
    func duties(_ register: Register) -> [Duty] {
      register.duties(at: replay.last, until: horizon, in: zone).filter {
        $0.kind != PolicyDuties.kind
      }
    }
    compareDuties(duties(now), duties(tried), now)
  }

  private mutating func compareGrants(
    _ now: Register, _ tried: Register, during window: Range<Instant>
  ) {
    for index in now.grants.rows.indices {
      let (row, other) = (now.grants.rows[index], tried.grants.rows[index])
      guard row.begun.effective <= last else { continue }
      let unit = unit(of: row.person, or: row.entitlement.system, now)
      let ends = (now.end(of: row, at: last)?.at, tried.end(of: other, at: last)?.at)
      let days = (interval(of: row, now), interval(of: other, tried))
      let isMoved = ends.0 != ends.1 || days.0 != days.1
      if isMoved {
        grants.append(
          MovedGrant(
            grant: row.id, person: row.person, entitlement: row.entitlement, unit: unit,
            end: ends.0, triedEnd: ends.1, reviewDays: days.0, triedReviewDays: days.1))
      }
      overCounts[unit, default: TrialCount()].add(
        ends.0.map { $0 <= last } ?? false, ends.1.map { $0 <= last } ?? false, isMoved)
      compareReviews(of: row, now, tried, other, unit, during: window)
    }
  }

  private mutating func compareReviews(
    of row: GrantRow, _ now: Register, _ tried: Register, _ other: GrantRow, _ unit: UnitID?,
    during window: Range<Instant>
  ) {
    let old = now.reviewRuns(of: row, until: last)
    let new = tried.reviewRuns(of: other, until: last)
    for from in Set(old.map(\.from) + new.map(\.from)).sorted() {
      let one = old.first { $0.from == from }
      let two = new.first { $0.from == from }
      guard one?.isPresent(in: window) ?? false || two?.isPresent(in: window) ?? false else {
        continue
      }
      let missed = (one?.isMissed(in: window) ?? false, two?.isMissed(in: window) ?? false)
      let isMoved = one?.due != two?.due
      missedCounts[unit, default: TrialCount()].add(missed.0, missed.1, isMoved)
      guard isMoved else { continue }
      reviews.append(
        MovedReview(
          grant: row.id, person: row.person, entitlement: row.entitlement, unit: unit, from: from,
          due: one?.due, triedDue: two?.due, reviewed: one?.reviewed ?? two?.reviewed,
          isMissed: missed.0, isTriedMissed: missed.1))
    }
  }

  private mutating func compareFlags(_ now: StaleInquiry, _ tried: StaleInquiry) {
    var (now, tried) = (now, tried)
    let old = now.findings()
    let new = tried.findings()
    func matters(_ findings: [StaleFinding]) -> Set<FlagMatter> {
      Set(findings.map { FlagMatter(rule: $0.rule, about: $0.about) })
    }
    let (oldMatters, newMatters) = (matters(old), matters(new))
    for (findings, others, isTried) in [(old, newMatters, false), (new, oldMatters, true)] {
      for finding in findings {
        let unit = unit(of: finding.person, or: finding.system, now.register)
        let isAlone = !others.contains(FlagMatter(rule: finding.rule, about: finding.about))
        flagCounts[unit, default: TrialCount()].add(!isTried, isTried, isAlone)
        if isAlone {
          flags.append(MovedFlag(finding: finding, unit: unit, isTried: isTried))
        }
      }
    }
  }

  private mutating func compareDuties(_ old: [Duty], _ new: [Duty], _ register: Register) {
    func place(_ duty: Duty) -> UnitID? {
      duty.unit ?? unit(of: duty.person, or: duty.system, register)
    }
    let found = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    for duty in old where seen.insert(duty.id).inserted {
      let other = found[duty.id]
      add(duty, place(duty), due: duty.due, tried: other?.due)
    }
    for duty in new where seen.insert(duty.id).inserted {
      add(duty, place(duty), due: nil, tried: duty.due)
    }
  }

  private mutating func add(_ duty: Duty, _ unit: UnitID?, due: Instant?, tried: Instant?) {
    lateCounts[unit, default: TrialCount()].add(
      due.map { $0 <= last } ?? false, tried.map { $0 <= last } ?? false, due != tried)
    guard due != tried else { return }
    duties.append(MovedDuty(duty: duty, unit: unit, due: due, triedDue: tried))
  }

  private func interval(of grant: GrantRow, _ register: Register) -> Int64? {
    guard grant.emergency == nil, register.isHeld(grant, at: last) else { return nil }
    return register.reviewInterval(of: grant, at: last)
  }

  /// Where a person works, or worked last; else whose the system is.
  private func unit(
    of person: PersonID?, or system: SystemID?, _ register: Register
  ) -> UnitID? {
    if let person {
      if let place = register.workplaces(of: person, at: last).first { return place }
      if let former = register.persons[person]?.affiliations.last { return former.unit(at: last) }
    }
    return system.flatMap { register.systems[$0] }?.owner(at: last)
  }
}

extension TrialCount {
  fileprivate mutating func add(_ isNow: Bool, _ isTried: Bool, _ isDiffering: Bool) {
    if isNow { now += 1 }
    if isTried { tried += 1 }
    if isDiffering { differing += 1 }
  }
}

extension ReviewRun {
  /// Whether it ran at some time in a window.
  fileprivate func isPresent(in window: Range<Instant>) -> Bool {
    from < window.upperBound && over.map { window.lowerBound < $0 } ?? true
  }

  /// Whether it was out in a window before the need was looked at again.
  fileprivate func isMissed(in window: Range<Instant>) -> Bool {
    due.map(window.contains) ?? false
  }
}

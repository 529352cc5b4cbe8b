import AccessModel
import Chronology
import Events
import Policies
import Projections
import Testing
import Transparency

/// What holds of the clocks of any incident, whatever is said of it. (INV-47)
@Suite struct `The clocks of any incident` {
  /// What makes a clock the one that it is.
  private struct Name: Hashable {
    var regime: RegimeCode
    var entity: UnitID?
    var stage: StageCode
    var start: Instant?
  }

  private let incident = IncidentID(number: 1)
  private let text = Commitment(SHA256.digest(of: [1]))

  private func names(_ book: Book, at moment: Instant) -> Set<Name> {
    guard let row = book.register.incidents[incident] else { return [] }
    return Set(
      book.register.clocks(of: row, at: moment, in: .utc).compactMap { clock in
        // A clock that waits for something has not begun.
        guard let deadline = clock.deadline ?? clock.lastDeadline else { return nil }
        return Name(
          regime: clock.regime, entity: clock.entity, stage: clock.stage.code,
          // One that is counted anew from when it was handled is the same clock.
          start: clock.stage.waitsForHandling ? nil : deadline.start)
      })
  }

  private func event(
    _ random: inout SeededRandom, at moment: Instant
  ) -> IncidentEvent {
    let regimes = IncidentRules.standard.regimes.map(\.code)
    let regime = regimes[random.below(regimes.count)]
    let entity = UnitID(number: 1 + random.below(3))
    switch random.below(9) {
    case 0, 1:
      return .triaged(
        IncidentTriaged(
          incident: incident, outcome: random.once(in: 5) ? .notAnIncident : .incident,
          category: .other, severity: Int64(1 + random.below(4)), confidentiality: .no,
          integrity: .no, availability: .no, lead: PersonID(number: 1),
          rules: IncidentRules.standard.id,
          aware: (1...(1 + random.below(3))).map {
            EntityAwareness(
              entity: UnitID(number: $0),
              at: Instant(milliseconds: 1_772_400_000_000 + Int64($0) * 3_600_000))
          }, malicious: .unknown, crossBorder: .unknown))
    case 2:
      let outcomes = DutyOutcome.allCases
      return .dutyAssessed(
        IncidentDutyAssessed(
          incident: incident, regime: regime, entity: entity,
          outcome: outcomes[random.below(outcomes.count)], criteria: [],
          decider: PersonID(number: 1)))
    case 3, 4:
      let stages = (IncidentRules.standard[regime]?.stages ?? []).map(\.code)
      return .notificationSubmitted(
        IncidentNotificationSubmitted(
          incident: incident, regime: regime, entity: entity,
          stage: stages[random.below(stages.count)], at: moment, addressee: History.label,
          by: PersonID(number: 1)))
    case 5:
      return .actionRecorded(
        IncidentActionRecorded(
          incident: incident, kind: .inform, at: moment, by: PersonID(number: 1), what: text,
          informed: .management))
    case 6:
      return .actionRecorded(
        IncidentActionRecorded(
          incident: incident, kind: .resolve, at: moment, by: PersonID(number: 1), what: text))
    case 7: return .closed(IncidentClosed(incident: incident, by: PersonID(number: 1)))
    default:
      return .reopened(
        IncidentReopened(incident: incident, by: PersonID(number: 1), cause: text))
    }
  }

  @Test func `none that has begun ever disappears`() {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      var book = Book()
      var moment = Instant(milliseconds: 1_772_450_000_000)
      book.write(
        .incident(
          .reported(
            IncidentReported(
              incident: incident, noticed: moment, systems: [], entitlements: [], grants: [],
              personalData: .unknown, severity: 3, what: text))), effective: moment,
        recorded: moment)
      var known = names(book, at: moment)
      for _ in 0..<25 {
        moment = moment.advanced(byMilliseconds: Int64(1 + random.below(200)) * 3_600_000)
        #expect(known.isSubset(of: names(book, at: moment)), "time alone, seed \(seed)")
        book.write(.incident(event(&random, at: moment)), effective: moment, recorded: moment)
        let now = names(book, at: moment)
        #expect(known.isSubset(of: now), "seed \(seed): \(known.subtracting(now))")
        known = now
      }
      #expect(!known.isEmpty)
    }
  }

  @Test func `what is due is open, and everything open is due`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      var book = Book()
      var moment = Instant(milliseconds: 1_772_450_000_000)
      book.write(
        .incident(
          .reported(
            IncidentReported(
              incident: incident, noticed: moment, systems: [], entitlements: [], grants: [],
              personalData: .unknown, what: text))), effective: moment, recorded: moment)
      for _ in 0..<15 {
        moment = moment.advanced(byMilliseconds: Int64(1 + random.below(200)) * 3_600_000)
        book.write(.incident(event(&random, at: moment)), effective: moment, recorded: moment)
        let duties = book.register.incidentDuties(at: moment, in: .utc)
        let open = book.register.incidents.rows.flatMap {
          book.register.clocks(of: $0, at: moment, in: .utc)
        }.filter(\.state.isOpen)
        #expect(duties.count == open.count)
        #expect(duties.map { $0.due ?? .latest } == duties.map { $0.due ?? .latest }.sorted())
        for duty in duties { #expect(duty.isLate == (duty.due.map { $0 < moment } ?? false)) }
      }
    }
  }
}

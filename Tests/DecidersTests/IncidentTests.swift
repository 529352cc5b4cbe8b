import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Testing
import Transparency

/// What the rules have to say of an incident, from its report to its end.
@Suite struct `Incidents` {
  static let incident = IncidentID(number: 1)
  static let board = UnitID(number: 1)
  static let csl = RegimeCode("csl") ?? RegimeCode(number: 1)
  static let gdpr = RegimeCode("gdpr") ?? RegimeCode(number: 1)
  static let contract = RegimeCode("contract") ?? RegimeCode(number: 1)

  private static func stage(_ text: String) -> StageCode {
    StageCode(text) ?? StageCode(number: 1)
  }

  private static func criterion(_ text: String) -> CriterionCode {
    CriterionCode(text) ?? CriterionCode(number: 1)
  }

  var triage: TriageIncident {
    var triage = TriageIncident(incident: Self.incident)
    triage.severity = 3
    triage.category = .disclosure
    triage.aware = [EntityAwareness(entity: Self.board, at: day("2026-03-02", hour: 12))]
    return triage
  }

  func report(about systems: [SystemID] = []) -> ReportIncident {
    var report = ReportIncident(
      incident: Self.incident, what: "A letter went astray.", noticed: day("2026-03-02", hour: 11))
    report.systems = systems
    report.reporter = employee
    return report
  }

  private func assess(
    _ regime: RegimeCode, _ outcome: DutyOutcome, _ criteria: [CriterionCode] = []
  ) -> AccessCommand {
    .incident(
      .assess(
        AssessIncident(
          incident: Self.incident, regime: regime, entities: [], outcome: outcome,
          criteria: criteria, decider: custodian)))
  }

  private func notify(
    _ regime: RegimeCode, _ stages: String..., at moment: Instant, late: String? = nil
  ) -> AccessCommand {
    var notify = NotifyOfIncident(
      incident: Self.incident, regime: regime, stages: stages.map { Self.stage($0) }, entities: [],
      at: moment, by: custodian)
    notify.lateReason = late
    return .incident(.notify(notify))
  }

  private func act(_ kind: IncidentActionKind, at moment: Instant) -> AccessCommand {
    .incident(
      .act(
        ActOnIncident(
          incident: Self.incident, kind: kind, what: "Something.", at: moment, by: custodian)))
  }

  private func close(by person: PersonID = custodian) -> AccessCommand {
    var close = CloseIncident(incident: Self.incident, by: person)
    close.cause = .humanError
    close.causeText = "Two letters in one envelope."
    return .incident(.close(close))
  }

  private var measure: AccessCommand {
    .incident(
      .assignMeasure(
        AssignMeasure(
          incident: Self.incident, what: "Two persons check.", owner: steward,
          due: day("2026-05-31"))))
  }

  /// A town with a triaged incident, at noon on 2 March.
  private func triaged(about systems: [SystemID] = []) -> Scenario {
    var town = Scenario.town
    town.given(.incident(.report(report(about: systems))), by: custodian)
    town.given(.incident(.triage(triage)))
    return town
  }

  /// The same with everything assessed as no duty, handled, and a measure assigned.
  private func ready(about systems: [SystemID] = []) -> Scenario {
    var town = triaged(about: systems)
    for regime in [Self.csl, Self.gdpr, Self.contract] {
      town.given(assess(regime, .noDuty), reason: "Nobody was harmed.")
    }
    town.given(act(.resolve, at: town.now))
    town.given(measure)
    return town
  }

  @Test func `a report is recorded whatever it says, by anybody`() {
    var town = Scenario.town
    var report = report(about: [system, SystemID(number: 77)])
    report.what = "Tab\tand bell\u{7} and \(String(repeating: "x", count: 9_000))"
    report.severity = 9
    report.entitlements = [entitlement("S-9/none")]
    report.grants = [GrantID(number: 77)]
    report.noticed = day("2099-01-01")
    guard case .events(let events) = town.when(.incident(.report(report)), by: supplier),
      case .incident(.reported(let reported)) = events.first?.event
    else {
      Issue.record("It was refused.")
      return
    }
    #expect(reported.systems == [system] && reported.grants == [] && reported.entitlements == [])
    #expect(reported.severity == nil && reported.noticed == town.now)
  }

  @Test func `INV-41: nothing is assessed, handed in or closed before the triage`() {
    var town = Scenario.town
    town.given(.incident(.report(report())))
    town.when(assess(Self.csl, .noDuty), reason: "None.").thenRejected("INV-41")
    town.when(notify(Self.csl, "warning", at: town.now)).thenRejected("INV-41")
    town.when(close()).thenRejected("INV-41")
    town.when(measure).thenRejected("INV-41")
    // What is done at once needs no judgement first.
    town.when(act(.contain, at: town.now)).thenRecorded()
    var bad = triage
    bad.severity = 5
    bad.aware = []
    town.when(.incident(.triage(bad))).thenRejected("INV-41", "INV-41")
  }

  @Test func `INV-42: when an entity became aware is not moved by a new triage`() {
    var town = triaged()
    var later = triage
    later.aware[0].at = day("2026-03-02", hour: 13)
    town.now = day("2026-03-03")
    town.when(.incident(.triage(later))).thenRejected("INV-42")
    later.aware[0].at = day("2026-03-09")
    town.when(.incident(.triage(later))).thenRejected("INV-42")
    // It may be before it was noticed: the organisation may have known first.
    var other = Scenario.town
    other.given(.incident(.report(report())))
    var earlier = triage
    earlier.aware[0].at = day("2026-03-01")
    other.when(.incident(.triage(earlier))).thenRecorded()
  }

  @Test func `INV-43: notices come in their order, and one may be two`() {
    var town = triaged()
    town.given(assess(Self.csl, .duty, [Self.criterion("limited-4h")]))
    town.when(notify(Self.csl, "notification", at: town.now)).thenRejected("INV-43")
    town.when(notify(Self.csl, "final", at: town.now)).thenRejected("INV-43", "INV-43")
    // What is yet to come was not handed in.
    town.when(notify(Self.csl, "warning", at: day("2026-03-03"))).thenRejected("INV-43")
    town.when(notify(Self.csl, "warning", "notification", at: town.now)).thenRecorded()
    town.when(notify(Self.csl, "final", at: day("2026-03-02", hour: 11))).thenRejected(
      "INV-43", "INV-43")
  }

  @Test func `INV-44: a late notice says why`() {
    var town = triaged()
    town.now = day("2026-03-06")
    town.when(notify(Self.gdpr, "notification", at: day("2026-03-05", hour: 12))).thenRecorded()
    var late = triaged()
    late.now = day("2026-03-06")
    let moment = day("2026-03-05", hour: 12).advanced(byMilliseconds: 1)
    late.when(notify(Self.gdpr, "notification", at: moment)).thenRejected("INV-44")
    late.when(notify(Self.gdpr, "notification", at: moment, late: "A holiday.")).thenRecorded()
    // What supplements it is never late.
    late.when(notify(Self.gdpr, "notification", at: day("2026-03-06"))).thenRecorded()
  }

  @Test func `INV-45: everything that is left is told at once`() {
    var town = triaged(about: [system])
    town.when(.incident(.close(CloseIncident(incident: Self.incident, by: custodian))))
      .thenRejected("INV-45", "INV-45", "INV-45", "INV-45", "INV-45", "INC-01", "INV-45")
    var done = ready()
    done.when(close()).thenRecorded()
    // A duty that is met no more than assessed is left.
    var owed = ready()
    owed.given(assess(Self.csl, .duty, [Self.criterion("limited-4h")]))
    owed.when(close()).thenRejected("INV-45", "INV-45", "INV-45")
    // Nothing to do is a reason, when it is given.
    var bare = triaged()
    for regime in [Self.csl, Self.gdpr, Self.contract] {
      bare.given(assess(regime, .noDuty), reason: "Nobody was harmed.")
    }
    bare.given(act(.resolve, at: bare.now))
    var nothing = CloseIncident(incident: Self.incident, by: custodian)
    nothing.cause = .unknown
    nothing.causeText = "It was never found."
    nothing.isWithoutMeasures = true
    bare.when(.incident(.close(nothing))).thenRejected("INV-45")
    bare.when(.incident(.close(nothing)), reason: "It cannot happen again.").thenRecorded()
  }

  @Test func `INC-01, INC-02 and INC-03: access is answered for`() throws {
    var town = ready(about: [system])
    town.when(close()).thenRejected("INC-01")
    let answer = AnswerExposure(
      incident: Self.incident, systems: [system], entitlements: [], from: day("2026-03-01"),
      until: town.now, by: custodian, what: "Two accounts were locked.")
    let list = town.register.exposure(
      ExposureQuestion(systems: [system], window: answer.from..<answer.until))
    town.when(.incident(.answerExposure(answer))).thenRecorded()
    // The list follows from the register; nobody can give another.
    guard
      case .exposureAnswered(let told)? = town.register.incidents[Self.incident]?.steps.last?.event
    else {
      Issue.record("no answer")
      return
    }
    #expect(told.list == list.digest && told.rows == Int64(list.count))
    town.tell(
      .grant(
        .emergencyActivated(
          EmergencyActivated(
            grant: GrantID(number: 50), person: employee, entitlement: read, kind: .real,
            from: town.now, until: day("2026-03-03"), notified: [.steward]))))
    town.tell(
      .reconciliation(
        .recorded(
          ReconciliationRecorded(
            reconciliation: ReconciliationID(number: 1), system: system,
            source: SHA256.digest(of: [2]), taken: town.now, part: 1, matched: 0, missing: [],
            unknown: [AccountRight(account: AccountID(number: 9))], differing: []))))
    town.when(close()).thenRejected("INC-02", "INC-03")
  }

  @Test func `INV-46: neither the only reporter nor whose access caused it closes it`() {
    var town = ready()
    town.when(close(by: employee)).thenRejected("INV-46", "REQ-02")
    town.when(close(by: employee), caseNumber: "KS 1").thenRejected("INV-46")
    var link = LinkIncident(incident: Self.incident, relation: .causedBy)
    link.person = steward
    town.given(.incident(.link(link)))
    town.when(close(by: steward), caseNumber: "KS 1").thenRejected("INV-46")
    town.when(close(by: custodian)).thenRecorded()
  }

  @Test func `INV-47: judging it lower says why, and its clocks stay`() throws {
    var town = Scenario.town
    town.given(.incident(.report(report())))
    var critical = triage
    critical.severity = 4
    town.given(.incident(.triage(critical)))
    func clocks() throws -> [IncidentClock] {
      town.register.clocks(
        of: try #require(town.register.incidents[Self.incident]), at: town.now, in: .utc)
    }
    let before = try clocks().filter { $0.deadline != nil }
    town.now = day("2026-03-02", hour: 13)
    var lower = TriageIncident(incident: Self.incident)
    lower.severity = 1
    town.when(.incident(.triage(lower))).thenRejected("INV-47")
    town.given(.incident(.triage(lower)), reason: "The file was empty.")
    for clock in before {
      #expect(
        try clocks().contains {
          $0.stage.code == clock.stage.code && $0.deadline == clock.deadline
        },
        "\(clock.stage.code)")
    }
    #expect(try clocks().contains { "\($0.stage.code)" == "management" && $0.state == .lifted })
    var none = TriageIncident(incident: Self.incident)
    none.outcome = .notAnIncident
    town.when(.incident(.triage(none))).thenRejected("INV-47")
    town.given(.incident(.triage(none)), reason: "It was a drill.")
    #expect(try clocks().allSatisfy { !$0.state.isOpen })
    #expect(try clocks().filter { $0.state == .lifted }.count >= 3)
  }

  @Test func `INC-04: what is closed takes no more until it is opened again`() {
    var town = ready()
    town.given(close())
    town.when(.incident(.triage(triage))).thenRejected("INC-04")
    town.when(act(.contain, at: town.now)).thenRejected("INC-04")
    town.when(measure).thenRejected("INC-04")
    let followUp = FollowUpIncident(
      incident: Self.incident, stage: Self.stage("effect"), works: .yes, by: custodian,
      what: "None since.")
    town.when(.incident(.followUp(followUp))).thenRecorded()
    let reopen = ReopenIncident(incident: Self.incident, by: custodian, cause: "Again.")
    town.given(.incident(.reopen(reopen)))
    town.when(.incident(.reopen(reopen))).thenRejected("INC-04")
    town.when(.incident(.followUp(followUp))).thenRejected("INC-04")
    // It is to be handled, and measures found, anew.
    town.when(close()).thenRejected("INV-45", "INV-45")
  }

  @Test
  func `INC-05: regimes, stages, criteria and entities are those of the rules and the triage`() {
    var town = triaged()
    let unknown = RegimeCode("nis") ?? RegimeCode(number: 1)
    town.when(assess(unknown, .noDuty), reason: "None.").thenRejected("INC-05")
    town.when(assess(Self.csl, .duty, [Self.criterion("limited-5h")])).thenRejected("INC-05")
    town.when(notify(Self.csl, "letter", at: town.now)).thenRejected("INC-05")
    var foreign = triage
    foreign.aware.append(EntityAwareness(entity: UnitID(number: 2), at: town.now))
    town.when(.incident(.triage(foreign))).thenRejected("INC-05")
    // The act is not in force before its day: whoever became aware before it has no duty under it.
    var early = Scenario.town
    early.given(.incident(.report(report())))
    var before = triage
    before.aware[0].at = day("2026-01-14")
    early.given(.incident(.triage(before)))
    early.when(assess(Self.csl, .noDuty), reason: "None.").thenRejected("INC-05")
  }

  @Test func `INC-06: a duty names criteria, and no duty a reason`() {
    var town = triaged()
    town.when(assess(Self.gdpr, .duty)).thenRejected("INC-06")
    town.when(assess(Self.gdpr, .noDuty)).thenRejected("INC-06")
    town.when(assess(Self.gdpr, .undetermined)).thenRejected("INC-06")
    town.when(assess(Self.gdpr, .duty, [Self.criterion("risk")])).thenRecorded()
  }

  @Test func `a duty under an act of secrecy marks the incident in the same batch, once`() {
    var town = triaged()
    let duty = assess(Self.csl, .duty, [Self.criterion("limited-4h")])
    guard case .events(let events) = town.when(duty) else {
      Issue.record("It was refused.")
      return
    }
    #expect(events.count == 2)
    #expect(town.register.secrecyInForce(at: town.now).map(\.marking.incident) == [Self.incident])
    guard case .events(let again) = town.when(duty) else { return }
    #expect(again.count == 1)
    guard case .events(let other) = town.when(assess(Self.gdpr, .duty, [Self.criterion("risk")]))
    else { return }
    #expect(other.count == 1)
  }

  @Test func `INC-07: evidence is named and comes from whoever keeps it`() {
    var town = triaged()
    func evidence(
      _ reference: String?, from: PersonID? = nil, to: PersonID? = nil
    ) -> AccessCommand {
      var act = ActOnIncident(
        incident: Self.incident, kind: .evidence, what: "A disk.", at: town.now, by: custodian)
      act.reference = reference
      act.receivedFrom = from
      act.handedTo = to
      return .incident(.act(act))
    }
    town.when(evidence(nil)).thenRejected("INC-07")
    town.when(evidence("Safe 3", to: steward)).thenRecorded()
    town.when(evidence("Safe 3", from: manager, to: deputy)).thenRejected("INC-07")
    town.when(evidence("Safe 3", from: steward, to: deputy)).thenRecorded()
    town.when(evidence("Safe 4", from: manager, to: deputy)).thenRecorded()
  }

  @Test func `INC-08: a link is about one thing`() {
    var town = triaged()
    var link = LinkIncident(incident: Self.incident, relation: .affected)
    town.when(.incident(.link(link))).thenRejected("INC-08")
    link.person = employee
    link.system = system
    town.when(.incident(.link(link))).thenRejected("INC-08")
    link.system = nil
    town.when(.incident(.link(link))).thenRecorded()
  }

  @Test
  func `whoever leads an incident speaks of it, and the owner of a measure says that it is done`() {
    var town = Scenario.town
    town.given(.incident(.report(report())))
    town.when(.incident(.triage(triage)), by: otherManager).thenRejected("ROL-01")
    var led = triage
    led.lead = otherManager
    town.given(.incident(.triage(led)))
    town.when(assess(Self.csl, .noDuty), by: otherManager, caseNumber: "KS 1", reason: "None.")
      .thenRecorded()
    town.when(assess(Self.csl, .noDuty), by: otherManager, reason: "None.").thenRejected("REQ-02")
    town.when(assess(Self.csl, .noDuty), by: employee, reason: "None.").thenRejected(
      "ROL-01", "REQ-02")
    town.given(measure, by: otherManager)
    let done = AccessCommand.incident(
      .completeMeasure(
        CompleteMeasure(incident: Self.incident, number: 1, at: town.now, by: steward)))
    town.when(done, by: employee).thenRejected("ROL-01")
    town.when(done, by: steward).thenRecorded()
    town.when(done, by: custodian).thenRejected("REF-04")
  }
}

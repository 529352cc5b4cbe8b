import AccessModel
import Chronology
import Commands
import Diagnostics
import Events
import Policies
import Projections
import Testing

@Suite struct `What each key of the rules decides` {
  static let stories = AccessClass.allCases.flatMap(\.stories) + PolicyStory.others

  @Test func `every key that a document may set has a story, and no other`() {
    let told = Self.stories.map(\.key)
    #expect(Set(told).count == told.count)
    #expect(Set(told).symmetricDifference(PolicyKey.all.map(\.path)).sorted() == [])
  }

  @Test(arguments: stories)
  func `a document that sets the key changes what comes of it`(_ story: PolicyStory) {
    #expect(story.standard != story.changed)
    #expect(story.told(underDocument: false) == story.standard)
    #expect(story.told(underDocument: true) == story.changed)
  }

  /// What the rules have against an event that was recorded where nothing was adopted, in a town where a document is.
  private func replayed(
    _ town: Scenario, _ lines: String, _ command: AccessCommand, by person: PersonID,
    reason: String? = nil
  ) -> [String] {
    var (free, bound) = (town, town)
    guard case .events(let recorded) = free.when(command, by: person, reason: reason),
      let event = recorded.last
    else { return ["refused"] }
    bound.now = day("2026-03-02", hour: 12)
    bound.given(adopt(document("rules-1", lines), from: bound.now))
    let proposal = Proposal(event)
    // A document that is adopted has to be cited; that is another rule's to say.
    return bound.register.violations(of: proposal, under: .standard).map(\.code)
      .filter { $0 != "POL-16" }
  }

  @Test func `on replay an event is judged by the key as it was when it was decided`() {
    var waiting = Scenario.endorsed()
    waiting.now = day("2026-03-20")
    #expect(
      replayed(waiting, "[request]\nlapse: P7D", approve(), by: steward) == ["INV-22"])
    #expect(replayed(waiting, "[request]\nlapse: P60D", approve(), by: steward) == [])
    var open = Scenario.town
    open.openForEmergencies()
    #expect(
      replayed(
        open, "[emergency]\nvalidity: PT8H", activate(hours: 9), by: employee,
        reason: "The duty officer cannot be reached.") == ["EMG-02"])
    #expect(
      replayed(.endorsed(), "[authority]\nboard: delegation", approve(), by: steward) == ["INV-04"])
    let unsure = AccessCommand.request(
      .endorse(
        EndorseRequest(request: .init(number: 1), endorser: manager, outcome: .supported)))
    var asked = Scenario.town
    asked.given(submit(), by: employee)
    #expect(replayed(asked, "[level-2]\ntwo-persons: yes", unsure, by: manager) == ["REQ-07"])
    #expect(replayed(asked, "[level-3]\ntwo-persons: yes", unsure, by: manager) == [])
  }

  @Test func `a key is read where the access is, and not elsewhere`() {
    func lapsed(_ level: PolicyLevel, unit: UnitID?, system: SystemID?, by body: UnitID) -> Bool {
      var town = Scenario.townWithCommittee
      town.given(
        adopt(
          document("rules-1", "[request]", "lapse: P7D"), level, unit: unit, system: system,
          by: body, from: town.now))
      town.given(submit(), by: employee)
      return town.requestState(at: day("2026-03-20")) == .lapsed
    }
    #expect(lapsed(.group, unit: nil, system: nil, by: top))
    #expect(lapsed(.unit, unit: UnitID(number: 3), system: nil, by: administration))
    #expect(lapsed(.system, unit: nil, system: system, by: administration))
    #expect(!lapsed(.system, unit: nil, system: otherSystem, by: administration))
    #expect(!lapsed(.entity, unit: outerCommittee, system: nil, by: outerCommittee))
  }

  @Test func `what has ended by the rules of its day stays ended`() {
    var town = Scenario.town
    town.given(adopt(document("a", "[request]", "lapse: P7D"), from: day("2026-03-02", hour: 12)))
    town.given(submit(), by: employee)
    town.given(adopt(document("b", "[request]", "lapse: P60D"), from: day("2026-03-12")))
    #expect(town.requestState(at: day("2026-03-09", hour: 11)) == .awaitingEndorsement)
    #expect(town.requestState(at: day("2026-03-10")) == .lapsed)
    #expect(town.requestState(at: day("2026-03-20")) == .lapsed)
    // Stricter rules end what waits when they begin, and not before.
    var other = Scenario.town
    other.given(submit(), by: employee)
    other.given(adopt(document("c", "[request]", "lapse: P7D"), from: day("2026-03-16")))
    #expect(other.requestState(at: day("2026-03-15")) == .awaitingEndorsement)
    #expect(other.requestState(at: day("2026-03-16")) == .lapsed)
    // And looser ones give what still waits more time.
    var longer = Scenario.town
    longer.given(submit(), by: employee)
    longer.given(adopt(document("d", "[request]", "lapse: P60D"), from: day("2026-03-16")))
    #expect(longer.requestState(at: day("2026-04-10")) == .awaitingEndorsement)
    #expect(longer.requestState(at: day("2026-05-01", hour: 12)) == .lapsed)
  }

  @Test func `access from before a move does not revive, nor end before rules that end it begin`() {
    func state(_ documents: (String, String, Instant)..., at moment: Instant) -> GrantState? {
      var town = Scenario.provisioned()
      for (name, lines, from) in documents {
        town.given(adopt(document(name, "[transfer]", lines), from: from))
      }
      town.now = day("2026-03-03")
      town.given(
        .person(.move(MovePerson(affiliation: .init(number: 7), unit: UnitID(number: 4)))))
      return town.state(at: moment)
    }
    let (march20, noon) = (day("2026-03-20"), day("2026-03-02", hour: 12))
    let longer = ("a", "within: P60D", march20)
    #expect(state(at: day("2026-03-17")) == .ending)
    #expect(state(longer, at: day("2026-03-25")) == .ending)
    let listed = ("b", "unconfirmed: flag", noon)
    let ended = ("c", "unconfirmed: end", march20)
    #expect(state(listed, at: day("2026-03-25")) == .inEffect)
    #expect(state(listed, ended, at: day("2026-03-19")) == .inEffect)
    #expect(state(listed, ended, at: march20) == .ending)
  }

  @Test func `a suspension that follows from a lapsed training is lifted by training alone`() {
    guard let course = CourseCode("records") else { return }
    func trained(_ completed: Instant, until: Instant?) -> AccessEvent {
      .person(
        .trainingCompleted(
          TrainingCompleted(
            person: employee, course: course, completed: completed, validUntil: until)))
    }
    var town = Scenario.provisioned()
    town.given(adopt(document("rules-1", "[training]", "lapse-suspends: yes"), from: town.now))
    town.tell(
      .system(
        .entitlementChanged(
          EntitlementChanged(entitlement: read, conditions: .init(courses: [course])))))
    // Whoever never had the course lacks it; only what lapses is suspended.
    #expect(town.state() == .inEffect)
    town.tell(trained(day("2026-03-01"), until: day("2026-04-01")))
    town.now = day("2026-04-02")
    #expect(town.state() == .suspended)
    town.when(resume(), by: steward, reason: "Needed at work.").thenRejected("REF-04")
    town.given(
      .person(.train(RecordTraining(person: employee, course: course, completed: town.now))),
      by: manager)
    #expect(town.state() == .inEffect)
    #expect(town.state(at: day("2026-04-01")) == .suspended)
  }

  @Test func `emergency access without a length runs for as long as the rules allow`() {
    func end(_ lines: String...) -> Instant? {
      var town = Scenario.town
      town.openForEmergencies()
      if let line = lines.first {
        town.given(adopt(document("rules-1", "[emergency]", line), from: town.now))
      }
      town.given(
        .grant(
          .activateEmergency(
            ActivateEmergency(
              grant: .init(number: 1), person: employee, entitlement: read, kind: .real,
              hours: nil, notified: [.steward]))), by: employee,
        reason: "The duty officer cannot be reached.")
      return town.grant()?.decided.until
    }
    #expect(end() == day("2026-03-03", hour: 12))
    #expect(end("validity: PT6H") == day("2026-03-02", hour: 18))
  }

  @Test func `an exception lasts as long as the rules of every system it is about allow`() {
    func outcome(_ lines: String..., system: SystemID?) -> String {
      var town = Scenario.town
      if let system {
        let text = document("rules-1", "[separation-exception]", lines.joined(separator: "\n"))
        town.given(adopt(text, .system, system: system, by: administration, from: town.now))
      }
      let rule = SeparationRuleID(number: 1)
      town.given(
        .separation(
          .adopt(
            AdoptSeparationRule(
              rule: rule, kind: .conflict, severity: .exception, first: [read], second: [seal],
              rationale: "Nobody seals what they wrote.", from: day("2026-02-01"), until: nil))),
        by: owner)
      return town.when(
        .separation(
          .except(
            ApproveSeparationException(
              exception: .init(number: 1), rule: rule, person: employee,
              control: "Every case is checked weekly.", deciders: [owner],
              from: day("2026-03-02"), until: day("2026-05-02")))), by: owner
      ).said
    }
    #expect(outcome(system: nil) == "recorded")
    #expect(outcome("validity: P1M", system: system) == "SOD-03")
    #expect(outcome("validity: P1M", system: otherSystem) == "recorded")
  }

  @Test func `a grant that falls short is measured by the rules of its place`() {
    var town = Scenario.endorsed()
    town.tell(
      .request(
        .endorsed(
          RequestEndorsed(request: .init(number: 1), endorser: steward, outcome: .supported))))
    town.given(approve(), by: steward)
    func shortfalls() -> [Shortfall] {
      town.grant().map {
        town.register.shortfalls(of: $0, at: day("2026-04-01"), under: .standard)
      } ?? []
    }
    #expect(shortfalls() == [])
    town.given(adopt(document("rules-1", "[level-2]", "two-persons: yes"), from: day("2026-03-20")))
    #expect(shortfalls() == [.onePerson(steward)])
  }
}

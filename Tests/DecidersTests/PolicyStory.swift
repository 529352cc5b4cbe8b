import AccessModel
import Chronology
import Commands
import Events
import Policies
import Projections
import Testing

/// What one key of the rules decides: the same story told where no document is adopted and where one sets the key.
struct PolicyStory: Sendable, CustomTestStringConvertible {
  /// The key, `section.name`.
  var key: String
  /// What the document sets it to.
  var value: String
  /// What comes of it where nothing is adopted.
  var standard: String
  /// What comes of it under the document.
  var changed: String
  /// The place it begins in; unless it is about a class of access, which begins with a request for it.
  var start: Scenario
  var access: AccessClass?
  /// Tells it, and says what came of it.
  var tell: @Sendable (inout Scenario) -> String

  var testDescription: String { key }

  init(
    _ key: String, _ value: String, _ standard: String, _ changed: String,
    in start: Scenario = .town, _ tell: @escaping @Sendable (inout Scenario) -> String
  ) {
    self.key = key
    self.value = value
    self.standard = standard
    self.changed = changed
    self.start = start
    self.tell = tell
  }

  /// What comes of it under the document, or where nothing is adopted.
  func told(underDocument: Bool) -> String {
    let parts = key.split(separator: ".")
    let text = document("story-1", "[\(parts[0])]", "\(parts[1]): \(value)")
    var town = start
    if underDocument { town.given(adopt(text, from: day("2026-02-24"))) }
    if let access { town.ask(for: access) }
    return tell(&town)
  }
}

extension Scenario.Outcome {
  /// The codes, for a story.
  var said: String { codes.isEmpty ? "recorded" : codes.joined(separator: " ") }
}

extension Scenario {
  /// By when access that grant 1 gave is to be gone, as it ended.
  func removal() -> String {
    guard let grant = grant(), let end = register.end(of: grant, at: now) else { return "no end" }
    return "\(register.removalDue(of: grant, after: end, in: .utc))"
  }

  /// Asks in request 1 for a class of access: to a system at level 0, where nothing but the class decides, or at the class's level.
  fileprivate mutating func ask(for access: AccessClass) {
    var (person, right) = (employee, read)
    switch access {
    case .privileged: right = admin
    case .external: person = supplier
    case .temporary, .elected:
      person = PersonID(number: 80)
      given(
        .person(
          .register(
            RegisterPerson(person: person, category: access == .elected ? .elected : .temporary))))
      given(
        place(80, person, UnitID(number: 3), nil, from: now, until: day("2026-12-01")))
    case .sharedAccount, .serviceAccount:
      right = entitlement("S-1/pool")
      given(
        .system(
          .define(
            DefineEntitlement(
              entitlement: right, name: "Right", description: "Lets its holder do something.",
              account: access == .sharedAccount ? .shared : .service, privilege: .ordinary,
              decidedBy: .steward))), by: steward)
    case .separationException: exceptFromSeparation()
    case .level0, .level1, .level2, .level3, .level4, .care, .protectedIdentities: break
    }
    given(submit(1, person, right, until: day("2026-03-20")), by: person)
    let level = AccessClass.levels.firstIndex(of: access) ?? 0
    tell(
      .system(
        .classified(
          SystemClassified(
            system: system, confidentiality: Int64(level), integrity: 0, availability: 1))))
    switch access {
    case .care:
      tell(
        .system(.changed(SystemChanged(system: system, personalData: .sensitive, sector: .care))))
    case .protectedIdentities:
      tell(.system(.changed(SystemChanged(system: system, personalData: .protected))))
    case .level0, .level1, .level2, .level3, .level4, .privileged, .external, .temporary,
      .elected, .sharedAccount, .serviceAccount, .separationException:
      break
    }
  }

  /// The employee holds one side of a rule, and may hold the other by an exception.
  private mutating func exceptFromSeparation() {
    given(submit(2, employee, seal), by: employee)
    given(endorse(2), by: manager)
    given(approve(2, owner), by: owner)
    let rule = SeparationRuleID(number: 1)
    given(
      .separation(
        .adopt(
          AdoptSeparationRule(
            rule: rule, kind: .conflict, severity: .exception, first: [read], second: [seal],
            rationale: "Nobody seals what they wrote.", from: day("2026-02-01"), until: nil))),
      by: owner)
    given(
      .separation(
        .except(
          ApproveSeparationException(
            exception: .init(number: 1), rule: rule, person: employee,
            control: "Every case is checked weekly.", deciders: [owner],
            from: day("2026-03-02"), until: day("2026-03-10")))), by: owner)
  }
}

extension AccessClass {
  static let levels: [AccessClass] = [.level0, .level1, .level2, .level3, .level4]

  /// How many days there are between reviews where nothing is adopted.
  private var standardReviewDays: Int {
    switch self {
    case .level0: 731
    case .level1, .level2, .temporary, .elected: 366
    case .level3, .care, .serviceAccount: 184
    case .level4, .privileged, .external, .protectedIdentities, .sharedAccount,
      .separationException:
      92
    }
  }

  /// By when access that ended at noon on Monday 2 March is gone where nothing is adopted.
  private var standardRemoval: String {
    switch self {
    case .level2: "2026-03-04T00:00:00.000Z"
    case .level3, .level4: "2026-03-03T12:00:00.000Z"
    case .privileged: "2026-03-02T16:00:00.000Z"
    case .level0, .level1, .external, .temporary, .elected, .care, .protectedIdentities,
      .sharedAccount, .serviceAccount, .separationException:
      "2026-03-05T12:00:00.000Z"
    }
  }

  private var needsTwoPersons: Bool {
    switch self {
    case .level3, .level4, .privileged, .separationException: true
    case .level0, .level1, .level2, .external, .temporary, .elected, .care, .protectedIdentities,
      .sharedAccount, .serviceAccount:
      false
    }
  }

  /// What the terms of the class decide.
  var stories: [PolicyStory] {
    let access = self
    func story(
      _ name: String, _ value: String, _ standard: String, _ changed: String,
      _ tell: @escaping @Sendable (inout Scenario) -> String
    ) -> PolicyStory {
      var story = PolicyStory("\(code).\(name)", value, standard, changed, tell)
      story.access = access
      return story
    }
    let approved = approve(1, steward)
    return [
      story("review", "P7D", "\(standardReviewDays)", "7") { town in
        town.given(endorse(), by: manager)
        town.given(approved, by: steward)
        return "\(town.grant()?.decided.reviewDays ?? 0)"
      },
      story("validity", "P10D", "recorded", "INV-12") { town in
        town.given(endorse(), by: manager)
        return town.when(approved, by: steward).said
      },
      story(
        "two-persons", needsTwoPersons ? "no" : "yes", needsTwoPersons ? "INV-03" : "recorded",
        needsTwoPersons ? "recorded" : "INV-03"
      ) { town in
        town.tell(
          .request(
            .endorsed(
              RequestEndorsed(request: .init(number: 1), endorser: steward, outcome: .supported))))
        return town.when(approved, by: steward).said
      },
      story("removal", "PT2H", standardRemoval, "2026-03-02T14:00:00.000Z") { town in
        town.given(endorse(), by: manager)
        town.given(approved, by: steward)
        town.given(revoke(), by: administrator, reason: "No longer needed.")
        return town.removal()
      },
    ]
  }
}

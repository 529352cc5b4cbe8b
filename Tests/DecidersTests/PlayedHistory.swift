import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import EventSourcing
import Events
import Projections

/// A history played from a seed: people of the committee's town ask for one thing after another, most of it sensible, a good share of it
/// wrong in person, date, order or kind. What comes of each command is kept, whatever it is.
struct PlayedHistory {
  let seed: UInt64
  private(set) var town = Scenario.committeeTown
  var random: SeededRandom
  private(set) var step = 0
  private(set) var accepted = 0
  /// How often each code refused.
  private(set) var refusals: [String: Int] = [:]
  /// The commands that were refused and left something behind.
  private(set) var leftovers: [String] = []
  /// The town at steps on the way.
  private(set) var samples: [(step: Int, town: Scenario)] = []
  /// What was asked last, for whoever has to look into it.
  private(set) var asked = ""
  /// How many of a kind were made here; their numbers begin at 1,001.
  private var made: [String: Int] = [:]

  init(seed: UInt64) {
    self.seed = seed
    random = SeededRandom(seed: seed)
    prepare()
  }

  /// Where it stands, so that a failure can be played again.
  var here: String { "seed \(seed), step \(step): \(asked)" }
  var now: Instant { town.now }
  var register: Register { town.register }

  private mutating func prepare() {
    ask(
      .system(
        .changeEntitlement(
          ChangeEntitlement(entitlement: read, conditions: EntitlementConditions(emergency: .yes)))),
      by: steward, reason: "Needed in emergencies.")
    ask(role(900, .helpdesk, otherSteward))
    ask(role(901, .securityCoordinator, otherManager))
    ask(role(902, .registrar, absent))
  }

  /// The history of a seed, played for so many steps.
  static func played(seed: UInt64, steps: Int, sampleEvery: Int) -> PlayedHistory {
    var history = PlayedHistory(seed: seed)
    while history.step < steps {
      history.play()
      if history.step % sampleEvery == 0 { history.samples.append((history.step, history.town)) }
    }
    return history
  }

  /// Asks for one thing more.
  mutating func play() {
    step += 1
    if random.once(in: 2) {
      town.now = now.advanced(byMilliseconds: Int64(1 + random.below(24)) * 1_800_000)
    }
    switch random.below(100) {
    case 0..<46: stepOfRequest()
    case 46..<76: stepOfGrant()
    case 76..<88: stepOfPerson()
    case 88..<96: stepOfSurroundings()
    case _: stepOfCorrection()
    }
  }

  mutating func ask(
    _ command: AccessCommand, by principal: PersonID = custodian, effective: Instant? = nil,
    isShown: Bool = true, reason: String? = nil
  ) {
    let before = town.history.count
    let position = register.position
    let digest = step % 64 == 0 ? register.digest : nil
    asked = "\(command) by \(principal)"
    let outcome = town.when(
      command, by: principal, effective: effective, caseNumber: isShown ? "KS 2026/1" : nil,
      reason: reason)
    switch outcome {
    case .events: accepted += 1
    case .rejected(let rejection):
      for violation in rejection.violations { refusals[violation.code, default: 0] += 1 }
      let isSame = digest.map { $0 == register.digest } ?? true
      if town.history.count != before || register.position != position || !isSame {
        leftovers.append(here)
      }
    }
  }

  /// Whether what is asked next shall be wrong in some way.
  mutating func isHostile() -> Bool { random.once(in: 6) }

  /// An identifier that nothing has yet, or now and then one that something has.
  mutating func new<Subject: IdentifierSubject>() -> Identifier<Subject> {
    if random.once(in: 40) { return Identifier(number: 1 + random.below(8)) }
    made[Subject.prefix, default: 1_000] += 1
    return Identifier(number: made[Subject.prefix, default: 1_000])
  }

  mutating func some<Element>(_ elements: some RandomAccessCollection<Element>) -> Element? {
    guard !elements.isEmpty else { return nil }
    let index = elements.index(elements.startIndex, offsetBy: random.below(elements.count))
    return elements[index]
  }

  mutating func someone() -> PersonID { some(register.persons.ids) ?? employee }

  /// Somebody who works here.
  mutating func somebodyHere() -> PersonID {
    for _ in 0..<8 {
      let person = someone()
      if register.isPresent(person, at: now) { return person }
    }
    return someone()
  }

  /// Now, or now and then a moment before it that was not recorded in time.
  mutating func moment() -> Instant? {
    guard random.once(in: 8) else { return nil }
    return now.advanced(byMilliseconds: -Int64(random.below(14 * 48)) * 1_800_000)
  }

  mutating func reason() -> String? { random.once(in: 8) ? nil : "As the routine says." }

  mutating func later(days: Int) -> Instant {
    now.advanced(byMilliseconds: Int64(1 + random.below(days)) * 86_400_000)
  }

  /// Today or a day not long after.
  mutating func someDay() -> Day {
    Day(number: Int32(now.milliseconds / 86_400_000) + Int32(random.below(40)))
  }

  /// Who records what somebody decided: that one, or the custodian, who shows the case.
  mutating func recorder(for person: PersonID) -> PersonID {
    switch random.below(12) {
    case 0..<6: person
    case 6..<11: custodian
    case _: someone()
    }
  }
}

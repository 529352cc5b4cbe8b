import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Testing
import Transparency

/// Given what has happened, when something is asked, then events or a rejection.
///
/// Commands go the way they go in a ledger: each is decided on what the steps before it left, each draft is
/// judged, and all of them are kept or none.
struct Scenario {
  private(set) var register = Register()
  var now = day("2026-01-01")
  private var drawn: UInt64 = 0
  private(set) var history: [Recorded<AccessEvent>] = []

  /// What came of asking.
  enum Outcome {
    case events([Recorded<AccessEvent>])
    case rejected(Rejection)
  }

  /// Asks for `commands` together, and keeps what follows unless a rule is against it.
  mutating func when(
    _ commands: AccessCommand..., by principal: PersonID = custodian, effective: Instant? = nil,
    caseNumber: String? = nil, reason: String? = nil, channel: Channel = .commandLine,
    othersWithNeed: Int = 0
  ) -> Outcome {
    drawn += 1
    let stamp = CommandStamp(id: UniqueID(high: 1, low: drawn), channel: channel)
    var events = 0 as UInt64
    let first = drawn << 16
    let context = DecisionContext(
      now: now, effective: effective, principal: principal, command: stamp,
      caseNumber: caseNumber.flatMap { CaseNumber($0) }, reason: reason,
      event: { [history] in $0 < UInt64(history.count) ? history[Int($0)] : nil },
      drawEventID: {
        events += 1
        return UniqueID(high: 2, low: first + events)
      },
      commit: { text, field, event, _ in
        Commitment(to: text, in: field, of: event, salt: [UInt8](repeating: 1, count: 32))
      }, countOthersWithNeed: { _, _ in othersWithNeed })
    var proposed = register
    var recorded: [Recorded<AccessEvent>] = []
    do throws(Rejection) {
      for command in commands {
        for draft in try AccessDecider.decide(command, given: proposed, in: context) {
          let fact = Recorded(
            position: proposed.position, recorded: now, id: draft.id,
            revision: proposed.nextRevision(of: draft.event.stream), effective: draft.effective,
            actor: Actor(principal: principal), command: stamp, caseNumber: context.caseNumber,
            reason: draft.reason, event: draft.event)
          let proposal = Proposal(fact) { [history] in
            $0 < UInt64(history.count) ? history[Int($0)] : nil
          }
          let violations = proposed.violations(of: proposal, under: .standard)
          if !violations.isEmpty { throw Rejection(violations) }
          proposed.apply(fact)
          recorded.append(fact)
        }
      }
    } catch {
      return .rejected(error)
    }
    register = proposed
    history += recorded
    // What is corrected was folded long ago.
    if recorded.contains(where: { $0.event.correction != nil }) {
      let corrections = Corrections(register.corrections)
      register = Register()
      for event in history { register.apply(event, by: corrections) }
    }
    return .events(recorded)
  }

  /// Keeps what a log from before says, whoever said it and whatever the rules say of it.
  mutating func tell(_ event: AccessEvent, effective: Instant? = nil) {
    drawn += 1
    let fact = Recorded(
      position: register.position, recorded: now, id: UniqueID(high: 3, low: drawn),
      revision: register.nextRevision(of: event.stream), effective: effective ?? now,
      actor: Actor(principal: custodian),
      command: CommandStamp(id: UniqueID(high: 1, low: drawn), channel: .migration),
      caseNumber: nil, reason: nil, event: event)
    register.apply(fact)
    history.append(fact)
  }

  /// Asks for one command that nothing stands against.
  mutating func given(
    _ command: AccessCommand, by principal: PersonID = custodian, effective: Instant? = nil,
    caseNumber: String? = nil, reason: String? = nil, channel: Channel = .commandLine,
    _ location: SourceLocation = #_sourceLocation
  ) {
    when(
      command, by: principal, effective: effective, caseNumber: caseNumber, reason: reason,
      channel: channel
    ).thenRecorded(location)
  }

  /// The low half of the id that the first event of the last command got.
  var lastEventID: UInt64 { drawn << 16 + 1 }

  /// Everything the register says, as text.
  var told: String {
    """
    \(register.position) \(register.units.rows) \(register.persons.rows) \(register.assignments.rows)
    \(register.systems.rows) \(register.accounts.rows) \(register.requests.rows) \(register.grants.rows)
    """
  }
}

extension Scenario.Outcome {
  /// The codes of what stands against it; empty when it was recorded.
  var codes: [String] {
    switch self {
    case .events: []
    case .rejected(let rejection): rejection.violations.map(\.code)
    }
  }

  func thenRecorded(_ location: SourceLocation = #_sourceLocation) {
    switch self {
    case .events: break
    case .rejected(let rejection):
      Issue.record(
        "\(rejection.violations.map { $0.text(in: .english) }.joined(separator: "\n"))",
        sourceLocation: location)
    }
  }

  func thenEvents(_ expected: AccessEvent..., at location: SourceLocation = #_sourceLocation) {
    thenRecorded(location)
    guard case .events(let recorded) = self else { return }
    #expect(recorded.map(\.event) == expected, sourceLocation: location)
  }

  /// Refused with these codes and no others, each with its facts and its remedy.
  func thenRejected(_ expected: String..., at location: SourceLocation = #_sourceLocation) {
    #expect(codes == expected, sourceLocation: location)
    guard case .rejected(let rejection) = self else { return }
    for violation in rejection.violations {
      for language in [Language.english, .swedish] {
        #expect(!violation.statement.text(in: language).isEmpty, sourceLocation: location)
        #expect(!violation.remedy.text(in: language).isEmpty, sourceLocation: location)
      }
    }
  }
}

func day(_ text: String, hour: Int64 = 0) -> Instant {
  guard let instant = Instant(text + "T00:00:00.000Z") else {
    preconditionFailure("\(text) is no day.")
  }
  return instant.advanced(byMilliseconds: hour * 3_600_000)
}

func entitlement(_ text: String) -> EntitlementID {
  guard let id = EntitlementID(text) else { preconditionFailure("\(text) is no entitlement.") }
  return id
}

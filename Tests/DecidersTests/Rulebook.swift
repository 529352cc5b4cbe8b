import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import EventSourcing
import Events
import Foundation
import Policies
import Projections
import Testing

/// A committee below the top, which owns nothing.
let committee = UnitID(number: 5)
let top = UnitID(number: 1)
let administration = UnitID(number: 2)

/// A document of those lines, called `name`.
func document(_ name: String, _ lines: String...) -> DocumentText {
  let text = (["liggare-policy: 1", "policy: \(name)"] + lines).map { $0 + "\n" }.joined()
  guard let document = DocumentText(text) else { preconditionFailure("\(text) is no document.") }
  return document
}

/// A pack from the repository.
func pack(_ name: String) throws -> DocumentText {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let bytes = try Data(contentsOf: root.appending(path: "ledger/policy/\(name).policy"))
  return try PolicyDocument.text(of: Array(bytes))
}

func adopt(
  _ document: DocumentText, _ level: PolicyLevel = .group, unit: UnitID? = nil,
  system: SystemID? = nil, by body: UnitID = top, from: Instant = day("2026-03-02"),
  reviewBy: Instant = day("2028-01-01")
) -> AccessCommand {
  .policy(
    .adopt(
      AdoptPolicy(
        level: level, unit: unit, system: system, body: body, from: from, reviewBy: reviewBy,
        document: document)))
}

extension Scenario {
  /// The town with a committee beside its administrations.
  static let townWithCommittee: Scenario = {
    var town = Scenario.town
    town.given(
      .unit(
        .register(
          RegisterUnit(unit: committee, name: "Committee", kind: .committee, parent: top))))
    return town
  }()

  /// The documents in force for the employee's access to the system, and what a key says.
  func rules(
    at moment: Instant, person: PersonID = employee
  ) -> EffectivePolicy {
    register.effectivePolicy(for: system, person: person, at: moment)
  }

  /// What the rules have against the history when it is replayed, by position.
  func findings() -> [String] {
    var register = Register()
    var found: [String] = []
    for event in history {
      for violation in register.violations(of: Proposal(event), under: .standard) {
        found.append("\(event.position) \(violation.code)")
      }
      register.apply(event)
    }
    return found
  }

  /// The policies that the last event cites, when it is a decision.
  var cited: [String] {
    switch history.last?.event {
    case .request(.approved(let approved)): approved.policies.map { "\($0)" }
    case .request(.denied(let denied)): denied.policies.map { "\($0)" }
    case _: []
    }
  }
}

import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Events
import Projections

extension OCSFExport {
  /// The members that say what the event is about, as its class asks for.
  func subject(of event: AccessEvent, _ kind: OCSFClass) -> JSONValue {
    switch kind {
    case .userAccessManagement: access(event)
    case .accountChange: .members(["user": holder(of: event)])
    case .entityManagement: .members(["entity": entity(event)])
    case .incidentFinding: incident(event)
    case .complianceFinding: flag(event)
    }
  }

  /// Who gets or loses what: the entitlement of a grant or a request, or a role.
  private func access(_ event: AccessEvent) -> JSONValue {
    let register = question.register
    switch event {
    case .role(let event):
      let assignment =
        switch event {
        case .assigned(let assigned): assigned.assignment
        case .ended(let ended): ended.assignment
        }
      guard let row = register.assignments[assignment] else { break }
      return .members([
        "user": user(row.holder), "privileges": .list([.string("role:\(row.role.code)")]),
        "resources": resources(row.system),
      ])
    case .grant(let event):
      guard let row = register.grants[event.grant] else { break }
      return access(
        row.person.map { user($0) } ?? row.account.map { user($0) } ?? unknown, row.entitlement)
    case .request(let event):
      guard let row = register.requests[event.request] else { break }
      return access(user(row.person), row.entitlement)
    case .ledger, .key, .unit, .person, .system, .review, .incident, .delegation, .separation,
      .policy, .usage, .reconciliation, .stale:
      break
    }
    // What it is about is in events that are not known yet at the moment of the question.
    return .members([
      "user": unknown, "privileges": .list([.string("\(event.stream)")]),
    ])
  }

  private func access(_ user: JSONValue, _ right: EntitlementID) -> JSONValue {
    .members([
      "user": user, "privileges": .list([.string("\(right)")]),
      "resources": resources(right.system),
    ])
  }

  private var unknown: JSONValue { .members(["uid": "unknown"]) }

  func resources(_ system: SystemID?) -> JSONValue? {
    system.map { system in
      .list([
        .members([
          "uid": .string("\(system)"),
          "name": question.register.systems[system].map { .string("\($0.name)") },
          "type": "system",
        ])
      ])
    }
  }

  /// Whose account it is.
  private func holder(of event: AccessEvent) -> JSONValue {
    switch event {
    case .system(.accountFound(let found)): user(found.account)
    case .system(.accountDescribed(let described)): user(described.account)
    case .system(.accountRotated(let rotated)): user(rotated.account)
    case .person(let event):
      user(event.stream.identifier(PersonID.self))
    case .ledger, .key, .unit, .role, .system, .request, .grant, .review, .incident, .delegation,
      .separation, .policy, .usage, .reconciliation, .stale:
      unknown
    }
  }

  private func entity(_ event: AccessEvent) -> JSONValue {
    let stream = event.stream
    let register = question.register
    let name: Label? =
      switch stream.kind {
      case .system: register.systems[stream.identifier(SystemID.self)]?.name
      case .unit: register.units[stream.identifier(UnitID.self)]?.name
      case .ledger, .principal, .person, .role, .request, .grant, .review, .incident, .delegation,
        .separation, .policy, .flag:
        nil
      }
    return .members([
      "uid": .string("\(stream.name)"), "name": name.map { .string("\($0)") },
      "type_id": 99, "type": .string("\(stream.kind.code)"),
    ])
  }

  private func incident(_ event: AccessEvent) -> JSONValue {
    guard case .incident(let event) = event else { return .members([:]) }
    let row = question.register.incidents[event.incident]
    let lead = row?.standing(at: .latest)?.lead
    let category = row?.standing(at: .latest)?.triage?.category
    let status: (Int64, String) =
      switch event {
      case .reported: (1, "New")
      case .closed, .followedUp: (5, "Closed")
      case .triaged, .dutyAssessed, .actionRecorded, .notificationSubmitted, .linked,
        .exposureAnswered, .measureAssigned, .measureCompleted, .reopened:
        (2, "In Progress")
      }
    return .members([
      "status_id": .integer(status.0), "status": .string(status.1),
      "finding_info_list": .list([
        .members([
          "uid": .string("\(origin)/\(event.incident)"),
          "title": .string("Incident \(event.incident)"),
          "types": category.map { .list([.string("\($0.code)")]) },
          "created_time": row.map { .integer($0.reported.effective.milliseconds) },
        ])
      ]),
      "assignee": lead.map { user($0) },
      // Before anybody leads it, it is the coordinator's to judge.
      "assignee_group": lead == nil
        ? .members([
          "uid": .string("role:\(Role.securityCoordinator.code)"),
          "name": .string(Role.securityCoordinator.word.english),
        ]) : nil,
    ])
  }

  private func flag(_ event: AccessEvent) -> JSONValue {
    guard case .stale(let event) = event else { return .members([:]) }
    let flagged: StaleFlagged? =
      if case .flagged(let flagged) = event { flagged } else {
        question.register.flags[event.flag]?.flagged
      }
    let isOver = if case .resolved = event { true } else { false }
    let rule = flagged?.rule
    return .members([
      "status_id": isOver ? 4 : 1, "status": isOver ? "Resolved" : "New",
      "finding_info": .members([
        "uid": .string("\(origin)/\(event.flag)"),
        "title": .string(rule.map { "\($0.title): \($0.word.english)" } ?? "\(event.flag)"),
        "desc": flagged.map { .string(question.phrasing.words(of: $0.evidence).english) },
        "first_seen_time": flagged.map { .integer($0.since.milliseconds) },
      ]),
      "compliance": .members([
        "control": rule.map { .string($0.title) },
        "standards": .list(["NIST SP 800-53 AC-2", "ISO/IEC 27001 5.18"]),
        "status_id": isOver ? 1 : 3, "status": isOver ? "Pass" : "Fail",
      ]),
      "resources": resources(flagged?.system),
    ])
  }
}

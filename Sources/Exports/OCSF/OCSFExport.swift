import AccessModel
public import AuditViews
import CanonicalJSON
import Chronology
import Diagnostics
public import EventSourcing
public import Events
import Projections

/// The events of the log as the Open Cybersecurity Schema Framework, version 1.8.0: one object for each event, one event on each line.
///
/// An event is told as it was recorded: a correction is an event of its own. `metadata.uid` is the name of the log and the position in it,
/// so that whoever reads a stretch twice knows each event again. What the standard has no place for is in `unmapped`: the case, the role,
/// and the event's own data as the log has it. Names that are protected or erased are not told.
public struct OCSFExport {
  /// The version of the schema.
  public static let schemaVersion = "1.8.0"

  let question: ViewQuestion
  /// The name of the log.
  let origin: String

  /// - Parameter question: whose names, masks and register the events are told with.
  public init(_ question: ViewQuestion, origin: String) {
    self.question = question
    self.origin = origin
  }

  /// An event as an object of the class that fits it.
  public func event(_ recorded: borrowing Recorded<AccessEvent>) -> JSONValue {
    let event = recorded.event
    let mapping = OCSFMapping(event)
    let type = EventLine.type(of: event)
    let head = JSONValue.members([
      "metadata": metadata(
        uid: "\(origin)#\(recorded.position)", code: type, recorded: recorded.recorded,
        correlation: "\(recorded.command.id)", sequence: recorded.position),
      "time": .integer(recorded.effective.milliseconds),
      "message": .string(
        EventLine.summary(event, question.phrasing, register: question.register).english),
      "actor": .members(["user": user(recorded.actor.principal)]),
    ])
    var data = JSONWriter()
    event.payload.writeData(to: &data)
    let unmapped = JSONValue.members([
      "unmapped": .members([
        "type": .string(type), "stream": .string("\(event.stream)"),
        "position": .integer(Int64(recorded.position)),
        "channel": .string("\(recorded.command.channel.code)"),
        "role": recorded.actor.role.map { .string("\($0.code)") },
        "acting_for": recorded.actor.actingFor.map { .string("\($0)") },
        "case": recorded.caseNumber.map { .string("\($0)") },
        "data": .written(data.bytes),
      ])
    ])
    return classified(mapping.kind, mapping.activity, type: type, severity: severity(of: event))
      .adding(head).adding(subject(of: event, mapping.kind)).adding(unmapped)
  }

  /// The members that say what kind of event it is.
  func classified(
    _ kind: OCSFClass, _ activity: Int64, type: String, severity: Int64
  ) -> JSONValue {
    let name = kind.activityName(activity, type: type)
    return .members([
      "class_uid": .integer(kind.rawValue), "class_name": .string(kind.name),
      "category_uid": .integer(kind.category), "category_name": .string(kind.categoryName),
      "activity_id": .integer(activity), "activity_name": .string(name),
      "type_uid": .integer(kind.rawValue * 100 + activity),
      "type_name": .string("\(kind.name): \(activity == OCSFMapping.other ? "Other" : name)"),
      "severity_id": .integer(severity), "severity": .string(Self.severities[severity] ?? "Other"),
    ])
  }

  private static let severities: [Int64: String] = [
    1: "Informational", 2: "Low", 3: "Medium", 4: "High", 5: "Critical",
  ]

  /// Where the object comes from.
  func metadata(
    uid: String, code: String, recorded: Instant, correlation: String? = nil,
    sequence: UInt64? = nil
  ) -> JSONValue {
    .members([
      "version": .string(Self.schemaVersion),
      "product": .members(["name": "Liggare", "vendor_name": "Liggare"]),
      "uid": .string(uid), "log_name": .string(origin), "event_code": .string(code),
      "logged_time": .integer(recorded.milliseconds),
      "correlation_uid": correlation.map { .string($0) },
      "sequence": sequence.map { .integer(Int64($0)) },
    ])
  }

  /// A person, with the name where it may be told.
  func user(_ person: PersonID) -> JSONValue {
    let isPerson = question.register.persons[person]?.category != .service
    return .members([
      "uid": .string("\(person)"),
      "name": question.userNames(person).map { .string($0) },
      "full_name": question.names(person).map { .string($0) },
      "type_id": .integer(isPerson ? 1 : 4), "type": .string(isPerson ? "User" : "Service"),
    ])
  }

  /// An account without a person, or of one.
  func user(_ account: AccountID) -> JSONValue {
    let holder = question.register.accounts[account]?.person
    let inside = JSONValue.members([
      "uid": .string("\(account)"), "name": question.accountNames(account).map { .string($0) },
    ])
    return (holder.map { user($0) } ?? .members(["uid": .string("\(account)")]))
      .adding(.members(["account": inside]))
  }

  /// How much an event matters: 1 is informational, 5 critical.
  func severity(of event: AccessEvent) -> Int64 {
    switch event {
    case .incident(let event):
      // From 1, of little weight, to 4, the gravest; without a judgement it is in the middle.
      return (question.register.incidents[event.incident]?.standing(at: .latest)?.severity)
        .map { $0 + 1 } ?? 3
    case .stale(.flagged), .stale(.reopened): return 3
    case .grant(.emergencyActivated): return 3
    case .ledger(.tailQuarantined), .ledger(.clockStepped), .ledger(.restored),
      .ledger(.headRebuilt):
      return 4
    case .ledger, .key, .unit, .person, .role, .system, .request, .grant, .review, .delegation,
      .separation, .policy, .usage, .reconciliation, .stale:
      return 1
    }
  }
}

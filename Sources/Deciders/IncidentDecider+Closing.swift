import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// Notices, exposure, measures, and the end of an incident.
extension IncidentDecider {
  /// One event for each entity and stage, in the order of the stages as they are named.
  static func notify(
    _ command: NotifyOfIncident, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let incident = try incident(command.incident, in: state)
    try require(command.by, in: state)
    let context = drafting.context
    guard let standing = incident.standing(at: context.moment), standing.triage != nil else {
      throw Rejection(TriagedIncident.violation(incident.id, .triage))
    }
    let regime = state.rules(of: incident, at: context.moment)[command.regime]
    var entities = command.entities
    if entities.isEmpty {
      entities = standing.aware.map(\.entity).filter {
        let matter = IncidentRow.Matter(regime: command.regime, entity: $0)
        return standing.assessments[matter]?.assessed.outcome != .noDuty
      }
    }
    let addressee = try drafting.label(
      command.addressee
        ?? regime?.addressee(on: context.zone.day(of: command.at))?.name.english ?? "–",
      Localized(en: "addressee", sv: "mottagare"))
    let receipt = try drafting.optionalLabel(
      command.receipt, Localized(en: "receipt", sv: "kvittens"))
    var drafts: [Draft<AccessEvent>] = []
    for entity in entities {
      for stage in command.stages {
        drafts.append(
          try drafting.draft(about: nil) { id throws(Rejection) in
            var notice = IncidentNotificationSubmitted(
              incident: incident.id, regime: command.regime, entity: entity, stage: stage,
              at: command.at, addressee: addressee, receipt: receipt, digest: command.digest,
              by: command.by)
            if let reason = command.lateReason {
              notice.lateReason = try drafting.seal(
                reason, "lateReason", Localized(en: "reason", sv: "skäl"), of: id, about: nil)
            }
            return .incident(.notificationSubmitted(notice))
          })
      }
    }
    return drafts
  }

  static func answer(
    _ command: AnswerExposure, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let incident = try incident(command.incident, in: state)
    try require(command.by, in: state)
    for system in command.systems where !state.systems.contains(system) {
      throw ReferenceCodes.unknown(system)
    }
    for right in command.entitlements
    where state.systems[right.system]?.entitlement(right.name) == nil {
      throw ReferenceCodes.unknown(right)
    }
    if let violation = OrderedPeriod.check(from: command.from, until: command.until) {
      throw Rejection(violation)
    }
    let list = state.exposure(
      ExposureQuestion(
        systems: Set(command.systems), entitlements: Set(command.entitlements),
        window: command.from..<command.until))
    return try drafting.draft(about: nil) { id throws(Rejection) in
      .incident(
        .exposureAnswered(
          IncidentExposureAnswered(
            incident: incident.id, systems: command.systems, entitlements: command.entitlements,
            from: command.from, until: command.until,
            asOf: Int64(clamping: state.position), rows: Int64(list.count), list: list.digest,
            by: command.by,
            what: try drafting.seal(command.what, "what", text, of: id, about: nil))))
    }
  }

  static func assign(
    _ command: AssignMeasure, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let incident = try incident(command.incident, in: state)
    try require(command.owner, in: state)
    let numbers = incident.steps.compactMap { step -> Int64? in
      guard case .measureAssigned(let measure) = step.event else { return nil }
      return measure.number
    }
    return try drafting.draft(about: command.owner) { id throws(Rejection) in
      .incident(
        .measureAssigned(
          IncidentMeasureAssigned(
            incident: incident.id, number: (numbers.max() ?? 0) + 1,
            what: try drafting.seal(command.what, "what", text, of: id, about: command.owner),
            owner: command.owner, due: command.due)))
    }
  }

  static func complete(
    _ command: CompleteMeasure, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let incident = try incident(command.incident, in: state)
    try require(command.by, in: state)
    let measure = incident.standing(at: drafting.context.moment)?.measures.first {
      $0.measure.number == command.number
    }
    guard let measure else {
      throw Rejection(
        ReferenceCodes.unknown.diagnostic(
          .init(IncidentSubject.word, "\(incident.id)"),
          .init(en: "measure", sv: "åtgärd", "\(command.number)")))
    }
    guard measure.done == nil else {
      throw ReferenceCodes.order(
        "\(incident.id) \(command.number)", state: Localized(en: "done", sv: "gjord"),
        needed: Localized(en: "a measure that is not done", sv: "en åtgärd som inte är gjord"))
    }
    return try drafting.draft(
      .incident(
        .measureCompleted(
          IncidentMeasureCompleted(
            incident: incident.id, number: command.number, at: command.at, by: command.by))))
  }

  static func close(
    _ command: CloseIncident, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let incident = try incident(command.incident, in: state)
    try require(command.by, in: state)
    return try drafting.draft(about: nil) { id throws(Rejection) in
      func sealed(_ text: String?, _ field: String) throws(Rejection) -> Commitment? {
        guard let text else { return nil }
        return try drafting.seal(text, field, IncidentDecider.text, of: id, about: nil)
      }
      return .incident(
        .closed(
          IncidentClosed(
            incident: incident.id, by: command.by, cause: command.cause,
            causeText: try sealed(command.causeText, "causeText"),
            effects: try sealed(command.effects, "effects"),
            lessons: try sealed(command.lessons, "lessons"),
            withoutMeasures: command.isWithoutMeasures ? .yes : nil)))
    }
  }

  static func followUp(
    _ command: FollowUpIncident, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let incident = try incident(command.incident, in: state)
    try require(command.by, in: state)
    return try drafting.draft(about: nil) { id throws(Rejection) in
      .incident(
        .followedUp(
          IncidentFollowedUp(
            incident: incident.id, stage: command.stage, works: command.works, by: command.by,
            what: try drafting.seal(command.what, "what", text, of: id, about: nil))))
    }
  }

  static func reopen(
    _ command: ReopenIncident, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let incident = try incident(command.incident, in: state)
    try require(command.by, in: state)
    return try drafting.draft(about: nil) { id throws(Rejection) in
      .incident(
        .reopened(
          IncidentReopened(
            incident: incident.id, by: command.by,
            cause: try drafting.seal(command.cause, "cause", text, of: id, about: nil))))
    }
  }
}

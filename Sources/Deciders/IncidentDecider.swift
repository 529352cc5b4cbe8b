import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about incidents.
enum IncidentDecider {
  static func decide(
    _ command: IncidentCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .report(let command): [try report(command, given: state, drafting)]
    case .triage(let command): [try triage(command, given: state, drafting)]
    case .assess(let command): try assess(command, given: state, drafting)
    case .act(let command): [try act(command, given: state, drafting)]
    case .notify(let command): try notify(command, given: state, drafting)
    case .link(let command): [try link(command, given: state, drafting)]
    case .answerExposure(let command): [try answer(command, given: state, drafting)]
    case .assignMeasure(let command): [try assign(command, given: state, drafting)]
    case .completeMeasure(let command): [try complete(command, given: state, drafting)]
    case .close(let command): [try close(command, given: state, drafting)]
    case .followUp(let command): [try followUp(command, given: state, drafting)]
    case .reopen(let command): [try reopen(command, given: state, drafting)]
    }
  }

  /// A report is recorded as it was made. Its texts lie in the identity register, so no guard against personal data stands in its way.
  private static func report(
    _ command: ReportIncident, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.incidents.contains(command.incident) { throw ReferenceCodes.taken(command.incident) }
    let context = drafting.context
    return try drafting.draft(about: command.reporter) { id throws(Rejection) in
      func kept(_ text: String, _ field: String) -> Commitment {
        context.commit(Drafting.recordable(text), field, id, command.reporter)
      }
      return .incident(
        .reported(
          IncidentReported(
            incident: command.incident, noticed: min(command.noticed, context.moment),
            systems: command.systems.filter(state.systems.contains),
            entitlements: command.entitlements.filter {
              state.systems[$0.system]?.entitlement($0.name) != nil
            },
            grants: command.grants.filter(state.grants.contains),
            elsewhere: command.elsewhere.map { kept($0, "elsewhere") },
            personalData: command.personalData,
            severity: command.severity.flatMap { (1...4).contains($0) ? $0 : nil },
            reporter: command.reporter,
            protectedReporter: command.protectedReporter.map { kept($0, "protectedReporter") },
            what: kept(command.what, "what"))))
    }
  }

  private static func triage(
    _ command: TriageIncident, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let incident = try incident(command.incident, in: state)
    let context = drafting.context
    let before = incident.standing(at: context.moment)?.triage
    let lead = command.lead ?? before?.lead ?? context.principal
    try require(lead, in: state)
    for entity in command.aware.map(\.entity) where !state.units.contains(entity) {
      throw ReferenceCodes.unknown(entity)
    }
    return try drafting.draft(
      .incident(
        .triaged(
          IncidentTriaged(
            incident: incident.id, outcome: command.outcome,
            category: command.category ?? before?.category ?? .other,
            severity: command.severity ?? before?.severity ?? incident.report.severity ?? 2,
            confidentiality: command.confidentiality ?? before?.confidentiality ?? .no,
            integrity: command.integrity ?? before?.integrity ?? .no,
            availability: command.availability ?? before?.availability ?? .no,
            lead: lead, rules: state.incidentRules(at: context.moment).id,
            aware: command.aware.isEmpty ? before?.aware ?? [] : command.aware,
            personalData: command.personalData ?? before?.personalData,
            malicious: command.malicious ?? before?.malicious ?? .unknown,
            crossBorder: command.crossBorder ?? before?.crossBorder ?? .unknown,
            from: command.from ?? before?.from, until: command.until ?? before?.until))))
  }

  /// One event for each entity; the first duty under rules that ask for it marks the incident as secret.
  private static func assess(
    _ command: AssessIncident, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let incident = try incident(command.incident, in: state)
    try require(command.decider, in: state)
    let moment = drafting.context.moment
    let concerned = incident.standing(at: moment)?.aware.map(\.entity) ?? []
    // Without a triage there is nobody to assess for, which the rules tell.
    let entities = command.entities.isEmpty ? concerned : command.entities
    guard !entities.isEmpty else {
      throw Rejection(TriagedIncident.violation(incident.id, .triage))
    }
    var drafts: [Draft<AccessEvent>] = []
    for entity in entities {
      drafts.append(
        try drafting.draft(
          .incident(
            .dutyAssessed(
              IncidentDutyAssessed(
                incident: incident.id, regime: command.regime, entity: entity,
                outcome: command.outcome, criteria: command.criteria, decider: command.decider)))))
    }
    if command.outcome == .duty,
      let provision = state.rules(of: incident, at: moment)[command.regime]?.secrecy,
      !state.secrecyInForce(at: moment).contains(where: {
        $0.marking.incident == incident.id && $0.marking.provision == provision
      })
    {
      drafts.append(
        try drafting.draft(
          .ledger(
            .secrecyMarked(
              SecrecyMarked(
                marking: .yes, incident: incident.id, provision: provision,
                isProtectedIdentity: .no)))))
    }
    return drafts
  }

  private static func act(
    _ command: ActOnIncident, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let incident = try incident(command.incident, in: state)
    for person in [command.by, command.receivedFrom, command.handedTo].compactMap(\.self) {
      try require(person, in: state)
    }
    let reference = try drafting.optionalLabel(
      command.reference, Localized(en: "reference", sv: "referens"))
    return try drafting.draft(about: nil) { id throws(Rejection) in
      .incident(
        .actionRecorded(
          IncidentActionRecorded(
            incident: incident.id, kind: command.kind, at: command.at, by: command.by,
            what: try drafting.seal(
              command.what, "what", IncidentDecider.text, of: id, about: nil),
            informed: command.informed, reference: reference, digest: command.digest,
            receivedFrom: command.receivedFrom, handedTo: command.handedTo)))
    }
  }

  private static func link(
    _ command: LinkIncident, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let incident = try incident(command.incident, in: state)
    if let person = command.person { try require(person, in: state) }
    if let system = command.system, !state.systems.contains(system) {
      throw ReferenceCodes.unknown(system)
    }
    if let right = command.entitlement, state.systems[right.system]?.entitlement(right.name) == nil
    {
      throw ReferenceCodes.unknown(right)
    }
    if let grant = command.grant, !state.grants.contains(grant) {
      throw ReferenceCodes.unknown(grant)
    }
    if let review = command.review, !state.campaigns.contains(review) {
      throw ReferenceCodes.unknown(review)
    }
    if let reconciliation = command.reconciliation,
      !state.reconciliations.contains(reconciliation)
    {
      throw ReferenceCodes.unknown(reconciliation)
    }
    if let other = command.other { _ = try IncidentDecider.incident(other, in: state) }
    return try drafting.draft(
      .incident(
        .linked(
          IncidentLinked(
            incident: incident.id, relation: command.relation, person: command.person,
            system: command.system, entitlement: command.entitlement, grant: command.grant,
            review: command.review, reconciliation: command.reconciliation, other: command.other))),
      about: command.person)
  }

  static let text = Localized(en: "text", sv: "text")

  static func incident(
    _ id: IncidentID, in state: Register
  ) throws(Rejection) -> IncidentRow {
    guard let incident = state.incidents[id] else { throw ReferenceCodes.unknown(id) }
    return incident
  }

  static func require(_ person: PersonID, in state: Register) throws(Rejection) {
    guard state.persons.contains(person) else { throw ReferenceCodes.unknown(person) }
  }
}

extension Drafting {
  /// A text with what cannot be recorded replaced, and no more of it than can be: what somebody reports is recorded all the same.
  static func recordable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let kept: Unicode.Scalar = isControl && scalar != "\n" ? " " : scalar
      count += UTF8.width(kept)
      guard count <= Drafting.textBytesMax else { break }
      scalars.append(kept)
    }
    let kept = String(scalars)
    return kept.isEmpty ? "–" : kept
  }
}

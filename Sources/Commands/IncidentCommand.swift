public import AccessModel
public import Chronology
public import Transparency

/// What is asked about incidents.
public enum IncidentCommand: Sendable {
  case report(ReportIncident)
  case triage(TriageIncident)
  case assess(AssessIncident)
  case act(ActOnIncident)
  case notify(NotifyOfIncident)
  case link(LinkIncident)
  case answerExposure(AnswerExposure)
  case assignMeasure(AssignMeasure)
  case completeMeasure(CompleteMeasure)
  case close(CloseIncident)
  case followUp(FollowUpIncident)
  case reopen(ReopenIncident)
}

/// Report that something went wrong. It is never refused for what it says.
public struct ReportIncident: Sendable {
  public var incident: IncidentID
  /// What happened, as it was told.
  public var what: String
  public var noticed: Instant
  public var systems: [SystemID] = []
  public var entitlements: [EntitlementID] = []
  public var grants: [GrantID] = []
  /// What else it is about, in words that the register does not know.
  public var elsewhere: String?
  public var personalData: AnswerSoFar = .unknown
  /// The reporter's own judgement, 1 to 4.
  public var severity: Int64?
  /// Who reports; `nil` for a protected or unknown reporter.
  public var reporter: PersonID?
  /// Who reports, kept in the identity register alone.
  public var protectedReporter: String?

  public init(incident: IncidentID, what: String, noticed: Instant) {
    self.incident = incident
    self.what = what
    self.noticed = noticed
  }
}

/// Judge an incident, or judge it anew.
public struct TriageIncident: Sendable {
  public var incident: IncidentID
  public var outcome: IncidentOutcome = .incident
  /// What is left out stays as the triage before said, where there is one.
  public var category: IncidentCategory?
  public var severity: Int64?
  public var confidentiality: Answer?
  public var integrity: Answer?
  public var availability: Answer?
  public var lead: PersonID?
  /// The legal entities that are concerned with when each became aware; empty for those of before.
  public var aware: [EntityAwareness] = []
  public var personalData: AnswerSoFar?
  public var malicious: AnswerSoFar?
  public var crossBorder: AnswerSoFar?
  public var from: Instant?
  public var until: Instant?

  public init(incident: IncidentID) {
    self.incident = incident
  }
}

/// Assess whether an incident must be notified under a regime, for legal entities.
public struct AssessIncident: Sendable {
  public var incident: IncidentID
  public var regime: RegimeCode
  /// Empty for every entity that is concerned.
  public var entities: [UnitID]
  public var outcome: DutyOutcome
  public var criteria: [CriterionCode]
  public var decider: PersonID

  public init(
    incident: IncidentID, regime: RegimeCode, entities: [UnitID], outcome: DutyOutcome,
    criteria: [CriterionCode], decider: PersonID
  ) {
    self.incident = incident
    self.regime = regime
    self.entities = entities
    self.outcome = outcome
    self.criteria = criteria
    self.decider = decider
  }
}

/// Record what was done about an incident, or evidence of it.
public struct ActOnIncident: Sendable {
  public var incident: IncidentID
  public var kind: IncidentActionKind
  public var what: String
  public var at: Instant
  public var by: PersonID
  public var informed: InformedParty?
  public var reference: String?
  public var digest: Digest?
  public var receivedFrom: PersonID?
  public var handedTo: PersonID?

  public init(
    incident: IncidentID, kind: IncidentActionKind, what: String, at: Instant, by: PersonID
  ) {
    self.incident = incident
    self.kind = kind
    self.what = what
    self.at = at
    self.by = by
  }
}

/// Record that notices were handed in; several stages for what one notice was.
public struct NotifyOfIncident: Sendable {
  public var incident: IncidentID
  public var regime: RegimeCode
  public var stages: [StageCode]
  /// Empty for every entity that is concerned and has the duty.
  public var entities: [UnitID]
  public var at: Instant
  public var by: PersonID
  /// `nil` for the addressee that the rules name.
  public var addressee: String?
  public var receipt: String?
  public var digest: Digest?
  public var lateReason: String?

  public init(
    incident: IncidentID, regime: RegimeCode, stages: [StageCode], entities: [UnitID], at: Instant,
    by: PersonID
  ) {
    self.incident = incident
    self.regime = regime
    self.stages = stages
    self.entities = entities
    self.at = at
    self.by = by
  }
}

/// Link something to an incident.
public struct LinkIncident: Sendable {
  public var incident: IncidentID
  public var relation: IncidentRelation
  public var person: PersonID?
  public var system: SystemID?
  public var entitlement: EntitlementID?
  public var grant: GrantID?
  public var review: ReviewID?
  public var reconciliation: ReconciliationID?
  public var other: IncidentID?

  public init(incident: IncidentID, relation: IncidentRelation) {
    self.incident = incident
    self.relation = relation
  }
}

/// Record that it was asked who could reach what an incident is about, and what was done about the answer.
///
/// The list itself is not given: it follows from the register.
public struct AnswerExposure: Sendable {
  public var incident: IncidentID
  public var systems: [SystemID]
  public var entitlements: [EntitlementID]
  /// The window, up to and not with its end.
  public var from: Instant
  public var until: Instant
  public var by: PersonID
  public var what: String

  public init(
    incident: IncidentID, systems: [SystemID], entitlements: [EntitlementID], from: Instant,
    until: Instant, by: PersonID, what: String
  ) {
    self.incident = incident
    self.systems = systems
    self.entitlements = entitlements
    self.from = from
    self.until = until
    self.by = by
    self.what = what
  }
}

/// Give a measure an owner and a date.
public struct AssignMeasure: Sendable {
  public var incident: IncidentID
  public var what: String
  public var owner: PersonID
  public var due: Instant

  public init(incident: IncidentID, what: String, owner: PersonID, due: Instant) {
    self.incident = incident
    self.what = what
    self.owner = owner
    self.due = due
  }
}

/// Record that a measure is done.
public struct CompleteMeasure: Sendable {
  public var incident: IncidentID
  public var number: Int64
  public var at: Instant
  public var by: PersonID

  public init(incident: IncidentID, number: Int64, at: Instant, by: PersonID) {
    self.incident = incident
    self.number = number
    self.at = at
    self.by = by
  }
}

/// Close an incident.
public struct CloseIncident: Sendable {
  public var incident: IncidentID
  public var by: PersonID
  public var cause: RootCause?
  public var causeText: String?
  public var effects: String?
  public var lessons: String?
  public var isWithoutMeasures = false

  public init(incident: IncidentID, by: PersonID) {
    self.incident = incident
    self.by = by
  }
}

/// Look at a closed incident again.
public struct FollowUpIncident: Sendable {
  public var incident: IncidentID
  public var stage: StageCode
  public var works: AnswerSoFar
  public var by: PersonID
  public var what: String

  public init(
    incident: IncidentID, stage: StageCode, works: AnswerSoFar, by: PersonID, what: String
  ) {
    self.incident = incident
    self.stage = stage
    self.works = works
    self.by = by
    self.what = what
  }
}

/// Open a closed incident again.
public struct ReopenIncident: Sendable {
  public var incident: IncidentID
  public var by: PersonID
  public var cause: String

  public init(incident: IncidentID, by: PersonID, cause: String) {
    self.incident = incident
    self.by = by
    self.cause = cause
  }
}

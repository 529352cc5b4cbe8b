import AccessModel
import Diagnostics
import Events
import Projections

/// What an event says of a decision: what it is about, who made it, on what authority and ground, and how it came out.
struct Decision {
  var kind: DecisionKind
  /// How it came out.
  var outcome: Cell
  /// What was decided on, by its identifier.
  var subject: String
  var system: SystemID?
  var entitlement: EntitlementID?
  /// Whom it concerns.
  var person: PersonID?
  /// Who decided; `nil` for a body whose decision somebody recorded.
  var decider: PersonID?
  var actingFor: PersonID?
  /// The body that decided, or in whose place it was done.
  var body: UnitID?
  var authority: AuthorityKind?
  var delegation: DelegationID?
  var assignment: AssignmentID?
  /// Why, where the event says it by a word.
  var ground: Cell = .empty

  init(_ kind: DecisionKind, _ outcome: Cell, _ subject: String, by decider: PersonID?) {
    self.kind = kind
    self.outcome = outcome
    self.subject = subject
    self.decider = decider
  }

  static let approved = Cell.word(code: "approved", Localized(en: "approved", sv: "bifall"))
  static let ended = Cell.word(code: "ended", Localized(en: "ended", sv: "avslutat"))
  static let denied = Cell.word(code: "denied", Localized(en: "denied", sv: "avslag"))

  /// The same about a grant: whose it is, and of what.
  func about(_ grant: GrantID, _ register: Register) -> Decision {
    var decision = self
    guard let row = register.grants[grant] else { return decision }
    decision.person = row.person
    decision.entitlement = row.entitlement
    decision.system = row.entitlement.system
    return decision
  }

  /// The same about a system.
  func about(_ system: SystemID?) -> Decision {
    var decision = self
    decision.system = system
    return decision
  }
}

extension Decision {
  init?(_ event: RequestEvent, _ register: Register) {
    let id: RequestID
    switch event {
    case .approved(let decided):
      id = decided.request
      self.init(.request, Self.approved, "\(id)", by: decided.decider)
      actingFor = decided.actingFor
      authority = decided.authority
      delegation = decided.delegation
      assignment = decided.assignment
    case .denied(let decided):
      id = decided.request
      self.init(.request, Self.denied, "\(id)", by: decided.decider)
      actingFor = decided.actingFor
      authority = decided.authority
      delegation = decided.delegation
      assignment = decided.assignment
      ground = .word(decided.ground)
    case .submitted, .amended, .returned, .endorsed, .withdrawn: return nil
    }
    body = delegation.flatMap { register.delegations[$0]?.line.body }
    guard let row = register.requests[id] else { return }
    person = row.person
    entitlement = row.entitlement
    system = row.entitlement.system
  }

  init?(_ event: GrantEvent, _ register: Register) {
    switch event {
    case .revoked(let decided):
      self = Decision(.revocation, Self.ended, "\(decided.grant)", by: decided.by)
        .about(decided.grant, register)
      ground = .word(decided.cause)
    case .suspended(let decided):
      self = Decision(
        .suspension, .word(code: "suspended", GrantState.suspended.word), "\(decided.grant)",
        by: decided.by
      ).about(decided.grant, register)
      ground = .word(decided.cause)
    case .resumed(let decided):
      self = Decision(.resumption, Self.ended, "\(decided.grant)", by: decided.by)
        .about(decided.grant, register)
    case .narrowed(let decided):
      self = Decision(
        .narrowing, .word(code: "narrowed", Localized(en: "narrowed", sv: "begränsad")),
        "\(decided.grant)", by: decided.by
      ).about(decided.grant, register)
    case .emergencyReviewed(let decided):
      self = Decision(
        .emergencyFollowUp, .word(decided.judgement), "\(decided.grant)", by: decided.reviewer
      ).about(decided.grant, register)
    case .takenOver, .provisioned, .expired, .removalConfirmed, .emergencyActivated: return nil
    }
  }

  init?(_ event: ReviewEvent, _ register: Register) {
    switch event {
    case .itemDecided(let decided):
      self = Decision(
        .reviewItem, .word(decided.outcome), "\(decided.review)/\(decided.grant)",
        by: decided.reviewer
      ).about(decided.grant, register)
      actingFor = decided.actingFor
    case .effectsReleased(let decided):
      self.init(
        .reviewEffects, .word(code: "released", Localized(en: "let through", sv: "släppta")),
        "\(decided.review)", by: decided.by)
    case .campaignClosed(let decided):
      self.init(
        .reviewClosing, .word(decided.outcome), "\(decided.review)", by: decided.by)
    case .campaignAssessed(let decided):
      self.init(
        .reviewAssessment, .word(decided.outcome), "\(decided.review)", by: decided.auditor)
    case .campaignPlanned, .campaignStarted, .itemRouted, .itemLapsed: return nil
    }
    guard system == nil, let campaign = ReviewID(subject).flatMap({ register.campaigns[$0] }) else {
      return
    }
    system = campaign.plan.system ?? campaign.plan.entitlement?.system
    entitlement = campaign.plan.entitlement
    person = campaign.plan.person
  }

  init?(_ event: IncidentEvent) {
    switch event {
    case .triaged(let judged):
      self.init(.incident, .word(judged.outcome), "\(judged.incident)", by: nil)
    case .dutyAssessed(let judged):
      self.init(
        .incidentDuty, .word(judged.outcome), "\(judged.incident)/\(judged.regime)",
        by: judged.decider)
      body = judged.entity
    case .closed(let closed):
      self.init(.incidentClosing, Self.ended, "\(closed.incident)", by: closed.by)
    case .reported, .actionRecorded, .notificationSubmitted, .linked, .exposureAnswered,
      .measureAssigned, .measureCompleted, .followedUp, .reopened:
      return nil
    }
  }
}

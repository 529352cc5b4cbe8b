import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about requests, from the need to the decision.
enum RequestDecider {
  static func decide(
    _ command: RequestCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .submit(let command): [try submit(command, given: state, drafting)]
    case .endorse(let command): [try endorse(command, given: state, drafting)]
    case .withdraw(let command): [try withdraw(command, given: state, drafting)]
    case .approve(let command): [try approve(command, given: state, drafting)]
    case .deny(let command): [try deny(command, given: state, drafting)]
    case .sendBack(let command): [try sendBack(command, given: state, drafting)]
    case .amend(let command): [try amend(command, given: state, drafting)]
    }
  }

  private static func submit(
    _ command: SubmitRequest, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.requests.contains(command.request) { throw ReferenceCodes.taken(command.request) }
    for person in [command.person, command.requester] {
      guard state.persons.contains(person) else { throw ReferenceCodes.unknown(person) }
    }
    try entitlement(command.entitlement, in: state)
    if let grant = command.grant, !state.grants.contains(grant) {
      throw ReferenceCodes.unknown(grant)
    }
    try StatedNeeds.check(
      command.need, for: command.person, of: command.entitlement,
      isOneOfMany: command.kind == .bulk, given: state, drafting)
    return try drafting.draft(about: command.person) { id throws(Rejection) in
      let duty = try command.duty.map { text throws(Rejection) in
        try drafting.seal(
          text, "duty", Localized(en: "duty", sv: "arbetsuppgift"), of: id,
          about: command.person)
      }
      let need = try drafting.seal(
        command.need, "need", Localized(en: "need", sv: "behov"), of: id, about: command.person)
      let alternative = try command.alternative.map { text throws(Rejection) in
        try drafting.seal(
          text, "alternative", Localized(en: "alternative", sv: "alternativ"), of: id,
          about: command.person)
      }
      return .request(
        .submitted(
          RequestSubmitted(
            request: command.request, kind: command.kind, grant: command.grant,
            person: command.person, entitlement: command.entitlement, scope: command.scope,
            from: command.from, until: command.until, requester: command.requester,
            purpose: command.purpose, duty: duty, need: need, alternative: alternative,
            analysis: command.analysis)))
    }
  }

  private static func endorse(
    _ command: EndorseRequest, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let request = try open(command.request, in: state)
    guard state.persons.contains(command.endorser) else {
      throw ReferenceCodes.unknown(command.endorser)
    }
    let authority = state.endorsingAuthority(
      of: command.endorser, over: request.person, at: drafting.context.moment)
    return try drafting.draft(
      .request(
        .endorsed(
          RequestEndorsed(
            request: request.id, endorser: command.endorser, actingFor: authority?.actingFor,
            outcome: command.outcome, hasNoInterest: command.hasNoInterest ? .yes : nil))),
      about: request.person)
  }

  private static func withdraw(
    _ command: WithdrawRequest, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let request = try open(command.request, in: state)
    let principal = drafting.context.principal
    guard principal == request.requester || principal == request.person else {
      throw Rejection(
        ReferenceCodes.foreignRequest.diagnostic(
          .init(RequestSubject.word, "\(request.id)"),
          .init(Localized(en: "requested by", sv: "begärd av"), persons: ["\(request.requester)"]),
          .init(Localized(en: "about", sv: "gäller"), persons: ["\(request.person)"]),
          .init(Localized(en: "you are", sv: "du är"), persons: ["\(principal)"])))
    }
    return try drafting.draft(
      .request(.withdrawn(RequestWithdrawn(request: request.id))), about: request.person)
  }

  private static func approve(
    _ command: ApproveRequest, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let request = try open(command.request, in: state)
    if request.changedGrant == nil, let found = state.grants[command.grant] {
      // Access that was found may be decided on; it keeps its identifier.
      guard found.isUndecided, found.ending == nil, found.entitlement == request.entitlement,
        found.person == nil || found.person == request.person
      else { throw ReferenceCodes.taken(command.grant) }
    }
    try ReferenceCodes.check(days: command.reviewDays)
    let (decider, authority) = try basis(
      of: command.deciders, on: request, given: state, drafting)
    let system = state.systems[request.entitlement.system]
    let until =
      switch command.until {
      case .some(let until): until
      case nil: request.until
      }
    let from = command.from ?? max(request.from, drafting.context.moment)
    return try drafting.draft(about: request.person) { id throws(Rejection) in
      let conditions = try command.conditions.map { text throws(Rejection) in
        try drafting.seal(
          text, "conditions", Localized(en: "conditions", sv: "villkor"), of: id,
          about: request.person)
      }
      return .request(
        .approved(
          RequestApproved(
            request: request.id, grant: request.changedGrant ?? command.grant, decider: decider,
            actingFor: authority?.actingFor, authority: authority?.kind ?? .role,
            assignment: authority?.assignment, delegation: authority?.delegation,
            policies: rules(for: request, given: state, drafting).documents,
            from: from, until: until,
            reviewDays: command.reviewDays
              ?? reviewDays(
                of: request, from: from, until: until, in: system, given: state, drafting),
            conditions: conditions, evidence: command.evidence,
            smallUnit: command.isSmallUnit ? .yes : nil)))
    }
  }

  private static func sendBack(
    _ command: ReturnRequest, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let request = try open(command.request, in: state)
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    guard drafting.context.reason != nil else {
      throw ReferenceCodes.order(
        "\(request.id)", state: Localized(en: "no question asked", sv: "ingen fråga ställd"),
        needed: Localized(
          en: "--reason TEXT, which is the question", sv: "--reason TEXT, som är frågan"))
    }
    return try drafting.draft(
      .request(
        .returned(RequestReturned(request: request.id, by: command.by, due: command.due))),
      about: request.person)
  }

  private static func amend(
    _ command: AmendRequest, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let request = try open(command.request, in: state)
    try StatedNeeds.check(
      command.need, for: request.person, of: request.entitlement,
      isOneOfMany: request.kind == .bulk, given: state, drafting)
    return try drafting.draft(about: request.person) { id throws(Rejection) in
      let duty = try command.duty.map { text throws(Rejection) in
        try drafting.seal(
          text, "duty", Localized(en: "duty", sv: "arbetsuppgift"), of: id,
          about: request.person)
      }
      let need = try drafting.seal(
        command.need, "need", Localized(en: "need", sv: "behov"), of: id, about: request.person)
      return .request(
        .amended(
          RequestAmended(
            request: request.id, purpose: command.purpose, duty: duty, need: need,
            analysis: command.analysis, until: command.until)))
    }
  }

  private static func deny(
    _ command: DenyRequest, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let request = try open(command.request, in: state)
    guard drafting.context.reason != nil else {
      throw ReferenceCodes.unexplained("\(request.id)")
    }
    let (decider, authority) = try basis(
      of: command.deciders, on: request, given: state, drafting)
    return try drafting.draft(
      .request(
        .denied(
          RequestDenied(
            request: request.id, decider: decider, actingFor: authority?.actingFor,
            authority: authority?.kind ?? .role, assignment: authority?.assignment,
            delegation: authority?.delegation, ground: command.ground,
            policies: rules(for: request, given: state, drafting).documents,
            evidence: command.evidence))),
      about: request.person)
  }

  /// The one decider and what they decide on; without authority the rules will say so (INV-04).
  private static func basis(
    of deciders: [PersonID], on request: RequestRow, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> (PersonID, Authority?) {
    if let violation = OneDecider.check(deciders: deciders) { throw Rejection(violation) }
    guard let decider = deciders.first else { throw Rejection(OneDecider.code.diagnostic()) }
    guard state.persons.contains(decider) else { throw ReferenceCodes.unknown(decider) }
    let entitlement = try entitlement(request.entitlement, in: state)
    return (
      decider,
      state.authority(
        of: decider, over: entitlement, for: request.person, at: drafting.context.moment)
    )
  }

  /// The interval that the rules ask for, or a shorter one that an analysis, the system or the entitlement has.
  private static func reviewDays(
    of request: RequestRow, from: Instant, until: Instant?, in system: SystemRow?,
    given state: Register, _ drafting: Drafting
  ) -> Int64? {
    guard let system, let entitlement = system.entitlement(request.entitlement.name),
      let person = state.persons[request.person]
    else { return nil }
    return state.reviewDays(
      of: entitlement, for: person.category, at: drafting.context.moment,
      under: rules(for: request, given: state, drafting).policy,
      restsOnException: state.separationBreaches(
        granting: request.entitlement, to: request.person,
        from: max(from, drafting.context.moment), until: until
      ).contains { $0.exception != nil })
  }

  /// The rules that hold for the access that is asked for, when it is decided on.
  private static func rules(
    for request: RequestRow, given state: Register, _ drafting: Drafting
  ) -> EffectivePolicy {
    state.effectivePolicy(
      for: request.entitlement.system, person: request.person, at: drafting.context.moment,
      standard: drafting.context.policy)
  }

  @discardableResult
  private static func entitlement(
    _ id: EntitlementID, in state: Register
  ) throws(Rejection) -> EntitlementRow {
    guard let system = state.systems[id.system] else { throw ReferenceCodes.unknown(id.system) }
    guard let entitlement = system.entitlement(id.name) else { throw ReferenceCodes.unknown(id) }
    return entitlement
  }

  /// The request, which must still wait for its decision (INV-22).
  private static func open(
    _ id: RequestID, in state: Register
  ) throws(Rejection) -> RequestRow {
    guard let request = state.requests[id] else { throw ReferenceCodes.unknown(id) }
    if let decision = request.decision {
      throw Rejection(
        TerminalStates.violation(
          of: .decidedRequest, "\(id)",
          state: decision.isApproval
            ? Localized(en: "approved", sv: "bifallen") : Localized(en: "denied", sv: "avslagen"),
          at: decision.fact.effective))
    }
    if let withdrawn = request.withdrawn {
      throw Rejection(
        TerminalStates.violation(
          of: .withdrawnRequest, "\(id)", state: Localized(en: "withdrawn", sv: "återtagen"),
          at: withdrawn.effective))
    }
    return request
  }
}

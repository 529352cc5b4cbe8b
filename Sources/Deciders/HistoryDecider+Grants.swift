import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections

extension HistoryDecider {
  static func request(
    _ command: HistoryCommand.Request, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.requests.contains(command.request) { throw HistoryCodes.taken(command.request) }
    try require(command.person, in: state)
    guard let system = state.systems[command.entitlement.system] else {
      throw HistoryCodes.unknown(command.entitlement.system)
    }
    guard system.entitlement(command.entitlement.name) != nil else {
      throw HistoryCodes.unknown(command.entitlement.name)
    }
    try require(command.requester, in: state)
    let id = drafting.drawID()
    let need = try drafting.seal(command.need, "need", of: id, about: command.person)
    return try drafting.draft(
      id,
      .request(
        .submitted(
          RequestSubmitted(
            request: command.request, kind: .new, person: command.person,
            entitlement: command.entitlement,
            from: drafting.context.moment, until: command.until, requester: command.requester,
            purpose: .unstated, need: need))))
  }

  /// A decision, with the authority it rested on when the decider held one, and without when not.
  static func decision(
    _ command: HistoryCommand.Decision, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    guard let request = state.requests[command.request] else {
      throw HistoryCodes.unknown(command.request)
    }
    try require(command.decider, in: state)
    if let decision = request.decision {
      throw HistoryCodes.order(
        "\(command.request)",
        state: decision.isApproval
          ? Localized(en: "approved", sv: "godkänd") : Localized(en: "denied", sv: "avslagen"),
        since: decision.fact.effective)
    }
    if let withdrawn = request.withdrawn {
      throw HistoryCodes.order(
        "\(command.request)", state: Localized(en: "withdrawn", sv: "återtagen"),
        since: withdrawn.effective)
    }
    let authority = state.systems[request.entitlement.system]?
      .entitlement(request.entitlement.name)
      .flatMap {
        state.authority(
          of: command.decider, over: $0, for: request.person, at: drafting.context.moment)
      }
    let kind: AuthorityKind = authority == nil ? .unstated : .role
    let event: RequestEvent =
      command.isApproval
      ? .approved(
        RequestApproved(
          request: command.request, decider: command.decider, actingFor: authority?.actingFor,
          authority: kind, assignment: authority?.assignment, from: request.from,
          until: request.until))
      : .denied(
        RequestDenied(
          request: command.request, decider: command.decider, actingFor: authority?.actingFor,
          authority: kind, assignment: authority?.assignment, ground: .unstated))
    return try drafting.draft(.request(event), reason: command.reason, about: request.person)
  }

  static func execution(
    _ command: HistoryCommand.Execution, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.grants.contains(command.grant) { throw HistoryCodes.taken(command.grant) }
    guard let request = state.requests[command.request] else {
      throw HistoryCodes.unknown(command.request)
    }
    try require(command.by, in: state)
    guard let decision = request.decision, decision.isApproval else {
      throw HistoryCodes.order(
        "\(command.request)",
        state: request.decision == nil
          ? Localized(en: "not decided", sv: "inte beslutad")
          : Localized(en: "denied", sv: "avslagen"),
        since: request.decision?.fact.effective)
    }
    if let grant = decision.grant {
      throw HistoryCodes.order(
        "\(command.request)",
        state: Localized(en: "carried out as \(grant)", sv: "verkställd som \(grant)"))
    }
    guard request.person == command.person else {
      throw HistoryCodes.mismatch(
        PersonSubject.word, of: "\(command.request)", said: "\(command.person)",
        known: "\(request.person)")
    }
    guard request.entitlement == command.entitlement else {
      throw HistoryCodes.mismatch(
        EntitlementSubject.word, of: "\(command.request)", said: "\(command.entitlement)",
        known: "\(request.entitlement)")
    }
    return try drafting.draft(
      .grant(
        .provisioned(
          GrantProvisioned(
            grant: command.grant, request: command.request, by: command.by, at: command.from,
            from: command.from, until: command.until))),
      reason: command.note, about: command.person)
  }

  static func revocation(
    _ command: HistoryCommand.Revocation, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let grant = try endable(command.grant, in: state)
    try require(command.by, in: state)
    return [
      try drafting.draft(
        .grant(
          .revoked(GrantRevoked(grant: command.grant, by: command.by, cause: .unstated))),
        reason: command.reason, about: grant.person),
      try drafting.draft(
        .grant(.removalConfirmed(RemovalConfirmed(grant: command.grant, by: command.by)))),
    ]
  }

  static func reviewItem(
    _ command: HistoryCommand.ReviewItem, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let grant = try endable(command.grant, in: state)
    try require(command.reviewer, in: state)
    guard grant.entitlement.system == command.system else {
      throw HistoryCodes.mismatch(
        SystemSubject.word, of: "\(command.grant)", said: "\(command.system)",
        known: "\(grant.entitlement.system)")
    }
    return try drafting.draft(
      .review(
        .itemDecided(
          ReviewItemDecided(
            review: command.review, grant: command.grant, reviewer: command.reviewer,
            outcome: command.outcome))),
      reason: command.comment, about: grant.person)
  }

  /// A grant that nobody has ended yet. One whose time ran out, or whose holder has left, may still be looked at and cleared away.
  private static func endable(
    _ id: GrantID, in state: Register
  ) throws(Rejection) -> GrantRow {
    guard let grant = state.grants[id] else { throw HistoryCodes.unknown(id) }
    if let ending = grant.ending {
      throw HistoryCodes.order(
        "\(id)",
        state: Localized(
          en: "ended: \(ending.cause.word.english)", sv: "avslutad: \(ending.cause.word.swedish)"),
        since: ending.fact.effective)
    }
    if let removal = grant.removal {
      throw HistoryCodes.order(
        "\(id)", state: GrantState.ended.word, since: removal.fact.effective)
    }
    return grant
  }
}

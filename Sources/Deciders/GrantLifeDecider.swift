import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about a grant's life between its beginning and its end.
enum GrantLifeDecider {
  static func suspend(
    _ command: SuspendGrant, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let grant = try grant(command.grant, in: state)
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    try requireReason(for: "\(grant.id)", drafting)
    return try drafting.draft(
      .grant(
        .suspended(
          GrantSuspended(
            grant: grant.id, by: command.by, cause: command.cause, until: command.until))),
      about: grant.person)
  }

  static func resume(
    _ command: ResumeGrant, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let grant = try grant(command.grant, in: state)
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    try requireReason(for: "\(grant.id)", drafting)
    let moment = drafting.context.moment
    if !grant.suspensions.contains(where: { $0.isActive(at: moment) }),
      let standing = state.suspensions(of: grant, at: moment).first
    {
      if standing.cause == .trainingLapsed {
        throw ReferenceCodes.order(
          "\(grant.id)",
          state: Localized(
            en: "suspended while a training has lapsed",
            sv: "spärrad medan en utbildning har upphört att gälla"),
          needed: Localized(
            en: "the training renewed, which lifts it by itself: liggare person train",
            sv: "att utbildningen förnyas, vilket häver spärren av sig självt: liggare person train"
          ))
      }
      throw ReferenceCodes.order(
        "\(grant.id)",
        state: Localized(
          en: "suspended while its holder is away", sv: "spärrad medan innehavaren är frånvarande"),
        needed: Localized(
          en: "the end of the absence, which lifts it by itself",
          sv: "frånvarons slut, som häver spärren av sig självt"))
    }
    return try drafting.draft(
      .grant(.resumed(GrantResumed(grant: grant.id, by: command.by))), about: grant.person)
  }

  static func narrow(
    _ command: NarrowGrant, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let grant = try grant(command.grant, in: state)
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    try ReferenceCodes.check(days: command.reviewDays)
    guard command.scope != nil || command.until != nil || command.reviewDays != nil else {
      throw ReferenceCodes.order(
        "\(grant.id)",
        state: Localized(en: "nothing to narrow given", sv: "inget att begränsa angivet"),
        needed: Localized(
          en: "--scope, --until or --review-days", sv: "--scope, --until eller --review-days"))
    }
    return try drafting.draft(
      .grant(
        .narrowed(
          GrantNarrowed(
            grant: grant.id, by: command.by, scope: command.scope, until: command.until,
            reviewDays: command.reviewDays))), about: grant.person)
  }

  static func noteExpiry(
    _ command: NoteExpiry, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let grant = try grant(command.grant, in: state)
    if let expired = grant.expired {
      throw Rejection(
        TerminalStates.violation(
          of: .noted, "\(grant.id)", state: Localized(en: "noted already", sv: "redan noterad"),
          at: expired.effective))
    }
    let moment = drafting.context.moment
    guard let (at, cause) = state.expiry(of: grant, at: moment) else {
      throw ReferenceCodes.order(
        "\(grant.id)", state: (state.state(of: grant, at: moment) ?? .decided).word,
        needed: Localized(
          en: "an end that came by itself", sv: "ett slut som kommit av sig självt"))
    }
    return try drafting.draft(
      .grant(.expired(GrantExpired(grant: grant.id, expired: at, cause: cause))),
      about: grant.person)
  }

  static func activate(
    _ command: ActivateEmergency, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.grants.contains(command.grant) { throw ReferenceCodes.taken(command.grant) }
    guard state.persons.contains(command.person) else {
      throw ReferenceCodes.unknown(command.person)
    }
    guard let system = state.systems[command.entitlement.system],
      system.entitlement(command.entitlement.name) != nil
    else { throw ReferenceCodes.unknown(command.entitlement) }
    if let account = command.account, !state.accounts.contains(account) {
      throw ReferenceCodes.unknown(account)
    }
    let from = drafting.context.moment
    let until =
      if let hours = command.hours {
        // More hours than a year has are refused by the rule, and must not overflow before it.
        from.advanced(byMilliseconds: min(max(hours, 0), 8_784) * 3_600_000)
      } else {
        EmergencyPeriod.latestEnd(
          from: from,
          within: state.effectivePolicy(
            for: command.entitlement.system, person: command.person, at: from,
            standard: drafting.context.policy
          ).policy.emergencyValidity, in: drafting.context.zone)
      }
    return try drafting.draft(
      .grant(
        .emergencyActivated(
          EmergencyActivated(
            grant: command.grant, person: command.person, entitlement: command.entitlement,
            kind: command.kind, account: command.account, from: from,
            until: until, notified: command.notified))),
      about: command.person)
  }

  static func followUp(
    _ command: FollowUpEmergency, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let grant = try grant(command.grant, in: state)
    guard grant.emergency != nil else {
      throw ReferenceCodes.order(
        "\(grant.id)",
        state: Localized(en: "decided on a request", sv: "beslutad på en begäran"),
        needed: Localized(en: "emergency access", sv: "nödåtkomst"))
    }
    guard state.persons.contains(command.reviewer) else {
      throw ReferenceCodes.unknown(command.reviewer)
    }
    return try drafting.draft(about: grant.person) { id throws(Rejection) in
      let measures = try command.measures.map { text throws(Rejection) in
        try drafting.seal(
          text, "measures", Localized(en: "measures", sv: "åtgärder"), of: id, about: grant.person)
      }
      return .grant(
        .emergencyReviewed(
          EmergencyReviewed(
            grant: grant.id, reviewer: command.reviewer, judgement: command.judgement,
            measures: measures)))
    }
  }

  private static func grant(_ id: GrantID, in state: Register) throws(Rejection) -> GrantRow {
    guard let grant = state.grants[id] else { throw ReferenceCodes.unknown(id) }
    return grant
  }

  private static func requireReason(
    for thing: String, _ drafting: Drafting
  ) throws(Rejection) {
    guard drafting.context.reason == nil else { return }
    throw Rejection(ReferenceCodes.noReason.diagnostic(.init(en: "what", sv: "vad", thing)))
  }
}

import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about grants once they are decided.
enum GrantDecider {
  static func decide(
    _ command: GrantCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .provision(let command): [try provision(command, given: state, drafting)]
    case .revoke(let command): [try revoke(command, given: state, drafting)]
    case .confirmRemoval(let command): [try confirmRemoval(command, given: state, drafting)]
    case .takeOver(let command): [try takeOver(command, given: state, drafting)]
    case .suspend(let command): [try GrantLifeDecider.suspend(command, given: state, drafting)]
    case .resume(let command): [try GrantLifeDecider.resume(command, given: state, drafting)]
    case .narrow(let command): [try GrantLifeDecider.narrow(command, given: state, drafting)]
    case .noteExpiry(let command):
      [try GrantLifeDecider.noteExpiry(command, given: state, drafting)]
    case .activateEmergency(let command):
      [try GrantLifeDecider.activate(command, given: state, drafting)]
    case .followUpEmergency(let command):
      [try GrantLifeDecider.followUp(command, given: state, drafting)]
    }
  }

  private static func provision(
    _ command: ProvisionGrant, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let grant = try grant(command.grant, in: state)
    guard let request = grant.request else {
      throw ReferenceCodes.order(
        "\(grant.id)", state: GrantState.undecided.word,
        needed: Localized(
          en: "a decision: what was found is not carried out again",
          sv: "ett beslut: det som hittats verkställs inte igen"))
    }
    try notOver(grant, given: state, drafting)
    let moment = command.at ?? drafting.context.moment
    let standing = grant.standing(at: moment)
    if let provisioned = grant.provisioned, standing.toCarryOut == nil {
      throw Rejection(
        ReferenceCodes.carriedOut.diagnostic(
          .init(GrantSubject.word, "\(grant.id)"),
          .init(en: "carried out", sv: "verkställd", at: provisioned.at),
          .init(Localized(en: "by", sv: "av"), persons: ["\(provisioned.by)"])))
    }
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    if let account = command.account {
      try check(account, serves: grant.person, grant.entitlement, in: state)
    }
    let until =
      switch command.until {
      case .some(let until): until
      case nil: standing.terms.until
      }
    return try drafting.draft(
      .grant(
        .provisioned(
          GrantProvisioned(
            grant: grant.id, request: request, by: command.by, at: moment,
            from: command.from ?? standing.terms.from, until: until,
            accountUntil: command.accountUntil, account: command.account,
            evidence: command.evidence))),
      about: grant.person)
  }

  private static func revoke(
    _ command: RevokeGrant, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let grant = try grant(command.grant, in: state)
    let ending = try drafting.ending(lastDay: command.lastDay)
    try drafting.check(
      ending, of: .grant, "\(grant.id)", state: (grant.ending?.cause ?? command.cause).word,
      planned: grant.ending?.fact.effective)
    try notOver(grant, given: state, drafting)
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    guard drafting.context.reason != nil else {
      throw ReferenceCodes.unexplained("\(grant.id)")
    }
    return try drafting.draft(
      .grant(
        .revoked(
          GrantRevoked(
            grant: grant.id, by: command.by, cause: command.cause, until: ending.until))),
      about: grant.person, effective: ending.effective)
  }

  private static func confirmRemoval(
    _ command: ConfirmRemoval, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let grant = try grant(command.grant, in: state)
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    if let removal = grant.removal {
      throw Rejection(
        TerminalStates.violation(
          of: .removal, "\(grant.id)", state: GrantState.ended.word, at: removal.fact.effective))
    }
    let moment = drafting.context.moment
    guard state.state(of: grant, at: moment) == .ending else {
      throw ReferenceCodes.order(
        "\(grant.id)", state: (state.state(of: grant, at: moment) ?? .decided).word,
        needed: Localized(
          en: "an end: liggare grant revoke \(grant.id)",
          sv: "ett slut: liggare grant revoke \(grant.id)"))
    }
    return try drafting.draft(
      .grant(.removalConfirmed(RemovalConfirmed(grant: grant.id, by: command.by))),
      about: grant.person)
  }

  private static func takeOver(
    _ command: TakeOverGrant, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.grants.contains(command.grant) { throw ReferenceCodes.taken(command.grant) }
    guard let system = state.systems[command.entitlement.system],
      system.entitlement(command.entitlement.name) != nil
    else { throw ReferenceCodes.unknown(command.entitlement) }
    if let person = command.person, !state.persons.contains(person) {
      throw ReferenceCodes.unknown(person)
    }
    try check(command.account, serves: command.person, command.entitlement, in: state)
    return try drafting.draft(
      .grant(
        .takenOver(
          GrantTakenOver(
            grant: command.grant, entitlement: command.entitlement, account: command.account,
            person: command.person, source: command.source))),
      about: command.person)
  }

  private static func grant(_ id: GrantID, in state: Register) throws(Rejection) -> GrantRow {
    guard let grant = state.grants[id] else { throw ReferenceCodes.unknown(id) }
    return grant
  }

  /// An account gives access in its own system, to whoever it belongs to.
  private static func check(
    _ id: AccountID, serves person: PersonID?, _ entitlement: EntitlementID, in state: Register
  ) throws(Rejection) {
    guard let account = state.accounts[id] else { throw ReferenceCodes.unknown(id) }
    let isForeign = account.person != nil && person != nil && account.person != person
    guard account.system != entitlement.system || isForeign else { return }
    var facts: [Diagnostic.Fact] = [
      .init(AccountSubject.word, "\(id)"),
      .init(en: "account in", sv: "konto i", "\(account.system)"),
      .init(EntitlementSubject.word, "\(entitlement)"),
    ]
    if let owner = account.person {
      facts.append(.init(Localized(en: "account of", sv: "konto för"), persons: ["\(owner)"]))
    }
    if let person {
      facts.append(.init(Localized(en: "grant for", sv: "tilldelning för"), persons: ["\(person)"]))
    }
    throw Rejection(ReferenceCodes.foreignAccount.diagnostic(facts: facts))
  }

  /// What is over is not carried out and not ended again (INV-22).
  private static func notOver(
    _ grant: GrantRow, given state: Register, _ drafting: Drafting
  ) throws(Rejection) {
    guard let end = state.end(of: grant, at: drafting.context.moment),
      end.at <= drafting.context.moment
    else { return }
    throw Rejection(
      TerminalStates.violation(of: .grant, "\(grant.id)", state: end.cause.word, at: end.at))
  }
}

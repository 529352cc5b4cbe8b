import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about delegation orders.
enum DelegationDecider {
  static func decide(
    _ command: DelegationCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .grant(let command): [try grant(command, given: state, drafting)]
    case .revoke(let command): [try revoke(command, given: state, drafting)]
    case .report(let command): [try report(command, given: state, drafting)]
    }
  }

  private static func grant(
    _ command: GrantDelegation, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.delegations.contains(command.delegation) {
      throw ReferenceCodes.taken(command.delegation)
    }
    for unit in [command.body, command.unit].compactMap(\.self) + command.entities {
      if !state.units.contains(unit) { throw ReferenceCodes.unknown(unit) }
    }
    if let parent = command.parent, !state.delegations.contains(parent) {
      throw ReferenceCodes.unknown(parent)
    }
    if let person = command.delegatedBy, !state.persons.contains(person) {
      throw ReferenceCodes.unknown(person)
    }
    if let level = command.levelMax, !(0...4).contains(level) {
      throw ReferenceCodes.order(
        "\(command.delegation)",
        state: Localized(en: "level \(level)", sv: "nivå \(level)"),
        needed: Localized(en: "a level from 0 to 4", sv: "en nivå från 0 till 4"))
    }
    if let violation = OrderedPeriod.check(from: command.from, until: command.until) {
      throw Rejection(violation)
    }
    return try drafting.draft(
      .delegation(
        .granted(
          DelegationGranted(
            delegation: command.delegation,
            order: try drafting.label(
              command.order, Localized(en: "order", sv: "delegationsordning")),
            version: command.version, body: command.body, position: command.position,
            unit: command.unit, matter: command.matter, levelMax: command.levelMax,
            accounts: command.accounts, entities: command.entities,
            maySubdelegate: command.maySubdelegate ? .yes : .no, reporting: command.reporting,
            parent: command.parent, delegatedBy: command.delegatedBy, from: command.from,
            until: command.until))))
  }

  private static func revoke(
    _ command: RevokeDelegation, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    guard let row = state.delegations[command.delegation] else {
      throw ReferenceCodes.unknown(command.delegation)
    }
    let ending = try drafting.ending(lastDay: command.lastDay)
    let end = state.end(of: row)
    try drafting.check(
      ending, of: .delegation, "\(command.delegation)",
      state: (end?.state ?? .revoked).word, planned: end?.at)
    guard drafting.context.reason != nil else {
      throw ReferenceCodes.unexplained("\(command.delegation)")
    }
    return try drafting.draft(
      .delegation(
        .revoked(DelegationRevoked(delegation: command.delegation, until: ending.until))),
      effective: ending.effective)
  }

  /// Everything of the period that has not been reported and is not left.
  private static func report(
    _ command: ReportDelegatedDecisions, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    guard state.units.contains(command.body) else { throw ReferenceCodes.unknown(command.body) }
    for request in command.left where !state.requests.contains(request) {
      throw ReferenceCodes.unknown(request)
    }
    if let violation = OrderedPeriod.check(from: command.from, until: command.until) {
      throw Rejection(violation)
    }
    let minutes = try drafting.label(
      command.minutes, Localized(en: "minutes", sv: "protokoll"))
    let decisions = state.delegatedDecisions(
      of: command.body, from: command.from, until: command.until
    ).map(\.id)
    let before = state.reportedRequests(at: drafting.context.now)
    let left = Set(command.left)
    let reported = decisions.filter { !before.contains($0) && !left.contains($0) }
    guard !reported.isEmpty || decisions.isEmpty || !left.isEmpty else {
      throw Rejection(
        ReportedOnce.code.diagnostic(
          .init(
            en: "reported before", sv: "anmälda tidigare",
            decisions.map { "\($0)" }.joined(separator: ", "))))
    }
    return try drafting.draft(
      .delegation(
        .reported(
          DelegationReported(
            body: command.body, meeting: command.meeting, from: command.from,
            until: command.until, requests: reported, left: command.left, minutes: minutes))))
  }
}

public import AccessModel
public import Chronology
import Events
import Projections

/// Access that has lost its effect, or will, and that somebody has to remove in the system and confirm.
public struct DueRemoval: Hashable, Sendable {
  public var grant: GrantID
  /// Whose it is; absent for an account that nobody is known to own.
  public var person: PersonID?
  public var entitlement: EntitlementID
  public var account: AccountID?
  /// The first moment without effect.
  public var from: Instant

  public init(
    grant: GrantID, person: PersonID?, entitlement: EntitlementID, account: AccountID?,
    from: Instant
  ) {
    self.grant = grant
    self.person = person
    self.entitlement = entitlement
    self.account = account
    self.from = from
  }
}

extension Register {
  /// The grants whose effect an event can take away.
  func grants(endableBy event: AccessEvent) -> [GrantID] {
    switch event {
    case .person(.affiliationEnded(let ended)):
      (persons[ended.person]?.grants ?? []).map { grants[$0].id }
    case .grant(.revoked(let revoked)): [revoked.grant]
    case .review(.itemDecided(let item)):
      (item.stage == nil ? item.outcome : item.result) == .revoke ? [item.grant] : []
    case .review(.itemLapsed(let lapsed)): lapsed.effect == .expire ? lapsed.grants : []
    case .system(.statusChanged(let changed)):
      (systems[changed.system]?.entitlements ?? []).flatMap { entitlement in
        self.grants(of: entitlement.id).map { grants[$0].id }
      }
    case .ledger, .key, .unit, .person, .role, .delegation, .separation, .policy, .system,
      .request, .grant, .review, .incident, .usage, .reconciliation, .stale:
      []
    }
  }
}

extension Ledger {
  /// Those of the grants that now have an end and work in the system until somebody removes them.
  ///
  /// An end that was agreed from the start is not among them: nothing has changed for it.
  func removals(of grants: Set<GrantID>) -> [DueRemoval] {
    grants.compactMap { id in
      guard let grant = register.grants[id], grant.removal == nil,
        grant.provisioned != nil || grant.takenOver != nil,
        let end = register.end(of: grant, at: .latest)
      else { return nil }
      switch end.cause {
      case .revoked, .affiliationEnded, .systemClosed:
        return DueRemoval(
          grant: id, person: grant.person, entitlement: grant.entitlement, account: grant.account,
          from: end.at)
      case .expired, .transferred: return nil
      }
    }.sorted { ($0.grant.number ?? .max, $0.grant) < ($1.grant.number ?? .max, $1.grant) }
  }
}

import AccessModel
public import Chronology

extension Register {
  /// What is known at a moment of the use of access: by its own account, or the only one that its holder has in the system; `nil` when
  /// nothing is.
  public func usage(of grant: GrantRow, at moment: Instant) -> AccountUsage? {
    if let account = grant.account { return accounts[account]?.usage(at: moment) }
    guard let person = grant.person, let system = systems[grant.entitlement.system],
      !system.feeds.isEmpty
    else { return nil }
    var own: AccountRow?
    for account in accounts.rows
    where account.system == system.id && account.found.effective <= moment {
      guard account.details(at: moment).owner == person else { continue }
      guard own == nil else { return nil }
      own = account
    }
    return own?.usage(at: moment)
  }

  /// When a system was first seen to grant what the register says of access, from one moment up to another; `nil` when nobody has looked.
  ///
  /// - Parameter isGone: whether it must be gone from the system rather than there.
  public func observation(
    of grant: GrantRow, isGone: Bool, from start: Instant, to moment: Instant
  ) -> Instant? {
    var first: Instant?
    for row in reconciliations.rows
    where row.system == grant.entitlement.system && row.fact.effective <= moment
      && row.taken >= start
    {
      let differs =
        isGone
        ? row.unknown.contains {
          $0.account == grant.account
            && ($0.entitlement == nil || $0.entitlement == grant.entitlement.name)
        }
        : row.missing.contains(grant.id) || row.differing.contains(grant.id)
      if !differs { first = min(first ?? row.taken, row.taken) }
    }
    return first
  }
}

import AccessModel
public import Chronology

extension Register {
  /// What of the decisions on a grant is not carried out at a moment, and since when that waits; `nil` when all is.
  ///
  /// `pending` is `nil` for a first execution.
  public func pendingExecution(
    of grant: GrantRow, at moment: Instant
  ) -> (pending: PendingExecution?, since: Instant)? {
    let standing = grant.standing(at: moment)
    let since = standing.decision?.fact.effective ?? grant.begun.effective
    if standing.execution == nil { return (nil, since) }
    return standing.toCarryOut.map { pending in
      let narrowed = grant.changes.last { $0.fact.effective <= moment }?.fact.effective
      return (pending, pending == .narrowing ? narrowed ?? since : since)
    }
  }

  /// Since when a right is granted no more, or its system phased out, at a moment; `nil` while it may be granted.
  public func endOfRight(
    _ right: EntitlementRow, in system: SystemRow, at moment: Instant
  ) -> Instant? {
    let phasing = system.status(at: moment) == .phasingOut ? system.statusSince(moment) : nil
    return [right.isRetired(at: moment) ? right.retired?.effective : nil, phasing]
      .compactMap(\.self).min()
  }
}

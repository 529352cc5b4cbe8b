public import AccessModel
public import Chronology

extension Register {
  /// When and by what a grant had ended by itself at a moment; `nil` when it goes on, somebody ended it, or nobody had decided it.
  public func expiry(of grant: GrantRow, at moment: Instant) -> (at: Instant, cause: ExpiryCause)? {
    guard grant.begun.effective <= moment, !grant.isUndecided,
      let end = end(of: grant, at: moment), end.at <= moment
    else { return nil }
    switch end.cause {
    case .revoked: return nil
    case .expired: return (end.at, grant.emergency == nil ? .period : .emergency)
    case .affiliationEnded: return (end.at, .affiliation)
    case .transferred: return (end.at, .transfer)
    case .systemClosed: return (end.at, .system)
    }
  }

  /// The grants that have ended by themselves at a moment and whose end nobody has noted, in the order of the log.
  public func unnotedExpiries(at moment: Instant) -> [GrantID] {
    grants.rows.filter { $0.expired == nil && expiry(of: $0, at: moment) != nil }.map(\.id)
  }
}

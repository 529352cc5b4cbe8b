public import AccessModel
public import Chronology

/// What is known of the use of access that works.
public struct GrantUse: Hashable, Sendable {
  /// Whether a feed covers the account that it is used through.
  public var isKnown: Bool
  /// Since when it has been unused for too long by the rules; `nil` when it has not, or when nobody knows.
  public var unusedSince: Instant?
}

extension StaleInquiry {
  /// What is known of the use of each grant that is in effect. Access for emergencies is not used by design, and is left out.
  public mutating func uses() -> [GrantID: GrantUse] {
    let unused = Dictionary(
      findings(of: [.unused]).compactMap { finding -> (GrantID, Instant)? in
        guard case .grant(let grant) = finding.about else { return nil }
        return (grant, finding.since)
      }, uniquingKeysWith: { first, _ in first })
    var uses: [GrantID: GrantUse] = [:]
    let inquiry = self
    inquiry.forEachGrant { held in
      guard held.state == .inEffect, held.row.emergency == nil,
        !held.entitlement.terms(at: inquiry.moment).isForEmergency
      else { return }
      let isKnown = inquiry.account(of: held)?.usage(at: inquiry.moment) != nil
      uses[held.row.id] = GrantUse(isKnown: isKnown, unusedSince: unused[held.row.id])
    }
    return uses
  }
}

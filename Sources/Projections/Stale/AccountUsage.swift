public import Chronology

/// What feeds say of the use of an account, up to a moment.
public struct AccountUsage: Hashable, Sendable {
  /// When it was last used; `nil` when no feed tells of a use.
  public var last: Instant?
  /// Since when it is known without a gap to have been quiet, up to `knownUntil`.
  public var quietSince: Instant
  /// The first moment of which no feed tells.
  public var knownUntil: Instant
}

extension AccountRow {
  /// What is known of the use of the account at a moment; `nil` when nothing is.
  ///
  /// A feed that tells of a last use tells that the account was quiet from then to the end of its period; one that tells of none, that it
  /// was quiet through the period. Several count together as far as they overlap or meet; before a gap nothing is known.
  public func usage(at moment: Instant) -> AccountUsage? {
    let known = uses.filter { $0.fact.effective <= moment && $0.from <= moment }
    guard let end = known.map(\.until).max() else { return nil }
    let last = known.compactMap(\.last).max()
    var quiet = end
    // Each turn takes in at least one feed more.
    for _ in known {
      let reached = known.filter { $0.until >= quiet }.map { $0.last ?? $0.from }.min() ?? quiet
      let next = max(reached, last ?? reached)
      guard next < quiet else { break }
      quiet = next
    }
    return AccountUsage(last: last, quietSince: quiet, knownUntil: min(end, moment))
  }
}

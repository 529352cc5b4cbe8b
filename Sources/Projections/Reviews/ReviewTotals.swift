public import Events

/// How many items of a campaign came to what.
public struct ReviewTotals: Hashable, Sendable {
  public var counts: [ReviewItemState: Int] = [:]

  public init() {}

  public subscript(state: ReviewItemState) -> Int {
    get { counts[state] ?? 0 }
    set { counts[state] = newValue }
  }

  public var items: Int { counts.values.reduce(0, +) }
  /// How many are still to be answered.
  public var open: Int { self[.open] + self[.secondStage] }
}

extension ReviewCampaignClosed {
  /// How many items of each state the event counts.
  public var totals: ReviewTotals {
    var totals = ReviewTotals()
    for (state, count) in [
      (.kept, kept), (.keptUntil, keptUntil), (.reduced, reduced), (.revoked, revoked),
      (.unjudged, unjudged), (.suspended, suspended), (.expired, expired), (.ended, ended),
    ] as [(ReviewItemState, Int64)] where count != 0 {
      totals[state] = Int(clamping: count)
    }
    return totals
  }

  /// Counts the items of each state.
  public mutating func count(_ totals: ReviewTotals) {
    items = Int64(totals.items)
    kept = Int64(totals[.kept])
    keptUntil = Int64(totals[.keptUntil])
    reduced = Int64(totals[.reduced])
    revoked = Int64(totals[.revoked])
    unjudged = Int64(totals[.unjudged])
    suspended = Int64(totals[.suspended])
    expired = Int64(totals[.expired])
    ended = Int64(totals[.ended])
  }
}

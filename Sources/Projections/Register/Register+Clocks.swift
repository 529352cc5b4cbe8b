import AccessModel
import Chronology
import Events
import Policies

/// Clocks that run by the rules of every moment, and that are out for good once they are.
extension Register {
  /// The first moment at which a limit counted from `start` is over by the rules that hold then; `nil` when it never is.
  ///
  /// What ended by the rules of its day stays ended, whatever rules come later; what runs ends sooner, or later, when a document that says
  /// so comes into force.
  ///
  /// - Parameter limit: what the rules say; `nil` while they bound nothing.
  func firstOver(
    from start: Instant, for system: SystemID, person: PersonID,
    _ limit: (AccessPolicy) -> TimeLimit?
  ) -> Instant? {
    guard hasRules else { return limit(.standard)?.due(after: start) }
    let changes = Set(
      rulesInPlay.lazy.filter { $0.document != nil }.map(\.adopted.from).filter { start < $0 }
    ).sorted()
    for (index, from) in ([start] + changes).enumerated() {
      let rules = effectivePolicy(for: system, person: person, at: from).policy
      guard let due = limit(rules)?.due(after: start) else { continue }
      let over = max(due, from)
      if index == changes.count || over < changes[index] { return over }
    }
    return nil
  }
}

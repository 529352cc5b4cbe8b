import AccessModel
import Chronology

/// What a snapshot keeps besides rows so that questions about many grants read few of them.
extension Register {
  /// When grants have effect, as two lists: of those that may have effect when the last event was recorded, by the bytes of their
  /// identifiers, and of those over then, the last to end first.
  func presentSpans() -> (present: SpanListWriter, past: SpanListWriter) {
    let boundary = lastRecorded?.milliseconds ?? .min
    var entries: [(grant: GrantInEffect, span: EffectSpan)] = []
    let ready = readyForAllGrants()
    for index in 0..<Int32(grants.count) {
      let grant = ready.grants[index]
      guard let span = ready.effectSpan(of: grant, at: index) else { continue }
      entries.append((GrantInEffect(grant, at: index), span))
    }
    // The entries are large: where they stand is sorted in their place.
    let order = entries.indices.sorted {
      GrantInEffect.isInOrder(entries[$0].grant, entries[$1].grant)
    }
    var (present, past) = (SpanListWriter(), SpanListWriter())
    var over: [Int] = []
    for place in order {
      let (grant, span) = entries[place]
      if span.isWhole, span.until <= boundary {
        over.append(place)
      } else {
        present.add(grant, span)
      }
    }
    over.sort {
      let (one, other) = (entries[$0], entries[$1])
      return one.span.until == other.span.until
        ? GrantInEffect.isInOrder(one.grant, other.grant) : one.span.until > other.span.until
    }
    for place in over { past.add(entries[place].grant, entries[place].span) }
    present.finish()
    past.finish()
    return (present, past)
  }

  /// The grants of an entitlement, each with its bounds as its row gives them now.
  func presentBounds(of right: EntitlementID) -> [GrantBounds] {
    grantLists.bounds(of: right).map { bounds in
      grants.isUnchanged(bounds.index)
        ? bounds : GrantBounds(grants[bounds.index], at: bounds.index)
    } + (grantLists.added[right] ?? []).map { GrantBounds(grants[$0], at: $0) }
  }

  /// Whether what a snapshot keeps besides rows is what its rows come to; it must be as it was read.
  func areListsSound() -> Bool {
    for (right, indexes) in grantLists.all {
      guard grantLists.bounds(of: right) == indexes.map({ GrantBounds(grants[$0], at: $0) }) else {
        return false
      }
    }
    guard areIncidentListsSound() else { return false }
    guard let keptSpans else { return true }
    let expected = presentSpans()
    return keptSpans.isEqual(to: expected.present, expected.past)
  }

  /// Whether each incident is listed under the systems that its row names, and under no other.
  private func areIncidentListsSound() -> Bool {
    var expected: [SystemID: [Int32]] = [:]
    for index in 0..<Int32(incidents.count) {
      for system in incidents[index].everySystem(in: self) {
        expected[system, default: []].append(index)
      }
    }
    return incidentLists.systems == expected.keys.sorted()
      && expected.allSatisfy { incidentLists[$0.key] == $0.value }
  }
}

import AccessModel
import Events
public import Transparency

extension Register {
  /// SHA-256 over every row the register holds, in the order of identifiers: equal for equal events (INV-54).
  ///
  /// Two programs, or two versions of one, that fold the same log can compare what they came to by this value. Derived from codes and
  /// numbers alone, never from how a language shows a value or in which order a program declares it.
  public var digest: Digest {
    var state = RowHasher()
    state.word("liggare-state/v1")
    var heading = heading
    heading.visitFields(&state)
    units.forEachInOrder { state.add($0) }
    persons.forEachInOrder { state.add($0) }
    assignments.forEachInOrder { state.add($0) }
    for row in keys.values.sorted(by: { $0.fingerprint < $1.fingerprint }) { state.add(row) }
    systems.forEachInOrder { state.add($0) }
    accounts.forEachInOrder { state.add($0) }
    requests.forEachInOrder { state.add($0) }
    grants.forEachInOrder { state.add($0) }
    incidents.forEachInOrder { state.add($0) }
    delegations.forEachInOrder { state.add($0) }
    separationRules.forEachInOrder { state.add($0) }
    separationExceptions.forEachInOrder { state.add($0) }
    policies.forEachInOrder { state.add($0) }
    reconciliations.forEachInOrder { state.add($0) }
    flags.forEachInOrder { state.add($0) }
    var whole = self
    whole.visitLists(&state)
    for tail in tailsInOrder { state.add(tail) }
    return state.digest
  }

  var tailsInOrder: [TailQuarantined] {
    quarantinedTails.sorted {
      ($0.segment.text, $0.offset, $0.length, $0.digest)
        < ($1.segment.text, $1.offset, $1.length, $1.digest)
    }
  }
}

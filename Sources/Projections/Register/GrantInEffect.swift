public import AccessModel
public import Chronology

/// A grant that has effect at a moment.
public struct GrantInEffect: Hashable, Sendable {
  /// Where its row is among the register's grants.
  public var index: Int32
  public var id: GrantID
  public var person: PersonID?
  public var entitlement: EntitlementID

  init(index: Int32, id: GrantID, person: PersonID?, entitlement: EntitlementID) {
    self.index = index
    self.id = id
    self.person = person
    self.entitlement = entitlement
  }

  init(_ grant: GrantRow, at index: Int32) {
    self.init(index: index, id: grant.id, person: grant.person, entitlement: grant.entitlement)
  }

  /// The grant by its names.
  public var permission: Permission {
    Permission(person: person, entitlement: entitlement, grant: id)
  }

  /// By the bytes of person, system, entitlement and grant; what has no person comes first.
  static func isInOrder(_ one: GrantInEffect, _ other: GrantInEffect) -> Bool {
    one.permission < other.permission
  }
}

extension Register {
  /// The grants that have effect at a moment, by the bytes of person, system, entitlement and grant; what has no person comes first.
  ///
  /// What a snapshot says of when grants have effect is taken for those that nothing since has touched: neither the grant, nor its person,
  /// nor its system, nor the rules. All others are looked at one by one.
  public func grantsInEffect(at moment: Instant) -> [GrantInEffect] {
    guard let keptSpans, trial == nil, policies.isUnchanged else {
      let ready = readyForAllGrants()
      return ready.grantsInEffect(among: 0..<Int32(grants.count), at: moment)
        .sorted(by: GrantInEffect.isInOrder)
    }
    let touched = touchedGrants
    var found: [GrantInEffect] = []
    var unclear: [Int32] = []
    keptSpans.forEach(at: moment) { kept in
      let span = kept.span
      guard span.contains(moment), touched.isEmpty || !touched.contains(kept.index) else { return }
      guard span.isWhole else { return unclear.append(kept.index) }
      guard let grant = kept.grant else { return keptSpans.bytes.noteDamage() }
      found.append(grant)
    }
    let others = grantsInEffect(among: unclear + touched.sorted(), at: moment)
    // Lists that are in order are merged by sorting about as fast as by merging.
    if !others.isEmpty || keptSpans.isPastAsked(at: moment) {
      found += others
      found.sort(by: GrantInEffect.isInOrder)
    }
    return found
  }

  private func grantsInEffect(
    among indexes: some Sequence<Int32>, at moment: Instant
  ) -> [GrantInEffect] {
    indexes.compactMap { index in
      let grant = grants[index]
      return isInEffect(grant, at: moment) ? GrantInEffect(grant, at: index) : nil
    }
  }

  /// The grants of which the snapshot may not say any more when they have effect, by index.
  private var touchedGrants: Set<Int32> {
    var touched = Set(grants.newIndexes)
    for entry in persons.changed.values { touched.formUnion(entry.row.grants) }
    for entry in systems.changed.values { touched.formUnion(grants(in: entry.row.id)) }
    return touched
  }
}

public import AccessModel
public import Chronology

/// A grant that has effect at a moment.
public struct GrantInEffect: Hashable, Sendable {
  /// Where its row is among the register's grants.
  public var index: Int32
  /// The grant by its names.
  public var permission: Permission

  public var id: GrantID { permission.grant }
  public var person: PersonID? { permission.person }
  public var entitlement: EntitlementID { permission.entitlement }

  init(index: Int32, _ permission: Permission) {
    self.index = index
    self.permission = permission
  }

  init(_ grant: GrantRow, at index: Int32) {
    self.init(index: index, Permission(grant))
  }

  /// By the bytes of person, system, entitlement and grant; what has no person comes first.
  static func isInOrder(_ one: GrantInEffect, _ other: GrantInEffect) -> Bool {
    one.permission < other.permission
  }

  /// Two lists as one in order, of which the first is in order already. They are large values: those of the second are sorted by where they
  /// stand, and each of both is moved once.
  static func merged(
    _ ordered: [GrantInEffect], _ others: [GrantInEffect]
  ) -> [GrantInEffect] {
    guard !others.isEmpty else { return ordered }
    var all: [GrantInEffect] = []
    all.reserveCapacity(ordered.count + others.count)
    var next = 0
    for place in others.indices.sorted(by: { isInOrder(others[$0], others[$1]) }) {
      while next < ordered.count, !isInOrder(others[place], ordered[next]) {
        all.append(ordered[next])
        next += 1
      }
      all.append(others[place])
    }
    all.append(contentsOf: ordered[next...])
    return all
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
    var unclear: [Int32] = []
    func take(_ kept: KeptSpan, _ found: inout [GrantInEffect]) {
      let span = kept.span
      guard span.contains(moment), touched.isEmpty || !touched.contains(kept.index) else { return }
      guard span.isWhole else { return unclear.append(kept.index) }
      guard let grant = kept.grant else { return keptSpans.bytes.noteDamage() }
      found.append(grant)
    }
    var ordered: [GrantInEffect] = []
    var others: [GrantInEffect] = []
    keptSpans.forEachPresent { take($0, &ordered) }
    keptSpans.forEachPast(at: moment) { take($0, &others) }
    others += grantsInEffect(among: unclear + touched.sorted(), at: moment)
    return GrantInEffect.merged(ordered, others)
  }

  func grantsInEffect(
    among indexes: some Sequence<Int32>, at moment: Instant
  ) -> [GrantInEffect] {
    indexes.compactMap { index in
      let grant = grants[index]
      return isInEffect(grant, at: moment) ? GrantInEffect(grant, at: index) : nil
    }
  }

  /// The grants of which the snapshot may not say any more when they have effect, by index.
  var touchedGrants: Set<Int32> {
    var touched = Set(grants.newIndexes)
    for entry in persons.changed.values { touched.formUnion(entry.row.grants) }
    for entry in systems.changed.values { touched.formUnion(grants(in: entry.row.id)) }
    return touched
  }
}

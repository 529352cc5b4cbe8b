public import AccessModel
public import Chronology
public import Events
public import Policies

/// The rules in force at a moment and a place.
extension Register {
  /// The types of event that a document may name.
  public static let policyEvents: [String] = EventKind.allCases.map { "\($0.name)" }

  /// The rules that hold for access to a system by somebody who works in a unit, at a moment.
  ///
  /// Those of the group, of the unit and the owner of the system with every entity and unit above them, and of the system.
  public func policy(
    for system: SystemID?, unit: UnitID?, at moment: Instant, standard: AccessPolicy = .standard
  ) -> AccessPolicy {
    effectivePolicy(
      for: system, units: [unit].compactMap(\.self), at: moment, standard: standard
    ).policy
  }

  /// The rules that hold for a person's access to a system at a moment, with where they come from.
  ///
  /// Of somebody who works in several places, those of all of them.
  public func effectivePolicy(
    for system: SystemID?, person: PersonID, at moment: Instant,
    standard: AccessPolicy = .standard
  ) -> EffectivePolicy {
    guard hasRules else { return .unruled(standard) }
    return effectivePolicy(
      for: system, units: workplaces(of: person, at: moment), at: moment, standard: standard)
  }

  /// The rules that hold at a moment for a system and units, with where they come from.
  public func effectivePolicy(
    for system: SystemID?, units: [UnitID], at moment: Instant,
    standard: AccessPolicy = .standard
  ) -> EffectivePolicy {
    guard hasRules else { return .unruled(standard) }
    let chain = policyUnits(for: system, units: units, at: moment)
    return EffectivePolicy(
      policiesInForce(at: moment).compactMap { row in
        row.rank(in: chain, for: system).map { ($0, row) }
      }.sorted { ($0.0, $0.1.fact.position) < ($1.0, $1.1.fact.position) }
        .compactMap { $1.layer }, standard: standard)
  }

  /// The rules that hold above a place at a moment; for the group those of the group itself, which it may change either way.
  public func policy(
    above level: PolicyLevel, unit: UnitID?, system: SystemID?, at moment: Instant,
    standard: AccessPolicy = .standard
  ) -> EffectivePolicy {
    let chain = policyUnits(for: system, units: [unit].compactMap(\.self), at: moment)
    let own = PolicyRow.rank(level, unit: unit, system: system, in: chain, for: system)
    return EffectivePolicy(
      policiesInForce(at: moment).compactMap { row in
        row.rank(in: chain, for: system).map { ($0, row) }
      }.filter { rank, _ in own.map { rank < max($0, 1) } ?? true }
        .sorted { ($0.0, $0.1.fact.position) < ($1.0, $1.1.fact.position) }
        .compactMap { $1.layer }, standard: standard)
  }

  /// The questions whose reading is logged at a moment (INV-56): those that the rules of any place name, because an answer may be about
  /// any.
  public func loggedReadings(at moment: Instant, standard: AccessPolicy = .standard) -> Set<String>
  {
    let group = effectivePolicy(for: nil, units: [], at: moment, standard: standard).policy
    return policiesInForce(at: moment).reduce(group.loggedReadings) { found, row in
      guard case .names(let names)? = row.document?[PolicyKey.loggedReadings] else { return found }
      return found.union(names)
    }
  }

  /// What answers mask at a moment: what the rules of the group say, and more where those of any place do, because an answer may be about any.
  ///
  /// The group may mask less than the standard; a place below can only add to it.
  public func disclosureTerms(
    at moment: Instant, standard: AccessPolicy = .standard
  ) -> DisclosureTerms {
    var terms =
      effectivePolicy(for: nil, units: [], at: moment, standard: standard).policy.disclosure
    for row in policiesInForce(at: moment) where row.adopted.level != .group {
      if case .names(let names)? = row.document?[PolicyKey.publicMasks] {
        terms.publicMasks.formUnion(names.compactMap { FactKind.codes[$0] })
      }
      if case .names(let names)? = row.document?[PolicyKey.auditorMasks] {
        terms.auditorMasks.formUnion(names.compactMap { FactKind.codes[$0] })
      }
    }
    return terms
  }

  /// The document that holds at each place at a moment: the one that began last, and of those the last recorded.
  ///
  /// A document that cannot be read replaces nothing.
  public func policiesInForce(at moment: Instant) -> [PolicyRow] {
    var found: [PolicyRow] = []
    for row in rulesInPlay where row.document != nil && row.adopted.from <= moment {
      guard let index = found.firstIndex(where: { $0.hasPlace(of: row) }) else {
        found.append(row)
        continue
      }
      if found[index].adopted.from <= row.adopted.from { found[index] = row }
    }
    return found
  }

  /// The documents that should have been looked at again by a moment, by their names.
  ///
  /// Of the documents for the same level, unit and system the one that began last counts.
  public func policiesPastReview(at moment: Instant) -> [PolicyAdopted] {
    let begun = policies.rows.map(\.adopted).filter { $0.from <= moment }
    return begun.filter { policy in
      policy.reviewBy <= moment
        && !begun.contains {
          $0.level == policy.level && $0.unit == policy.unit && $0.system == policy.system
            && IncidentRules.isMeant(by: $0.document) == IncidentRules.isMeant(by: policy.document)
            && $0.from > policy.from
        }
    }
  }

  /// The first moment at which a document no longer holds because another replaced it; `nil` when none has.
  public func replacement(of row: PolicyRow) -> PolicyRow? {
    policies.rows.filter { other in
      guard other.document != nil || other.incidentRules != nil,
        other.adopted.policy != row.adopted.policy,
        other.hasPlace(of: row)
      else { return false }
      return (row.adopted.from, row.fact.position) < (other.adopted.from, other.fact.position)
    }.min { ($0.adopted.from, $1.fact.position) < ($1.adopted.from, $0.fact.position) }
  }

  /// The units whose rules count for a system and for people in some units, from the top downwards; those of the system's owner last.
  private func policyUnits(
    for system: SystemID?, units: [UnitID], at moment: Instant
  ) -> [UnitID] {
    var chain: [UnitID] = []
    let owner = system.flatMap { systems[$0] }.map { $0.owner(at: moment) }
    for place in units + [owner].compactMap(\.self) {
      chain += policyChain(from: place, at: moment).reversed().filter { !chain.contains($0) }
    }
    return chain
  }

  /// A unit and those above it at a moment, upwards.
  func policyChain(from unit: UnitID, at moment: Instant) -> [UnitID] {
    var chain: [UnitID] = []
    var place: UnitID? = unit
    // A unit stands in its own chain once, whatever the log says.
    while let present = place, !chain.contains(present) {
      chain.append(present)
      place = units[present]?.parent(at: moment)
    }
    return chain
  }
}

extension SystemRow {
  /// What is at stake in an access to it at a moment.
  public func stakes(
    of entitlement: EntitlementRow, for category: PersonCategory, at moment: Instant
  ) -> Stakes {
    let details = details(at: moment)
    let terms = entitlement.terms(at: moment)
    return Stakes(
      level: max(classification(at: moment)?.level ?? 0, Int(clamping: terms.level ?? 0)),
      privilege: terms.privilege, category: category, account: entitlement.account,
      isCare: details.sector == .care && details.personalData != PersonalDataKind.none,
      holdsProtectedIdentities: details.personalData == .protected)
  }
}

extension PolicyRow {
  /// The document at its level; `nil` when it cannot be read.
  var layer: PolicyLayer? { document.map { PolicyLayer(level: adopted.level, document: $0) } }

  func hasPlace(of other: PolicyRow) -> Bool {
    adopted.level == other.adopted.level && adopted.unit == other.adopted.unit
      && adopted.system == other.adopted.system
      && (incidentRules == nil) == (other.incidentRules == nil)
  }

  func rank(in chain: [UnitID], for system: SystemID?) -> Int? {
    PolicyRow.rank(
      adopted.level, unit: adopted.unit, system: adopted.system, in: chain, for: system)
  }

  /// How far from the top a place is, among units from the top downwards; `nil` when it is not among them.
  static func rank(
    _ level: PolicyLevel, unit: UnitID?, system: SystemID?, in chain: [UnitID],
    for asked: SystemID?
  ) -> Int? {
    switch level {
    case .group: 0
    case .entity: unit.flatMap { chain.firstIndex(of: $0) }.map { 2 * $0 + 1 }
    case .unit: unit.flatMap { chain.firstIndex(of: $0) }.map { 2 * $0 + 2 }
    case .system: system != nil && system == asked ? Int.max : nil
    }
  }
}

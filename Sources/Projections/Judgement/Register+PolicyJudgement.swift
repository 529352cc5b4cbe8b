import AccessModel
public import Chronology
import Diagnostics
public import Events
public import Policies
import Transparency

extension Register {
  /// POL-10 to POL-15, on a document that is adopted.
  func violations(
    of adopted: PolicyAdopted, in proposal: Proposal, under policy: AccessPolicy,
    standard: AccessPolicy
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found.add(OnePolicyName.check(adopted.policy, isTaken: policies.contains(adopted.policy)))
    let incidentRules = PolicyRow.incidentRules(in: adopted)
    let document = incidentRules == nil ? PolicyRow.document(in: adopted) : nil
    found.add(
      PolicyTextHolds.check(
        adopted.policy, document: incidentRules?.id ?? document?.id,
        isDigestRight: SHA256.digest(of: Array(adopted.document.text.utf8)) == adopted.digest))
    let misplaced = PolicyPlace.check(
      level: adopted.level, unit: adopted.unit,
      unitKind: adopted.unit.flatMap { units[$0] }?.kind, system: adopted.system,
      hasSystem: adopted.system.map { systems.contains($0) } ?? false)
    found.add(misplaced)
    if misplaced == nil {
      found.add(
        PolicyBody.check(
          body: adopted.body, place: place(of: adopted), ownsPlace: ownsPlace(of: adopted)))
    }
    if proposal.channel != .migration {
      found.add(
        PolicyPeriod.check(
          from: adopted.from, reviewBy: adopted.reviewBy,
          earliest: policy.backdating.beginning(before: proposal.recorded, in: proposal.zone)
            ?? .earliest))
    }
    if incidentRules != nil {
      found.add(GroupWideIncidentRules.check(adopted.policy, level: adopted.level))
    }
    if let document, misplaced == nil, adopted.level != .group {
      found.add(
        PolicyTightens.check(
          document,
          below: self.policy(
            above: adopted.level, unit: adopted.unit, system: adopted.system, at: adopted.from,
            standard: standard)))
    }
    return found
  }

  private func place(of adopted: PolicyAdopted) -> String {
    adopted.unit.map { "\($0)" } ?? adopted.system.map { "\($0)" } ?? "\(adopted.level.code)"
  }

  /// Whether the body owns the place: for the group the top and the council or board right below it, else whoever the place lies within.
  private func ownsPlace(of adopted: PolicyAdopted) -> Bool {
    guard let body = units[adopted.body] else { return false }
    let chain = policyChain(from: adopted.body, at: adopted.from)
    switch adopted.level {
    case .group:
      if chain.count == 1 { return true }
      return chain.count == 2 && (body.kind == .board || body.kind == .council)
    case .entity, .unit:
      guard let unit = adopted.unit else { return false }
      return policyChain(from: unit, at: adopted.from).contains(adopted.body)
    case .system:
      guard let system = adopted.system.flatMap({ systems[$0] }) else { return false }
      return policyChain(from: system.owner(at: adopted.from), at: adopted.from)
        .contains(adopted.body)
    }
  }

  /// The rules that an event is judged by at a moment where it is true.
  public func rules(
    for event: AccessEvent, at moment: Instant, standard: AccessPolicy = .standard
  ) -> AccessPolicy {
    policy(for: event, at: moment, standard: standard).policy
  }

  /// The rules that an event is judged by: those in force where and when it is true.
  func policy(
    for event: AccessEvent, at moment: Instant, standard: AccessPolicy
  ) -> EffectivePolicy {
    guard hasRules else { return .unruled(standard) }
    switch event {
    case .request(.submitted(let request)):
      return effectivePolicy(
        for: request.entitlement.system, person: request.person, at: moment, standard: standard)
    case .grant(.provisioned(let provisioned)):
      guard let request = requests[provisioned.request] else { break }
      return effectivePolicy(
        for: request.entitlement.system, person: request.person, at: moment, standard: standard)
    case .policy(.adopted(let adopted)):
      return effectivePolicy(
        for: adopted.system, units: [adopted.unit].compactMap(\.self), at: moment,
        standard: standard)
    case .ledger, .key, .unit, .person, .role, .delegation, .separation, .system, .request, .grant,
      .review, .incident, .usage, .reconciliation, .stale:
      break
    }
    return effectivePolicy(
      for: system(of: event), units: units(of: event, at: moment), at: moment, standard: standard)
  }

  /// POL-16: a decision names the documents in force. History is not asked what it did not know.
  func citation(
    _ named: [PolicyID], in proposal: Proposal, under policy: EffectivePolicy
  ) -> Diagnostic? {
    guard proposal.channel != .migration else { return nil }
    return CitedPolicies.check(named: named, inForce: policy.documents)
  }

  /// POL-21, on the parts that are known when access is decided on or carried out.
  func separation(
    of request: RequestRow, decider: PersonID?, provisioner: PersonID?, reviewDays: Int64?,
    at moment: Instant, under policy: AccessPolicy
  ) -> [Diagnostic] {
    guard !policy.keptApart.isEmpty else { return [] }
    var players: [ProcessPart: PersonID] = [.requester: request.requester]
    players[.endorser] = request.endorsement?.endorser
    players[.decider] = decider
    players[.provisioner] = provisioner
    let judged: [ProcessPart] = provisioner == nil ? [.endorser, .decider] : [.provisioner]
    return judged.compactMap { part in
      ProcessSeparation.check(
        players, playing: part,
        unitSize: players[part].map { colleagueCount(of: $0, at: moment) } ?? 0,
        reviewDays: reviewDays, under: policy)
    }
  }

  /// How many persons work in the units where a person does.
  private func colleagueCount(of person: PersonID, at moment: Instant) -> Int {
    let places = workplaces(of: person, at: moment)
    return persons.rows.filter { row in
      row.affiliations.contains {
        $0.isActive(at: moment) && places.contains($0.unit(at: moment))
      }
    }.count
  }
}

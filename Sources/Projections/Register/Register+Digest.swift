import AccessModel
import Chronology
import Events
public import Transparency

extension Register {
  /// SHA-256 over every row the register holds, in the order of identifiers: equal for equal events (INV-54).
  ///
  /// Two programs, or two versions of one, that fold the same log can compare what they came to by this value. Derived from codes and
  /// numbers alone, never from how a language shows a value or in which order a program declares it.
  public var digest: Digest {
    var state = StateHasher()
    state.add("liggare-state/v1", origin, timeZone, position, lastRecorded)
    units.forEachInOrder { row in
      state.add(
        "unit", row.id, row.name, row.kind, row.parent, row.organisationNumber, row.registered,
        row.closed)
      for (name, fact) in row.renames { state.add("renamed", name, fact) }
      for (parent, fact) in row.moves { state.add("moved", parent, fact) }
      for successor in row.successors { state.add("successor", successor) }
    }
    persons.forEachInOrder { row in
      state.add("person", row.id, row.category, row.registered)
      row.addLife(to: &state)
    }
    assignments.forEachInOrder { row in
      state.add(
        "role", row.id, row.role, row.holder, row.system, row.unit, row.appointedBy, row.from,
        row.until, row.assigned, row.ended)
    }
    for row in keys.values.sorted(by: { $0.fingerprint < $1.fingerprint }) {
      state.add(
        "key", row.fingerprint, row.publicKey, row.principal, row.kind, row.enrolled, row.revoked)
    }
    systems.forEachInOrder { $0.add(to: &state) }
    accounts.forEachInOrder { row in
      state.add("account", row.id, row.system, row.kind, row.person, row.found)
      for (description, fact) in row.descriptions { state.add("described", description, fact) }
      for rotation in row.rotations { state.add("rotated", rotation) }
    }
    requests.forEachInOrder { $0.add(to: &state) }
    grants.forEachInOrder { $0.add(to: &state) }
    incidents.forEachInOrder { row in
      state.add(
        "incident", row.id, row.system, row.severity, row.reporter, row.what, row.reported,
        row.closed)
    }
    let tails = quarantinedTails.sorted {
      ($0.segment.text, $0.offset, $0.length, $0.digest)
        < ($1.segment.text, $1.offset, $1.length, $1.digest)
    }
    addRules(to: &state)
    for tail in tails { state.add("tail", tail.segment, tail.offset, tail.length, tail.digest) }
    return state.digest
  }
}

extension SystemRow {
  fileprivate func add(to state: inout StateHasher) {
    state.add(
      "system", id, name, owner, ownership, informationOwner, supplier, personalData, sector,
      support, commonDecision, reviewDays, purpose, registered)
    for (change, fact) in changes { state.add("changed", change, fact) }
    for (analysis, fact) in analyses { state.add("analysed", analysis, fact) }
    for (classification, fact) in classifications { state.add("classified", classification, fact) }
    for ground in classificationGrounds {
      state.add("ground", ground.method, ground.participants, ground.analysis, ground.validUntil)
    }
    for (status, fact) in statuses { state.add("status", status, fact) }
    for right in entitlements {
      state.add(
        "entitlement", right.id, right.name, right.description, right.account, right.privilege,
        right.decidedBy, right.validityDaysMax, right.reviewDays, right.level, right.matter,
        right.position, right.courses, right.emergency, right.yearlyCost, right.defined,
        right.retired, right.successor)
      for (change, fact) in right.changes { state.add("changed", change, fact) }
    }
  }
}

extension RequestRow {
  fileprivate func add(to state: inout StateHasher) {
    state.add(
      "request", id, kind, grant, person, entitlement, scope, from, until, requester, purpose,
      duty, need, alternative, analysis, submitted, amended, withdrawn)
    if let returned { state.add("returned", returned.by, returned.due, returned.fact) }
    if let endorsement {
      state.add(
        "endorsement", endorsement.endorser, endorsement.actingFor, endorsement.outcome,
        endorsement.hasNoInterest, endorsement.fact)
    }
    if let decision {
      state.add(
        "decision", decision.isApproval, decision.grant, decision.decider, decision.actingFor,
        decision.authority, decision.assignment, decision.delegation, decision.policies,
        decision.conditions, decision.ground, decision.evidence, decision.fact)
    }
  }
}

extension GrantRow {
  fileprivate func add(to state: inout StateHasher) {
    state.add(
      "grant", id, person, entitlement, decided.scope, request, account, decided.from,
      decided.until, decided.reviewDays, begun, isUndecided, takenOver)
    for execution in [provisioned].compactMap(\.self) + provisionedAgain {
      state.add(
        "provisioning", execution.by, execution.at, execution.from, execution.until,
        execution.accountUntil, execution.fact)
    }
    if let ending { state.add("ending", ending.by, ending.cause, ending.fact) }
    if let removal { state.add("removal", removal.by, removal.fact) }
    if let lastReview {
      state.add(
        "review", lastReview.review, lastReview.reviewer, lastReview.outcome, lastReview.fact)
    }
    addLife(to: &state)
  }
}

import AccessModel
import Events

/// The rows within rows, and the tables of rules, as bytes for the digest.
extension PersonRow {
  func addLife(to state: inout StateHasher) {
    for place in affiliations {
      state.add(
        "affiliation", place.id, place.unit, place.position, place.from, place.until,
        place.sponsor, place.contract, place.project, place.started, place.ended)
      for change in place.changes {
        state.add("placement", change.unit, change.position, change.fact)
      }
    }
    for absence in absences {
      state.add(
        "absence", absence.affiliation, absence.from, absence.expectedUntil, absence.effect,
        absence.started, absence.ended)
    }
    for training in trainings {
      state.add(
        "training", training.course, training.completed, training.validUntil, training.fact)
    }
    if let erased { state.add("erased", erased.basis, erased.approver, erased.fact) }
  }
}

extension GrantRow {
  func addLife(to state: inout StateHasher) {
    for change in changes {
      state.add(
        "change", change.request, change.by, change.from, change.scope, change.until,
        change.reviewDays,
        change.fact)
    }
    for suspension in suspensions {
      state.add(
        "suspension", suspension.by, suspension.cause, suspension.until, suspension.fact)
      if let resumed = suspension.resumed { state.add("resumed", resumed.by, resumed.fact) }
    }
    if let expired { state.add("expired", expired) }
    guard let emergency else { return }
    state.add("emergency", emergency.kind, emergency.notified)
    if let review = emergency.review {
      state.add("followed", review.reviewer, review.judgement, review.measures, review.fact)
    }
  }
}

extension Register {
  func addRules(to state: inout StateHasher) {
    delegations.forEachInOrder { state.add("delegation", $0.line, $0.granted, $0.revoked) }
    for row in delegationReports { state.add("report", row.report, row.fact) }
    separationRules.forEachInOrder { row in
      for (rule, fact) in row.versions { state.add("separation", rule, fact) }
    }
    separationExceptions.forEachInOrder { state.add("exception", $0.exception, $0.fact) }
    policies.forEachInOrder { state.add("policy", $0.adopted, $0.fact) }
    for row in corrections { state.add("correction", row.correction, row.by, row.fact) }
    for row in secrecyMarkings { state.add("secrecy", row.marking, row.fact) }
  }
}

/// A payload that a row keeps whole counts as its fields in the order of the log.
extension StateValue where Self: EventPayload {
  func write(to state: inout StateHasher) {
    var fields = StateFields(state: state)
    var payload = self
    do {
      try payload.visitFields(&fields)
    } catch {
      preconditionFailure("Visiting a payload in memory met an error of reading: \(error)")
    }
    state = fields.state
  }
}

import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// Keys, roles and units that persons have left, and rules nobody has looked at.
struct PersonFindings {
  let question: ViewQuestion
  private var register: Register { question.register }
  private var asOf: Instant { question.asOf }

  init(_ question: ViewQuestion) {
    self.question = question
  }

  func findings() -> [Finding] { keys() + roles() + units() + policies() + delegations() }

  private func keys() -> [Finding] {
    register.keys.values.filter { key in
      key.enrolled.effective <= asOf && (key.revoked.map { $0.effective > asOf } ?? true)
        && !register.isPresent(key.principal, at: asOf)
    }.sorted { $0.enrolled.position < $1.enrolled.position }.map { key in
      Finding(
        FindingCatalogue.keyOfAbsent, .serious, "\(key.principal)",
        detail: Localized(verbatim: "\(key.fingerprint)"), since: leaving(of: key.principal),
        command: "liggare key revoke \(key.fingerprint)")
    }
  }

  private func roles() -> [Finding] {
    register.assignments.rows.filter {
      $0.isInForce(at: asOf) && !register.isPresent($0.holder, at: asOf)
    }.sorted { $0.id.comesBefore($1.id) }.map { row in
      Finding(
        FindingCatalogue.roleOfAbsent, .warning, "\(row.id)", system: row.system,
        detail: Localized(
          en: "\(row.role.word.english), \(row.holder)",
          sv: "\(row.role.word.swedish), \(row.holder)"), since: leaving(of: row.holder),
        command: "liggare role end \(row.id)")
    }
  }

  /// When a person's last employment or assignment before the moment ended; `nil` for who never had one.
  private func leaving(of person: PersonID) -> Instant? {
    register.persons[person]?.affiliations.compactMap(\.end).filter { $0 <= asOf }.max()
  }

  /// Closed units that something is left in. What one other unit took over is that unit's: nobody and nothing is left behind; and
  /// roles for a unit end with it.
  private func units() -> [Finding] {
    register.units.rows.compactMap { unit -> (UnitRow, Instant)? in
      guard let closed = unit.closed?.effective, closed <= asOf else { return nil }
      return (unit, closed)
    }.sorted { $0.0.id.comesBefore($1.0.id) }.compactMap { unit, closed in
      let persons = register.staff(of: unit.id, at: asOf).count
      let systems = register.systemsOwned(by: unit.id, at: asOf).count
      guard persons + systems > 0 else { return nil }
      return Finding(
        FindingCatalogue.closedUnitInUse, .warning, "\(unit.id)",
        detail: Localized(
          en: "persons: \(persons), systems: \(systems)",
          sv: "personer: \(persons), system: \(systems)"), since: closed,
        command: "liggare unit show \(unit.id)")
    }
  }

  private func policies() -> [Finding] {
    register.policiesPastReview(at: asOf).sorted { $0.policy.comesBefore($1.policy) }.map {
      policy in
      Finding(
        FindingCatalogue.policyOverdue, .warning, "\(policy.policy)", system: policy.system,
        detail: policy.level.word, since: policy.reviewBy,
        command: "liggare log --type policy")
    }
  }

  private func delegations() -> [Finding] {
    let reported = register.reportedRequests(at: asOf)
    return register.requests.rows.compactMap { request -> Finding? in
      guard let decision = request.decision, decision.authority == .delegation,
        decision.fact.effective <= asOf, !reported.contains(request.id),
        decision.delegation.flatMap({ register.delegations[$0]?.line.reporting })
          .map({ $0 == .reported }) ?? true
      else { return nil }
      let due = register.reportDue(of: decision, on: request)
      guard due <= asOf else { return nil }
      return Finding(
        FindingCatalogue.unreported, .warning, "\(request.id)",
        system: request.entitlement.system,
        detail: Localized(verbatim: decision.delegation.map { "\($0)" } ?? ""), since: due,
        command: "liggare request show \(request.id)")
    }
  }
}

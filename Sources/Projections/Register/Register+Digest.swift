import AccessModel
import Chronology
public import Transparency

extension Register {
  /// SHA-256 over everything the register holds, in the order of identifiers: equal for equal events (INV-54).
  ///
  /// Two programs, or two versions of one, that fold the same log can compare what they came to by this value.
  public var digest: Digest {
    var state = StateHasher()
    state.add("liggare-state/v1", origin?.text ?? "", timeZone?.text ?? "", "\(position)")
    for row in units.sortedRows { state.add("unit", row.id, row.name, row.kind, row.parent) }
    for row in persons.sortedRows {
      state.add("person", row.id, row.category)
      for place in row.affiliations {
        state.add(
          "affiliation", place.id, place.unit, place.from, place.until, place.ended?.effective)
      }
    }
    for row in assignments.sortedRows {
      state.add(
        "role", row.id, row.role, row.holder, row.system, row.unit, row.from, row.until,
        row.ended?.effective)
    }
    for row in keys.values.sorted(by: { $0.fingerprint < $1.fingerprint }) {
      state.add("key", row.fingerprint, row.principal, row.kind, row.revoked?.position)
    }
    for row in systems.sortedRows {
      state.add("system", row.id, row.name, row.owner, row.ownership, row.reviewDays)
      for (classification, fact) in row.classifications {
        state.add("classified", classification, fact.effective)
      }
      for (status, fact) in row.statuses { state.add("status", status, fact.effective) }
      for right in row.entitlements {
        state.add(
          "entitlement", right.id, right.account, right.privilege, right.decidedBy,
          right.validityDaysMax)
      }
    }
    for row in accounts.sortedRows { state.add("account", row.id, row.system, row.person) }
    for row in requests.sortedRows {
      state.add(
        "request", row.id, row.person, row.entitlement, row.scope, row.from, row.until, row.need,
        row.endorsement?.endorser, row.endorsement?.outcome, row.withdrawn?.effective)
      if let decision = row.decision {
        state.add(
          "decision", decision.isApproval, decision.decider, decision.actingFor,
          decision.assignment, decision.fact.effective)
      }
    }
    for row in grants.sortedRows {
      state.add(
        "grant", row.id, row.person, row.entitlement, row.scope, row.account, row.from, row.until,
        row.isUndecided, row.provisioned?.at, row.provisioned?.until, row.ending?.fact.effective,
        row.ending?.cause, row.removal?.fact.effective, row.lastReview?.fact.effective)
    }
    for row in incidents.sortedRows {
      state.add("incident", row.id, row.system, row.severity, row.closed?.effective)
    }
    return state.digest
  }
}

extension Rows {
  /// The rows in the order of their identifiers.
  var sortedRows: [Row] {
    sortedIndices.map { rows[Int($0)] }
  }
}

/// Feeds values to a hash, each as its text with its length, so that no two sequences read alike.
private struct StateHasher {
  private var hasher = SHA256()

  mutating func add(_ name: String, _ values: Any?...) {
    add(text: name)
    for value in values { add(text: value.map { "\($0)" } ?? "\u{0}") }
  }

  private mutating func add(text: String) {
    let bytes = Array(text.utf8)
    var count = UInt32(bytes.count).bigEndian
    withUnsafeBytes(of: &count) { hasher.update($0) }
    hasher.update(bytes)
  }

  var digest: Digest { hasher.digest }
}

import AccessModel
import Chronology

/// What plain requests, grants and people are as rows of a register: all that a permission follows from, and blanks for the rest.
extension PermissionState {
  func requestRow(of plain: PackedGrant) -> RequestRow {
    var row = RequestRow(blank: ())
    row.id = plain.request.identifier()
    row.person = person(of: plain)
    row.entitlement = entitlement(of: plain)
    if plain.flags.contains(.approved) {
      row.decision = DecisionRow(
        isApproval: true, grant: plain.grant == .none ? nil : plain.grant.identifier(),
        decider: PersonID(blank: ()), authority: .unstated, fact: fact(of: plain))
    }
    return row
  }

  /// `nil` as long as there is no grant.
  func grantRow(of plain: PackedGrant) -> GrantRow? {
    guard plain.flags.contains(.begun) else { return nil }
    let begun = fact(of: plain)
    let until = PackedMoment.instant(plain.until)
    let terms = GrantTerms(from: Instant(milliseconds: plain.from), until: until)
    var row = GrantRow(
      id: plain.grant.identifier(), person: person(of: plain), entitlement: entitlement(of: plain),
      request: plain.request.identifier(), decided: terms, begun: begun,
      isUndecided: plain.flags.contains(.undecided))
    if let at = PackedMoment.instant(plain.carriedOut) {
      row.provisioned = ProvisioningRow(
        by: PersonID(blank: ()), at: at, from: terms.from, until: until, fact: begun)
    }
    if let ended = PackedMoment.instant(plain.ended) {
      row.ending = EndingRow(
        by: PersonID(blank: ()), cause: .unstated, fact: fact(of: plain, at: ended))
    }
    if let removed = PackedMoment.instant(plain.removed) {
      row.removal = RemovalRow(by: PersonID(blank: ()), fact: fact(of: plain, at: removed))
    }
    return row
  }

  func personRow(of plain: PackedPerson, _ id: PersonID) -> PersonRow {
    func fact(at moment: Instant) -> Fact {
      Fact(
        position: plain.position, recorded: Instant(milliseconds: plain.recorded),
        effective: moment, isMigrated: plain.flags.contains(.migrated))
    }
    let started = fact(at: Instant(milliseconds: plain.started))
    var row = PersonRow(id: id, category: plain.category, registered: started)
    if plain.flags.contains(.placed) {
      row.affiliations = [
        AffiliationRow(
          id: plain.affiliation.identifier(), unit: plain.unit.identifier(),
          from: Instant(milliseconds: plain.from), until: PackedMoment.instant(plain.until),
          started: started, ended: PackedMoment.instant(plain.ended).map(fact))
      ]
    }
    return row
  }

  /// Whose a grant is.
  func holder(of grant: GrantRow) -> PersonRow? {
    let packed = grant.person.flatMap { PackedIdentifier($0) }
    return holder(of: grant, numbered: packed.flatMap { people.knownNumber(of: $0) })
  }

  /// The same, with the number of the person where that has one.
  func holder(of grant: GrantRow, numbered number: Int?) -> PersonRow? {
    guard let id = grant.person, let number else { return register.holder(of: grant) }
    let person = people.row(number).pointee
    return person.isPlain ? personRow(of: person, id) : register.holder(of: grant)
  }

  private func person(of plain: PackedGrant) -> PersonID { people.name(plain.person).identifier() }

  private func entitlement(of plain: PackedGrant) -> EntitlementID {
    let right = rights[plain.entitlement]
    return EntitlementID(system: right.system.identifier(), name: right.name.identifier())
  }

  private func fact(of plain: PackedGrant, at moment: Instant? = nil) -> Fact {
    let begun = Instant(milliseconds: plain.begun)
    return Fact(
      position: plain.position, recorded: begun, effective: moment ?? begun,
      isMigrated: plain.flags.contains(.migrated))
  }
}

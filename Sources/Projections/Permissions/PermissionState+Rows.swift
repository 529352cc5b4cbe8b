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
    let until = plain.until == PackedGrant.never ? nil : Instant(milliseconds: plain.until)
    let terms = GrantTerms(from: Instant(milliseconds: plain.from), until: until)
    var row = GrantRow(
      id: plain.grant.identifier(), person: person(of: plain), entitlement: entitlement(of: plain),
      request: plain.request.identifier(), decided: terms, begun: begun,
      isUndecided: plain.flags.contains(.undecided))
    if plain.carriedOut != PackedGrant.never {
      row.provisioned = ProvisioningRow(
        by: PersonID(blank: ()), at: Instant(milliseconds: plain.carriedOut), from: terms.from,
        until: until, fact: begun)
    }
    if plain.ended != PackedGrant.never {
      row.ending = EndingRow(
        by: PersonID(blank: ()), cause: .unstated, fact: fact(of: plain, at: plain.ended))
    }
    if plain.removed != PackedGrant.never {
      row.removal = RemovalRow(by: PersonID(blank: ()), fact: fact(of: plain, at: plain.removed))
    }
    return row
  }

  func personRow(of plain: PackedPerson, _ id: PersonID) -> PersonRow {
    func fact(at moment: Int64) -> Fact {
      Fact(
        position: plain.position, recorded: Instant(milliseconds: plain.recorded),
        effective: Instant(milliseconds: moment), isMigrated: plain.flags.contains(.migrated))
    }
    var row = PersonRow(
      id: id, category: PersonCategory.allCases[Int(plain.category)],
      registered: fact(at: plain.started))
    if plain.flags.contains(.placed) {
      let never = PackedPerson.never
      row.affiliations = [
        AffiliationRow(
          id: plain.affiliation.identifier(), unit: plain.unit.identifier(),
          from: Instant(milliseconds: plain.from),
          until: plain.until == never ? nil : Instant(milliseconds: plain.until),
          started: fact(at: plain.started),
          ended: plain.ended == never ? nil : fact(at: plain.ended))
      ]
    }
    return row
  }

  /// Whose a plain grant is.
  func holder(of plain: PackedGrant) -> PersonRow? {
    let person = people.row(Int(plain.person)).pointee
    let id: PersonID = people.name(plain.person).identifier()
    return person.isPlain ? personRow(of: person, id) : register.persons[id]
  }

  /// Whose a grant is that is a row.
  func holder(of grant: GrantRow) -> PersonRow? {
    guard let id = grant.person else { return nil }
    if let packed = id.ascii.withBytes({ PackedIdentifier($0) }),
      let number = people.knownNumber(of: packed)
    {
      let person = people.row(number).pointee
      if person.isPlain { return personRow(of: person, id) }
    }
    return register.persons[id]
  }

  private func person(of plain: PackedGrant) -> PersonID { people.name(plain.person).identifier() }

  private func entitlement(of plain: PackedGrant) -> EntitlementID {
    let right = rights[plain.entitlement]
    return EntitlementID(system: right.system.identifier(), name: right.name.identifier())
  }

  private func fact(of plain: PackedGrant, at moment: Int64? = nil) -> Fact {
    let begun = Instant(milliseconds: plain.begun)
    return Fact(
      position: plain.position, recorded: begun,
      effective: moment.map(Instant.init(milliseconds:)) ?? begun,
      isMigrated: plain.flags.contains(.migrated))
  }
}

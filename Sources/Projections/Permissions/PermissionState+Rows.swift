import AccessModel
import Chronology

/// What plain requests and grants are as rows of a register: all that a permission follows from, and blanks for the rest.
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

  private func person(of plain: PackedGrant) -> PersonID { people[plain.person].identifier() }

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

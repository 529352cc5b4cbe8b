public import AccessModel
public import Chronology
public import Diagnostics
import Events
import Policies

extension Register {
  /// INV-19 and INV-20 on a grant that is about to work through an account, or through none that is named.
  func accountViolations(
    of person: PersonID?, _ id: EntitlementID, on account: AccountID?, at moment: Instant
  ) -> [Diagnostic] {
    guard let entitlement = systems[id.system]?.entitlement(id.name) else { return [] }
    let terms = entitlement.terms(at: moment)
    let details = account.flatMap { accounts[$0]?.details(at: moment) }
    var found: [Diagnostic] = []
    found.add(
      SeparateAccount.check(
        privilege: terms.privilege, entitlement: id, account: account, kind: details?.kind,
        isOrdinary: person.flatMap { persons[$0] }.map {
          isOrdinary(account, of: $0, in: id.system, at: moment)
        } ?? false))
    if let account, details != nil {
      found.add(
        AnsweredAccount.check(
          account: account, missing: lacking(of: account, at: moment, as: terms.account)))
    } else if terms.account == .shared {
      found.append(AnsweredAccount.unnamed(entitlement: id))
    }
    return found
  }

  /// What an account lacks of those who answer for it and of its rules, at a moment; empty when nothing.
  ///
  /// - Parameter demanded: the kind of account that an entitlement is held on, which asks for as much as the account's own kind does.
  public func lacking(
    of account: AccountID, at moment: Instant, as demanded: AccountKind? = nil
  ) -> [Localized] {
    guard let details = accounts[account]?.details(at: moment) else { return [] }
    let kind =
      details.kind == .personal || details.kind == .admin ? demanded ?? details.kind : details.kind
    return AnsweredAccount.lacking(
      kind: kind, hasOwner: details.owner.map { isPresent($0, at: moment) } ?? false,
      hasMembers: !details.members.isEmpty, hasRotation: details.rotationDays != nil,
      hasPurpose: details.purpose != nil)
  }
}

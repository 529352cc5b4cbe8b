public import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

/// The rules on requests that change a grant which is there already.
extension Register {
  /// REQ-06, REQ-08 and INV-22 on what is asked for; nothing for a request of access that the person does not have.
  func changeViolations(of request: RequestSubmitted, at moment: Instant) -> [Diagnostic] {
    guard request.kind.isOfPresentGrant else { return [] }
    return changeViolations(
      of: request.grant, request.kind, person: request.person, request.entitlement,
      scope: request.scope, until: request.until, at: moment)
  }

  /// The same on what is decided, by which time the grant may have ended or changed.
  func changeViolations(
    of request: RequestRow, _ approved: RequestApproved, at moment: Instant
  ) -> [Diagnostic] {
    guard request.kind.isOfPresentGrant else { return [] }
    if let grant = approved.grant, grant != request.grant {
      return [
        ChangesPresentGrant.violation(
          grant: request.grant,
          why: Localized(
            en: "the decision names another: \(grant)", sv: "beslutet anger en annan: \(grant)"))
      ]
    }
    return changeViolations(
      of: request.grant, request.kind, person: request.person, request.entitlement,
      scope: request.scope, until: approved.until, at: moment)
  }

  private func changeViolations(
    of id: GrantID?, _ kind: RequestKind, person: PersonID, _ entitlement: EntitlementID,
    scope: ScopeName?, until: Instant?, at moment: Instant
  ) -> [Diagnostic] {
    func missing(_ why: Localized) -> [Diagnostic] {
      [ChangesPresentGrant.violation(grant: id, why: why)]
    }
    guard let id, let grant = grants[id] else {
      return missing(Localized(en: "no grant is named", sv: "ingen tilldelning är angiven"))
    }
    guard grant.person == person, grant.entitlement == entitlement else {
      return missing(
        Localized(
          en: "it is another person's, or of another entitlement",
          sv: "den är någon annans, eller av en annan behörighet"))
    }
    guard !grant.isUndecided else {
      return missing(
        Localized(en: "nobody has decided it", sv: "ingen har beslutat den"))
    }
    guard grant.emergency == nil else {
      return missing(
        Localized(en: "it is emergency access", sv: "den är nödåtkomst"))
    }
    if let over = alreadyOver(id, at: moment) { return [over] }
    let terms = grant.terms(at: moment)
    if kind == .renew {
      let violation = RenewalIsTimeOnly.check(
        grant: id, scope: (terms.scope, scope), until: (terms.until, until))
      return [violation].compactMap(\.self)
    }
    guard terms.scope != scope || terms.until != until else {
      return missing(Localized(en: "nothing would change", sv: "inget skulle ändras"))
    }
    return []
  }

  /// INV-22 on a grant that has ended, by whatever cause.
  func alreadyOver(_ id: GrantID, at moment: Instant) -> Diagnostic? {
    guard let grant = grants[id] else { return nil }
    if let removal = grant.removal, removal.fact.effective <= moment {
      return TerminalStates.violation(
        of: .removal, "\(id)", state: GrantState.ended.word, at: removal.fact.effective)
    }
    guard let end = end(of: grant, at: moment), end.at <= moment else { return nil }
    return TerminalStates.violation(
      of: .grant, "\(id)", state: end.cause.word, at: end.at)
  }
}

extension RequestKind {
  /// Whether it asks for something of a grant that the person has.
  public var isOfPresentGrant: Bool {
    switch self {
    case .change, .renew: true
    case .new, .bulk: false
    }
  }
}

extension RequestRow {
  /// The grant that the request is to change; `nil` when it asks for another.
  public var changedGrant: GrantID? { kind.isOfPresentGrant ? grant : nil }
}

extension RequestSubmitted {
  /// The grant that the request is to change; `nil` when it asks for another.
  var changedGrant: GrantID? { kind.isOfPresentGrant ? grant : nil }
}

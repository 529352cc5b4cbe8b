public import AccessModel
public import Chronology
public import Policies

/// A way in which a grant falls short of what its entitlement asks for.
public enum Shortfall: Hashable, Sendable {
  /// It is reviewed too seldom, or never; days between reviews.
  case reviewInterval(has: Int64?, most: Int64)
  /// It runs too long, or without an end where there must be one; days.
  case validity(has: Int64?, most: Int64)
  /// One person both endorsed and decided where two are needed.
  case onePerson(PersonID)
  /// Power over the system is not held on an account of its own.
  case account(AccountID?)
  /// The holder has not the position or the courses.
  case prerequisites(Prerequisites)
  /// It was decided in a role that does not decide on it.
  case decider(as: Role?, needed: Role)
}

extension Register {
  /// Where a grant falls short at a moment of what is asked for then, in a fixed order; empty when nowhere.
  ///
  /// Nothing is asked of access that nobody has decided: that is its own shortcoming. What is asked is what the rules in force then say.
  ///
  /// - Parameter standard: the rules that hold where no document is adopted.
  public func shortfalls(
    of grant: GrantRow, at moment: Instant, under standard: AccessPolicy
  ) -> [Shortfall] {
    guard !grant.isUndecided, let person = holder(of: grant),
      let entitlement = systems[grant.entitlement.system]?.entitlement(grant.entitlement.name)
    else { return [] }
    let policy = effectivePolicy(
      for: grant.entitlement.system, person: person.id, at: moment, standard: standard
    ).policy
    let baseline = baseline(
      of: entitlement, for: person.category, at: moment, under: policy,
      restsOnException: restsOnException(grant, at: moment))
    let terms = entitlement.terms(at: moment)
    var found = boundShortfalls(of: grant, terms, baseline, at: moment)
    if let request = grant.request.flatMap({ requests[$0] }), let decision = request.decision {
      if baseline.needsTwoPersons, request.endorsement?.endorser == decision.decider {
        found.append(.onePerson(decision.decider))
      }
      let role = decision.assignment.flatMap { assignments[$0]?.role }
      if !decision.fact.isMigrated, decision.delegation == nil,
        !deciders(on: baseline.decidedBy).contains(role)
      {
        found.append(.decider(as: role, needed: baseline.decidedBy))
      }
    }
    let isOnOwnAccount =
      SeparateAccount.check(
        privilege: terms.privilege, entitlement: grant.entitlement, account: grant.account,
        kind: grant.account.flatMap { accounts[$0]?.details(at: moment).kind },
        isOrdinary: isOrdinary(grant.account, of: person, in: grant.entitlement.system, at: moment)
      ) == nil
    if grant.provisioned != nil, !isOnOwnAccount { found.append(.account(grant.account)) }
    let lacking = prerequisites(of: person.id, for: entitlement, at: moment)
    if !lacking.areMet { found.append(.prerequisites(lacking)) }
    return found
  }

  /// Whether a person holds an ordinary entitlement in a system on an account, at a moment.
  func isOrdinary(
    _ account: AccountID?, of person: PersonRow, in system: SystemID, at moment: Instant
  ) -> Bool {
    guard let account else { return false }
    return person.grants.contains { index in
      let grant = grants[index]
      guard grant.account == account, grant.entitlement.system == system,
        isHeld(grant, at: moment)
      else { return false }
      let row = systems[system]?.entitlement(grant.entitlement.name)
      return row?.terms(at: moment).privilege == .ordinary
    }
  }

  private func boundShortfalls(
    of grant: GrantRow, _ terms: EntitlementTerms, _ baseline: GrantBaseline, at moment: Instant
  ) -> [Shortfall] {
    var found: [Shortfall] = []
    let bounds = grant.terms(at: moment)
    let reviewDaysMax = min(baseline.reviewDaysMax, terms.reviewDays ?? baseline.reviewDaysMax)
    let isUnreviewed = bounds.reviewDays == nil && bounds.until == nil
    if isUnreviewed || bounds.reviewDays.map({ $0 > reviewDaysMax }) ?? false {
      found.append(.reviewInterval(has: bounds.reviewDays, most: reviewDaysMax))
    }
    let limits = [baseline.validityDaysMax, terms.validityDaysMax].compactMap(\.self)
    guard let most = limits.min() else { return found }
    if let until = bounds.until {
      let length = until.milliseconds - bounds.from.milliseconds
      // One more hour: days counted across a change of the clocks.
      if length > min(max(most, 0), 4_000_000) * 86_400_000 + 3_600_000 {
        found.append(.validity(has: (length + 86_399_999) / 86_400_000, most: most))
      }
    } else if terms.privilege == .privileged || terms.validityDaysMax != nil {
      found.append(.validity(has: nil, most: most))
    }
    return found
  }

  /// The roles whose decision counts where that role decides.
  private func deciders(on role: Role) -> [Role?] {
    role == .steward ? [.steward, .owner, .deputy] : [role]
  }
}

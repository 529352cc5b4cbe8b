public import AccessModel
public import Chronology
public import Events

/// Somebody holds together what a rule separates, or one thing without what it requires.
public struct SeparationBreach: Hashable, Sendable {
  public var rule: SeparationRuleAdopted
  public var person: PersonID
  /// What is held of the rule's one set.
  public var entitlement: EntitlementID
  /// The grant of it; `nil` for one that is about to be decided.
  public var grant: GrantID?
  /// What is held of the other set; `nil` when something required is missing.
  public var other: Holding?
  /// Since when it is so.
  public var since: Instant
  /// The exception that allows it at the moment.
  public var exception: SeparationExceptionID?

  /// A grant and what it is of.
  public struct Holding: Hashable, Sendable {
    public var grant: GrantID
    public var entitlement: EntitlementID
  }
}

extension SeparationRuleRow {
  /// What the rule says at a moment; `nil` when it is not in force.
  ///
  /// The last version that has begun counts, also when its time has run out: a version with an end ends the rule.
  public func rule(at moment: Instant) -> SeparationRuleAdopted? {
    guard let present = versions.last(where: { $0.rule.from <= moment })?.rule else { return nil }
    return present.until.map { $0 <= moment } ?? false ? nil : present
  }
}

extension Register {
  /// The exception that lets a person break a rule at a moment.
  public func separationException(
    from rule: SeparationRuleID, for person: PersonID, at moment: Instant
  ) -> SeparationExceptionApproved? {
    separationExceptions.rows.last {
      $0.exception.rule == rule && $0.exception.person == person
        && $0.exception.from <= moment && moment < $0.exception.until
    }?.exception
  }

  /// The last exception that allowed a breach and that has ended at a moment; `nil` when none ever did.
  public func pastException(
    of breach: SeparationBreach, at moment: Instant
  ) -> SeparationExceptionApproved? {
    separationExceptions.rows.last {
      $0.exception.rule == breach.rule.rule && $0.exception.person == breach.person
        && $0.exception.until <= moment
    }?.exception
  }

  /// What a new grant would break, judged on what the person holds or has been decided to hold (INV-16).
  ///
  /// - Parameters:
  ///   - from: the first moment of the new grant.
  ///   - until: the first moment after it; `nil` for one without an end.
  public func separationBreaches(
    granting entitlement: EntitlementID, to person: PersonID, from: Instant, until: Instant?
  ) -> [SeparationBreach] {
    guard separationRules.count > 0 else { return [] }
    let held = heldGrants(of: person).filter { grant in
      grant.entitlement != entitlement && until.map { grant.decided.from < $0 } ?? true
        && end(of: grant, at: from).map { $0.at > from } ?? true
    }
    return breaches(at: from, of: person, entitlement: entitlement, grant: nil, held: held)
  }

  /// Whether a grant rests at a moment on an exception: it is held together with one that was decided before it only because an exception
  /// allows it.
  public func restsOnException(_ grant: GrantRow, at moment: Instant) -> Bool {
    guard separationExceptions.count > 0, let person = grant.person else { return false }
    return separationBreaches(
      granting: grant.entitlement, to: person, from: moment, until: nil
    ).contains { breach in
      let other = breach.other.flatMap { grants[$0.grant] }
      return breach.exception != nil
        && other.map { $0.begun.position < grant.begun.position } ?? true
    }
  }

  /// Everything that breaks a rule at a moment, whether an exception allows it or not; each pair of grants once.
  public func separationBreaches(at moment: Instant) -> [SeparationBreach] {
    let rules = separationRules.rows.compactMap { $0.rule(at: moment) }
    guard !rules.isEmpty else { return [] }
    let named = Set(rules.flatMap { $0.first + $0.second })
    var holders: Set<PersonID> = []
    for id in named {
      for index in grants(of: id) {
        if let person = grants[index].person { holders.insert(person) }
      }
    }
    return holders.sorted().flatMap { person -> [SeparationBreach] in
      let held = heldGrants(of: person).filter { isHeld($0, at: moment) }
      return held.flatMap { grant in
        breaches(
          at: moment, of: person, entitlement: grant.entitlement, grant: grant,
          held: held.filter { $0.id != grant.id }
        ).filter { breach in
          // A conflict is told once, from its first set.
          breach.other == nil || breach.rule.first.contains(breach.entitlement)
        }
      }
    }
  }

  /// Whether a grant is in force, decided or found, and not over, at a moment.
  public func isHeld(_ grant: GrantRow, at moment: Instant) -> Bool {
    guard state(of: grant, at: moment) != nil else { return false }
    if let removal = grant.removal, removal.fact.effective <= moment { return false }
    return end(of: grant, at: moment).map { $0.at > moment } ?? true
  }

  private func heldGrants(of person: PersonID) -> [GrantRow] {
    (persons[person]?.grants ?? []).map { grants[$0] }.filter { $0.removal == nil }
  }

  private func breaches(
    at moment: Instant, of person: PersonID, entitlement: EntitlementID, grant: GrantRow?,
    held: [GrantRow]
  ) -> [SeparationBreach] {
    separationRules.rows.compactMap { $0.rule(at: moment) }.flatMap {
      rule -> [SeparationBreach] in
      func breach(_ other: GrantRow?) -> SeparationBreach {
        let begun =
          [rule.from, grant?.decided.from, other?.decided.from].compactMap(\.self).max() ?? moment
        return SeparationBreach(
          rule: rule, person: person, entitlement: entitlement, grant: grant?.id,
          other: other.map { .init(grant: $0.id, entitlement: $0.entitlement) }, since: begun,
          exception: separationException(from: rule.rule, for: person, at: moment)?.exception)
      }
      switch rule.kind {
      case .conflict:
        let opposite =
          rule.first.contains(entitlement)
          ? rule.second : rule.second.contains(entitlement) ? rule.first : []
        return held.filter { opposite.contains($0.entitlement) }.map(breach)
      case .requires:
        guard rule.first.contains(entitlement),
          !held.contains(where: { rule.second.contains($0.entitlement) })
        else { return [] }
        return [breach(nil)]
      }
    }
  }
}

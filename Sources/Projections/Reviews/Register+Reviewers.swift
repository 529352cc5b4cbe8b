public import AccessModel
public import Chronology
import Policies

/// Who reviews a grant.
extension Register {
  /// Who reviews a grant by a rule: the first in turn who is here, is not the subject and does not act for them, and, where it must be or
  /// can be, did not decide the grant; `nil` when there is nobody.
  ///
  /// The organisation is climbed until somebody is found. Own access of those who keep the system goes above them. (INV-31, INV-37)
  ///
  /// - Parameters:
  ///   - rule: in which role somebody is looked for first.
  ///   - fallback: in which role after that.
  ///   - asked: who has been asked already and is not asked again, nor whoever acts for them.
  public func reviewer(
    of grant: GrantRow, by rule: Role, or fallback: Role, at moment: Instant,
    besides asked: Set<PersonID> = []
  ) -> ReviewerChoice? {
    let own = reviewersAbove(grant, at: moment)
    let chain = own ?? reviewerChain(of: grant, by: rule, or: fallback, at: moment)
    let deciders = reviewedDeciders(of: grant)
    let isApart = mustKeepDeciderApart(grant, at: moment)
    var cause = own == nil ? RoutingCause.started : .ownAccess
    var second: ReviewerChoice?
    for choice in chain
    where !asked.contains(choice.reviewer)
      && !(choice.actingFor.map(asked.contains) ?? false)
    {
      if concerns(choice, grant.person) {
        cause = .ownAccess
      } else if !isAvailable(choice.reviewer, at: moment) {
        if cause == .started { cause = .unavailable }
      } else if deciders.contains(choice.reviewer) {
        if second == nil {
          second = choice
          second?.cause = cause
        }
        if cause == .started { cause = .decider }
      } else {
        var found = choice
        found.cause = cause
        return found
      }
    }
    return isApart ? nil : second
  }

  /// Whether a review by somebody would be of their own access, or for the one it is about. (INV-31)
  private func concerns(_ choice: ReviewerChoice, _ subject: PersonID?) -> Bool {
    guard let subject else { return false }
    return choice.reviewer == subject || choice.actingFor == subject
  }

  /// Whether somebody is here and not on leave at a moment.
  public func isAvailable(_ person: PersonID, at moment: Instant) -> Bool {
    isPresent(person, at: moment)
      && !(persons[person]?.absences ?? []).contains { $0.isActive(at: moment) }
  }

  /// Who decided a grant, or a change of it.
  public func reviewedDeciders(of grant: GrantRow) -> Set<PersonID> {
    var found: Set<PersonID> = []
    for id in [grant.request] + grant.changes.map(\.request) {
      if let decision = id.flatMap({ requests[$0]?.decision }) { found.insert(decision.decider) }
    }
    return found
  }

  /// Whether who decided a grant may never review it: for power over systems, from the level where steps are kept apart, and where the rules
  /// say so.
  public func mustKeepDeciderApart(_ grant: GrantRow, at moment: Instant) -> Bool {
    if isPrivileged(grant, at: moment) { return true }
    let level =
      systems[grant.entitlement.system]?.entitlement(grant.entitlement.name)
      .map { self.level(of: $0, at: moment) } ?? 0
    if Int64(level) >= StepsApart.levelMin { return true }
    return effectivePolicy(
      for: grant.entitlement.system,
      units: grant.person.map { workplaces(of: $0, at: moment) } ?? [], at: moment
    ).policy.reviews.keepsDeciderApart
  }

  /// Those who could review a grant by a rule, the first in turn first.
  private func reviewerChain(
    of grant: GrantRow, by rule: Role, or fallback: Role, at moment: Instant
  ) -> [ReviewerChoice] {
    var chain = reviewers(of: grant, by: rule, at: moment)
    if fallback != rule { chain += reviewers(of: grant, by: fallback, at: moment) }
    chain += leaderReviewers(from: ownerUnits(of: grant, at: moment), at: moment)
    return chain + generalReviewers(.securityCoordinator, at: moment)
  }

  private func reviewers(
    of grant: GrantRow, by rule: Role, at moment: Instant
  ) -> [ReviewerChoice] {
    let system = grant.entitlement.system
    switch rule {
    case .manager:
      return leaderReviewers(
        from: grant.person.map { workplaces(of: $0, at: moment) } ?? [], at: moment)
    case .head:
      let places = grant.person.map { workplaces(of: $0, at: moment) } ?? []
      return leaderReviewers(
        from: places.isEmpty ? ownerUnits(of: grant, at: moment) : places, at: moment
      ).filter { $0.role == .head }
    case .steward:
      return systemReviewers(.steward, system, at: moment)
        + systemReviewers(.owner, system, at: moment)
    case .owner:
      return systemReviewers(.owner, system, at: moment)
    case .securityCoordinator, .auditor: return generalReviewers(rule, at: moment)
    case .deputy, .administrator, .registrar, .custodian, .helpdesk, .dataProtectionOfficer,
      .archivist, .personnelSource, .job:
      return []
    }
  }

  /// Who holds a role for a system; for the steward, then the deputies in their place.
  private func systemReviewers(
    _ role: Role, _ system: SystemID, at moment: Instant
  ) -> [ReviewerChoice] {
    let held = holders(of: role, for: system, at: moment)
    var found = held.map { ReviewerChoice(reviewer: $0.holder, role: role) }
    if role == .steward {
      found += holders(of: .deputy, for: system, at: moment).map {
        ReviewerChoice(reviewer: $0.holder, actingFor: held.first?.holder, role: .deputy)
      }
    }
    return found
  }

  /// Who leads a unit, then who stands in for them, then the same for the unit above, and so on.
  private func leaderReviewers(
    from places: [UnitID], at moment: Instant
  ) -> [ReviewerChoice] {
    var found: [ReviewerChoice] = []
    for place in places {
      var unit: UnitID? = place
      // A tree is no deeper than it has units, whatever the log says.
      for _ in 0...units.count {
        guard let present = unit else { break }
        let leaders = leaders(of: present, at: moment)
        for leader in leaders.reversed() {
          found.append(ReviewerChoice(reviewer: leader.holder, role: leader.role))
        }
        if let leader = leaders.last {
          for row in assignments.rows
          where row.role == .deputy && row.unit == present && row.isInForce(at: moment)
            && isPresent(row.holder, at: moment)
          {
            found.append(
              ReviewerChoice(reviewer: row.holder, actingFor: leader.holder, role: .deputy))
          }
        }
        unit = parent(of: present, at: moment)
      }
    }
    return found
  }

  private func ownerUnits(of grant: GrantRow, at moment: Instant) -> [UnitID] {
    systems[grant.entitlement.system].map { [$0.details(at: moment).owner] } ?? []
  }

  /// Who holds a role that is not for one system.
  private func generalReviewers(_ role: Role, at moment: Instant) -> [ReviewerChoice] {
    assignments.rows.filter {
      $0.role == role && $0.system == nil && $0.isInForce(at: moment)
        && isPresent($0.holder, at: moment)
    }.map { ReviewerChoice(reviewer: $0.holder, role: role) }
  }

  /// Those who review the own access of somebody who keeps the system or the ledger, the first in turn first; `nil` for everybody else's.
  /// (INV-37)
  ///
  /// A steward's, a deputy's and an administrator's goes to the owner; the owner's to those who lead them, or to the security coordinator;
  /// the ledger custodian's to a head of administration, or to the auditor.
  public func reviewersAbove(_ grant: GrantRow, at moment: Instant) -> [ReviewerChoice]? {
    guard let subject = grant.person else { return nil }
    let held = assignments(of: subject, at: moment)
    let system = grant.entitlement.system
    if held.contains(where: { $0.role == .custodian }) {
      return (reviewers(of: grant, by: .head, at: moment) + generalReviewers(.auditor, at: moment))
        .filter { $0.reviewer != subject }
    }
    let coordinators = generalReviewers(.securityCoordinator, at: moment)
    if held.contains(where: { $0.role == .owner && $0.system == system }) {
      return
        (leaderReviewers(from: workplaces(of: subject, at: moment), at: moment) + coordinators)
        .filter { $0.reviewer != subject }
    }
    let keeps: Set<Role> = [.steward, .deputy, .administrator]
    if held.contains(where: { keeps.contains($0.role) && $0.system == system }) {
      return
        (systemReviewers(.owner, system, at: moment)
        + leaderReviewers(from: ownerUnits(of: grant, at: moment), at: moment) + coordinators)
        .filter { $0.reviewer != subject }
    }
    return nil
  }

  /// The heads who can attest to a campaign at a moment: who answers for the system or the unit, else for the whole. (INV-36)
  public func accountableHeads(
    system: SystemID?, unit: UnitID?, at moment: Instant
  ) -> [PersonID] {
    var found: [ReviewerChoice] = []
    if let system {
      found += systemReviewers(.owner, system, at: moment)
      let owner = systems[system].map { [$0.details(at: moment).owner] } ?? []
      found += leaderReviewers(from: owner, at: moment).filter { $0.role == .head }
    } else if let unit {
      found += leaderReviewers(from: [unit], at: moment).filter { $0.role == .head }
    } else {
      found += units.rows.flatMap { leaders(of: $0.id, at: moment) }.filter { $0.role == .head }
        .map { ReviewerChoice(reviewer: $0.holder, role: .head) }
    }
    if found.isEmpty {
      let places = unit.map { [$0] } ?? units.ids.filter { parent(of: $0, at: moment) == nil }
      found += leaderReviewers(from: Array(places), at: moment)
    }
    if found.isEmpty { found += generalReviewers(.securityCoordinator, at: moment) }
    var heads: [PersonID] = []
    for choice in found where !heads.contains(choice.reviewer) && choice.actingFor == nil {
      heads.append(choice.reviewer)
    }
    return heads
  }
}

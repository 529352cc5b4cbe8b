import AccessModel
import Chronology
import Policies

extension Register {
  /// The ways in which a person's roles could let them decide.
  func roleRoutes(of decider: PersonID, on subject: DecisionSubject) -> [AuthorityRoute] {
    var routes: [AuthorityRoute] = []
    for index in persons[decider]?.assignments ?? [] {
      let row = assignments[index]
      if row.role == .deputy {
        routes += deputyRoutes(row, on: subject)
      } else if let route = roleRoute(row, on: subject) {
        routes.append(route)
      }
    }
    return routes
  }

  /// The way in which one assignment could let its holder decide; `nil` when roles of its kind never decide on this.
  private func roleRoute(_ row: AssignmentRow, on subject: DecisionSubject) -> AuthorityRoute? {
    let decidedBy = subject.terms.decidedBy
    if let system = row.system {
      let isAbove = decidedBy == .steward && row.role == .owner
      guard system == subject.system.id, row.role == decidedBy || isAbove else { return nil }
      return systemRoute(row, on: subject)
    }
    if row.role == .head, let unit = row.unit, unit == subject.owner,
      isCompany(unit, at: subject.moment)
    {
      // A company's managing director decides on all that is the company's.
      return route(row, power: unit, isSystemRole: true, on: subject)
    }
    switch decidedBy {
    case .manager, .head:
      guard subject.person != nil, row.role == decidedBy || row.role == .head else { return nil }
      var route = route(row, power: subject.entities.first, isSystemRole: false, on: subject)
      if let unit = row.unit,
        !subject.places.contains(where: { isUnit($0, within: unit, at: subject.moment) })
      {
        route.misses.insert(.otherUnit(unit), at: 0)
      }
      return route
    case .owner, .steward, .deputy, .administrator, .registrar, .securityCoordinator, .auditor,
      .custodian, .helpdesk, .dataProtectionOfficer, .archivist, .personnelSource, .job:
      return nil
    }
  }

  private func systemRoute(_ row: AssignmentRow, on subject: DecisionSubject) -> AuthorityRoute {
    route(row, power: subject.owner, isSystemRole: true, on: subject)
  }

  /// - Parameter power: the committee or company whose power the role exercises.
  private func route(
    _ row: AssignmentRow, power: UnitID?, isSystemRole: Bool, on subject: DecisionSubject
  ) -> AuthorityRoute {
    var misses = timeMisses(row, at: subject.moment)
    let isCompanys = power.map { isCompany($0, at: subject.moment) } ?? false
    let isForeign =
      !subject.entities.isEmpty && power.map { !subject.entities.contains($0) } ?? false
    /// In a common system the owner's steward carries out what the using entity's manager found needed.
    let isCommon = subject.details.ownership == .common && isSystemRole
    let basis = power.map { decisionBasis(of: $0, on: subject) } ?? .role
    if isCompanys, let power {
      let isHead = row.role == .head && row.unit == power
      let isAppointed =
        row.appointedBy.map { isUnit($0, within: power, at: subject.moment) } ?? false
      if basis == .company, !isHead, !isAppointed {
        misses.append(.appointedByAnother(company: power))
      }
      if isForeign, !isCommon { misses.append(.otherLegalForm(power)) }
    } else if let matter = subject.terms.matter, !(isForeign && isCommon) {
      misses.append(.decidedOnDelegation(matter))
    }
    if let power, basis == .delegation, subject.terms.matter == nil, !(isForeign && isCommon) {
      misses.append(.decidedOnDelegationAlone(power))
    }
    return AuthorityRoute(
      decider: row.holder,
      authority: Authority(kind: isCompanys ? .company : .role, assignment: row.id),
      misses: misses)
  }

  /// On what the rules let routine access be decided where a committee's or company's power is used.
  private func decisionBasis(of power: UnitID, on subject: DecisionSubject) -> AuthorityKind {
    guard let kind = units[power]?.kind else { return .role }
    let rules = effectivePolicy(for: subject.system.id, units: [power], at: subject.moment)
    return rules.policy[authorityOf: kind]
  }

  /// A deputy acts by standing appointment: for the steward of a system, or for whoever leads a unit.
  private func deputyRoutes(
    _ row: AssignmentRow, on subject: DecisionSubject
  ) -> [AuthorityRoute] {
    let moment = subject.moment
    if let system = row.system {
      guard system == subject.system.id, subject.terms.decidedBy == .steward else {
        return []
      }
      var route = systemRoute(row, on: subject)
      // While there is no steward the deputy acts alone.
      route.authority.actingFor = principals(of: row, at: moment).first?.holder
      return [route]
    }
    guard let unit = row.unit else { return [] }
    let leaders = principals(of: row, at: moment)
    let own = timeMisses(row, at: moment)
    guard !leaders.isEmpty else {
      switch subject.terms.decidedBy {
      case .manager, .head:
        guard subject.places.contains(where: { isUnit($0, within: unit, at: subject.moment) })
        else { return [] }
        return [
          AuthorityRoute(
            decider: row.holder, authority: Authority(kind: .role, assignment: row.id),
            misses: own + [.nobodyToActFor(unit)])
        ]
      case .owner, .steward, .deputy, .administrator, .registrar, .securityCoordinator, .auditor,
        .custodian, .helpdesk, .dataProtectionOfficer, .archivist, .personnelSource, .job:
        return []
      }
    }
    return leaders.compactMap { leader in
      guard var route = roleRoute(leader, on: subject) else { return nil }
      route.decider = row.holder
      route.authority.assignment = row.id
      route.authority.actingFor = leader.holder
      route.misses = own + route.misses
      return route
    }
  }
}

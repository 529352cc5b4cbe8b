import AccessModel
import Chronology
import Events

extension Register {
  /// The ways in which lines of delegation orders could let a person decide, by a position of their own or of somebody they deputise for.
  func delegationRoutes(of decider: PersonID, on subject: DecisionSubject) -> [AuthorityRoute] {
    guard let matter = subject.terms.matter, let lines = delegationsByMatter[matter] else {
      return []
    }
    var routes: [AuthorityRoute] = []
    let deputyships = (persons[decider]?.assignments ?? []).lazy.map { assignments[$0] }.filter {
      $0.role == .deputy && $0.unit != nil
    }.map { (row: $0, leaders: principals(of: $0, at: subject.moment)) }
    for index in lines {
      let row = delegations[index]
      if hasEverHeld(decider, row.line.position) {
        var route = route(row, on: subject, by: decider)
        if !isHolder(decider, of: row, at: subject.moment) {
          route.misses.append(.otherPosition(row.line.position))
        }
        routes.append(route)
      }
      for (deputy, leaders) in deputyships {
        for leader in leaders where isHolder(leader.holder, of: row, at: subject.moment) {
          var route = route(row, on: subject, by: decider)
          route.authority.assignment = deputy.id
          route.authority.actingFor = leader.holder
          route.misses = timeMisses(deputy, at: subject.moment) + route.misses
          routes.append(route)
        }
      }
    }
    return routes
  }

  /// A line over a decision, whoever has the position.
  private func route(
    _ row: DelegationRow, on subject: DecisionSubject, by decider: PersonID
  ) -> AuthorityRoute {
    let line = row.line
    var misses: [AuthorityMiss] = []
    switch state(of: row, at: subject.moment) {
    case .inForce: break
    case .coming: misses.append(.notBegun(line.from))
    case .expired, .revoked, .superseded, .unsupported:
      if let end = end(of: row) { misses.append(.lapsed(end.state, end.at)) }
    }
    if let most = line.levelMax, subject.level > most { misses.append(.levelAbove(most)) }
    if !line.accounts.isEmpty, !line.accounts.contains(subject.terms.account) {
      misses.append(.otherAccount(subject.terms.account))
    }
    let isCommon = subject.details.ownership == .common
    if !isCommon, !isUnit(subject.details.owner, within: line.body, at: subject.moment) {
      misses.append(.otherSystem(body: line.body))
    }
    let isCompanys = isCompany(line.body, at: subject.moment)
    if subject.person != nil, let entity = subject.entities.first {
      let covered =
        line.entities.isEmpty ? [legalEntity(of: line.body, at: subject.moment)] : line.entities
      if subject.entities.allSatisfy({ isCompany($0, at: subject.moment) != isCompanys }) {
        misses.append(.otherLegalForm(entity))
      } else if !subject.entities.contains(where: covered.contains) {
        misses.append(.otherEntity(entity))
      }
    }
    return AuthorityRoute(
      decider: decider,
      authority: Authority(
        kind: isCompanys ? .company : .delegation, delegation: line.delegation),
      misses: misses)
  }
}

public import AccessModel
public import Chronology

extension Register {
  /// Every way in which a person could decide who gets an entitlement at a moment, with what keeps each from doing so: those that
  /// hold first, own power before a deputy's, the role that decides before the one above it.
  ///
  /// - Parameter person: whom the access is for; `nil` to ask in general, which leaves out those who decide for their own unit.
  public func authorityRoutes(
    of decider: PersonID, over entitlement: EntitlementRow, for person: PersonID?,
    at moment: Instant
  ) -> [AuthorityRoute] {
    guard let subject = decisionSubject(entitlement, for: person, at: moment) else { return [] }
    let routes = roleRoutes(of: decider, on: subject) + delegationRoutes(of: decider, on: subject)
    guard routes.count > 1 else { return routes }
    func rank(_ route: AuthorityRoute) -> Int {
      let role = route.authority.assignment.flatMap { assignments[$0]?.role }
      let isDeputys = role == .deputy
      let isNamed = role == subject.terms.decidedBy || route.authority.delegation != nil
      return (route.isValid ? 0 : 4) + (isDeputys ? 2 : 0) + (isNamed ? 0 : 1)
    }
    return routes.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }

  /// The authority on which a person may decide who gets an entitlement, at a moment; `nil` when they have none.
  ///
  /// An entitlement in a group of matters is decided on delegation, by whoever has a position that a line in force names. Any other is
  /// decided in the role that it names; the steward's decisions also by the owner, who stands above, and the deputy, who acts for the
  /// steward. What is a company's to decide is decided by its head, or in a role that the company gave.
  public func authority(
    of decider: PersonID, over entitlement: EntitlementRow, for person: PersonID,
    at moment: Instant
  ) -> Authority? {
    authorityRoutes(of: decider, over: entitlement, for: person, at: moment)
      .first(where: \.isValid)?.authority
  }

  func decisionSubject(
    _ entitlement: EntitlementRow, for person: PersonID?, at moment: Instant
  ) -> DecisionSubject? {
    guard let system = systems[entitlement.id.system] else { return nil }
    let places = person.map { workplaces(of: $0, at: moment) } ?? []
    var entities: [UnitID] = []
    for place in places {
      let entity = legalEntity(of: place, at: moment)
      if !entities.contains(entity) { entities.append(entity) }
    }
    let details = system.details(at: moment)
    return DecisionSubject(
      entitlement: entitlement, terms: entitlement.terms(at: moment), system: system,
      details: details, level: Int64(level(of: entitlement, at: moment)),
      person: person, places: places, entities: entities,
      owner: legalEntity(of: details.owner, at: moment), moment: moment)
  }

  /// What keeps a role assignment from holding at a moment.
  func timeMisses(_ row: AssignmentRow, at moment: Instant) -> [AuthorityMiss] {
    var misses: [AuthorityMiss] = []
    if moment < row.from { misses.append(.notBegun(row.from)) }
    // A role for a unit ends with the unit.
    let closed = row.unit.flatMap { units[$0]?.closed?.effective }
    let ends = [row.until, row.ended?.effective, closed].compactMap(\.self).filter { $0 <= moment }
    if let end = ends.min() { misses.append(.ended(end)) }
    if !isPresent(row.holder, at: moment) { misses.append(.holderAbsent) }
    return misses
  }

  /// Whom a deputy acts for at a moment: the system's steward, or those who lead the unit, as manager or head.
  public func principals(of deputy: AssignmentRow, at moment: Instant) -> [AssignmentRow] {
    guard deputy.role == .deputy else { return [] }
    if let system = deputy.system { return holders(of: .steward, for: system, at: moment) }
    guard let unit = deputy.unit else { return [] }
    return leaders(of: unit, at: moment).filter { $0.holder != deputy.holder }
  }

  /// Who leads a unit itself at a moment, its head before its managers.
  public func leaders(of unit: UnitID, at moment: Instant) -> [AssignmentRow] {
    let led = (units[unit]?.leaders ?? []).lazy.map { assignments[$0] }.filter {
      isInForce($0, at: moment) && isPresent($0.holder, at: moment)
    }
    return led.filter { $0.role == .head } + led.filter { $0.role == .manager }
  }

  /// Whether an interest of the subject's is the decider's as well: the power is the subject's own, or the decider is the subject's deputy
  /// then. Who decides in a role above the subject's, as owner or head, takes nothing from the deputyship.
  func isSubjectsDeputy(
    _ decider: PersonID, of subject: PersonID, in system: SystemID, on authority: Authority?,
    at moment: Instant
  ) -> Bool {
    if authority?.actingFor == subject { return true }
    let role = authority?.assignment.flatMap { assignments[$0]?.role }
    if role == .owner || role == .head { return false }
    return isDeputy(decider, of: subject, in: system, at: moment)
  }

  /// Whether a person is deputy for another at a moment, in a system or in a unit that the other leads.
  public func isDeputy(
    _ person: PersonID, of other: PersonID, in system: SystemID, at moment: Instant
  ) -> Bool {
    assignments(of: person, at: moment).contains { row in
      guard row.role == .deputy, row.system.map({ $0 == system }) ?? true else { return false }
      return principals(of: row, at: moment).contains { $0.holder == other }
    }
  }
}

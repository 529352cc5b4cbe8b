public import AccessModel
public import Chronology
public import Diagnostics
public import Projections

/// What an answer is limited to. An empty set limits nothing.
public struct ViewFilter: Hashable, Sendable {
  public var persons: Set<PersonID> = []
  public var systems: Set<SystemID> = []
  public var entitlements: Set<EntitlementID> = []
  /// Units, each with everything below it.
  public var units: Set<UnitID> = []
  public var states: Set<GrantState> = []
  public var requestStates: Set<RequestState> = []
  public var roles: Set<Role> = []
  public var grants: Set<GrantID> = []
  public var requests: Set<RequestID> = []
  public var staleRules: Set<StaleRule> = []
  public var reviews: Set<ReviewID> = []
  public var incidents: Set<IncidentID> = []
  /// What the classification of a system must be at least, all of it; a system that is not classified meets nothing.
  public var classes: Set<ClassDemand> = []
  /// On what decisions rest.
  public var authorities: Set<AuthorityFilter> = []
  /// The first moment of what is counted; `nil` for no bound.
  public var from: Instant?
  /// The first moment after it; `nil` for no bound.
  public var until: Instant?
  /// The systems that meet `classes` at the moment of the question; `nil` when nothing is demanded.
  var classed: Set<SystemID>?
  /// Whether roles and delegations that are over are told as well.
  public var includesEnded = false
  /// Whether only emergency access is asked for.
  public var isEmergencyOnly = false

  public init() {}

  /// The things that an answer can be limited by.
  public enum Kind: String, CaseIterable, Sendable {
    case person
    case system
    case entitlement
    case unit
    case state
    case role
    case grant
    case request
    case review
    case incident
    case authority
    case from
    case until
    case type
    case position
    case time

    public var word: Localized {
      switch self {
      case .person: PersonSubject.word
      case .system: SystemSubject.word
      case .entitlement: EntitlementSubject.word
      case .unit: UnitSubject.word
      case .state: Column.state.title
      case .role: Column.role.title
      case .grant: GrantSubject.word
      case .request: RequestSubject.word
      case .review: ReviewSubject.word
      case .incident: IncidentSubject.word
      case .authority: Localized(en: "authority", sv: "beslutanderätt")
      case .from: Column.from.title
      case .until: Localized(en: "until", sv: "till")
      case .type: Localized(en: "type of event", sv: "slag av händelse")
      case .position: Localized(en: "position in the log", sv: "plats i loggen")
      case .time: Localized(en: "time", sv: "tid")
      }
    }
  }
}

extension ViewFilter {
  func admits(_ person: PersonID?) -> Bool {
    persons.isEmpty || person.map(persons.contains) ?? false
  }

  func admits(_ system: SystemID?) -> Bool {
    (systems.isEmpty || system.map(systems.contains) ?? false)
      && (classed.map { classed in system.map(classed.contains) ?? false } ?? true)
  }

  /// Whether nothing is demanded of systems.
  var isOfAnySystem: Bool { systems.isEmpty && classed == nil }

  /// Whether one of the systems is asked for.
  func admits(anyOf found: [SystemID]) -> Bool {
    isOfAnySystem || found.contains { admits($0) }
  }

  /// Whether a moment lies in the period asked for.
  func admits(_ moment: Instant?) -> Bool {
    guard let moment else { return from == nil && until == nil }
    return from.map { $0 <= moment } ?? true && until.map { moment < $0 } ?? true
  }

  func admits(_ entitlement: EntitlementID) -> Bool {
    admits(entitlement.system) && (entitlements.isEmpty || entitlements.contains(entitlement))
  }
}

extension ViewQuestion {
  /// Whether the unit is one of those asked for, or below one.
  func admits(unit: UnitID?) -> Bool {
    filter.units.isEmpty
      || unit.map { unit in filter.units.contains { register.isUnit(unit, within: $0, at: asOf) } }
        ?? false
  }

  /// Whether the person works at the moment in one of the units asked for.
  func admits(unitOf person: PersonID?) -> Bool {
    filter.units.isEmpty
      || admits(
        unit: person.flatMap { register.persons[$0]?.affiliation(at: asOf)?.unit(at: asOf) })
  }

  /// The grants that the filter lets through and that had begun at the moment, in the order in which they became known.
  func grants(in states: Set<GrantState>? = nil) -> [GrantEntry] {
    if states == [.inEffect], isOfAllGrants {
      return grantsInEffect().map(GrantEntry.init).sorted(by: GrantEntry.byPosition)
    }
    var found: [GrantEntry] = []
    func consider(_ grant: GrantRow, _ index: Int32) {
      guard filter.admits(grant.entitlement), filter.admits(grant.person),
        !filter.isEmergencyOnly || grant.emergency != nil,
        filter.grants.isEmpty || filter.grants.contains(grant.id),
        filter.requests.isEmpty || grant.request.map(filter.requests.contains) ?? false,
        let state = register.state(of: grant, at: asOf), states?.contains(state) ?? true,
        filter.states.isEmpty || filter.states.contains(state), admits(unitOf: grant.person)
      else { return }
      found.append(GrantEntry(grant, index, state))
    }
    if let candidates = candidates(in: states) {
      for index in candidates { consider(register.grants[index], index) }
    } else {
      for (index, grant) in register.grants.rows.enumerated() { consider(grant, Int32(index)) }
    }
    return found
  }

  /// Whether nothing but the system and the unit limits which grants are asked for.
  var isOfAllGrants: Bool {
    filter.persons.isEmpty && filter.systems.isEmpty && filter.entitlements.isEmpty
      && filter.requests.isEmpty && !filter.isEmergencyOnly
      && (filter.states.isEmpty || filter.states.contains(.inEffect))
  }

  /// Those that have effect of all grants, as far as the filter lets them through, by the bytes of person, system, entitlement and grant.
  func grantsInEffect() -> [GrantInEffect] {
    register.grantsInEffect(at: asOf).filter {
      filter.admits($0.entitlement)
        && (filter.grants.isEmpty || filter.grants.contains($0.id))
        && admits(unitOf: $0.person)
    }
  }

  /// The grants that can be let through, by index; `nil` when any can.
  private func candidates(in states: Set<GrantState>?) -> [Int32]? {
    if !filter.persons.isEmpty {
      return filter.persons.flatMap { register.persons[$0]?.grants ?? [] }.sorted()
    }
    guard !filter.entitlements.isEmpty || !filter.systems.isEmpty else { return nil }
    // What is ended is not looked at where it is not asked for.
    let isStanding = states.map { !$0.contains(.ended) } ?? false
    return register.grants(
      in: filter.systems, of: filter.entitlements, standingAt: isStanding ? asOf : nil)
  }

  /// The same question with what its grants ask for in memory: each is asked for many times.
  func readied(in states: Set<GrantState>? = nil) -> ViewQuestion {
    var question = self
    if let candidates = candidates(in: states) {
      question.register.read(grants: candidates)
    } else {
      question.register.readForAllGrants()
    }
    return question
  }
}

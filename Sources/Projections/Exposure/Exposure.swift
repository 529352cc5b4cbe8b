public import AccessModel
public import Chronology

/// What is asked when it is asked who could reach something: of which systems or entitlements, in which window.
public struct ExposureQuestion: Hashable, Sendable {
  /// Whole systems, with every entitlement in them.
  public var systems: Set<SystemID>
  /// Single entitlements.
  public var entitlements: Set<EntitlementID>
  /// From its first moment up to, and not with, its last.
  public var window: Range<Instant>

  public init(
    systems: Set<SystemID> = [], entitlements: Set<EntitlementID> = [], window: Range<Instant>
  ) {
    self.systems = systems
    self.entitlements = entitlements
    self.window = window
  }

  /// Every system that something is asked of, in order.
  public var touchedSystems: [SystemID] { systems.union(entitlements.map(\.system)).sorted() }

  public func covers(_ entitlement: EntitlementID) -> Bool {
    systems.contains(entitlement.system) || entitlements.contains(entitlement)
  }
}

/// Why somebody could reach what is asked about.
public enum ReachBasis: Hashable, Sendable, CaseIterable {
  /// A grant in effect.
  case inEffect
  /// A grant without effect for a time, whose account is there all the same.
  case suspended
  /// A grant whose time had not begun, though it was carried out.
  case scheduled
  /// Access that worked and that nobody had decided.
  case undecided
  /// A grant that was over, before anybody confirmed that it was gone from the system.
  case notRemoved
  /// An account in the system that no grant goes through.
  case account

  /// The basis that a grant in a state is; `nil` for states in which nothing is there in the system.
  public init?(_ state: GrantState) {
    switch state {
    case .inEffect: self = .inEffect
    case .suspended: self = .suspended
    case .scheduled: self = .scheduled
    case .undecided: self = .undecided
    case .ending: self = .notRemoved
    case .decided, .ended: return nil
    }
  }
}

/// A way in which somebody could reach what is asked about, for a part of the window.
public struct Reach: Hashable, Sendable {
  /// Who; `nil` for an account that nobody is known to own.
  public var person: PersonID?
  /// The grant; `nil` for an account without any.
  public var grant: GrantID?
  public var system: SystemID
  /// `nil` for an account without a grant: which rights it has is not known.
  public var entitlement: EntitlementID?
  public var account: AccountID?
  public var basis: ReachBasis
  /// Whether the person uses the account as one of several, and is not who the grant was given to.
  public var isShared = false
  public var isEmergency = false
  /// Whether it is power over the system, at any moment of the part.
  public var isPrivileged = false
  /// The first moment, not before the window.
  public var from: Instant
  /// The first moment after, not after the window.
  public var until: Instant

  public init(
    person: PersonID?, grant: GrantID? = nil, system: SystemID, entitlement: EntitlementID? = nil,
    account: AccountID?, basis: ReachBasis, isEmergency: Bool = false, isPrivileged: Bool = false,
    from: Instant, until: Instant
  ) {
    self.person = person
    self.grant = grant
    self.system = system
    self.entitlement = entitlement
    self.account = account
    self.basis = basis
    self.isEmergency = isEmergency
    self.isPrivileged = isPrivileged
    self.from = from
    self.until = until
  }

  /// What tells two ways apart, but for when they were open.
  public struct Key: Hashable, Sendable {
    public var person: PersonID?
    public var grant: GrantID?
    public var account: AccountID?
    public var basis: ReachBasis
  }

  public var key: Key { Key(person: person, grant: grant, account: account, basis: basis) }
}

extension Register {
  /// Who could reach systems or entitlements in a window, as far as the register knows: through grants in every state in which there is
  /// something in the system, through shared accounts, and through accounts that no grant goes through.
  ///
  /// Emergency access first, then power over a system, then by entitlement, person, grant and time.
  public func exposure(_ question: ExposureQuestion) -> [Reach] {
    let courses = GrantCourses(self)
    var found: [Reach] = []
    for id in question.touchedSystems {
      guard systems.contains(id) else { continue }
      var granted = GrantedAccounts()
      for index in grants(in: id) {
        let grant = grants[index]
        guard grant.isKnown(before: question.window.upperBound) else { continue }
        granted.take(grant)
        guard question.covers(grant.entitlement) else { continue }
        found += reach(of: grant, courses.course(of: grant, during: question.window))
      }
      guard question.systems.contains(id) else { continue }
      found += accounts.rows.lazy.filter { $0.system == id }.compactMap {
        reach(through: $0, granted, question.window)
      }
    }
    return found.sorted(by: Reach.comesFirst)
  }

  private func reach(of grant: GrantRow, _ course: [GrantStretch]) -> [Reach] {
    course.flatMap { stretch -> [Reach] in
      guard let basis = ReachBasis(stretch.state) else { return [] }
      let own = Reach(
        person: grant.person, grant: grant.id, system: grant.entitlement.system,
        entitlement: grant.entitlement, account: grant.account, basis: basis,
        isEmergency: grant.emergency != nil, isPrivileged: isPrivileged(grant, through: stretch),
        from: stretch.from, until: stretch.until)
      return [own] + sharers(of: own)
    }
  }

  /// The others who use the shared account of a grant, each for as long as the description of the account says so.
  private func sharers(of own: Reach) -> [Reach] {
    guard let account = own.account.flatMap({ accounts[$0] }), !account.descriptions.isEmpty else {
      return []
    }
    return account.usages(during: own.from..<own.until).filter { $0.person != own.person }.map {
      var reach = own
      reach.person = $0.person
      reach.isShared = true
      reach.from = $0.from
      reach.until = $0.until
      return reach
    }
  }

  private func reach(
    through account: AccountRow, _ granted: GrantedAccounts, _ window: Range<Instant>
  ) -> Reach? {
    let owner = account.details(at: window.upperBound.advanced(byMilliseconds: -1)).owner
    guard account.found.effective < window.upperBound, !granted.contains(account.id, of: owner)
    else { return nil }
    let from = max(account.found.effective, window.lowerBound)
    let until = min(removal(of: account) ?? .latest, window.upperBound)
    guard from < until else { return nil }
    return Reach(
      person: owner, system: account.system, account: account.id, basis: .account, from: from,
      until: until)
  }

  /// When an account that no grant goes through was said to be removed, after a reconciliation found it; `nil` when never.
  private func removal(of account: AccountRow) -> Instant? {
    var removal: Instant?
    for row in reconciliations.rows where row.system == account.system {
      for resolution in row.resolutions where resolution.outcome == .removed {
        let place = Int(clamping: resolution.number) - 1 - row.missing.count
        guard row.unknown.indices.contains(place), row.unknown[place].account == account.id,
          row.unknown[place].entitlement == nil
        else { continue }
        removal = max(removal ?? resolution.fact.effective, resolution.fact.effective)
      }
    }
    return removal
  }

  private func isPrivileged(_ grant: GrantRow, through stretch: GrantStretch) -> Bool {
    guard let right = systems[grant.entitlement.system]?.entitlement(grant.entitlement.name) else {
      return false
    }
    let turns = right.changes.map(\.fact.effective).filter {
      stretch.from < $0 && $0 < stretch.until
    }
    return ([stretch.from] + turns).contains { right.terms(at: $0).privilege == .privileged }
  }
}

extension GrantRow {
  /// Whether it had been decided, found or carried out before a moment.
  fileprivate func isKnown(before moment: Instant) -> Bool {
    begun.effective < moment || takenOver.map { $0.effective < moment } ?? false
      || provisioned.map { $0.at < moment } ?? false
      || provisionedAgain.contains { $0.at < moment }
  }
}

/// The accounts of a system that grants go through.
private struct GrantedAccounts {
  private var accounts: Set<AccountID> = []
  /// Who holds something through an account that the grant does not name.
  private var holders: Set<PersonID> = []

  mutating func take(_ grant: GrantRow) {
    if let account = grant.account {
      accounts.insert(account)
    } else if let person = grant.person {
      holders.insert(person)
    }
  }

  func contains(_ account: AccountID, of owner: PersonID?) -> Bool {
    accounts.contains(account) || owner.map(holders.contains) ?? false
  }
}

extension AccountRow {
  /// Who used a shared account through a window by its descriptions, each time apart.
  fileprivate func usages(
    during window: Range<Instant>
  ) -> [(person: PersonID, from: Instant, until: Instant)] {
    var turns = Set(
      descriptions.map(\.fact.effective).filter { window.contains($0) })
    turns.insert(window.lowerBound)
    let moments = turns.sorted()
    var found: [(person: PersonID, from: Instant, until: Instant)] = []
    for (place, from) in moments.enumerated() {
      let until = place + 1 < moments.count ? moments[place + 1] : window.upperBound
      for member in details(at: from).members {
        if let index = found.lastIndex(where: { $0.person == member }), found[index].until == from {
          found[index].until = until
        } else {
          found.append((member, from, until))
        }
      }
    }
    return found
  }
}

extension Reach {
  /// The order in which they are to be looked at.
  static func comesFirst(_ one: Reach, _ other: Reach) -> Bool {
    if one.rank != other.rank { return one.rank < other.rank }
    if one.system != other.system { return one.system.comesBefore(other.system) }
    if one.entitlement != other.entitlement {
      return precedes(one.entitlement, other.entitlement) { $0.comesBefore($1) }
    }
    if one.person != other.person {
      return precedes(one.person, other.person) { $0.comesBefore($1) }
    }
    if one.grant != other.grant { return precedes(one.grant, other.grant) { $0.comesBefore($1) } }
    if one.account != other.account {
      return precedes(one.account, other.account) { $0.comesBefore($1) }
    }
    return one.from < other.from
  }

  private var rank: Int { isEmergency ? 0 : isPrivileged ? 1 : 2 }

  /// What is missing comes first.
  private static func precedes<Value>(
    _ one: Value?, _ other: Value?, _ comesBefore: (Value, Value) -> Bool
  ) -> Bool {
    guard let other else { return false }
    return one.map { comesBefore($0, other) } ?? true
  }
}

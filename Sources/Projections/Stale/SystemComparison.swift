public import AccessModel
public import Chronology

/// What a system really gives beside what the register says, at one moment.
public struct SystemComparison: Sendable {
  /// How many rights stand in both.
  public private(set) var matchedCount = 0
  /// Grants that should work and that the system does not give.
  public private(set) var missing: [GrantID] = []
  /// What the system gives and the register knows no grant of.
  public private(set) var unknown: [AccountRight] = []
  /// Grants that the system gives though they should not work.
  public private(set) var differing: [GrantID] = []

  /// Compares.
  ///
  /// A grant whose account was never told is taken to be through an account of its holder. What is suspended or over and still given
  /// differs; what is decided and not carried out, or not begun, and given already, differs too.
  ///
  /// - Parameters:
  ///   - rights: what the system gives: each account with each right, and accounts without one.
  ///   - moment: when that was read.
  public init(
    of system: SystemRow, with rights: [AccountRight], in register: Register, at moment: Instant
  ) {
    var given: Set<AccountRight> = []
    var owners: [AccountID: PersonID] = [:]
    for right in rights {
      given.insert(right)
      owners[right.account] = register.accounts[right.account]?.details(at: moment).owner
    }
    struct PersonalRight: Hashable {
      var person: PersonID
      var entitlement: EntitlementName
    }
    var accounts: [PersonalRight: AccountRight] = [:]
    for right in rights {
      guard let person = owners[right.account], let name = right.entitlement else { continue }
      let place = PersonalRight(person: person, entitlement: name)
      if accounts[place].map({ right.account < $0.account }) ?? true { accounts[place] = right }
    }
    var answered: Set<AccountRight> = []
    // The latest grant of a right through an account says what should be.
    for index in register.grants(in: system.id).reversed() {
      let grant = register.grants[index]
      guard let state = register.state(of: grant, at: moment) else { continue }
      let name = grant.entitlement.name
      var right: AccountRight?
      if let account = grant.account {
        right = AccountRight(account: account, entitlement: name)
      } else if let person = grant.person {
        right = accounts[PersonalRight(person: person, entitlement: name)]
      }
      let isGiven = right.map(given.contains) ?? false
      if let right, isGiven {
        guard answered.insert(right).inserted else { continue }
      }
      switch state {
      case .inEffect, .undecided:
        if isGiven { matchedCount += 1 } else { missing.append(grant.id) }
      case .decided, .scheduled, .suspended, .ending, .ended:
        if isGiven { differing.append(grant.id) }
      }
    }
    missing.reverse()
    differing.reverse()
    let held = Set(answered.map(\.account))
    unknown = given.filter { right in
      // An account without a right is unknown when nothing is known of it at all.
      right.entitlement == nil
        ? !held.contains(right.account) && owners[right.account] == nil
        : !answered.contains(right)
    }.sorted { one, other in
      one.account == other.account
        ? "\(one)" < "\(other)" : one.account < other.account
    }
  }

  /// The differences in parts of at most so many each, at least one part; missing ones first, then unknown, then differing.
  public func parts(
    of countMax: Int
  ) -> [(missing: [GrantID], unknown: [AccountRight], differing: [GrantID])] {
    func pieces<Element>(_ elements: [Element]) -> [[Element]] {
      stride(from: 0, to: elements.count, by: countMax).map {
        Array(elements[$0..<min($0 + countMax, elements.count)])
      }
    }
    let parts: [(missing: [GrantID], unknown: [AccountRight], differing: [GrantID])] =
      pieces(missing).map { ($0, [], []) } + pieces(unknown).map { ([], $0, []) }
      + pieces(differing).map { ([], [], $0) }
    return parts.isEmpty ? [([], [], [])] : parts
  }
}

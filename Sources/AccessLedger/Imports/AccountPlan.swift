import AccessModel
import Commands
import Deciders
import Diagnostics
import EventSourcing
import IdentityRegister
import Interchange
import Policies
import Projections

/// What a ledger lacks of what a host grants, as steps to record; made anew from the ledger as it is.
struct AccountPlan {
  private(set) var steps: [Recording.Step] = []
  private(set) var report: AccountImportReport
  private let reading: LinuxHostReading
  private let system: SystemRow
  private let register: Register
  /// Accounts of the system in the ledger, by the name they go by.
  private var accounts: [String: AccountID] = [:]
  /// The persons that go by a user name.
  private var persons: [String: [PersonID]] = [:]
  /// The grants of the system that are not removed, by what they give and through which account.
  private var grants: [Holding: GrantID] = [:]
  /// The same for grants whose account the ledger was never told.
  private var personalGrants: [PersonalHolding: GrantID] = [:]
  private var seen: Set<GrantID> = []
  /// The host's rights by account, in their order.
  private let rights: [String: [LinuxRight]]
  private var nextAccount: Int
  private var nextGrant: Int

  private struct Holding: Hashable {
    var entitlement: EntitlementID
    var account: AccountID
  }

  private struct PersonalHolding: Hashable {
    var entitlement: EntitlementID
    var person: PersonID
  }

  /// - Throws: `REF-01` when the system is not registered.
  init(
    _ reading: LinuxHostReading, system: SystemID, in ledger: Ledger, isDryRun: Bool
  ) throws(Diagnostic) {
    register = ledger.register
    guard let row = register.systems[system] else {
      throw ReferenceCodes.unknown.diagnostic(.init(SystemSubject.word, "\(system)"))
    }
    self.reading = reading
    rights = Dictionary(grouping: reading.accounts.rights) { $0.account }
    self.system = row
    nextAccount = register.accounts.nextNumber
    nextGrant = register.grants.nextNumber
    report = AccountImportReport(isDryRun: isDryRun, findings: reading.findings)
    try learn(from: ledger)
    define()
    for account in reading.accounts.accounts { take(account) }
    findVanished()
  }

  private mutating func learn(from ledger: Ledger) throws(Diagnostic) {
    var accounts: [String: AccountID] = [:]
    try ledger.identities.forEachAccount(in: "\(system.id)") { (name) throws(Diagnostic) in
      // A name may have been kept for an account that was never recorded.
      guard let account = AccountID(name.account), register.accounts[account]?.system == system.id
      else { return }
      accounts[name.name] = account
    }
    var persons: [String: [PersonID]] = [:]
    try ledger.identities.forEachIdentity { (identity) throws(Diagnostic) in
      guard let userName = identity.userName, let person = PersonID(identity.person),
        register.persons.contains(person)
      else { return }
      persons[userName, default: []].append(person)
    }
    self.accounts = accounts
    self.persons = persons
    for entitlement in system.entitlements {
      for index in register.grants(of: entitlement.id) {
        let grant = register.grants[index]
        guard grant.removal == nil else { continue }
        if let account = grant.account {
          grants[Holding(entitlement: grant.entitlement, account: account)] = grant.id
        } else if let person = grant.person {
          personalGrants[PersonalHolding(entitlement: grant.entitlement, person: person)] =
            grant.id
        }
      }
    }
  }

  /// Entitlements that the system does not have yet.
  private mutating func define() {
    var kinds: [String: AccountKind] = [:]
    for account in reading.accounts.accounts { kinds[account.name] = AccountPlan.kind(of: account) }
    var order: [LinuxRight] = []
    var holders: [String: Set<AccountKind>] = [:]
    for right in reading.accounts.rights {
      if holders[right.key] == nil { order.append(right) }
      holders[right.key, default: []].insert(kinds[right.account] ?? .personal)
    }
    for right in order {
      guard let name = EntitlementName(right.key), system.entitlement(name) == nil else { continue }
      let held = holders[right.key] ?? []
      let kind = [AccountKind.personal, .service, .admin].first { held.contains($0) } ?? .personal
      report.entitlementCount += 1
      steps.append(
        Recording.Step(
          .system(
            .define(
              DefineEntitlement(
                entitlement: EntitlementID(system: system.id, name: name),
                name: AccountPlan.label(right.key, otherwise: "Right on the host"),
                description: AccountPlan.label(
                  right.description, otherwise: "A right found on the host"),
                account: kind, privilege: right.isPrivileged ? .privileged : .ordinary,
                decidedBy: .steward)))))
    }
  }

  /// An account that the ledger does not know yet, and the rights it does not know of it.
  private mutating func take(_ account: LinuxAccount) {
    let matching = persons[account.name] ?? []
    let known = accounts[account.name]
    // Whose an account was found to be stands, whoever goes by its name now.
    let owner = known.flatMap { register.accounts[$0]?.person }
    let person = owner ?? (matching.count == 1 ? matching.first : nil)
    let id = known ?? AccountID(number: nextAccount)
    if known == nil {
      nextAccount += 1
      report.accountCount += 1
      steps.append(
        Recording.Step(
          .system(
            .findAccount(
              FindAccount(
                account: id, system: system.id, kind: AccountPlan.kind(of: account), person: person)
            )),
          account: AccountName(
            system: "\(system.id)", account: "\(id)", name: account.name,
            subject: person.map { "\($0)" })))
    }
    for right in rights[account.name] ?? [] {
      guard let name = EntitlementName(right.key) else { continue }
      let entitlement = EntitlementID(system: system.id, name: name)
      let holding = Holding(entitlement: entitlement, account: id)
      let personal = person.flatMap {
        personalGrants[PersonalHolding(entitlement: entitlement, person: $0)]
      }
      if let grant = grants[holding] ?? personal {
        seen.insert(grant)
        report.knownGrantCount += 1
        continue
      }
      let grant = GrantID(number: nextGrant)
      nextGrant += 1
      // Two rules may give the same right: it is taken over once.
      grants[holding] = grant
      seen.insert(grant)
      report.grantCount += 1
      steps.append(
        Recording.Step(
          .grant(
            .takeOver(
              TakeOverGrant(
                grant: grant, entitlement: entitlement, account: id, person: person,
                source: reading.source)))))
    }
  }

  /// Rights that the ledger has through an account and that the host does not grant any more.
  private mutating func findVanished() {
    for entitlement in system.entitlements {
      // What could not be read is not known to be gone.
      if !reading.areRulesComplete, "\(entitlement.id.name)".hasPrefix("sudo") { continue }
      for index in register.grants(of: entitlement.id) {
        let grant = register.grants[index]
        guard let account = grant.account, grant.removal == nil, !seen.contains(grant.id) else {
          continue
        }
        report.vanished.append(
          AccountImportReport.Vanished(
            grant: grant.id, account: account, entitlement: grant.entitlement,
            person: grant.person))
      }
    }
  }
}

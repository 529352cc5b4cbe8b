public import AccessModel
public import Chronology
import Commands
import Deciders
import Diagnostics
public import EventStore
import IdentityRegister
import Policies
import Projections

/// Compares what a system really gives with what the register says, and records the outcome.
///
/// Accounts that the ledger did not know are brought in with it, their names into the identity register. What was compared before is not
/// compared again: the same reading twice is one reconciliation.
public struct Reconciling {
  public var reading: SystemReading
  public var system: SystemID
  /// When the system was read; `nil` for now.
  public var taken: Instant?
  public var isDryRun: Bool

  public init(
    _ reading: SystemReading, system: SystemID, taken: Instant? = nil, isDryRun: Bool = false
  ) {
    self.reading = reading
    self.system = system
    self.taken = taken
    self.isDryRun = isDryRun
  }

  /// - Throws: `RCN-03`, `REF-01`, `ROL-01`, and what recording throws.
  public func run(
    on ledger: Ledger, signedBy signer: some BatchSigner
  ) throws(LedgerError) -> ReconciliationReport {
    guard reading.isComplete else {
      throw .refused([SystemReading.incomplete.diagnostic(.init(SystemSubject.word, "\(system)"))])
    }
    try ledger.foldChecked()
    guard ledger.register.systems.contains(system) else {
      throw .refused([ReferenceCodes.unknown.diagnostic(.init(SystemSubject.word, "\(system)"))])
    }
    let moment = taken ?? max(ledger.ambient.now(), ledger.register.lastRecorded ?? .earliest)
    if let present = ledger.register.reconciliations.rows.last(where: {
      $0.system == system && $0.source == reading.source
    }), taken == nil || present.taken == taken {
      return ReconciliationReport(present, isKnown: true, isDryRun: isDryRun)
    }
    var id = ReconciliationID(number: 1)
    var found = 0
    let recording = Recording(channel: .importing, isDryRun: isDryRun) {
      ledger throws(LedgerError) in
      id = ReconciliationID(number: ledger.register.reconciliations.nextNumber)
      let (rights, steps) = try plan(ledger)
      found = steps.count
      return steps + [
        .init(
          .observation(
            .reconcile(
              RecordReconciliation(
                reconciliation: id, system: system, source: reading.source, taken: moment,
                rights: rights))))
      ]
    }
    let receipt = try ledger.record(recording, signedBy: signer)
    // After a dry run the register still holds what would have been recorded.
    guard let row = ledger.register.reconciliations[id] else {
      throw .refused([ReferenceCodes.unknown.diagnostic(.init(ReconciliationSubject.word, "\(id)"))]
      )
    }
    var report = ReconciliationReport(row, isKnown: false, isDryRun: isDryRun)
    report.foundCount = found
    report.findings = reading.findings
    report.warnings = receipt.warnings
    if isDryRun { report.events = receipt.events }
    return report
  }

  /// The rights by the ledger's accounts, and the steps that bring in accounts it does not know.
  private func plan(
    _ ledger: Ledger
  ) throws(LedgerError) -> (rights: [AccountRight], steps: [Recording.Step]) {
    let known = try SystemAccounts(of: system, in: ledger)
    var new: [String: AccountID] = [:]
    var next = ledger.register.accounts.nextNumber
    var steps: [Recording.Step] = []
    let rights = reading.rights.map { right in
      if let account = known[right.account] ?? new[right.account] {
        return AccountRight(account: account, entitlement: right.entitlement)
      }
      let account = AccountID(number: next)
      next += 1
      new[right.account] = account
      steps.append(
        Recording.Step(
          .system(
            .findAccount(FindAccount(account: account, system: system, kind: right.kind))),
          account: AccountName(
            system: "\(system)", account: "\(account)", name: right.account, subject: nil)))
      return AccountRight(account: account, entitlement: right.entitlement)
    }
    return (rights, steps)
  }
}

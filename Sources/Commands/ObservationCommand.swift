public import AccessModel
public import Chronology
public import Transparency

/// What is asked about the use of accounts and about what systems really give.
public enum ObservationCommand: Sendable {
  case importUsage(ImportUsage)
  case reconcile(RecordReconciliation)
  case resolve(ResolveDiscrepancy)
}

/// Record what a feed says of the use of accounts.
public struct ImportUsage: Sendable {
  public var system: SystemID
  public var from: Instant
  public var until: Instant
  /// SHA-256 of the file.
  public var source: Digest
  /// In any order, each account once.
  public var uses: [AccountUse]

  public init(
    system: SystemID, from: Instant, until: Instant, source: Digest, uses: [AccountUse]
  ) {
    self.system = system
    self.from = from
    self.until = until
    self.source = source
    self.uses = uses
  }
}

/// Compare what a system really gives with what the register says.
public struct RecordReconciliation: Sendable {
  public var reconciliation: ReconciliationID
  public var system: SystemID
  /// SHA-256 of what was read.
  public var source: Digest
  /// When it was read.
  public var taken: Instant
  /// What the system gives: each account with each right, and accounts without one.
  public var rights: [AccountRight]

  public init(
    reconciliation: ReconciliationID, system: SystemID, source: Digest, taken: Instant,
    rights: [AccountRight]
  ) {
    self.reconciliation = reconciliation
    self.system = system
    self.source = source
    self.taken = taken
    self.rights = rights
  }
}

/// Record what was done about a difference.
public struct ResolveDiscrepancy: Sendable {
  public var reconciliation: ReconciliationID
  public var number: Int64
  public var outcome: DiscrepancyOutcome
  public var by: PersonID

  public init(
    reconciliation: ReconciliationID, number: Int64, outcome: DiscrepancyOutcome, by: PersonID
  ) {
    self.reconciliation = reconciliation
    self.number = number
    self.outcome = outcome
    self.by = by
  }
}

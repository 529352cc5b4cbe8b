public import AccessModel
public import Diagnostics

/// What an import of accounts came to.
public struct AccountImportReport {
  /// A right that the ledger knows and that the host no longer grants.
  public struct Vanished: Hashable, Sendable {
    public var grant: GrantID
    public var account: AccountID
    public var entitlement: EntitlementID
    public var person: PersonID?
  }

  public var isDryRun: Bool
  /// Entitlements defined, accounts found and rights taken over now; what would be, in a dry run.
  public internal(set) var entitlementCount = 0
  public internal(set) var accountCount = 0
  public internal(set) var grantCount = 0
  /// Rights that the ledger knew already.
  public internal(set) var knownGrantCount = 0
  public internal(set) var batchCount = 0
  /// Reported, not recorded: somebody should find out who took them away, and why.
  public internal(set) var vanished: [Vanished] = []
  /// What was found on the host.
  public internal(set) var findings: [Diagnostic]
  /// What the recorder should know of the recording.
  public internal(set) var warnings: [Diagnostic] = []

  /// Whether the host has something that the ledger does not know.
  public var isAnythingNew: Bool { entitlementCount + accountCount + grantCount > 0 }
}

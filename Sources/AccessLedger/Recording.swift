public import AccessModel
public import Chronology
public import Commands
public import Diagnostics
import EventStore
public import IdentityRegister
import Projections
public import Transparency

/// One command as somebody gives it: the steps it takes, and what goes with all of them.
public struct Recording {
  /// The steps, made anew from the register each time a decision has to be made again, so that fresh identifiers fit.
  public var steps: (Ledger) throws(LedgerError) -> [Step]
  /// When it is true; `nil` for now.
  public var effective: Instant?
  public var caseNumber: CaseNumber?
  /// The free text that says why.
  public var reason: String?
  public var channel: Channel
  /// The idempotency key; drawn when absent.
  public var commandID: UniqueID?
  /// Whether to say what would be recorded, and record nothing.
  public var isDryRun: Bool
  /// What is left of a scan for stale access, when this is one more batch of it.
  var staleRemainder: StaleRemainder?

  /// One step, and the names that go to the identity register with it.
  public struct Step {
    public var command: AccessCommand
    public var identity: Identity?
    /// What the account that the step brings in is called.
    public var account: AccountName?
    /// When this step is true, when it differs from the rest.
    public var effective: Instant?
    /// Why this step, when it differs from the rest.
    public var reason: String?
    /// The row of a list that the step is for. What stands against such a step says so, and the steps of the other rows are tried too.
    public var row: Int?

    public init(
      _ command: AccessCommand, identity: Identity? = nil, account: AccountName? = nil,
      effective: Instant? = nil, reason: String? = nil, row: Int? = nil
    ) {
      self.row = row
      self.command = command
      self.identity = identity
      self.account = account
      self.effective = effective
      self.reason = reason
    }
  }

  public init(
    effective: Instant? = nil, caseNumber: CaseNumber? = nil, reason: String? = nil,
    channel: Channel = .commandLine, commandID: UniqueID? = nil, isDryRun: Bool = false,
    steps: @escaping (Ledger) throws(LedgerError) -> [Step]
  ) {
    self.steps = steps
    self.effective = effective
    self.caseNumber = caseNumber
    self.reason = reason
    self.channel = channel
    self.commandID = commandID
    self.isDryRun = isDryRun
  }
}

/// What became of a recording.
public struct RecordingReceipt {
  /// The position of the first event; the position it would have had in a dry run.
  public var first: UInt64
  /// The bytes of the `event` values, in order.
  public var events: [[UInt8]]
  /// When the ledger learnt it; `nil` for a dry run.
  public var recorded: Instant?
  /// The log with the events in it; for a dry run, as it is.
  public var head: TreeHead
  /// What the recorder should know, though nothing was refused.
  public var warnings: [Diagnostic]
  /// The access that what was recorded takes the effect of, and that is then to be removed in the systems; in the order of the grants.
  public var removals: [DueRemoval] = []
}

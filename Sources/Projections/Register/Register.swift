public import AccessModel
public import Chronology
public import EventSourcing
public import Events
public import Transparency

/// Everything the log says, folded: who works where, who may decide what, and every request and grant with its story.
///
/// One fold serves decisions and answers. It keeps both clocks: each row remembers when a fact holds and when it was
/// recorded, so a question “as of” a moment is answered from the rows, and a question “as known at” a moment from a fold
/// that stopped there. What follows from facts (in effect, ending, undecided) is computed and never stored.
public struct Register: Projection {
  public internal(set) var origin: Label?
  /// The IANA name of the ledger's time zone.
  public internal(set) var timeZone: Label?
  public internal(set) var units = Rows<UnitSubject, UnitRow>()
  public internal(set) var persons = Rows<PersonSubject, PersonRow>()
  public internal(set) var affiliations = Rows<AffiliationSubject, PersonID>()
  public internal(set) var assignments = Rows<AssignmentSubject, AssignmentRow>()
  public internal(set) var keys: [KeyFingerprint: KeyRow] = [:]
  public internal(set) var systems = Rows<SystemSubject, SystemRow>()
  public internal(set) var accounts = Rows<AccountSubject, AccountRow>()
  public internal(set) var requests = Rows<RequestSubject, RequestRow>()
  public internal(set) var grants = Rows<GrantSubject, GrantRow>()
  public internal(set) var incidents = Rows<IncidentSubject, IncidentRow>()
  public internal(set) var delegations = Rows<DelegationSubject, DelegationRow>()
  /// The lines of delegation orders by group of matters, by index.
  var delegationsByMatter: [MatterCode: [Int32]] = [:]
  /// The versions of each delegation order, in the order of record.
  var orderVersions: [DelegationOrder: [OrderVersion]] = [:]
  /// In the order of record.
  public internal(set) var delegationReports: [DelegationReportRow] = []
  public internal(set) var separationRules = Rows<SeparationRuleSubject, SeparationRuleRow>()
  public internal(set) var separationExceptions =
    Rows<SeparationExceptionSubject, SeparationExceptionRow>()
  public internal(set) var policies = Rows<PolicySubject, PolicyRow>()
  public internal(set) var analyses = Rows<AnalysisSubject, SystemID>()
  /// In the order of record.
  public internal(set) var corrections: [CorrectionRow] = []
  /// In the order of record.
  public internal(set) var secrecyMarkings: [SecrecyRow] = []
  /// Role assignments by holder, by index.
  public internal(set) var assignmentsByHolder: [PersonID: [Int32]] = [:]
  /// Requests decided on delegation, by index, in the order of record.
  var requestsOnDelegation: [Int32] = []
  /// Requests decided with the exception for small units, by index, in the order of record.
  var requestsOfSmallUnits: [Int32] = []
  /// Assignments as manager or head by the unit they are for, by index.
  var leadersByUnit: [UnitID: [Int32]] = [:]
  /// What was put aside after the last commit, as the log tells.
  public internal(set) var quarantinedTails: Set<TailQuarantined> = []
  /// The next revision of each stream.
  var revisions: [StreamID: Int64] = [:]
  /// The commands that are recorded already.
  var commands: Set<UniqueID> = []
  /// The number of events folded: the position of the next one.
  public internal(set) var position: UInt64 = 0
  /// When the last event was recorded.
  public internal(set) var lastRecorded: Instant?

  public init() {}

  /// An empty register with room for what about so many events make: growing tables would copy them again and again.
  public init(reservingEvents count: Int) {
    let count = min(count, 1 << 24)
    commands.reserveCapacity(count)
    revisions.reserveCapacity(count / 2)
    requests.reserve(count / 4)
    grants.reserve(count / 4)
  }

  /// The revision that the next event of a stream must have.
  public func nextRevision(of stream: StreamID) -> Int64 {
    revisions[stream] ?? 0
  }

  /// Whether a command with that id is recorded already (INV-51).
  public func hasRecorded(command: UniqueID) -> Bool {
    commands.contains(command)
  }
}

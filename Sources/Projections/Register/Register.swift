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
  public internal(set) var affiliations = Rows<AffiliationSubject, AffiliationOwner>()
  public internal(set) var assignments = Rows<AssignmentSubject, AssignmentRow>()
  public internal(set) var keys: [KeyFingerprint: KeyRow] = [:]
  /// The keys that the log itself signs with, or has signed with, in the order of record.
  public internal(set) var logKeys: [LogKeyRow] = []
  public internal(set) var systems = Rows<SystemSubject, SystemRow>()
  public internal(set) var accounts = Rows<AccountSubject, AccountRow>()
  public internal(set) var requests = Rows<RequestSubject, RequestRow>()
  public internal(set) var grants = Rows<GrantSubject, GrantRow>()
  public internal(set) var incidents = Rows<IncidentSubject, IncidentRow>()
  /// The grants by what they are of.
  var grantLists = GrantLists()
  /// The incidents by what they are about.
  var incidentLists = IncidentLists()
  /// When grants had effect, as a snapshot keeps it.
  var keptSpans: KeptSpans?
  /// Review campaigns; rounds that were taken over from another register have none.
  public internal(set) var campaigns = Rows<ReviewSubject, CampaignRow>()
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
  /// The document that is tried in the place of adopted ones, when a question asks what would have been; never recorded, and in no snapshot.
  public var trial: PolicyTrial?
  public internal(set) var analyses = Rows<AnalysisSubject, AnalysisOwner>()
  public internal(set) var reconciliations = Rows<ReconciliationSubject, ReconciliationRow>()
  public internal(set) var flags = Rows<FlagSubject, FlagRow>()
  /// The flags that are not answered for good, by index, in the order of record.
  var openFlags: [Int32] = []
  /// The same by what they are about.
  var flagsByMatter: [FlagMatter: Int32] = [:]
  /// In the order of record.
  public internal(set) var corrections: [CorrectionRow] = []
  /// In the order of record.
  public internal(set) var secrecyMarkings: [SecrecyRow] = []
  /// The decisions on disposal, in the order of record.
  public internal(set) var disposals: [DisposalRow] = []
  /// What was disposed of, in the order of record.
  public internal(set) var disposedRecords: [DisposedRow] = []
  /// The legal holds, in the order of record.
  public internal(set) var holds: [HoldRow] = []
  /// What was given out of the register on request, in the order of record.
  public internal(set) var disclosures: [DisclosureRow] = []
  /// What was asked for and not given out, in the order of record.
  public internal(set) var deniedDisclosures: [DeniedDisclosureRow] = []
  /// Requests decided on delegation, by index, in the order of record.
  var requestsOnDelegation: [Int32] = []
  /// Requests decided with the exception for small units, by index, in the order of record.
  var requestsOfSmallUnits: [Int32] = []
  /// Persons whose identity was erased, by index, in the order of record.
  var erasedPersons: [Int32] = []
  /// What was put aside after the last commit, as the log tells.
  public internal(set) var quarantinedTails: Set<TailQuarantined> = []
  /// The times that the head was made anew, in the order of the log.
  public internal(set) var rebuiltHeads: [HeadRebuilt] = []
  /// The next revision of the streams whose things have no row.
  var otherRevisions = RevisionMap()
  /// The commands that are recorded already.
  var commands = CommandSet()
  /// The snapshot that the first rows lie in.
  var kept: CheckedBytes?
  /// The number of events folded: the position of the next one.
  public internal(set) var position: UInt64 = 0
  /// When the last event was recorded.
  public internal(set) var lastRecorded: Instant?

  public init() {}

  /// An empty register with room for what about so many events make: growing tables would copy them again and again.
  public init(reservingEvents count: Int) {
    let count = min(count, 1 << 24)
    commands.reserve(count)
    requests.reserve(count / 4)
    grants.reserve(count / 4)
  }

  /// Whether everything read from a snapshot so far was as it was written. If it was not, what was answered is worth nothing.
  public var isIntact: Bool { kept?.isDamaged != true }

  /// Checks the whole of the snapshot that the first rows lie in, so that `isIntact` speaks of all that can be asked.
  public func checkAll() { kept?.checkAll() }

  /// Takes into memory what every grant asks for.
  ///
  /// For work that looks at all grants; done a second time it costs nothing.
  public mutating func readForAllGrants() {
    systems.readAll()
    units.readAll()
    persons.readAll()
    assignments.readAll()
    delegations.readAll()
    campaigns.readAll()
  }

  /// Takes grants into memory, with what each asks for.
  ///
  /// - Parameter indexes: where they are, in their order.
  public mutating func read(grants indexes: [Int32]) {
    grants.read(indexes)
    let rows = indexes.map { grants[$0] }
    persons.read(persons.expect(Set(rows.compactMap(\.person))))
    systems.read(systems.expect(Set(rows.map(\.entitlement.system))))
  }

  /// The same register with what every grant asks for in memory.
  func readyForAllGrants() -> Register {
    var ready = self
    ready.readForAllGrants()
    return ready
  }

  /// Hands every table to `visitor`, in the order of the snapshot.
  mutating func visitTables<Visitor: TableVisitor>(_ visitor: inout Visitor) {
    visitor.table(&units)
    visitor.table(&persons)
    visitor.table(&affiliations)
    visitor.table(&assignments)
    visitor.table(&systems)
    visitor.table(&accounts)
    visitor.table(&requests)
    visitor.table(&grants)
    visitor.table(&incidents)
    visitor.table(&delegations)
    visitor.table(&separationRules)
    visitor.table(&separationExceptions)
    visitor.table(&policies)
    visitor.table(&analyses)
    visitor.table(&reconciliations)
    visitor.table(&flags)
    visitor.table(&campaigns)
  }

  /// Hands the lists that are no tables to `visitor`, in the order of the snapshot.
  mutating func visitLists<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.parts(&delegationReports)
    visitor.parts(&corrections)
    visitor.parts(&secrecyMarkings)
    visitor.parts(&disposals)
    visitor.parts(&disposedRecords)
    visitor.parts(&holds)
    visitor.parts(&disclosures)
    visitor.parts(&deniedDisclosures)
    visitor.parts(&logKeys)
    visitor.parts(&rebuiltHeads)
    visitor.links(&requestsOnDelegation)
    visitor.links(&requestsOfSmallUnits)
    visitor.links(&erasedPersons)
    visitor.links(&openFlags)
  }

  /// Whether a command with that id is recorded already (INV-51).
  public func hasRecorded(command: UniqueID) -> Bool {
    commands.contains(command)
  }
}

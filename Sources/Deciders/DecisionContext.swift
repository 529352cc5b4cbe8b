public import AccessModel
public import Chronology
public import EventSourcing
public import Events
public import Policies
public import Projections

/// Everything a decision rests on besides the command and what has happened.
public struct DecisionContext {
  /// When it is recorded.
  public var now: Instant
  /// When it is true; `nil` for now.
  public var effective: Instant?
  /// Whose key signs.
  public var principal: PersonID
  public var command: CommandStamp
  public var caseNumber: CaseNumber?
  /// The free text that says why.
  public var reason: String?
  /// The rules that hold where no document is adopted.
  public var policy: AccessPolicy {
    _read { yield rules.policy }
    set { rules = SharedPolicy(newValue) }
  }
  private var rules: SharedPolicy
  /// The zone in which the ledger's days begin and end.
  public var zone: TimeZoneRules
  /// The event at a position, as it was recorded; `nil` where there is none.
  public var event: (_ position: UInt64) -> Recorded<AccessEvent>?
  /// Gives a fresh event id.
  public var drawEventID: () -> UniqueID
  /// Commits to a free text in a field of an event, and keeps the text for the identity register. The last argument is the person it concerns.
  public var commit:
    (_ text: String, _ field: String, _ event: UniqueID, _ about: PersonID?) -> Commitment

  /// For how many other persons than the one given the same need, by ``NeedWords/likeness(of:)``, has been stated before.
  public var countOthersWithNeed: (_ likeness: String, _ person: PersonID) -> Int

  /// A stated need in the form in which two are compared; `nil` where its text is not at hand.
  public var needWords: (Commitment) -> String?

  /// What is left of a scan for stale access that was made before; `nil` when one is to be made.
  public var staleRemainder: StaleRemainder?

  public init(
    now: Instant, effective: Instant? = nil, principal: PersonID, command: CommandStamp,
    caseNumber: CaseNumber? = nil, reason: String? = nil, policy: AccessPolicy? = nil,
    zone: TimeZoneRules = .utc,
    event: @escaping (UInt64) -> Recorded<AccessEvent>? = { _ in nil },
    drawEventID: @escaping () -> UniqueID,
    commit: @escaping (String, String, UniqueID, PersonID?) -> Commitment,
    countOthersWithNeed: @escaping (String, PersonID) -> Int = { _, _ in 0 },
    needWords: @escaping (Commitment) -> String? = { _ in nil }
  ) {
    self.countOthersWithNeed = countOthersWithNeed
    self.needWords = needWords
    self.now = now
    self.effective = effective
    self.principal = principal
    self.command = command
    self.caseNumber = caseNumber
    self.reason = reason
    rules = policy.map { SharedPolicy($0) } ?? .standard
    self.zone = zone
    self.event = event
    self.drawEventID = drawEventID
    self.commit = commit
  }

  /// When what is recorded is true.
  var moment: Instant { effective ?? now }
}

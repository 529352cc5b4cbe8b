public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// The decision was carried out in the system: the access works inside its period.
///
/// It does not say: that anybody has seen it there since.
public struct GrantProvisioned: EventPayload {
  public var grant: GrantID
  public var request: RequestID
  public var by: PersonID
  public var at: Instant
  public var from: Instant
  public var until: Instant?
  /// When the account itself stops working in the system.
  public var accountUntil: Instant?
  public var account: AccountID?
  public var evidence: Digest?

  public init(
    grant: GrantID, request: RequestID, by: PersonID, at: Instant, from: Instant,
    until: Instant? = nil, accountUntil: Instant? = nil, account: AccountID? = nil,
    evidence: Digest? = nil
  ) {
    self.grant = grant
    self.request = request
    self.by = by
    self.at = at
    self.from = from
    self.until = until
    self.accountUntil = accountUntil
    self.account = account
    self.evidence = evidence
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), request: RequestID(blank: ()), by: PersonID(blank: ()),
      at: Instant(milliseconds: 0), from: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.grantProvisioned
  public static let description = EventDescription(
    about: "The decision was carried out in the system: the access works inside its period.",
    recordedBy: "The system's administrator, or an import.",
    doesNotSay: "That anybody has seen it there since.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The grant's identifier.")
    try visitor.field("request", &request, "The approved request it carries out.")
    try visitor.field("by", &by, "Who carried it out.")
    try visitor.field("at", &at, "When it began to work.")
    try visitor.field("from", &from, "The first moment of the period that was set up.")
    try visitor.optional("until", &until, "The first moment after.")
    try visitor.optional(
      "accountUntil", &accountUntil,
      "When the account itself stops working in the system, where an end was set there.")
    try visitor.optional(
      "account", &account, "The account it works through, when the ledger knows it.")
    try visitor.optional("evidence", &evidence, "SHA-256 of a file that shows it.")
  }
}

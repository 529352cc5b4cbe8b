public import AccessModel
public import Chronology

/// What is asked about delegation orders.
public enum DelegationCommand: Sendable {
  case grant(GrantDelegation)
  case revoke(RevokeDelegation)
  case report(ReportDelegatedDecisions)
}

/// Let whoever has a position decide in a body's place.
public struct GrantDelegation: Sendable {
  public var delegation: DelegationID
  public var order: String
  public var version: Int64
  public var body: UnitID
  public var position: PositionCode
  /// The unit where the position must be; `nil` for anywhere below the body.
  public var unit: UnitID?
  public var matter: MatterCode
  /// The highest level it covers, 0 to 4; `nil` for every level.
  public var levelMax: Int64?
  /// Empty for all.
  public var accounts: [AccountKind]
  /// Empty for the body's own people.
  public var entities: [UnitID]
  public var maySubdelegate: Bool
  public var reporting: ReportingDuty
  public var parent: DelegationID?
  /// The head of administration who delegates on.
  public var delegatedBy: PersonID?
  public var from: Instant
  public var until: Instant?

  public init(
    delegation: DelegationID, order: String, version: Int64, body: UnitID, position: PositionCode,
    unit: UnitID? = nil, matter: MatterCode, levelMax: Int64? = nil, accounts: [AccountKind] = [],
    entities: [UnitID] = [], maySubdelegate: Bool = false, reporting: ReportingDuty = .reported,
    parent: DelegationID? = nil, delegatedBy: PersonID? = nil, from: Instant, until: Instant? = nil
  ) {
    self.delegation = delegation
    self.order = order
    self.version = version
    self.body = body
    self.position = position
    self.unit = unit
    self.matter = matter
    self.levelMax = levelMax
    self.accounts = accounts
    self.entities = entities
    self.maySubdelegate = maySubdelegate
    self.reporting = reporting
    self.parent = parent
    self.delegatedBy = delegatedBy
    self.from = from
    self.until = until
  }
}

/// Take a delegation back.
public struct RevokeDelegation: Sendable {
  public var delegation: DelegationID
  /// The last day with it, in the ledger's time zone; `nil` for until now.
  public var lastDay: Day?

  public init(delegation: DelegationID, lastDay: Day? = nil) {
    self.delegation = delegation
    self.lastDay = lastDay
  }
}

/// Record that the decisions of a period were reported to the body.
public struct ReportDelegatedDecisions: Sendable {
  public var body: UnitID
  public var meeting: Day
  public var from: Instant
  public var until: Instant
  /// The decisions that are left for another meeting; all others of the period are reported.
  public var left: [RequestID]
  public var minutes: String

  public init(
    body: UnitID, meeting: Day, from: Instant, until: Instant, left: [RequestID] = [],
    minutes: String
  ) {
    self.body = body
    self.meeting = meeting
    self.from = from
    self.until = until
    self.left = left
    self.minutes = minutes
  }
}

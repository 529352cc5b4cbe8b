public import AccessModel
public import Chronology
public import Transparency

/// What is asked about disposal of records.
public enum DisposalCommand: Sendable {
  case decide(DecideDisposal)
  case carryOut(DisposeRecords)
  case hold(SetHold)
  case release(LiftHold)
}

/// Record a body's decision on disposal.
public struct DecideDisposal: Sendable {
  public var disposal: DisposalID
  public var body: UnitID
  public var retention: RetentionClass
  /// How long the records are kept after their end, in months.
  public var keepMonths: Int64
  public var system: SystemID?
  public var endedBefore: Instant?
  public var from: Instant

  public init(
    disposal: DisposalID, body: UnitID, retention: RetentionClass, keepMonths: Int64,
    system: SystemID? = nil, endedBefore: Instant? = nil, from: Instant
  ) {
    self.disposal = disposal
    self.body = body
    self.retention = retention
    self.keepMonths = keepMonths
    self.system = system
    self.endedBefore = endedBefore
    self.from = from
  }
}

/// Dispose of the free texts of grants and requests.
public struct DisposeRecords: Sendable {
  public var disposal: DisposalID
  /// The archivist.
  public var approver: PersonID
  public var grants: [GrantID]
  public var requests: [RequestID]
  /// How many texts they have.
  public var count: Int64
  /// The digest over their tombstones.
  public var receipt: Digest

  public init(
    disposal: DisposalID, approver: PersonID, grants: [GrantID], requests: [RequestID],
    count: Int64, receipt: Digest
  ) {
    self.disposal = disposal
    self.approver = approver
    self.grants = grants
    self.requests = requests
    self.count = count
    self.receipt = receipt
  }
}

/// Let nothing about one thing be disposed of.
public struct SetHold: Sendable {
  public var hold: HoldID
  /// A person, a system, a grant or a request.
  public var target: StreamID

  public init(hold: HoldID, target: StreamID) {
    self.hold = hold
    self.target = target
  }
}

/// End a legal hold.
public struct LiftHold: Sendable {
  public var hold: HoldID

  public init(hold: HoldID) {
    self.hold = hold
  }
}

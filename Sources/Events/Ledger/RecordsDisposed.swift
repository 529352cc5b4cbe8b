public import AccessModel
public import CanonicalJSON
public import Transparency

/// The free texts of grants and requests have been disposed of, for good.
///
/// It does not say: that the events are gone: they stay as they were, with their commitments.
public struct RecordsDisposed: EventPayload {
  /// The largest number of grants and requests that one event names, so that its line is not too long.
  public static let mattersMax = 256

  public var disposal: DisposalID
  public var approver: PersonID
  public var grants: [GrantID]
  public var requests: [RequestID]
  public var count: Int64
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

  public init(blank: Void) {
    self.init(
      disposal: DisposalID(blank: ()), approver: PersonID(blank: ()), grants: [], requests: [],
      count: 0, receipt: Digest(blank: ()))
  }

  public static let kind = EventKind.recordsDisposed
  public static let description = EventDescription(
    about: "The free texts of grants and requests have been disposed of, for good.",
    recordedBy: "The custodian, with the archivist.",
    doesNotSay: "That the events are gone: they stay as they were, with their commitments.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("disposal", &disposal, "On which decision.")
    try visitor.field("approver", &approver, "The archivist who approved it.")
    try visitor.field("grants", &grants, "The grants whose texts are gone.")
    try visitor.field("requests", &requests, "The requests whose texts are gone.")
    try visitor.field("count", &count, "How many texts.")
    try visitor.field(
      "receipt", &receipt,
      "SHA-256 over the tombstones, which are made from the lines that stay: FORMAT.md tells how.")
  }
}

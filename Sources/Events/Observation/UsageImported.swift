public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// A feed from a system says when each of some accounts was last used, for a period that it covers.
///
/// It does not say: that an account it does not name was unused: of those nothing is known.
public struct UsageImported: EventPayload {
  public var system: SystemID
  public var from: Instant
  public var until: Instant
  public var source: Digest
  public var rows: Int64
  public var uses: [AccountUse]

  public init(
    system: SystemID, from: Instant, until: Instant, source: Digest, rows: Int64, uses: [AccountUse]
  ) {
    self.system = system
    self.from = from
    self.until = until
    self.source = source
    self.rows = rows
    self.uses = uses
  }

  public init(blank: Void) {
    self.init(
      system: SystemID(blank: ()), from: Instant(milliseconds: 0), until: Instant(milliseconds: 0),
      source: Digest(blank: ()), rows: 0, uses: [])
  }

  public static let kind = EventKind.usageImported
  public static let description = EventDescription(
    about:
      "A feed from a system says when each of some accounts was last used, for a period that it covers.",
    recordedBy: "The custodian, the steward, the deputy, the administrator, or a job.",
    doesNotSay: "That an account it does not name was unused: of those nothing is known.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("system", &system, "The system that the feed is from.")
    try visitor.field("from", &from, "The first moment that the feed covers.")
    try visitor.field("until", &until, "The first moment after.")
    try visitor.field(
      "source", &source, "SHA-256 of the file; a large file stands in several events.")
    try visitor.field("rows", &rows, "How many accounts the file tells of in all.")
    try visitor.field("uses", &uses, "The use of each account.")
  }
}

public import AccessModel
public import CanonicalJSON
public import Transparency

/// Bytes that no command had acknowledged stood after the last commit and were moved to quarantine.
///
/// It does not say: that anything acknowledged was lost: it was not, unless the head was made anew.
public struct TailQuarantined: EventPayload {
  public var segment: Label
  public var offset: Int64
  public var length: Int64
  public var digest: Digest

  public init(
    segment: Label, offset: Int64, length: Int64, digest: Digest
  ) {
    self.segment = segment
    self.offset = offset
    self.length = length
    self.digest = digest
  }

  public init(blank: Void) {
    self.init(
      segment: Label(blank: ()), offset: 0, length: 0, digest: Digest(blank: ()))
  }

  public static let kind = EventKind.tailQuarantined
  public static let description = EventDescription(
    about:
      "Bytes that no command had acknowledged stood after the last commit and were moved to quarantine.",
    recordedBy: "The ledger itself, with the next command's key.",
    doesNotSay:
      "That anything acknowledged was lost: it was not, unless `ledger.head-rebuilt` stands beside it."
  )

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("segment", &segment, "The segment's name: its first position, in 12 digits.")
    try visitor.field(
      "offset", &offset, "Where the bytes began, in bytes from the start of the segment.")
    try visitor.field("length", &length, "How many bytes there were.")
    try visitor.field("digest", &digest, "SHA-256 of the bytes, as `sha256sum` prints it.")
  }
}

public import AccessModel
public import CanonicalJSON
public import Transparency

/// The record of how much of the log counts was damaged, and was made anew from a checkpoint.
///
/// It does not say: that nothing was lost: what was recorded after the checkpoint is in quarantine and counts no more.
public struct HeadRebuilt: EventPayload {
  public var size: Int64
  public var digest: Digest

  /// - Parameters:
  ///   - size: the size of the checkpoint that it was made from.
  ///   - digest: the SHA-256 of the damaged record, which is in quarantine; that of nothing when there was none.
  public init(size: Int64, digest: Digest) {
    self.size = size
    self.digest = digest
  }

  public init(blank: Void) {
    self.init(size: 0, digest: Digest(blank: ()))
  }

  public static let kind = EventKind.headRebuilt
  public static let description = EventDescription(
    about:
      "The record of how much of the log counts was damaged, and was made anew from a checkpoint.",
    recordedBy: "The ledger itself, with the next command's key.",
    doesNotSay:
      "That nothing was lost: what was recorded after the checkpoint is in quarantine and counts no more."
  )

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("size", &size, "The size of the checkpoint that it was made from.")
    try visitor.field(
      "digest", &digest,
      "SHA-256 of the damaged file `head`, as `sha256sum` prints it; that of nothing when there was none."
    )
  }
}

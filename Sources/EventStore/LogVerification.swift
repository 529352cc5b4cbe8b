import Diagnostics
public import Transparency

/// What reading every byte of a log came to.
public struct LogVerification: Hashable, Sendable {
  /// How much was read.
  public struct Counts: Hashable, Sendable {
    /// Lines.
    public var events = 0
    /// Whole batches.
    public var batches = 0
    /// Signatures found good.
    public var signatures = 0
    /// Bytes of the lines with their LFs.
    public var bytes = 0

    public init() {}
  }

  public var verdict: LogVerdict
  /// What was found, in the order of the log; at most 1,000 pieces.
  public var damage: [Damage]
  /// How much was found, listed or not.
  public var damageCount: Int
  public var counts: Counts
  /// The head the log claims; `nil` when it cannot be read.
  public var head: TreeHead?
  /// The head its lines come to.
  public var found: TreeHead
  /// Bytes behind the head.
  public var tailByteCount: Int
  /// What was compared of checkpoints and tiles.
  public var publication = PublicationSummary()

  init(_ audit: RecordAudit, head: TreeHead?, tailByteCount: Int) {
    verdict = audit.verdict
    // Signatures are checked after the lines that follow them.
    damage = audit.damage.enumerated().sorted {
      ($0.element.positions?.lowerBound ?? .max, $0.offset)
        < ($1.element.positions?.lowerBound ?? .max, $1.offset)
    }.map(\.element)
    damageCount = audit.damageCount
    counts = audit.counts
    self.head = head
    found = audit.tree.head
    self.tailByteCount = tailByteCount
    if tailByteCount > 0 { verdict = max(verdict, .tornTail) }
  }

  /// Verifies a log of any kind by its lines and its head.
  ///
  /// - Parameters:
  ///   - keys: The public key of a fingerprint if it was valid for a batch that begins at the
  ///     position; asked after all events of the batch have been passed to `onRecord`, so that a
  ///     first batch may enrol the key it is signed with.
  ///   - origin: What the log is called by the lines passed so far, asked likewise; when it says nothing, the name is the log's own.
  ///   - onRecord: Called for each sound line, in order.
  /// - Throws: what the closures throw, and a `Diagnostic` when the log cannot be read. Damage is
  ///   not thrown.
  public static func verify(
    _ log: some EventLog,
    keys: (_ key: KeyFingerprint, _ position: UInt64) throws -> OpenSSHPublicKey?,
    origin: () -> String? = { nil }, onRecord: (Record) throws -> Void = { _ in }
  ) throws -> LogVerification {
    guard var audit = RecordAudit(origin: log.origin) else {
      throw StoreCode.originMalformed.diagnostic(.init(en: "origin", sv: "ursprung", log.origin))
    }
    var segment: UInt64 = 0
    let crew = Crew(helpers: Crew.allHelpers)
    try log.readChunks(from: 0) { chunk in
      segment = chunk.segment
      var offset = 0
      while offset < chunk.bytes.count {
        let end = lineFeed(in: chunk.bytes, from: offset)
        try audit.take(
          UnsafeRawBufferPointer(rebasing: chunk.bytes[offset..<end]), segment: chunk.segment,
          byteOffset: chunk.byteOffset + offset, keys: keys, origin: origin, onRecord: onRecord)
        offset = end + 1
        if audit.signatures.isFull { audit.checkSignatures(crew) }
      }
      return .proceed
    }
    audit.checkSignatures(crew)
    audit.finish(segment: segment)
    if audit.tree.head != log.head { audit.note(rootDamage(audit.tree.head, log.head)) }
    return LogVerification(audit, head: log.head, tailByteCount: 0)
  }

  static func rootDamage(_ found: TreeHead, _ head: TreeHead) -> Damage {
    Damage(
      DamageCode.root,
      detail: "\(found.size) \(found.root.base64) ≠ \(head.size) \(head.root.base64)")
  }
}

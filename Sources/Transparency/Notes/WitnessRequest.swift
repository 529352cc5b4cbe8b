public import Diagnostics

/// What a log asks its witness: to cosign a checkpoint that grew out of the one the witness knows
/// (C2SP tlog-witness, the body of `add-checkpoint`).
public struct WitnessRequest: Hashable, Sendable {
  /// The longest request that is read.
  public static let bytesMax = ProofFile.bytesMax

  /// The size the log believes the witness knows.
  public let oldSize: UInt64
  /// The hashes that lead from the old size to the checkpoint's.
  public let path: [Digest]
  public let checkpoint: SignedCheckpoint

  public init(oldSize: UInt64, path: [Digest], checkpoint: SignedCheckpoint) {
    self.oldSize = oldSize
    self.path = path
    self.checkpoint = checkpoint
  }

  /// Reads a request.
  ///
  /// - Throws: `NOTE-05`, or what is wrong with its checkpoint.
  public init(_ bytes: some Collection<UInt8>) throws(Diagnostic) {
    guard bytes.count <= Self.bytesMax else { throw NoteCodes.unreadableRequest.diagnostic() }
    var lines = NoteLines(Array(bytes))
    guard let text = NoteLines.value(of: "old ", in: lines.next()),
      let oldSize = NoteNumber.read(text), let path = lines.hashes()
    else { throw NoteCodes.unreadableRequest.diagnostic() }
    self.init(oldSize: oldSize, path: path, checkpoint: try SignedCheckpoint(lines.rest))
  }

  /// The body of the request.
  public var bytes: [UInt8] {
    var text = "old \(oldSize)\n"
    for hash in path { text += "\(hash.base64)\n" }
    return Array((text + "\n").utf8) + checkpoint.bytes
  }

  /// The proof from the old size to the checkpoint's.
  public var consistency: ConsistencyProof {
    ConsistencyProof(oldSize: oldSize, newSize: checkpoint.head.size, path: path)
  }
}

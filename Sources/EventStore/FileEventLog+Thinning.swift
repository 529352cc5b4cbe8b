import Diagnostics
import Transparency

extension FileEventLog {
  /// How many of the latest events keep every checkpoint: time for what is asked about one of them, a cosignature or a time stamp, to be
  /// answered.
  public static let checkpointsKeptWhole: UInt64 = 16_384
  /// Of so many older events, those checkpoints stay that say something no later one of them says.
  public static let checkpointSpan: UInt64 = 256

  /// Takes away checkpoints that have grown old and that others of their span make superfluous.
  ///
  /// A busy log would else keep a file, and check a signature, for each command there ever was. Of each span the last one stays, the
  /// last that each witness has cosigned, every one that a time stamp is kept over, and whatever the log contradicts. Called with
  /// the lock held.
  /// - Parameters:
  ///   - before: the size of the log when this was done last.
  ///   - size: its size now.
  func thinCheckpoints(after before: UInt64, at size: UInt64) throws(Diagnostic) {
    func firstWhole(_ size: UInt64) -> UInt64 {
      (size - min(size, Self.checkpointsKeptWhole)) / Self.checkpointSpan
    }
    let spans = firstWhole(before)..<max(firstWhole(before), firstWhole(size))
    guard !spans.isEmpty else { return }
    let sizes = try reporting { () throws(SystemError) in
      try files.namesIfPresent(in: folder.checkpoints) ?? []
    }.compactMap(LedgerFolder.checkpointSize)
    let stamped = Set(try timestampSizes())
    let hashes = TreeHashes(reader: reader, extent: extent, size: head.size, source: .tiles)
    var known: [MerkleSubtree: Digest] = [:]
    var span: UInt64?
    var heard: Set<NoteKey> = []
    for size in sizes.sorted(by: >) where spans.contains(size / Self.checkpointSpan) {
      if span != size / Self.checkpointSpan {
        span = size / Self.checkpointSpan
        heard = []
      }
      guard let checkpoint = try reader.keptCheckpoint(size) else { continue }
      let said = Set(checkpoint.signatures.map(NoteKey.init))
      let isOfLog =
        try checkpoint.head.root
        == MerkleTree.root(size: size) {
          (place) throws(Diagnostic) in
          if let hash = known[place] { return hash }
          let hash = try hashes.hash(of: place)
          known[place] = hash
          return hash
        }
      guard isOfLog else { continue }
      if said.isSubset(of: heard), !stamped.contains(size) {
        try reporting { () throws(SystemError) in try files.remove(folder.checkpoint(size)) }
      }
      heard.formUnion(said)
    }
  }

  /// Whose a line of a note is.
  private struct NoteKey: Hashable {
    var name: [UInt8]
    var id: UInt32

    init(_ line: NoteSignature) {
      name = line.name
      id = line.keyID
    }
  }
}

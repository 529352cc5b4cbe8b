import Diagnostics
import EventStore
import Testing
import Transparency

/// A log on a modelled disk that publishes, and what that must look like.
struct PublishedLog {
  static let logKey = key(7)
  static var verifierKey: NoteVerifierKey {
    get throws { try #require(logKey.noteVerifierKey(named: "log.example")) }
  }

  let disk: ModelledDisk
  let log: FileEventLog

  /// - Parameter segmentSize: small, so that a tile spans several segments.
  init(segmentSize: UInt64 = 16) throws {
    disk = ModelledDisk()
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: segmentSize, files: disk)
    log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
  }

  func append(_ count: Int) throws {
    let size = Int(log.head.size)
    _ = try log.append(
      try batch(size..<size + count), signedBy: signer, now: noon, expecting: log.head)
  }

  @discardableResult
  func publish(_ scope: PublishingScope = .news) throws -> PublishingReceipt {
    try log.publish(signedBy: [Self.logKey], scope)
  }

  /// The leaf hashes of all that is committed.
  func leaves() throws -> [Digest] { try Self.leaves(of: log) }

  static func leaves(of log: FileEventLog) throws -> [Digest] {
    var leaves: [Digest] = []
    try log.read(from: 0) { record in
      leaves.append(MerkleTree.leafHash(of: record.line))
      return .proceed
    }
    return leaves
  }

  /// The files that a log of these leaves publishes: each tile hashed from its leaves, by the definition alone.
  static func files(of leaves: [Digest]) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var level = 0
    var hashes = leaves
    while !hashes.isEmpty {
      for start in stride(from: 0, to: hashes.count, by: 256) {
        let part = Array(hashes[start..<min(start + 256, hashes.count)])
        let tile = Tile(level: level, index: UInt64(start / 256), count: part.count)
        files["/l/public/\(tile.path)"] = part.flatMap { Array($0.bytes) }
      }
      hashes = stride(from: 0, to: hashes.count / 256 * 256, by: 256).map {
        MerkleTree.root(of: hashes[$0..<$0 + 256])
      }
      level += 1
    }
    let checkpoint = Checkpoint(
      origin: "log.example",
      head: TreeHead(size: UInt64(leaves.count), root: MerkleTree.root(of: leaves)))
    let bytes = try SignedCheckpoint(checkpoint, signedBy: [logKey]).bytes
    files["/l/public/checkpoint"] = bytes
    files[Self.checkpoint(leaves.count)] = bytes
    return files
  }

  static func checkpoint(_ size: Int) -> String {
    "/l/checkpoints/\(String(repeating: "0", count: 20 - "\(size)".count))\(size)"
  }

  static func bytes(_ path: String, on disk: ModelledDisk) -> [UInt8]? {
    disk.state.names[path].flatMap { disk.state.files[$0]?.bytes }
  }

  /// What is wrong with the published files on a disk; nothing when all are there.
  static func faults(on disk: ModelledDisk, of leaves: [Digest]) throws -> [String] {
    try files(of: leaves).filter { bytes($0.key, on: disk) != $0.value }.map(\.key).sorted()
  }

  /// Another disk on which one file has other bytes; `nil` to remove it.
  static func disk(_ state: ModelledDisk.State, with path: String, _ bytes: [UInt8]?)
    -> ModelledDisk
  {
    var state = state
    if let bytes {
      let id = state.names[path] ?? state.next
      if state.names[path] == nil { state.next += 1 }
      state.names[path] = id
      state.stable.files[path] = id
      state.files[id] = ModelledDisk.File(bytes: bytes, stable: bytes)
    } else {
      state.names[path] = nil
      state.stable.files[path] = nil
    }
    return ModelledDisk(state)
  }

  static func verify(_ disk: ModelledDisk) throws -> LogVerification {
    let verifierKey = try verifierKey
    return try LogVerification.verify(
      at: "/l", files: disk, keys: { _, _ in signer.publicKey }, logKeys: { [verifierKey] })
  }
}

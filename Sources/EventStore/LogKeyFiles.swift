public import Diagnostics
import Glibc
public import Transparency

/// The private halves of the keys that a log signs its checkpoints with: OpenSSH key files that only their owner can read.
///
/// `log-key` signs. While it is being replaced `log-key.next` signs as well, and takes its name when it is retired.
public struct LogKeyFiles {
  /// What the file is called in the folder of the ledger.
  public static let name = "log-key"

  /// The file of the key that signs.
  public let path: String
  private let files: any FileSystem

  public init(path: String, files: any FileSystem = LinuxFileSystem()) {
    self.path = path
    self.files = files
  }

  /// The file of the key that is to take its place.
  public var nextPath: String { path + ".next" }

  /// The private halves that sign now.
  public struct Found {
    /// In the order asked for.
    public var keys: [SigningKey] = []
    /// The keys whose private half is in neither file.
    public var missing: [NoteVerifierKey] = []
  }

  /// The private halves of these keys.
  ///
  /// - Throws: `LKEY-02` when others can read a file, `KEY-01` to `KEY-04` for a file that is no key, or what the system says.
  public func privateHalves(of keys: [NoteVerifierKey]) throws(Diagnostic) -> Found {
    let present = [try key(in: path), try key(in: nextPath)].compactMap(\.self)
    var found = Found()
    for key in keys {
      if let half = present.first(where: { $0.noteVerifierKey(named: key.name) == key }) {
        found.keys.append(half)
      } else {
        found.missing.append(key)
      }
    }
    return found
  }

  /// The key that signs; made from the seed when there is none.
  public func key(orMakingFrom seed: Ed25519Seed, origin: String) throws(Diagnostic) -> SigningKey {
    try key(in: path, orMakingFrom: seed, origin: origin)
  }

  /// The key that is to take its place; made from the seed when there is none, as when a replacement was cut off before it was recorded.
  ///
  /// - Parameter isKept: whether the file is written when there is none.
  public func nextKey(
    orMakingFrom seed: Ed25519Seed, origin: String, isKept: Bool = true
  ) throws(Diagnostic) -> SigningKey {
    if !isKept {
      if let present = try key(in: nextPath) { return present }
      return try SigningKey(seed: seed, comment: origin)
    }
    return try key(in: nextPath, orMakingFrom: seed, origin: origin)
  }

  /// Destroys a key that was retired and gives its name to the one that took its place; nothing when that is done.
  ///
  /// The old file is overwritten, synced and removed. What backups and the medium itself keep of it is beyond this.
  public func settle(current: [NoteVerifierKey], retired: [NoteVerifierKey]) throws(Diagnostic) {
    func isOne(of keys: [NoteVerifierKey], _ half: SigningKey?) -> Bool {
      keys.contains { half?.noteVerifierKey(named: $0.name) == $0 }
    }
    guard current.count == 1, isOne(of: current, try key(in: nextPath)) else { return }
    do throws(Diagnostic) {
      if let present = try key(in: path) {
        guard isOne(of: retired, present) else { return }
        try destroy(path)
      }
    } catch {
      // Half overwritten, it was cut off here before.
      guard error.code.hasPrefix("KEY-") else { throw error }
      try destroy(path)
    }
    try reporting { () throws(SystemError) in
      try files.rename(nextPath, to: path)
      try files.synchroniseFolder(PublicWriter.parent(path))
    }
  }

  private func destroy(_ path: String) throws(Diagnostic) {
    try reporting { () throws(SystemError) in
      try files.withFile(path, .writing) { (file) throws(SystemError) in
        try files.writeAll(file, [UInt8](repeating: 0, count: try files.size(file)), at: 0)
        try files.synchronise(file)
      }
      try files.remove(path)
      try files.synchroniseFolder(PublicWriter.parent(path))
    }
  }

  private func key(
    in path: String, orMakingFrom seed: Ed25519Seed, origin: String
  ) throws(Diagnostic) -> SigningKey {
    if let present = try key(in: path) { return present }
    let pair = try OpenSSHKeyPair(seed: seed, comment: origin)
    try reporting { () throws(SystemError) in
      let draft = path + ".tmp"
      try files.removeIfPresent(draft)
      try files.writeNew(draft, pair.privateKeyFile, mode: 0o600)
      try files.rename(draft, to: path)
      try files.synchroniseFolder(PublicWriter.parent(path))
    }
    return try SigningKey(seed: seed, comment: origin)
  }

  /// The key in a file, or nothing when there is no file.
  private func key(in path: String) throws(Diagnostic) -> SigningKey? {
    let (bytes, mode): ([UInt8], UInt32)
    do throws(SystemError) {
      (bytes, mode) = try files.withFile(path, .reading) { (file) throws(SystemError) in
        (
          try files.contents(of: file, from: 0, count: SigningKey.fileBytesMax + 1),
          try files.mode(file)
        )
      }
    } catch {
      if error.number == ENOENT { return nil }
      throw error.diagnostic()
    }
    guard mode & 0o077 == 0 else {
      throw LogKeyCode.open.diagnostic(.init(en: "file", sv: "fil", path))
    }
    return try SigningKey(openSSHPrivateKey: bytes)
  }
}

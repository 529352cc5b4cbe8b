public import Chronology
public import Diagnostics
public import EventStore
import Glibc
public import Transparency

/// A witness in a folder of its own: its key, the logs it trusts, and the last head of each that it cosigned.
public final class Witness {
  /// A log that the witness knows.
  public struct KnownLog: Hashable, Sendable {
    public var origin: String
    public var keys: [NoteVerifierKey]
    /// The last checkpoint that was cosigned; nothing when none was.
    public var last: SignedCheckpoint?
    /// When that was.
    public var cosigned: Instant?
  }

  /// The name it cosigns under.
  public let name: String
  public let path: String
  let files: any FileSystem
  private let key: SigningKey
  private let patience: FileEventLog.Patience

  static let opening = "liggare-witness/v1 "
  /// The most keys of one log that are kept.
  static let keysMax = 16

  init(
    name: String, path: String, key: SigningKey, patience: FileEventLog.Patience,
    files: any FileSystem
  ) {
    self.name = name
    self.path = path
    self.key = key
    self.patience = patience
    self.files = files
  }

  /// The public key, for the witness policy of a ledger and of whoever checks its proofs.
  public var verifierKey: NoteVerifierKey {
    guard let key = key.noteVerifierKey(named: name, .cosignature) else {
      preconditionFailure("The name and the key were checked when the witness was opened.")
    }
    return key
  }

  /// Makes a witness in a new or empty folder.
  ///
  /// - Parameter seed: 32 random bytes, from which its key is made.
  /// - Throws: `WIT-02`, `WIT-03`, or what the system says.
  public static func create(
    at path: String, named name: String, seed: Ed25519Seed,
    patience: FileEventLog.Patience = .none, files: any FileSystem = LinuxFileSystem()
  ) throws(Diagnostic) -> Witness {
    guard NoteVerifierKey.isName(name) else {
      throw WitnessCodes.malformedName.diagnostic(.init(en: "name", sv: "namn", name))
    }
    let pair = try OpenSSHKeyPair(seed: seed, comment: name)
    let key = try SigningKey(seed: seed, comment: name)
    let isEmpty = try reporting { () throws(SystemError) in
      do throws(SystemError) {
        try files.makeFolder(path, mode: 0o700)
        return true
      } catch {
        guard error.number == EEXIST else { throw error }
        return try files.names(in: path).isEmpty
      }
    }
    guard isEmpty else {
      throw WitnessCodes.folderNotEmpty.diagnostic(.init(en: "folder", sv: "mapp", path))
    }
    try reporting { () throws(SystemError) in
      try files.withFile(path, .folder) { (file) throws(SystemError) in
        try files.setMode(file, 0o700)
      }
      try files.makeFolder(path + "/logs", mode: 0o700)
      try files.writeNew(path + "/lock", [])
      try files.writeNew(path + "/key", pair.privateKeyFile)
      try files.synchroniseFolder(path)
      try files.synchroniseFolder(path + "/..")
      try files.replace(
        path + "/WITNESS", draft: path + "/WITNESS.tmp", folder: path,
        with: Array("\(opening)\(name)\n".utf8))
    }
    return Witness(name: name, path: path, key: key, patience: patience, files: files)
  }

  /// Opens a witness.
  ///
  /// - Parameter patience: how long to wait for another process that answers for it.
  /// - Throws: `WIT-01`, or what is wrong with its key.
  public static func open(
    at path: String, patience: FileEventLog.Patience = .none,
    files: any FileSystem = LinuxFileSystem()
  ) throws(Diagnostic) -> Witness {
    let line: [UInt8]
    do throws(SystemError) {
      line = try files.contents(of: path + "/WITNESS", limit: 512)
    } catch {
      guard error.number != ENOENT, error.number != ENOTDIR else {
        throw WitnessCodes.notFound.diagnostic(.init(en: "folder", sv: "mapp", path))
      }
      throw error.diagnostic()
    }
    guard line.starts(with: opening.utf8), line.last == 0x0A else {
      throw WitnessCodes.notFound.diagnostic(.init(en: "folder", sv: "mapp", path))
    }
    let name = String(decoding: line.dropFirst(opening.utf8.count).dropLast(), as: UTF8.self)
    guard NoteVerifierKey.isName(name) else {
      throw WitnessCodes.notFound.diagnostic(.init(en: "folder", sv: "mapp", path))
    }
    let bytes = try reporting { () throws(SystemError) in
      try files.contents(of: path + "/key", limit: SigningKey.fileBytesMax)
    }
    let key = try SigningKey(openSSHPrivateKey: bytes)
    guard key.noteVerifierKey(named: name, .cosignature) != nil else {
      throw WitnessCodes.notFound.diagnostic(.init(en: "folder", sv: "mapp", path))
    }
    return Witness(name: name, path: path, key: key, patience: patience, files: files)
  }

  // MARK: Logs

  /// Begins to witness a log, by its public key.
  ///
  /// - Parameter addsKey: whether the key is one more of a log that is known already.
  /// - Throws: `NOTE-03` for a key that is not a log's, `WIT-05` for another key of a known log.
  public func trust(_ key: NoteVerifierKey, addsKey: Bool = false) throws(Diagnostic) {
    guard key.algorithm == .note else {
      throw NoteCodes.unreadableVerifierKey.diagnostic(.init(en: "key", sv: "nyckel", key.text))
    }
    try locked { () throws(Diagnostic) in
      var keys = try keys(of: key.name)
      guard !keys.contains(key) else { return }
      guard keys.isEmpty || addsKey, keys.count < Self.keysMax else {
        throw WitnessCodes.alreadyTrusted.diagnostic(
          facts: [.init(en: "origin", sv: "ursprung", key.name)]
            + keys.map { .init(en: "known key", sv: "känd nyckel", $0.text) })
      }
      keys.append(key)
      let text = keys.map { $0.text + "\n" }.joined()
      try reporting { () throws(SystemError) in
        try files.replace(
          file(key.name, "keys"), draft: file(key.name, "keys.tmp"), folder: path + "/logs",
          with: Array(text.utf8))
      }
    }
  }

  /// The logs it trusts, by their origins.
  public func logs() throws(Diagnostic) -> [KnownLog] {
    let names = try reporting { () throws(SystemError) in try files.names(in: path + "/logs") }
    var logs: [KnownLog] = []
    for name in names where name.hasSuffix(".keys") {
      let origin = String(name.dropLast(5).map { $0 == "+" ? "/" : $0 })
      let last = try last(of: origin)
      logs.append(
        KnownLog(
          origin: origin, keys: try keys(of: origin), last: last?.checkpoint,
          cosigned: last.map { Instant(milliseconds: Int64(clamping: $0.time) &* 1_000) }))
    }
    return logs
  }

  // MARK: Answering

  /// Judges a request and cosigns, or says why not. The new head is on the medium before the cosignature is given.
  ///
  /// - Parameter now: the time that the cosignature says; whole seconds count.
  /// - Throws: `WIT-04`, or what the system says: then nothing was cosigned.
  public func answer(_ bytes: [UInt8], at now: Instant) throws(Diagnostic) -> WitnessAnswer {
    let request: WitnessRequest
    do throws(Diagnostic) {
      request = try WitnessRequest(bytes)
    } catch {
      return refusal(.malformed)
    }
    let checkpoint = request.checkpoint.checkpoint
    return try locked { () throws(Diagnostic) in
      let keys = try keys(of: checkpoint.origin)
      guard !keys.isEmpty else { return refusal(.unknownLog) }
      let last = try last(of: checkpoint.origin)
      var state = WitnessState(keys: keys, head: last?.checkpoint.head ?? .empty)
      do throws(WitnessState.Refusal) {
        try state.accept(request)
      } catch {
        return refusal(error)
      }
      // A clock that went back would make the later cosignature look like the earlier one.
      let seconds = max(UInt64(max(0, now.milliseconds / 1_000)), last?.time ?? 0)
      guard
        let line = try Cosignature.line(
          cosigning: checkpoint, at: seconds, by: key, named: name)
      else { preconditionFailure("The name and the key were checked when the witness was opened.") }
      var cosigned = request.checkpoint
      cosigned.keepSignatures(by: keys)
      cosigned.add([line])
      let kept = cosigned.bytes
      try reporting { () throws(SystemError) in
        try files.replace(
          file(checkpoint.origin, "checkpoint"), draft: file(checkpoint.origin, "checkpoint.tmp"),
          folder: path + "/logs", with: kept)
      }
      return WitnessAnswer(status: 200, body: line.line)
    }
  }

  private func refusal(_ refusal: WitnessState.Refusal) -> WitnessAnswer {
    let text =
      switch refusal {
      case .malformed: "The request cannot be read, or its old size is above the new one.\n"
      case .notSigned: "No known key of the log signed the checkpoint.\n"
      case .unknownLog: "This witness does not know the log.\n"
      case .conflict(let size): "\(size)\n"
      case .inconsistent: "The checkpoint does not grow out of the one that was cosigned last.\n"
      }
    return WitnessAnswer(status: refusal.status, body: Array(text.utf8))
  }

  // MARK: Memory

  /// The file of a log; an origin is letters, digits, dots, hyphens and slashes, or it is not found.
  private func file(_ origin: String, _ suffix: String) -> String {
    "\(path)/logs/" + String(origin.map { $0 == "/" ? "+" : $0 }) + ".\(suffix)"
  }

  private func keys(of origin: String) throws(Diagnostic) -> [NoteVerifierKey] {
    guard LedgerFormat.isOrigin(origin) else { return [] }
    guard let bytes = try present(file(origin, "keys"), limit: 16_384) else { return [] }
    var keys: [NoteVerifierKey] = []
    for line in bytes.split(separator: 0x0A) {
      let key: NoteVerifierKey
      do throws(Diagnostic) { key = try NoteVerifierKey(line) } catch { throw damaged(origin) }
      guard key.name == origin, key.algorithm == .note else { throw damaged(origin) }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw damaged(origin) }
    return keys
  }

  /// What was cosigned last, as the log's signature and its own cosignature vouch for it.
  private func last(
    of origin: String
  ) throws(Diagnostic) -> (checkpoint: SignedCheckpoint, time: UInt64)? {
    guard let bytes = try present(file(origin, "checkpoint"), limit: SignedNote.bytesMax) else {
      return nil
    }
    do throws(Diagnostic) {
      let checkpoint = try SignedCheckpoint(bytes)
      try checkpoint.verify(signedByAnyOf: try keys(of: origin))
      if checkpoint.checkpoint.origin == origin,
        let time = try checkpoint.cosignatureTime(by: verifierKey)
      {
        return (checkpoint, time)
      }
    } catch {}
    throw damaged(origin)
  }

  private func damaged(_ origin: String) -> Diagnostic {
    WitnessCodes.damagedMemory.diagnostic(
      .init(en: "folder", sv: "mapp", path + "/logs"), .init(en: "log", sv: "logg", origin))
  }

  /// The bytes of a file, or nothing when there is none.
  private func present(_ path: String, limit: Int) throws(Diagnostic) -> [UInt8]? {
    try reporting { () throws(SystemError) in
      try files.contentsIfPresent(of: path, limit: limit + 1)
    }
  }

  /// Works while no other process answers for this witness; waits for one that does.
  private func locked<Result>(
    _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let lock = try reporting { () throws(SystemError) in
      try files.open(path + "/lock", .writing)
    }
    let result: Result
    do throws(Diagnostic) {
      var left = patience.tries
      while try !reporting({ () throws(SystemError) in try files.tryLock(lock) }) {
        left -= 1
        guard left > 0 else {
          throw WitnessCodes.busy.diagnostic(.init(en: "folder", sv: "mapp", path))
        }
        patience.pause()
      }
      result = try body()
    } catch {
      do { try files.close(lock) } catch {}
      throw error
    }
    // Closing lets the lock go.
    try reporting { () throws(SystemError) in try files.close(lock) }
    return result
  }
}

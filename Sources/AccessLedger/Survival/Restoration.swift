public import AccessModel
import Chronology
import Commands
public import Diagnostics
public import EventStore
import Glibc
public import IdentityRegister
import Policies
import Projections
import Transparency

/// Makes a ledger from a backup, beside the folder it is for, and puts it there in one step when all is done.
///
/// `stage` copies and verifies, erases again who was erased and destroys again what was disposed of; `record` says in the log that it was restored; `finish` gives the folder
/// its name. What was cut off is gone on with by who begins again.
public final class Restoration {
  /// The backup, opened for reading.
  public let backup: Ledger
  /// What the ledger will be called.
  public let folder: String
  /// What the log is called from now on, when that is new.
  public let origin: String?
  private let logKeyPath: String?
  private let ambient: Ambient
  private var staged: Ledger?

  /// Where it is made.
  public var staging: String { folder + ".restoring" }

  /// Opens the backup, and writes nothing.
  ///
  /// - Parameter logKeyPath: where the log's key is, or is to be, when that is not in the folder.
  /// - Throws: `BAK-02` and `BAK-06` for what is no whole backup, `BAK-11`, `LOG-22`, or why it cannot be read.
  public init(
    of path: String, to folder: String, origin: String?, logKeyPath: String?,
    patience: FileEventLog.Patience, ambient: Ambient
  ) throws(LedgerError) {
    var trimmed = folder
    while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.folder = trimmed
    self.origin = origin
    self.logKeyPath = logKeyPath
    self.ambient = ambient
    do throws(Diagnostic) {
      try Self.requireWhole(path)
      if let origin, !LedgerFormat.isOrigin(origin) {
        throw StoreCode.originMalformed.diagnostic(.init(en: "origin", sv: "ursprung", origin))
      }
      try Self.requireRoom(trimmed)
    } catch {
      throw LedgerError(opening: error)
    }
    backup = try Ledger.open(
      at: path, for: .reading, patience: patience, ambient: ambient, usesSnapshot: false)
  }

  private static func requireWhole(_ path: String) throws(Diagnostic) {
    let fact = Diagnostic.Fact(en: "folder", sv: "mapp", path)
    guard access(path + "/BACKUP", F_OK) == 0 else {
      throw BackupCode.notBackup.diagnostic(fact)
    }
    guard access(path + "/head", F_OK) == 0 else { throw BackupCode.unfinished.diagnostic(fact) }
    try CopiedIdentities(folder: path).check()
  }

  private static func requireRoom(_ path: String) throws(Diagnostic) {
    do throws(SystemError) {
      if try LinuxFileSystem().names(in: path).isEmpty { return }
    } catch {
      if error.number == ENOENT { return }
      guard error.number == ENOTDIR else { throw error.diagnostic() }
    }
    throw RestorationCodes.folderTaken.diagnostic(.init(en: "folder", sv: "mapp", path))
  }

  /// What stands against going on from the backup, as far as that can be told before anything is written; empty when nothing does.
  public func objections(
    to recording: Recording, _ remembered: RememberedLog
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found += [
      DecidedRestoration.check(
        hasCase: recording.caseNumber != nil, hasReason: recording.reason != nil),
      VisibleGap.check(
        size: Int64(clamping: backup.log.head.size),
        seen: remembered.size.map(Int64.init(clamping:)),
        hasNewOrigin: origin != nil),
    ].compactMap(\.self)
    if origin == nil {
      found += remembered.unasked.map { diagnostic in
        RestorationCodes.witnessUnasked.diagnostic(
          facts: diagnostic.facts + [
            .init(en: "because", sv: "eftersom", localized: diagnostic.statement)
          ])
      }
    }
    return found
  }

  /// Copies the backup and verifies the copy, and erases again who was erased.
  ///
  /// - Parameters:
  ///   - erasures: erasures made after the backup, known from elsewhere.
  ///   - disposed: texts disposed of after the backup, likewise.
  ///   - policy: the witness policy that the ledger gets; the backup's when left out.
  /// - Returns: the ledger in the making; nothing is recorded in it yet, or what `record` records when that was done before.
  public func stage(
    erasures: [Erasure], disposed: [DisposedText] = [], policy: [UInt8]?,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> Ledger {
    if try isRecorded() { return try open() }
    do throws(Diagnostic) {
      let copy = try LedgerCopy(of: backup.log, to: staging, as: .ledger)
      _ = try copy.copy(progress: progress)
      let kept = CopiedIdentities(folder: staging)
      try kept.copy(try backup.identities)
      let draft = try IdentityRegister(opening: kept.draft, .readWrite)
      let register: Register
      do throws(LedgerError) { register = try CopyAudit.check(copy, with: draft) } catch {
        throw error.diagnostics[0]
      }
      // Whatever the backup still knows of them, nobody reads it from the ledger.
      let known = register.persons.rows.compactMap { row in
        row.erased.map {
          Erasure(person: "\(row.id)", at: $0.fact.recorded, basis: "\($0.basis.code)")
        }
      }
      _ = try draft.replay(known + erasures)
      _ = try draft.replay(disposed)
      try kept.adoptInLedger()
      if let policy { try put(policy, "witnesses") }
      try placeLogKey()
      if let origin { try copy.name(origin) }
      try copy.commit()
    } catch {
      throw LedgerError(copying: error)
    }
    return try open()
  }

  /// Whether an earlier attempt has said in the log that it was restored, and only the name is missing.
  private func isRecorded() throws(LedgerError) -> Bool {
    let log: FileEventLog
    do throws(Diagnostic) {
      log = try FileEventLog.open(at: staging, for: .reading)
    } catch {
      return false
    }
    return log.head.size > backup.log.head.size
  }

  private func put(_ bytes: [UInt8], _ name: String) throws(Diagnostic) {
    let path = "\(staging)/\(name)"
    try reporting { () throws(SystemError) in
      try LinuxFileSystem().replace(path, draft: path + ".tmp", folder: staging, with: bytes)
    }
  }

  /// The key of the backup goes on signing; under a new name the log gets a new one.
  private func placeLogKey() throws(Diagnostic) {
    guard origin == nil, logKeyPath == nil else { return }
    let old = LogKeyFiles(path: "\(backup.path)/\(LogKeyFiles.name)")
    let new = LogKeyFiles(path: "\(staging)/\(LogKeyFiles.name)")
    for (old, new) in [(old.path, new.path), (old.nextPath, new.nextPath)] {
      guard access(old, F_OK) == 0 else { continue }
      _ = try LedgerFiles.copyPrivate(old, to: new)
    }
  }

  private func open() throws(LedgerError) -> Ledger {
    do throws(Diagnostic) {
      let log = try FileEventLog.open(at: staging, for: .writing, patience: backup.log.patience)
      let identities = try IdentityRegister(
        opening: "\(staging)/\(IdentityRegister.fileName)", .readWrite)
      let ledger = Ledger(
        path: staging, log: log, identities: .success(identities), ambient: ambient)
      ledger.logKeyPath = logKeyPath
      staged = ledger
    } catch {
      throw LedgerError(opening: error)
    }
    guard let staged else { preconditionFailure("It was just set.") }
    try staged.fold()
    return staged
  }

  /// Says in the log that it was restored; gives nothing when an earlier attempt has said so.
  ///
  /// - Parameters:
  ///   - remembered: what others remember of the log.
  ///   - decider: who decided that the backup is to be gone on from.
  ///   - recording: the case, the reason and the rest; its steps are not looked at.
  public func record(
    _ remembered: RememberedLog, decidedBy decider: PersonID, _ recording: Recording,
    signedBy signer: some BatchSigner
  ) throws(LedgerError) -> RecordingReceipt? {
    guard let staged else { preconditionFailure("A restoration is recorded in what was staged.") }
    let head = backup.log.head
    guard staged.log.head == head else { return nil }
    let objections = objections(to: recording, remembered)
    guard objections.isEmpty else { throw .refused(objections) }
    var command = RestoreLedger(head: head, decider: decider, origin: origin)
    if let size = remembered.size {
      command.seen = RestoreLedger.Seen(size: size, root: remembered.root, by: remembered.by ?? "")
    }
    command.logKey = try newLogKey(of: staged)
    var recording = recording
    recording.steps = { _ in [.init(.restore(command))] }
    return try staged.record(recording, signedBy: signer)
  }

  /// The key that the log is to sign with from now on, when it cannot be the one before.
  private func newLogKey(of staged: Ledger) throws(LedgerError) -> NoteVerifierKey? {
    do throws(Diagnostic) {
      if origin == nil,
        try !staged.logKeyFiles.privateHalves(of: staged.register.currentLogKeys).keys.isEmpty
      {
        return nil
      }
      guard let seed = Ed25519Seed(ambient.randomBytes(32)) else {
        preconditionFailure("32 bytes are a seed.")
      }
      let half = try staged.logKeyFiles.key(orMakingFrom: seed, origin: staged.log.origin)
      return half.noteVerifierKey(named: staged.log.origin)
    } catch {
      throw .unavailable(error)
    }
  }

  /// Gives the ledger its folder. From here on it is there.
  public func finish() throws(LedgerError) {
    staged = nil
    let files = LinuxFileSystem()
    do throws(SystemError) {
      try files.rename(staging, to: folder)
      try files.synchroniseFolder(LedgerFiles.parent(folder))
    } catch {
      throw .unavailable(error.diagnostic())
    }
  }
}

import AccessModel
public import Chronology
import Diagnostics
import EventSourcing
public import EventStore
import Events
public import IdentityRegister
public import Projections
import Transparency

/// A ledger: the log, the names and texts kept beside it, and what they say.
///
/// Opening it folds the log, from a snapshot on where there is one; commands are then decided on that state and appended, and questions answered from it. Not to be
/// shared between threads; several processes may have the same ledger open.
public final class Ledger {
  public let path: String
  public let log: FileEventLog
  /// The register of identities, or why it could not be opened for reading; whoever writes needs it.
  private lazy var openedIdentities = openIdentities()
  private let openIdentities: () -> Result<IdentityRegister, Diagnostic>
  let ambient: Ambient
  let operations: OperationsLog
  /// How the events are read.
  public let reading: HistoryReading
  /// What is true, as known at the log's head.
  public internal(set) var register = Register()
  /// The verb that the operations log names.
  public var currentVerb = ""
  /// Where the log's own private key is, when it is not in the ledger's folder.
  public var logKeyPath: String?
  /// Whether checkpoints wait for the last of several commits.
  var defersCheckpoint = false
  /// The time zone that was read, by its name.
  private var knownZone: (name: String, rules: TimeZoneRules)?
  /// What folding begins with; `nil` when there is none or it is not to be used.
  private var snapshot: Snapshot?
  /// The texts that were disposed of and not destroyed yet, as known at a position.
  var hiddenTexts: (position: UInt64, texts: [Commitment: DisposedRow])?
  /// Whether `register` holds drafts that never became facts.
  var isTainted = false

  init(
    path: String, log: FileEventLog,
    identities: @autoclosure @escaping () -> Result<IdentityRegister, Diagnostic>,
    ambient: Ambient, reading: HistoryReading = .corrected
  ) {
    self.path = path
    self.reading = reading
    self.log = log
    openIdentities = identities
    self.ambient = ambient
    operations = OperationsLog(ledger: path)
  }

  /// The names and texts kept beside the log.
  ///
  /// - Throws: why the register could not be opened. What is in the log can be read without it.
  public var identities: IdentityRegister {
    get throws(Diagnostic) { try openedIdentities.get() }
  }

  /// Opens a ledger and folds its log. A reader gets the log also where the register of identities cannot be opened.
  ///
  /// - Parameters:
  ///   - patience: how long to wait for another writer, before each attempt to write.
  ///   - reading: whether corrections count.
  ///   - isFolding: whether to fold all of it now; else only the event that opens the ledger.
  ///   - usesSnapshot: whether to begin with what a snapshot says; else all is read from the log. A snapshot holds what is true as
  ///     corrected, and is of no use to who reads the log as first recorded.
  public static func open(
    at path: String, for access: FileEventLog.Access, patience: FileEventLog.Patience = .none,
    ambient: Ambient, reading: HistoryReading = .corrected, isFolding: Bool = true,
    usesSnapshot: Bool = true
  ) throws(LedgerError) -> Ledger {
    let log: FileEventLog
    let usesSnapshot = usesSnapshot && isFolding && reading == .corrected
    let snapshot = usesSnapshot ? Snapshot(of: path) : nil
    do throws(Diagnostic) {
      log = try FileEventLog.open(
        at: path, for: access, resumingAt: snapshot?.bookmark, patience: patience)
    } catch {
      throw LedgerError(opening: error)
    }
    let ledger = Ledger(
      path: path, log: log,
      identities: Result { () throws(Diagnostic) in
        try IdentityRegister(
          opening: path + "/" + IdentityRegister.fileName,
          access == .writing ? .readWrite : .readOnly)
      }, ambient: ambient, reading: reading)
    // A writer needs it; a reader opens it when a name is asked for.
    if access == .writing {
      do throws(Diagnostic) { _ = try ledger.identities } catch {
        throw LedgerError(opening: error)
      }
    }
    // One that does not lead to the head is of another history.
    if let snapshot, log.resumedPosition == snapshot.bookmark.position {
      ledger.snapshot = snapshot
    }
    if isFolding { try ledger.fold() } else { try ledger.foldOpening() }
    if usesSnapshot { ledger.keepSnapshot() }
    // A log that has taken another name says so in an event that has not been folded then.
    guard ledger.register.origin?.text == log.origin || !isFolding && ledger.register.origin != nil
    else {
      throw .damaged(
        LedgerCodes.noOpening.diagnostic(
          .init(en: "folder", sv: "mapp", path),
          .init(en: "origin of the folder", sv: "mappens ursprung", log.origin)))
    }
    return ledger
  }

  /// Asks the register where it stands.
  ///
  /// A register that is handed over out of a variable is copied, with hundreds of lists to count up and down again; what every command asks
  /// several times is asked so. The question must not look at this ledger's register by another way.
  func ask<Answer>(_ question: (inout Register) -> Answer) -> Answer { question(&register) }

  /// Whether what was read of the snapshot is as it was written.
  var isIntact: Bool { ask { $0.isIntact } }

  /// Folds what `register` does not hold yet; all after the snapshot again when it holds drafts.
  func fold() throws(LedgerError) {
    // A process that records many commands comes here before each, with nothing new to fold.
    if !isTainted, register.position > 0, register.position == log.head.size, isIntact {
      return
    }
    do throws(LedgerError) { try foldOnce() } catch { if register.isIntact { throw error } }
    guard !register.isIntact else { return }
    forgetSnapshot()
    try foldOnce()
  }

  /// Folds what has come to the log since, by whatever way it came.
  public func catchUp() throws(LedgerError) { try fold() }

  /// Folds, and makes sure of the whole of the snapshot: for work that asks for much of it.
  func foldChecked() throws(LedgerError) {
    register.checkAll()
    try fold()
  }

  /// Folds checked, with what every grant asks for in memory, for work that looks at all of them again and again.
  func foldForAllGrants() throws(LedgerError) {
    try foldChecked()
    // Whatever is folded anew begins with what has been read once.
    snapshot?.register.readForAllGrants()
    register.readForAllGrants()
  }

  /// Takes the snapshot away, of which a part was not as it was written, so that all is folded from the log.
  public func forgetSnapshot() {
    snapshot = nil
    isTainted = true
    Snapshot.remove(of: path)
  }

  /// Writes a snapshot of what is true now, when enough has come since the last one.
  func keepSnapshot() {
    let last = snapshot?.bookmark.position ?? 0
    if Snapshot.isWorthWriting(at: register.position, after: last) { writeSnapshot() }
  }

  /// Writes a snapshot of what is true now, and says whether that could be done: not everybody who reads may write.
  @discardableResult
  public func writeSnapshot() -> Bool {
    guard !isTainted, reading == .corrected, let bookmark = log.bookmark else { return false }
    return Snapshot.write(register, at: bookmark, of: path)
  }

  private func foldOnce() throws(LedgerError) {
    if isTainted || register.position == 0 {
      register = snapshot?.register ?? Register(reservingEvents: Int(log.head.size))
      isTainted = false
    }
    // The fold has the register for its own meanwhile, so that each row has one owner and is changed in place.
    let known = register
    register = Register()
    var fold = EventFold(onto: known, reading: reading)
    defer { register = fold.register }
    do {
      try fold.run(log)
      // What the snapshot says is not how the log reads any more.
      if fold.hasBegunAgain { snapshot = nil }
    } catch {
      isTainted = true
      throw LedgerError(reading: error)
    }
  }

  /// Folds the event that opens the ledger, for its origin and time zone.
  private func foldOpening() throws(LedgerError) {
    if let opening = try event(at: 0) { register.apply(opening) }
    isTainted = true
  }

  /// The time zone in which the ledger's days begin and end, read from the system's database once.
  public func timeZone() throws(LedgerError) -> TimeZoneRules {
    let name = register.timeZone?.text ?? "UTC"
    if let known = knownZone, known.name == name { return known.rules }
    do throws(Diagnostic) {
      let rules = try ZoneDatabase.rules(name)
      knownZone = (name, rules)
      return rules
    } catch {
      throw .unavailable(error)
    }
  }
}

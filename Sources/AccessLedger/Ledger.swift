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
/// Opening it folds the whole log; commands are then decided on that state and appended, and questions answered from it. Not to be
/// shared between threads; several processes may have the same ledger open.
public final class Ledger {
  public let path: String
  public let log: FileEventLog
  /// The register of identities, or why it could not be opened for reading; whoever writes needs it.
  private let openedIdentities: Result<IdentityRegister, Diagnostic>
  let ambient: Ambient
  let operations: OperationsLog
  /// What is true, as known at the log's head.
  public internal(set) var register = Register()
  /// The verb that the operations log names.
  public var currentVerb = ""
  /// Whether `register` holds drafts that never became facts.
  var isTainted = false

  init(
    path: String, log: FileEventLog, identities: Result<IdentityRegister, Diagnostic>,
    ambient: Ambient
  ) {
    self.path = path
    self.log = log
    openedIdentities = identities
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
  ///   - isFolding: whether to fold all of it now; else only the event that opens the ledger.
  public static func open(
    at path: String, for access: FileEventLog.Access, patience: FileEventLog.Patience = .none,
    ambient: Ambient, isFolding: Bool = true
  ) throws(LedgerError) -> Ledger {
    let log: FileEventLog
    let identities: Result<IdentityRegister, Diagnostic>
    do throws(Diagnostic) {
      log = try FileEventLog.open(at: path, for: access, patience: patience)
      identities = Result { () throws(Diagnostic) in
        try IdentityRegister(
          opening: path + "/" + IdentityRegister.fileName,
          access == .writing ? .readWrite : .readOnly)
      }
      if access == .writing { _ = try identities.get() }
    } catch {
      throw LedgerError(opening: error)
    }
    let ledger = Ledger(path: path, log: log, identities: identities, ambient: ambient)
    if isFolding { try ledger.fold() } else { try ledger.foldOpening() }
    guard ledger.register.origin?.text == log.origin else {
      throw .damaged(
        LedgerCodes.noOpening.diagnostic(
          .init(en: "folder", sv: "mapp", path),
          .init(en: "origin of the folder", sv: "mappens ursprung", log.origin)))
    }
    return ledger
  }

  /// Folds what `register` does not hold yet; everything again when it holds drafts.
  func fold() throws(LedgerError) {
    if isTainted || register.position == 0 {
      register = Register(reservingEvents: Int(log.head.size))
      isTainted = false
    }
    // The fold has the register for its own meanwhile, so that each row has one owner and is changed in place.
    let known = register
    register = Register()
    var fold = EventFold(onto: known)
    defer { register = fold.register }
    do {
      try fold.run(log)
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

  /// What was known at a moment: the fold of everything recorded no later.
  public func register(knownAt moment: Instant) throws(LedgerError) -> Register {
    var fold = EventFold(onto: Register(reservingEvents: Int(log.head.size)))
    do {
      try fold.run(log) { $0.recorded <= moment ? .proceed : .stop }
    } catch {
      throw LedgerError(reading: error)
    }
    return fold.register
  }

  /// The time zone in which the ledger's days begin and end, read from the system's database.
  public func timeZone() throws(LedgerError) -> TimeZoneRules {
    do throws(Diagnostic) {
      return try ZoneDatabase.rules(register.timeZone?.text ?? "UTC")
    } catch {
      throw .unavailable(error)
    }
  }
}

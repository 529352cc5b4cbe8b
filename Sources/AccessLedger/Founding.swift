public import AccessModel
import CanonicalJSON
import Chronology
import Diagnostics
import EventSourcing
public import EventStore
import Events
import Glibc
import IdentityRegister
import Policies
import Projections
import Transparency

/// What a new ledger is told: whose it is, when its days begin, and who keeps it.
public struct Founding {
  /// The name under which signatures and checkpoints are made, such as `ledger.example`.
  public var origin: String
  /// The IANA name of the time zone.
  public var timeZone: String
  /// What the organisation is called.
  public var organisation: String
  /// What sort of unit the organisation is: the one at the top, above all others.
  public var kind: UnitKind
  /// The custodian's name, for the identity register.
  public var custodianName: String
  /// The custodian's user name, for the identity register.
  public var custodianUserName: String?
  /// Events per segment file, a power of two from 2 to 65,536.
  public var segmentSize: UInt64

  public init(
    origin: String, timeZone: String, organisation: String, kind: UnitKind = .board,
    custodianName: String, custodianUserName: String? = nil, segmentSize: UInt64 = 65_536
  ) {
    self.origin = origin
    self.timeZone = timeZone
    self.organisation = organisation
    self.kind = kind
    self.custodianName = custodianName
    self.custodianUserName = custodianUserName
    self.segmentSize = segmentSize
  }
}

extension Ledger {
  /// Makes a ledger in an empty or new folder, and opens its log with the events that let the first command be given: the
  /// organisation, the custodian with their key, and the custodian's role. The log gets a key of its own to sign checkpoints with.
  ///
  /// - Parameter logKeyPath: where the log's key is kept, when that is not in the folder; a key that is there already is taken.
  public static func found(
    _ founding: Founding, at path: String, signedBy signer: any BatchSigner,
    logKeyPath: String? = nil, ambient: Ambient
  ) throws(LedgerError) -> RecordingReceipt {
    _ = try checked { () throws(Diagnostic) in try ZoneDatabase.rules(founding.timeZone) }
    let now = ambient.now()
    guard let origin = Label(founding.origin), let zone = Label(founding.timeZone),
      let name = Label(founding.organisation),
      let line = Label(OpenSSHPublicKeyLine(publicKey: signer.publicKey).text)
    else {
      throw .refused([
        LedgerCodes.unusableName.diagnostic(
          .init(en: "organisation", sv: "organisation", founding.organisation))
      ])
    }
    if let violation = NoPersonalData.check(name.text, field: Localized(en: "name", sv: "namn")) {
      throw .refused([violation])
    }
    let custodian = PersonID(number: 1)
    let identity = Identity(
      person: "\(custodian)", name: founding.custodianName,
      userName: founding.custodianUserName)
    let unit = UnitID(number: 1)
    try checked { () throws(Diagnostic) in
      try FileEventLog.create(
        at: path, origin: founding.origin, created: now, segmentSize: founding.segmentSize)
      try IdentityRegister.create(at: path + "/" + IdentityRegister.fileName)
    }
    let keyFiles = LogKeyFiles(path: logKeyPath ?? "\(path)/\(LogKeyFiles.name)")
    guard let seed = Ed25519Seed(ambient.randomBytes(32)) else {
      preconditionFailure("32 bytes are a seed.")
    }
    let half = try checked { () throws(Diagnostic) in
      try keyFiles.key(orMakingFrom: seed, origin: founding.origin)
    }
    guard let logKey = half.noteVerifierKey(named: founding.origin).flatMap({ Label($0.text) })
    else {
      preconditionFailure("An origin names a key.")
    }
    let events: [AccessEvent] = [
      .ledger(.opened(LedgerOpened(origin: origin, timeZone: zone, logKey: logKey))),
      .unit(.registered(UnitRegistered(unit: unit, name: name, kind: founding.kind))),
      .person(.registered(PersonRegistered(person: custodian, category: .employee))),
      .person(
        .affiliationStarted(
          AffiliationStarted(
            affiliation: AffiliationID(number: 1), person: custodian, unit: unit, from: now))),
      .key(
        .enrolled(
          KeyEnrolled(
            fingerprint: signer.fingerprint, publicKey: line, principal: custodian,
            kind: .person))),
      .role(
        .assigned(
          RoleAssigned(
            assignment: AssignmentID(number: 1), role: .custodian, holder: custodian,
            from: now))),
    ]
    let log = try checked { () throws(Diagnostic) in
      try FileEventLog.open(at: path, for: .writing)
    }
    let identities = try checked { () throws(Diagnostic) in
      try IdentityRegister(opening: path + "/" + IdentityRegister.fileName, .readWrite)
    }
    let ledger = Ledger(path: path, log: log, identities: .success(identities), ambient: ambient)
    ledger.logKeyPath = logKeyPath
    let writer = EventWriter(ambient)
    writer.identities = [identity]
    let command = CommandStamp(id: writer.drawID(), channel: .commandLine)
    for event in events {
      writer.add(
        Draft(id: writer.drawID(), effective: now, event: event),
        by: Actor(principal: custodian), command: command, caseNumber: nil, on: log.head,
        recorded: now, into: &ledger.register)
    }
    guard let kept = try ledger.keep(writer, signedBy: signer, now: now, expecting: log.head)
    else {
      throw .locked(LedgerCodes.contention.diagnostic(.init(en: "folder", sv: "mapp", path)))
    }
    return RecordingReceipt(
      first: kept.receipt.first, events: writer.events, recorded: kept.receipt.recorded,
      head: kept.receipt.head, warnings: kept.warnings)
  }

  private static func checked<Result>(
    _ body: () throws(Diagnostic) -> Result
  ) throws(LedgerError) -> Result {
    do throws(Diagnostic) { return try body() } catch { throw .unavailable(error) }
  }
}

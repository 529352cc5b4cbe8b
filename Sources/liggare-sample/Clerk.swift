import AccessLedger
import AccessModel
import CanonicalJSON
import Chronology
import Commands
import Deciders
import Diagnostics
import EventSourcing
import EventStore
import Events
import IdentityRegister
import Projections
import Transparency

/// Why a ledger could not be made.
struct SampleError: Error {
  var text: String
}

/// Keeps the ledger: gives commands under a clock that the history sets, each signed by the key of who gives it.
final class Clerk {
  private let ledger: Ledger
  private let clock: Clock
  private let source: SeededSource
  private var keys: [PersonID: SigningKey] = [:]
  /// The custodian's key, as OpenSSH keeps it in a file.
  let custodianKeyFile: [UInt8]

  /// What the ledger takes for the machine's clock.
  final class Clock {
    var now: Instant
    init(_ now: Instant) { self.now = now }
  }

  var register: Register { ledger.register }
  /// The ledger's time zone.
  var zone: TimeZoneRules { get throws { try ledger.timeZone() } }
  var now: Instant {
    get { clock.now }
    set { clock.now = newValue }
  }
  /// How many events the log has.
  var eventCount: UInt64 { ledger.log.head.size }

  /// - Parameter salts: what the ledger takes for chance; another source than the history's where jobs run, so that what they record
  ///   changes nothing in it.
  init(
    folder: String, organisation: String, from: Instant, source: SeededSource,
    salts: SeededSource
  ) throws {
    clock = Clock(from)
    self.source = source
    let clock = clock
    let ambient = Ambient(now: { clock.now }, randomBytes: { salts.bytes($0) })
    let custodian = PersonID(number: 1)
    guard let seed = Ed25519Seed(source.bytes(32)) else {
      throw SampleError(text: "A key could not be made.")
    }
    let key = try SigningKey(seed: seed, comment: "custodian")
    custodianKeyFile = try OpenSSHKeyPair(seed: seed, comment: "custodian").privateKeyFile
    keys[custodian] = key
    _ = try Ledger.found(
      Founding(
        origin: "sample.example", timeZone: "Europe/Stockholm", organisation: organisation,
        custodianName: "Vera Loggman"), at: folder, signedBy: key, ambient: ambient)
    ledger = try Ledger.open(at: folder, for: .writing, ambient: ambient)
    ledger.currentVerb = "sample"
  }

  private static func key(_ source: SeededSource, _ comment: String) throws -> SigningKey {
    guard let seed = Ed25519Seed(source.bytes(32)) else {
      throw SampleError(text: "A key could not be made.")
    }
    return try SigningKey(seed: seed, comment: comment)
  }

  /// Whether somebody has a key that signs.
  func hasKey(_ person: PersonID) -> Bool { keys[person] != nil }

  func fingerprint(of person: PersonID) -> KeyFingerprint? { keys[person]?.fingerprint }

  /// A key for somebody, as the command that enrols it.
  func newKey(for person: PersonID, _ kind: KeyKind = .person) throws -> AccessCommand {
    let key = try Clerk.key(source, "\(person)")
    keys[person] = key
    return .key(
      .enroll(
        EnrollKey(
          fingerprint: key.fingerprint,
          publicKey: OpenSSHPublicKeyLine(publicKey: key.publicKey).text,
          principal: person, kind: kind)))
  }

  /// Gives steps as one command; the ledger must take them.
  func record(
    _ steps: [Recording.Step], by person: PersonID, caseNumber: String? = nil,
    reason: String? = nil
  ) throws {
    guard !steps.isEmpty else { return }
    guard let key = keys[person] else { throw SampleError(text: "\(person) has no key.") }
    do throws(LedgerError) {
      _ = try ledger.record(
        Recording(
          caseNumber: caseNumber.flatMap { CaseNumber($0) }, reason: reason,
          steps: { _ throws(LedgerError) in steps }), signedBy: key)
    } catch {
      throw SampleError(
        text: "At \(clock.now), by \(person): \(steps.map(\.command)) was not taken: \(error)")
    }
  }

  func record(
    _ commands: AccessCommand..., by person: PersonID, caseNumber: String? = nil,
    reason: String? = nil
  ) throws {
    try record(
      commands.map { Recording.Step($0) }, by: person, caseNumber: caseNumber, reason: reason)
  }

  /// Does the jobs of a night, signed by who does them.
  func run(_ jobs: [Job], by person: PersonID) throws -> [JobReport] {
    guard let key = keys[person] else { throw SampleError(text: "\(person) has no key.") }
    let run = JobRun(moment: clock.now, reason: "Noterat i efterhand.")
    var reports: [JobReport] = []
    for job in jobs {
      do throws(LedgerError) {
        reports.append(try run.run(job, on: ledger, signedBy: key))
      } catch {
        throw SampleError(text: "At \(clock.now), \(job.code) was not done: \(error)")
      }
    }
    return reports
  }

  /// Writes what follows from commands without asking the rules, as a faulty program with a valid key would: signed, well formed, in order.
  ///
  /// - Parameter changing: what is changed in each event before it is signed.
  /// - Returns: the position of the first event.
  @discardableResult
  func force(
    _ commands: AccessCommand..., by person: PersonID, effective: Instant? = nil,
    caseNumber: String? = nil, reason: String? = nil,
    changing: (inout AccessEvent) -> Void = { _ in }
  ) throws -> UInt64 {
    let drafting = drafting(by: person, effective, caseNumber, reason)
    var drafts: [Draft<AccessEvent>] = []
    var state = ledger.register
    for command in commands {
      do throws(Rejection) {
        var found = try AccessDecider.decide(command, given: state, in: drafting.context)
        for index in found.indices { changing(&found[index].event) }
        for draft in found { state.apply(recorded(draft, by: person, drafting.context, state)) }
        drafts += found
      } catch {
        throw SampleError(text: "\(command) makes no sense: \(error)")
      }
    }
    return try append(drafts, drafting, by: person)
  }

  /// Writes an event as it stands, as ``force(_:by:effective:caseNumber:reason:)`` does.
  @discardableResult
  func force(
    _ event: AccessEvent, by person: PersonID, effective: Instant? = nil,
    caseNumber: String? = nil, reason: String? = nil
  ) throws -> UInt64 {
    let drafting = drafting(by: person, effective, caseNumber, reason)
    var draft = Draft(
      id: drafting.context.drawEventID(), effective: effective ?? clock.now, event: event)
    draft.reason = reason.map { drafting.context.commit($0, "reason", draft.id, nil) }
    return try append([draft], drafting, by: person)
  }

  private func recorded(
    _ draft: Draft<AccessEvent>, by person: PersonID, _ context: DecisionContext,
    _ state: Register
  ) -> Recorded<AccessEvent> {
    let held = state.recordingAssignment(of: person, for: draft.event, at: clock.now)
    return Recorded(
      position: state.position, recorded: clock.now, id: draft.id,
      revision: state.nextRevision(of: draft.event.stream), effective: draft.effective,
      actor: Actor(principal: person, role: held?.role, assignment: held?.id),
      command: context.command, caseNumber: context.caseNumber, reason: draft.reason,
      event: draft.event)
  }

  private func append(
    _ drafts: [Draft<AccessEvent>], _ drafting: Forging, by person: PersonID
  ) throws -> UInt64 {
    guard let key = keys[person] else { throw SampleError(text: "\(person) has no key.") }
    let basis = ledger.log.head
    var state = ledger.register
    var bytes: [[UInt8]] = []
    for draft in drafts {
      let fact = recorded(draft, by: person, drafting.context, state)
      var json = JSONWriter()
      SignedEvent(
        id: fact.id, revision: fact.revision, effective: fact.effective, actor: fact.actor,
        command: fact.command, caseNumber: fact.caseNumber, reason: fact.reason,
        basis: bytes.isEmpty ? basis : nil, event: fact.event
      ).write(to: &json)
      bytes.append(json.bytes)
      state.apply(fact)
    }
    _ = try ledger.identities.put(
      Batch(identities: [], texts: drafting.texts.kept, accounts: []))
    _ = try ledger.log.append(
      UnsignedBatch(bytes), signedBy: key, now: clock.now, expecting: basis)
    try ledger.catchUp()
    return basis.size
  }

  /// What is written past the rules, with the texts it commits to.
  private struct Forging {
    var context: DecisionContext
    var texts: Texts
  }

  private final class Texts {
    var kept: [OpenText] = []
  }

  private func drafting(
    by person: PersonID, _ effective: Instant?, _ caseNumber: String?, _ reason: String?
  ) -> Forging {
    let texts = Texts()
    let source = source
    let events = { (position: UInt64) -> Recorded<AccessEvent>? in nil }
    let context = DecisionContext(
      now: clock.now, effective: effective, principal: person,
      command: CommandStamp(
        id: UniqueID(high: source.next(), low: source.next()), channel: .commandLine),
      caseNumber: caseNumber.flatMap { CaseNumber($0) }, reason: reason, event: events,
      drawEventID: { UniqueID(high: source.next(), low: source.next()) },
      commit: { text, field, event, about in
        let salt = source.bytes(32)
        let commitment = Commitment(to: text, in: field, of: event, salt: salt)
        texts.kept.append(
          OpenText(
            commitment: Array(commitment.digest.bytes), event: "\(event)", field: field, salt: salt,
            text: text, subject: about.map { "\($0)" }))
        return commitment
      })
    return Forging(context: context, texts: texts)
  }
}

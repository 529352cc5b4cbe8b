import AccessModel
public import Diagnostics
public import EventStore
import Events
import Projections
import Transparency

/// What verifying a whole ledger came to.
public struct LedgerVerification {
  /// What the log itself came to: bytes, tree and signatures.
  public var log: LogVerification
  /// What the events have against each other; at most 1,000.
  public var findings: [Diagnostic]
  /// What each piece of the log's damage touches, in the same order.
  public var reaches: [DamageReach]
  /// How many free texts were disposed of on a decision: the log proves that there were so many, and they are not missing.
  public var disposedTexts: Int
  /// The verdict over both.
  public var verdict: LogVerdict
}

extension Ledger {
  /// Reads every byte of a ledger and checks all that can be checked: grammar, positions, hashes, tree, head, signatures by keys valid at
  /// their position, events, streams, and that each batch was decided on the history before it.
  ///
  /// Works on a damaged ledger; damage is in the answer and not thrown. Where there is some, the log is read once more for what it touches.
  ///
  /// - Parameter progress: told how many events have been read, of how many the head says.
  public static func verify(
    at path: String, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> LedgerVerification {
    var audit = EventAudit()
    let log: LogVerification
    var search: DamageSearch
    var disposals: DisposalAudit
    do {
      let total = Int(clamping: (try? FileEventLog.open(at: path, for: .examining))?.head.size ?? 0)
      log = try LogVerification.verify(
        at: path, keys: { audit.key($0, at: $1) }, logKeys: { audit.logKeys },
        origin: { audit.origin },
        onRecord: {
          audit.take($0)
          if $0.position % 4_096 == 4_095 { progress(Int($0.position) + 1, total) }
        })
      progress(Int(clamping: log.found.size), total)
      search = DamageSearch(log.damage)
      if log.damage.contains(where: { $0.positions != nil }) {
        _ = try LogVerification.verify(
          at: path, keys: { _, _ in nil }, onRecord: { search.take($0) })
      }
      disposals = DisposalAudit(audit.register.disposedRecords)
      if !disposals.isEmpty {
        _ = try LogVerification.verify(
          at: path, keys: { _, _ in nil }, onRecord: { disposals.take($0) })
      }
    } catch {
      throw LedgerError(reading: error)
    }
    for finding in disposals.findings { audit.add(finding, .badSignature) }
    return LedgerVerification(
      log: log, findings: audit.findingsWithCounts, reaches: search.reaches(audit.register),
      disposedTexts: disposals.textCount, verdict: max(log.verdict, audit.verdict))
  }
}

/// What the events of a log have against each other, event by event.
struct EventAudit {
  static let findingsMax = 1_000

  /// What to do about findings whose usual advice is to verify, now that this has been done.
  private static let remedies = [
    LedgerCodes.unreadableEvent.code: Localized(
      en:
        "Change nothing in the folder. Restore the log from a backup, or compare with a copy of the ledger what stood there.",
      sv:
        "Ändra inget i mappen. Återställ loggen från en säkerhetskopia, eller jämför med en kopia av liggaren vad som stod där."
    ),
    LedgerCodes.brokenStream.code: Localized(
      en:
        "An event was changed, moved, added or taken away here: change nothing, and compare with a backup or a witness.",
      sv:
        "En händelse har ändrats, flyttats, lagts till eller tagits bort här: ändra inget, och jämför med en säkerhetskopia eller ett vittne."
    ),
  ]

  private(set) var findings: [Diagnostic] = []
  /// Where among the findings the first batch on a foreign history is told, and how many later ones follow from it.
  private var foreignBasis: (index: Int, laterCount: Int)?
  private(set) var verdict = LogVerdict.intact
  private(set) var register = Register()
  private var tree = MerkleFrontier()
  private var principals: Set<PersonID> = []
  /// The log before the batch at hand.
  private var basis = TreeHead.empty
  private var publicKeys: [KeyFingerprint: OpenSSHPublicKey] = [:]

  /// What the log is called by the events so far.
  var origin: String? { register.origin?.text }

  /// The public key of a fingerprint, if it was enrolled before the position and not revoked before it.
  mutating func key(_ fingerprint: KeyFingerprint, at position: UInt64) -> OpenSSHPublicKey? {
    guard let row = register.keys[fingerprint] else { return nil }
    // The first batch enrols the key it is signed with; no later one may.
    guard position == 0 || row.enrolled.position < position else { return nil }
    if let revoked = row.revoked, revoked.position < position { return nil }
    if let known = publicKeys[fingerprint] { return known }
    do throws(Diagnostic) {
      let key = try OpenSSHPublicKeyLine(row.publicKey.text.utf8).publicKey
      // A key line that is not the one the fingerprint names is no key at all.
      guard key.fingerprint == fingerprint else { return nil }
      publicKeys[fingerprint] = key
      return key
    } catch {
      add(error, .badSignature)
      return nil
    }
  }

  /// The keys that a checkpoint of what was taken so far is signed with.
  var logKeys: [NoteVerifierKey] { register.currentLogKeys }

  mutating func take(_ record: Record) {
    let before = tree.head
    tree.append(leafHash: record.leaf ?? MerkleTree.leafHash(of: record.line))
    let signed: SignedEvent
    do throws(SignedEvent.ReadingError) {
      signed = try SignedEvent(bytes: record.fields.event)
    } catch {
      add(Ledger.diagnostic(of: error, at: record.position), .corruption)
      return
    }
    let place = Diagnostic.Fact(en: "position", sv: "position", "\(record.position)")
    let expected = register.nextRevision(of: signed.event.stream)
    if signed.revision != expected {
      add(
        LedgerCodes.brokenStream.diagnostic(
          place, .init(en: "stream", sv: "ström", "\(signed.event.stream)"),
          .init(en: "revision", sv: "revision", "\(signed.revision)"),
          .init(en: "expected", sv: "väntad", "\(expected)")), .corruption)
    }
    let isFirst = record.fields.batchIndex == 1
    if isFirst ? signed.basis != before : signed.basis != nil {
      noteForeignBasis(
        LedgerCodes.foreignBasis.diagnostic(
          place,
          .init(en: "tree before it", sv: "träd före", "\(before.size) \(before.root.base64)"),
          .init(
            en: "basis", sv: "grund",
            signed.basis.map { "\($0.size) \($0.root.base64)" } ?? "–")))
    }
    if isFirst {
      principals = []
      basis = before
    }
    if case .ledger(.restored(let restored)) = signed.event { check(restored, place) }
    principals.insert(signed.actor.principal)
    register.apply(signed.recorded(at: record.position, record.fields.recorded))
    checkPrincipal(record, place)
  }

  /// What a restoration says that the backup held must be what stands before it.
  private mutating func check(_ restored: LedgerRestored, _ place: Diagnostic.Fact) {
    guard UInt64(exactly: restored.size) != basis.size || restored.root != basis.root else {
      return
    }
    add(
      LedgerCodes.falseRestoration.diagnostic(
        place,
        .init(en: "before it", sv: "före den", "\(basis.size) \(basis.root)"),
        .init(en: "stated", sv: "angivet", "\(restored.size) \(restored.root)")), .badSignature)
  }

  /// The key that closes a batch must be that of the actor all its events name.
  private mutating func checkPrincipal(_ record: Record, _ place: Diagnostic.Fact) {
    guard let text = record.fields.keyText, let fingerprint = KeyFingerprint(text),
      let row = register.keys[fingerprint], principals != [row.principal]
    else { return }
    add(
      LedgerCodes.foreignPrincipal.diagnostic(
        place, .init(en: "key of", sv: "nyckel för", "\(row.principal)"),
        .init(
          en: "actors named", sv: "angivna aktörer",
          principals.map { "\($0)" }.sorted().joined(separator: ", "))), .badSignature)
  }

  /// One change early in the log gives every later batch another history, so the first is told and the others counted.
  private mutating func noteForeignBasis(_ finding: Diagnostic) {
    guard foreignBasis == nil else {
      foreignBasis?.laterCount += 1
      return
    }
    let index = findings.count
    add(finding, .badSignature)
    if findings.count > index { foreignBasis = (index, 0) }
  }

  /// The findings, with how many more there were of what is told once.
  var findingsWithCounts: [Diagnostic] {
    guard let (index, count) = foreignBasis, count > 0 else { return findings }
    var findings = findings
    findings[index].facts.append(
      .init(
        en: "likewise", sv: "likaså",
        localized: count == 1
          ? Localized(en: "1 later batch", sv: "1 senare omgång")
          : Localized(en: "\(count) later batches", sv: "\(count) senare omgångar")))
    return findings
  }

  mutating func add(_ finding: Diagnostic, _ verdict: LogVerdict) {
    self.verdict = max(self.verdict, verdict)
    var finding = finding
    if let remedy = Self.remedies[finding.code] { finding.remedy = remedy }
    if findings.count < EventAudit.findingsMax { findings.append(finding) }
  }
}

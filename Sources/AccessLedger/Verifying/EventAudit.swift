import AccessModel
import Diagnostics
import EventSourcing
import EventStore
import Events
import Projections
import Transparency

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
  /// What the events that were taken come to: all of them, or those that the others are verified by.
  private(set) var register = Register()
  private let isFoldingAll: Bool
  /// How many events there are up to the last that could be read.
  private var size: UInt64 = 0
  private var revisions = StreamRevisions()
  private var tree = MerkleFrontier()
  /// The tree before each line of the piece at hand that begins a batch, in their order, and how many of them are behind.
  private var heads: (roots: ArraySlice<Digest>, after: MerkleFrontier)?
  /// Who acts in the batch at hand: the first, and whoever else.
  private var principal: PersonID?
  private var otherPrincipals: Set<PersonID> = []
  /// The log before the batch at hand.
  private var basis = TreeHead.empty
  private var publicKeys: [KeyFingerprint: OpenSSHPublicKey] = [:]
  /// The row of the key that was asked for last: it is asked for again and again.
  private var lastKey: KeyRow?

  /// - Parameter isFoldingAll: whether the register is to hold everything that the events say. Without that, memory does not grow with
  ///   the log, but for 24 to 48 bytes for each stream.
  init(isFoldingAll: Bool = false) {
    self.isFoldingAll = isFoldingAll
  }

  /// What the log is called by the events so far.
  var origin: String? { register.origin?.text }

  /// The public key of a fingerprint, if it was enrolled before the position and not revoked before it.
  mutating func key(_ fingerprint: KeyFingerprint, at position: UInt64) -> OpenSSHPublicKey? {
    guard let row = row(ofKey: fingerprint) else { return nil }
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
  var logKeys: [NoteVerifierKey] {
    register.logKeys.filter { $0.counts(atSize: size) }.compactMap(\.verifierKey)
  }

  /// Takes the next line.
  mutating func take(_ record: Record) {
    let before = tree
    tree.append(leafHash: record.leaf ?? MerkleTree.leafHash(of: record.line))
    let signed: SignedEvent
    do throws(SignedEvent.ReadingError) {
      signed = try SignedEvent(bytes: record.fields.event)
    } catch {
      add(Ledger.diagnostic(of: error, at: record.position), .corruption)
      return
    }
    let stream = StreamRevisions.name(of: signed.event.stream)
    check(signed.revision, of: stream, at: record.position) { signed.event.stream }
    if record.fields.batchIndex == 1 {
      begin(on: before.head, stating: signed.basis, at: record.position)
    } else if let basis = signed.basis {
      noteForeignBasis(basis, before.head, at: record.position)
    }
    note(signed.actor.principal)
    let isFolded = isFoldingAll || signed.event.isVerifiedBy
    if isFolded { fold(signed.recorded(at: record.position, record.fields.recorded)) }
    size = record.position + 1
    if let text = record.fields.keyText, let key = KeyFingerprint(text) {
      checkPrincipal(of: key, at: record.position)
    }
  }

  /// Takes the events of some lines of a piece, which comes to what taking the lines comes to; all lines of a piece come in their order.
  mutating func take(_ events: AuditedEvents, _ piece: LinePiece, _ places: Range<Int>) {
    if places.lowerBound == 0 { prepare(piece) }
    for index in places {
      let line = piece.lines[index]
      let position = line.sequence
      check(events.revisions[index], of: events.streams[index], at: position) {
        (try? SignedEvent(bytes: line.event))?.event.stream
      }
      let basis = events.basis(at: index)
      if line.batchIndex == 1 {
        let root = heads?.roots.popFirst() ?? MerkleTree.emptyRoot
        begin(
          on: TreeHead(size: tree.size + UInt64(index), root: root), stating: basis, at: position)
      } else if let basis {
        var before = tree
        for leaf in piece.leaves[..<index] { before.append(leafHash: leaf) }
        noteForeignBasis(basis, before.head, at: position)
      }
      if let principal = events.principal(at: index) { note(principal) }
      if let event = events.standingEvent(at: index) {
        fold(event.recorded(at: position, line.recorded))
      }
      size = position + 1
      if line.isLastOfBatch, let key = piece.key(closing: index) {
        checkPrincipal(of: key, at: position)
      }
    }
    guard places.upperBound == piece.lines.count else { return }
    if let heads { tree = heads.after } else { tree.append(piece) }
    heads = nil
  }

  /// Finds the tree before each batch that begins in a piece, all at once.
  private mutating func prepare(_ piece: LinePiece) {
    let begins = piece.lines.indices.filter { piece.lines[$0].batchIndex == 1 }
    heads = nil
    guard !begins.isEmpty else { return }
    var after = tree
    let roots = after.append(piece.leaves, rootsBefore: begins)
    heads = (roots[...], after)
  }

  /// Notes who acts in the batch at hand.
  private mutating func note(_ principal: PersonID) {
    if self.principal == nil { self.principal = principal }
    if self.principal != principal { otherPrincipals.insert(principal) }
  }

  private static func place(_ position: UInt64) -> Diagnostic.Fact {
    .init(en: "position", sv: "position", "\(position)")
  }

  /// An event must be the next of its stream.
  private mutating func check(
    _ revision: Int64, of name: KeyedHash, at position: UInt64, _ stream: () -> StreamID?
  ) {
    let expected = revisions.next(of: name)
    if revision != expected {
      add(
        LedgerCodes.brokenStream.diagnostic(
          Self.place(position),
          .init(en: "stream", sv: "ström", stream().map { "\($0)" } ?? ""),
          .init(en: "revision", sv: "revision", "\(revision)"),
          .init(en: "expected", sv: "väntad", "\(expected)")), .corruption)
    }
    revisions.setNext(revision + 1, of: name)
  }

  /// A batch must state the tree that stands before it.
  private mutating func begin(on before: TreeHead, stating stated: TreeHead?, at position: UInt64) {
    if stated != before { noteForeignBasis(stated, before, at: position) }
    principal = nil
    otherPrincipals.removeAll(keepingCapacity: true)
    basis = before
  }

  private mutating func fold(_ recorded: Recorded<AccessEvent>) {
    if case .ledger(.restored(let restored)) = recorded.event {
      check(restored, at: recorded.position)
    }
    register.apply(recorded)
    lastKey = nil
  }

  private mutating func row(ofKey fingerprint: KeyFingerprint) -> KeyRow? {
    if let lastKey, lastKey.fingerprint == fingerprint { return lastKey }
    lastKey = register.keys[fingerprint]
    return lastKey
  }

  /// What a restoration says that the backup held must be what stands before it.
  private mutating func check(_ restored: LedgerRestored, at position: UInt64) {
    guard UInt64(exactly: restored.size) != basis.size || restored.root != basis.root else {
      return
    }
    add(
      LedgerCodes.falseRestoration.diagnostic(
        Self.place(position),
        .init(en: "before it", sv: "före den", "\(basis.size) \(basis.root)"),
        .init(en: "stated", sv: "angivet", "\(restored.size) \(restored.root)")), .badSignature)
  }

  /// The key that closes a batch must be that of the actor all its events name.
  private mutating func checkPrincipal(of key: KeyFingerprint, at position: UInt64) {
    guard let row = row(ofKey: key),
      principal != row.principal || !otherPrincipals.isEmpty
    else { return }
    add(
      LedgerCodes.foreignPrincipal.diagnostic(
        Self.place(position), .init(en: "key of", sv: "nyckel för", "\(row.principal)"),
        .init(
          en: "actors named", sv: "angivna aktörer",
          otherPrincipals.union(principal.map { [$0] } ?? []).map { "\($0)" }.sorted().joined(
            separator: ", "))), .badSignature)
  }

  private mutating func noteForeignBasis(
    _ stated: TreeHead?, _ before: TreeHead, at position: UInt64
  ) {
    noteForeignBasis(
      LedgerCodes.foreignBasis.diagnostic(
        Self.place(position),
        .init(en: "tree before it", sv: "träd före", "\(before.size) \(before.root.base64)"),
        .init(
          en: "basis", sv: "grund",
          stated.map { "\($0.size) \($0.root.base64)" } ?? "–")))
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

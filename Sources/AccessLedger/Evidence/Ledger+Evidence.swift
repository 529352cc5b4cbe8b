import AccessModel
import Diagnostics
import EventSourcing
import EventStore
import Events
import IdentityRegister
import Projections
import Transparency

extension Ledger {
  /// What somebody means who asks for evidence of a kind by a name.
  ///
  /// - Parameter name: an identifier of what it is about; for a decision or a review also the position or the 32 hexadecimal
  ///   digits of its event.
  /// - Throws: `.missing` with `EVI-01` when the log has nothing like it.
  public func evidenceSubject(
    _ kind: EvidenceSubject.Kind, _ name: String
  ) throws(LedgerError) -> EvidenceSubject {
    var found: EvidenceSubject?
    let stream = InlineASCII(name)
    let event = UniqueID(name)
    let position = UInt64(name).flatMap { "\($0)" == name ? $0 : nil }
    try readEvents { recorded in
      if found == nil, let stream { found = Self.subject(kind, named: stream, recorded.event) }
      // What is called so goes before what stands there.
      return found == nil ? .proceed : .stop
    }
    if found == nil, position != nil || event != nil {
      try readEvents { recorded in
        guard recorded.position == position || recorded.id == event else { return .proceed }
        found = Self.subject(kind, at: recorded.position, recorded.event)
        return .stop
      }
    }
    guard let found else {
      throw .missing(
        EvidenceCodes.nothingThere.diagnostic(
          .init(en: "asked for", sv: "efterfrågat", "\(kind.rawValue) \(name)")))
    }
    return found
  }

  private static func subject(
    _ kind: EvidenceSubject.Kind, named name: InlineASCII, _ event: AccessEvent
  ) -> EvidenceSubject? {
    let stream = event.stream
    switch (kind, event) {
    case (.grant, .grant) where stream.name == name,
      (.decision, .request) where stream.name == name,
      (.decision, .delegation(.granted)) where stream.name == name,
      (.decision, .separation(.exceptionApproved)) where stream.name == name:
      return EvidenceSubject(kind, .stream(stream))
    case (.grant, .request(.approved(let approved))):
      // A grant can be decided and not yet carried out.
      guard let grant = approved.grant, grant.ascii == name else { return nil }
      return EvidenceSubject(kind, .stream(StreamID(.grant, grant)))
    case (.decision, .request(.approved(let approved))):
      return approved.grant?.ascii == name ? EvidenceSubject(kind, .stream(stream)) : nil
    case (.decision, .grant(.provisioned(let provisioned))):
      guard provisioned.grant.ascii == name else { return nil }
      return EvidenceSubject(kind, .stream(StreamID(.request, provisioned.request)))
    default: return nil
    }
  }

  private static func subject(
    _ kind: EvidenceSubject.Kind, at position: UInt64, _ event: AccessEvent
  ) -> EvidenceSubject? {
    switch (kind, event) {
    case (.review, .review(.itemDecided)): EvidenceSubject(kind, .position(position))
    case (.decision, .request(.approved)), (.decision, .request(.denied)),
      (.decision, .delegation(.granted)), (.decision, .separation(.exceptionApproved)):
      EvidenceSubject(kind, .stream(event.stream))
    default: nil
    }
  }

  /// Everything an auditor needs for one thing, against the newest checkpoint.
  ///
  /// The log is read several times; memory holds the lines of the commands that belong to it, and no more.
  /// - Throws: `.unavailable` with `PUB-04` when no checkpoint speaks of the whole log, and what reading a log and the register of
  ///   identities throws.
  public func evidence(for subject: EvidenceSubject) throws(LedgerError) -> EvidenceBundle {
    do {
      return try gatherEvidence(for: subject)
    } catch {
      throw LedgerError(reading: error)
    }
  }

  private func gatherEvidence(for subject: EvidenceSubject) throws -> EvidenceBundle {
    let checkpoint = try checkpointOfHead()
    let facts = EvidenceFacts(
      origin: log.origin, subject: subject, lines: try evidenceLines(for: subject))
    let head = checkpoint.head
    typealias Name = EvidenceBundle.Name
    var files = facts.derived
    files[Name.format] = EvidenceBundle.Heading(origin: log.origin, subject: subject).bytes
    files[Name.lines] = facts.lines.flatMap { $0.bytes + [0x0A] }
    files[Name.checkpoint] = checkpoint.bytes
    let logKeys = facts.logKeys(atSize: head.size)
    files[Name.policy] =
      try witnessPolicy()?.text(logKeys: logKeys) ?? WitnessPolicy.text(logKeysAlone: logKeys)
    for line in facts.lines {
      let proof = try log.proof(at: line.position, for: checkpoint)
      guard proof.proves(line.leafHash) else {
        throw StoreCode.corruption.diagnostic(
          .init(en: "event", sv: "händelse", "\(line.position)"))
      }
      files[Name.proof(line.position)] = proof.bytes
    }
    for line in facts.lines where facts.selection.parts[line.position] == .chain {
      for (field, commitment) in line.commitments {
        try put(commitment, of: field, at: line.position, in: &files)
      }
    }
    let isStamped = try putTimestamp(facts, head, in: &files)
    files[Name.readme] = EvidenceReadme.text(facts, at: head, isStamped: isStamped)
    var bundle = EvidenceBundle(files: files)
    bundle.files[Name.sums] = bundle.sums
    return bundle
  }

  /// The checkpoint of the whole log, with all that stands under it.
  func checkpointOfHead() throws(Diagnostic) -> SignedCheckpoint {
    var newest: SignedCheckpoint?
    try log.forEachCheckpoint { (checkpoint) throws(Diagnostic) in
      if checkpoint.head.size > log.head.size { return .proceed }
      if checkpoint.head == log.head { newest = checkpoint }
      return .stop
    }
    guard let newest else {
      throw PublicationCode.noCheckpoint.diagnostic(
        .init(en: "size", sv: "storlek", "\(log.head.size)"))
    }
    return newest
  }

  /// The lines of every command that has to do with it.
  private func evidenceLines(for subject: EvidenceSubject) throws -> [EvidenceLine] {
    var selection = EvidenceSelection(subject)
    repeat {
      selection.begin()
      try log.read { record in
        selection.take(try EvidenceSelection.Line(record))
        return .proceed
      }
    } while selection.isChanged
    var lines: [EvidenceLine] = []
    try log.read { record in
      let first = record.position - UInt64(record.fields.batchIndex - 1)
      if selection.batches.contains(first) {
        lines.append(try EvidenceLine(Array(record.line), number: lines.count + 1))
      }
      return .proceed
    }
    return lines
  }

  private func put(
    _ commitment: Commitment, of field: String, at position: UInt64,
    in files: inout [String: [UInt8]]
  ) throws(Diagnostic) {
    let folder = EvidenceBundle.Name.text(position, field)
    if field == "protectedReporter" {
      files["\(folder)/withheld"] = Array(
        "Protected: who reported is not shown.\nSkyddad: vem som rapporterade visas inte.\n".utf8)
      return
    }
    let state: TextState
    do throws(Diagnostic) { state = try text(for: commitment) } catch {
      // The value of a correction may be a digest of something else.
      if field == "value", error.code == IdentityRegister.unknownCommitment.code { return }
      throw error
    }
    switch state {
    case .present(let open):
      files["\(folder)/event"] = Array(open.event.utf8)
      files["\(folder)/field"] = Array(open.field.utf8)
      files["\(folder)/salt"] = open.salt
      files["\(folder)/text"] = Array(open.text.utf8)
    case .erased(let at, let basis):
      files["\(folder)/withheld"] = Array("Erased \(at): \(basis)\nRaderad \(at): \(basis)\n".utf8)
    case .disposed(let at, let decision):
      let named = decisionNamed(decision)
      files["\(folder)/withheld"] = Array(
        "Disposed of \(at) under decision \(named)\nGallrad \(at) enligt beslut \(named)\n".utf8)
    case .locked:
      files["\(folder)/withheld"] = Array(
        "Locked: it may not be shown.\nLåst: den får inte visas.\n".utf8)
    }
  }

  /// A decision on disposal by its identifier and case number.
  private func decisionNamed(_ decision: String) -> String {
    DisposalID(decision).flatMap { register.disposal($0)?.caseNumber }
      .map { "\(decision), \($0)" } ?? decision
  }

  /// The earliest time stamp that is good and was made when all of the lines were in the log.
  private func putTimestamp(
    _ facts: EvidenceFacts, _ head: TreeHead, in files: inout [String: [UInt8]]
  ) throws(Diagnostic) -> Bool {
    guard let last = facts.lines.last?.position else { return false }
    for size in try log.timestampSizes() where size > last && size <= head.size {
      let kept: KeptTimestamp
      do throws(Diagnostic) {
        kept = try log.timestamp(atSize: size)
        let stamp = try Timestamp(kept.response)
        guard stamp.stamps(kept.checkpoint.checkpoint) else { continue }
        try stamp.verify(by: kept.authorities)
      } catch { continue }
      let proof = try log.consistencyProof(from: size, to: head.size)
      guard proof.extends(kept.checkpoint.head, to: head) else { continue }
      files[EvidenceBundle.Name.stamped] = kept.checkpoint.checkpoint.text
      files[EvidenceBundle.Name.response] = kept.response
      files[EvidenceBundle.Name.authorities] = kept.authorities
      files[EvidenceBundle.Name.consistency] = Array(
        proof.path.map { "\($0.base64)\n" }.joined().utf8)
      return true
    }
    return false
  }
}

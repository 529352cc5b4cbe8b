import AccessModel
import Chronology
import Diagnostics
import EventStore
import Events
import Transparency

/// Judges a bundle file by file; each file is read by one of the steps, and each name must be one that a step expects.
struct EvidenceAudit {
  typealias Name = EvidenceBundle.Name

  let bundle: EvidenceBundle
  var result: EvidenceVerification
  private let givenPolicy: WitnessPolicy?
  private var facts: EvidenceFacts
  private var checkpoint: SignedCheckpoint?
  /// The keys that count for the log.
  private var logKeys: [NoteVerifierKey] = []

  init(
    bundle: EvidenceBundle, heading: EvidenceBundle.Heading, policy: WitnessPolicy?
  ) {
    self.bundle = bundle
    givenPolicy = policy
    result = EvidenceVerification(
      origin: heading.origin, subject: heading.subject, usesOwnPolicy: policy == nil,
      usesOwnAuthorities: true)
    facts = EvidenceFacts(origin: heading.origin, subject: heading.subject, lines: [])
  }

  private static func file(_ name: String) -> Diagnostic.Fact {
    .init(en: "file", sv: "fil", name)
  }

  // MARK: Files

  mutating func checkSums() {
    for name in Name.always where bundle.files[name] == nil {
      result.add(EvidenceCodes.wrongFiles.diagnostic(Self.file(name)))
    }
    guard let stated = bundle.files[Name.sums], stated != bundle.sums else { return }
    let lines = Set(stated.split(separator: 0x0A))
    let wrong = bundle.sums.split(separator: 0x0A).filter { !lines.contains($0) }
      .map { String(decoding: $0.dropFirst(66), as: UTF8.self) }
    for name in wrong.isEmpty ? [Name.sums] : wrong {
      result.add(EvidenceCodes.wrongSum.diagnostic(Self.file(name)))
    }
  }

  /// Reads the lines; all else is about them. False when that cannot be done.
  mutating func readLines() -> Bool {
    let bytes = bundle.files[Name.lines] ?? []
    guard bytes.last == 0x0A else {
      result.add(EvidenceCodes.malformedLine.diagnostic(Self.file(Name.lines)))
      return false
    }
    var lines: [EvidenceLine] = []
    let pieces = bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      do throws(Diagnostic) {
        let line = try EvidenceLine(Array(piece), number: index + 1)
        if let last = lines.last?.position, line.position <= last {
          throw EvidenceCodes.malformedLine.diagnostic(
            .init(en: "position", sv: "position", "\(line.position)"),
            .init(en: "after", sv: "efter", "\(last)"))
        }
        lines.append(line)
      } catch {
        result.add(error)
      }
    }
    result.counts.lines = lines.count
    facts = EvidenceFacts(origin: result.origin, subject: result.subject, lines: lines)
    return lines.count == pieces.count
  }

  // MARK: What the log signed

  mutating func checkCheckpoint() {
    do throws(Diagnostic) {
      let signed = try SignedCheckpoint(bundle.files[Name.checkpoint] ?? [])
      guard signed.bytes == bundle.files[Name.checkpoint] else {
        throw NoteCodes.unreadableNote.diagnostic(Self.file(Name.checkpoint))
      }
      checkpoint = signed
      result.head = signed.head
    } catch {
      result.add(error)
      return
    }
    guard let checkpoint else { return }
    do throws(Diagnostic) {
      let own = try WitnessPolicy(bundle.files[Name.policy] ?? [])
      try checkOwn(own, atSize: checkpoint.head.size)
      let policy = givenPolicy ?? own
      logKeys = policy.logKeys(of: result.origin)
      do throws(Diagnostic) {
        try checkpoint.verify(signedByAnyOf: logKeys)
        try checkWitnesses(of: checkpoint, policy)
      } catch {
        result.add(error, .badSignature)
      }
    } catch {
      result.add(error)
    }
  }

  /// The policy in the bundle must be of the keys that the log itself names, whoever's policy counts.
  private mutating func checkOwn(
    _ policy: WitnessPolicy, atSize size: UInt64
  ) throws(Diagnostic) {
    let named = facts.logKeys(atSize: size)
    if policy.logs.map(\.key) != named {
      result.add(
        EvidenceCodes.foreignLogKey.diagnostic(
          facts: policy.logs.map { .init(en: "in the policy", sv: "i policyn", $0.key.text) }
            + named.map { .init(en: "in the lines", sv: "i raderna", $0.text) }), .badSignature)
    } else if policy.text(logKeys: named) != bundle.files[Name.policy] {
      result.add(EvidenceCodes.differs.diagnostic(Self.file(Name.policy)))
    }
  }

  private mutating func checkWitnesses(
    of checkpoint: SignedCheckpoint, _ policy: WitnessPolicy
  ) throws(Diagnostic) {
    var seen: [WitnessPolicy.Witness] = []
    for witness in policy.witnesses {
      guard let seconds = try checkpoint.cosignatureTime(by: witness.key) else { continue }
      seen.append(witness)
      result.sightings.append(
        .init(witness: witness.name, seen: Instant(wholeSeconds: Int64(clamping: seconds))))
    }
    guard !policy.isSatisfied(by: seen) else { return }
    result.add(
      EvidenceCodes.notWitnessed.diagnostic(
        .init(en: "wanted", sv: "krävs", policy.quorum ?? "none"),
        .init(
          en: "cosigned by", sv: "medsignerat av",
          seen.isEmpty ? "–" : seen.map(\.name).joined(separator: ", "))), .notWitnessed)
  }

  mutating func checkProofs() {
    guard let checkpoint else { return }
    for line in facts.lines {
      let name = Name.proof(line.position)
      guard let bytes = bundle.files[name] else {
        result.add(EvidenceCodes.wrongFiles.diagnostic(Self.file(name)))
        continue
      }
      do throws(Diagnostic) {
        let proof = try ProofFile(bytes)
        if proof.checkpoint != checkpoint { try judge(proof.checkpoint, beside: checkpoint, name) }
        guard proof.bytes == bytes, proof.checkpoint == checkpoint,
          proof.inclusion.index == line.position, proof.proves(line.leafHash)
        else { throw EvidenceCodes.notIncluded.diagnostic(Self.file(name)) }
        result.counts.proofs += 1
      } catch {
        result.add(error)
      }
    }
  }

  /// Two checkpoints of one size that the log has signed and that are not the same contradict each other.
  private mutating func judge(
    _ other: SignedCheckpoint, beside checkpoint: SignedCheckpoint, _ name: String
  ) throws(Diagnostic) {
    guard other.checkpoint.origin == checkpoint.checkpoint.origin,
      other.head.size == checkpoint.head.size, other.head.root != checkpoint.head.root
    else { return }
    do throws(Diagnostic) {
      try other.verify(signedByAnyOf: logKeys)
      try checkpoint.verify(signedByAnyOf: logKeys)
    } catch { return }
    result.add(
      EvidenceCodes.contradiction.diagnostic(
        Self.file(name), .init(en: "size", sv: "storlek", "\(other.head.size)"),
        .init(en: "root", sv: "rot", other.head.root.base64),
        .init(en: "root", sv: "rot", checkpoint.head.root.base64)), .contradiction)
  }

  // MARK: Who signed

  mutating func checkBatches() {
    guard let namespace = SignatureNamespace.batch(origin: result.origin) else {
      result.add(EvidenceCodes.noBundle.diagnostic(Self.file(Name.format)))
      return
    }
    for batch in facts.batches {
      do throws(Diagnostic) { try check(batch, namespace) } catch { result.add(error) }
    }
  }

  private mutating func check(
    _ batch: ArraySlice<EvidenceLine>, _ namespace: SignatureNamespace
  ) throws(Diagnostic) {
    guard let first = batch.first, let last = batch.last else { return }
    let place = Diagnostic.Fact(
      en: "events", sv: "händelser", "\(first.position)–\(last.position)")
    let isWhole =
      first.batchIndex == 1 && last.isLastOfBatch && batch.count == last.batchCount
      && batch.allSatisfy { $0.batchCount == last.batchCount && $0.recorded == first.recorded }
    guard isWhole, let fingerprint = last.key else {
      throw EvidenceCodes.brokenBatch.diagnostic(place)
    }
    for line in batch {
      let isFitting =
        line.position == first.position
        ? line.signed.basis?.size == first.position : line.signed.basis == nil
      guard isFitting else { throw EvidenceCodes.brokenBatch.diagnostic(place) }
    }
    guard let signer = facts.signers[fingerprint],
      // The first batch enrols the key it is signed with; no later one may.
      first.position == 0 || signer.enrolled.position < first.position,
      signer.revoked.map({ $0.position >= first.position }) ?? true
    else {
      result.add(
        EvidenceCodes.unknownKey.diagnostic(
          place, .init(en: "key", sv: "nyckel", "\(fingerprint)")),
        .badSignature)
      return
    }
    let principals = Set(batch.map(\.signed.actor.principal))
    if principals != [signer.principal] {
      result.add(
        LedgerCodes.foreignPrincipal.diagnostic(
          place, .init(en: "key of", sv: "nyckel för", "\(signer.principal)"),
          .init(
            en: "actors named", sv: "angivna aktörer",
            principals.map { "\($0)" }.sorted().joined(separator: ", "))), .badSignature)
    }
    var message = SHA512()
    for line in batch { line.event.withUnsafeBytes { message.update(line: $0) } }
    do throws(Diagnostic) {
      let signature = try SSHSignature(base64: last.signature)
      let verifier = try SSHSignatureVerifier(publicKey: signer.publicKey, namespace: namespace)
      guard verifier.isValid(signature, over: message.digest) else {
        throw EvidenceCodes.falseSignature.diagnostic(
          place, .init(en: "key", sv: "nyckel", "\(fingerprint)"))
      }
      result.counts.signatures += 1
    } catch {
      result.add(error, .badSignature)
    }
  }

  // MARK: What follows from the lines

  mutating func checkFacts() {
    let derived = facts.derived
    for (name, bytes) in derived.sorted(by: { $0.key < $1.key }) where bundle.files[name] != bytes {
      let code =
        bundle.files[name] == nil ? EvidenceCodes.wrongFiles : EvidenceCodes.differs
      result.add(code.diagnostic(Self.file(name)))
    }
    if facts.selection.positions(.chain).isEmpty {
      result.add(
        EvidenceCodes.missingEvents.diagnostic(
          .init(en: "about", sv: "om", result.subject.text)))
    }
    for line in facts.lines where !facts.selection.batches.contains(line.batchFirst) {
      result.add(
        EvidenceCodes.differs.diagnostic(
          .init(en: "has nothing to do with it", sv: "hör inte till saken", "\(line.position)")))
    }
    checkStreams()
    var known = Set(derived.keys).union(Name.always).union(
      facts.lines.map { Name.proof($0.position) })
    known.formUnion(Name.timestamp)
    for name in bundle.files.keys.sorted() where !known.contains(name) && !name.hasPrefix("texts/")
    {
      result.add(EvidenceCodes.wrongFiles.diagnostic(Self.file(name)))
    }
  }

  /// Of the streams that belong as a whole, no event may be missing between two.
  private mutating func checkStreams() {
    var next: [StreamID: Int64] = [:]
    for line in facts.lines where facts.selection.streams[line.signed.event.stream] != nil {
      let stream = line.signed.event.stream
      if line.signed.revision != next[stream, default: 0] {
        result.add(
          EvidenceCodes.missingEvents.diagnostic(
            .init(en: "stream", sv: "ström", "\(stream)"),
            .init(en: "revision", sv: "revision", "\(line.signed.revision)"),
            .init(en: "expected", sv: "väntad", "\(next[stream, default: 0])")))
      }
      next[stream] = line.signed.revision + 1
    }
    for stream in facts.selection.streams.keys.sorted(by: { "\($0)" < "\($1)" })
    where next[stream] == nil {
      result.add(
        EvidenceCodes.missingEvents.diagnostic(.init(en: "stream", sv: "ström", "\(stream)")))
    }
  }

  // MARK: Texts

  mutating func checkTexts() {
    var expected: Set<String> = []
    for line in facts.lines where facts.selection.parts[line.position] == .chain {
      for (field, commitment) in line.commitments {
        let folder = Name.text(line.position, field)
        let parts = ["event", "field", "salt", "text"].map { "\(folder)/\($0)" }
        let present = parts.filter { bundle.files[$0] != nil }
        if bundle.files["\(folder)/withheld"] != nil, present.isEmpty {
          expected.insert("\(folder)/withheld")
          result.counts.withheld += 1
          continue
        }
        // What a correction says may be no text at all.
        if present.isEmpty, field == "value" { continue }
        expected.formUnion(parts)
        guard present.count == parts.count else {
          result.add(EvidenceCodes.wrongFiles.diagnostic(Self.file(folder)))
          continue
        }
        if opens(parts.map { bundle.files[$0] ?? [] }, commitment) {
          result.counts.texts += 1
        } else {
          result.add(EvidenceCodes.alteredText.diagnostic(Self.file(folder)))
        }
      }
    }
    for name in bundle.files.keys.sorted()
    where name.hasPrefix("texts/") && !expected.contains(name) {
      result.add(EvidenceCodes.wrongFiles.diagnostic(Self.file(name)))
    }
  }

  private func opens(_ parts: [[UInt8]], _ commitment: Commitment) -> Bool {
    guard let event = UniqueID(String(decoding: parts[0], as: UTF8.self)),
      let field = String(validating: parts[1], as: UTF8.self), parts[2].count == 32,
      let text = String(validating: parts[3], as: UTF8.self)
    else { return false }
    return Commitment(to: text, in: field, of: event, salt: parts[2]) == commitment
  }

  // MARK: Time

  mutating func checkTimestamp(_ authorities: [UInt8]?) {
    let present = Name.timestamp.compactMap { bundle.files[$0] }
    guard !present.isEmpty else { return }
    guard present.count == Name.timestamp.count else {
      result.add(EvidenceCodes.wrongFiles.diagnostic(Self.file("timestamp")))
      return
    }
    do throws(Diagnostic) {
      let stamped = try Checkpoint(text: present[0])
      let stamp = try Timestamp(present[1])
      guard stamp.stamps(stamped) else {
        throw EvidenceCodes.differs.diagnostic(Self.file(Name.stamped))
      }
      try checkGrowth(from: stamped, by: present[3])
      do throws(Diagnostic) {
        try stamp.verify(by: authorities ?? present[2])
        result.stamp = .init(made: Instant(wholeSeconds: stamp.seconds), size: stamped.head.size)
      } catch {
        result.add(error, .badSignature)
      }
    } catch {
      result.add(error)
    }
  }

  /// The stamped log must be the beginning of the one that the checkpoint is of, and hold every line here.
  private func checkGrowth(from stamped: Checkpoint, by file: [UInt8]) throws(Diagnostic) {
    guard let checkpoint, let last = facts.lines.last?.position else { return }
    var path: [Digest] = []
    for line in file.split(separator: 0x0A) {
      guard let hash = Digest(base64: line), path.count < 64 else {
        throw EvidenceCodes.differs.diagnostic(Self.file(Name.consistency))
      }
      path.append(hash)
    }
    let proof = ConsistencyProof(
      oldSize: stamped.head.size, newSize: checkpoint.head.size, path: path)
    let isWritten = path.map { "\($0.base64)\n" }.joined().utf8.elementsEqual(file)
    guard isWritten, stamped.origin == result.origin, last < stamped.head.size,
      proof.extends(stamped.head, to: checkpoint.head)
    else { throw EvidenceCodes.differs.diagnostic(Self.file(Name.stamped)) }
  }
}

extension Instant {
  /// A moment in whole seconds since 1970; one that cannot be written is the last that can.
  init(wholeSeconds seconds: Int64) {
    let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
    self.init(milliseconds: overflow ? (seconds < 0 ? .min : .max) : milliseconds)
  }
}

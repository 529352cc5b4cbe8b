import Chronology
public import Diagnostics
import EventStore
import Projections
public import Transparency
import Witnessing

extension Ledger {
  /// Which witnesses count; nothing when the ledger has no witness policy.
  ///
  /// - Throws: `NOTE-06` for one that cannot be read.
  public func witnessPolicy() throws(Diagnostic) -> WitnessPolicy? {
    guard let bytes = try log.witnessPolicyBytes() else { return nil }
    return try WitnessPolicy(bytes)
  }

  /// Takes a witness policy into use.
  ///
  /// - Throws: `NOTE-06` for one that cannot be read, `WIT-10` for an address that nobody can be asked at, or what the system says.
  public func use(witnessPolicy bytes: [UInt8]) throws(Diagnostic) {
    let policy = try WitnessPolicy(bytes)
    for witness in policy.witnesses {
      guard let url = witness.url else { continue }
      guard WitnessAddress(url) != nil else {
        throw WitnessCodes.malformedAddress.diagnostic(
          .init(en: "witness", sv: "vittne", witness.name), .init(en: "address", sv: "adress", url))
      }
    }
    try log.replaceWitnessPolicy(with: bytes)
  }

  /// Shows the newest checkpoint to the witnesses, and keeps what they say with it.
  ///
  /// When another process has recorded more meanwhile, which they have seen, what is here catches up first. Between its commit and its
  /// checkpoint nobody can be asked; then the report tells only what they had cosigned before.
  ///
  /// - Parameters:
  ///   - policy: which witnesses; the ledger's own when left out.
  ///   - guess: the size that they are believed to know; one that knows another says so.
  ///   - milliseconds: how long a witness on another machine may take.
  ///   - looksBack: whether to look up what each had cosigned last, for which the kept checkpoints are gone through.
  /// - Throws: `.contradicted` with `WIT-09` for each witness that has seen another history or a longer one, or why the log could not be
  ///   read.
  public func consultWitnesses(
    policy given: WitnessPolicy? = nil, guess: UInt64? = nil, milliseconds: Int = 10_000,
    looksBack: (WitnessReport) -> Bool = { _ in true }
  ) throws(LedgerError) -> WitnessReport {
    for _ in 1..<Ledger.attemptsMax {
      let size = log.head.size
      do throws(LedgerError) {
        return try consultOnce(given, guess, milliseconds, looksBack)
      } catch {
        guard case .contradicted = error else { throw error }
        do throws(Diagnostic) { try log.refresh() } catch { throw LedgerError(reading: error) }
        if log.head.size == size { throw error }
        if register.position > 0 { try fold() }
      }
    }
    return try consultOnce(given, guess, milliseconds, looksBack)
  }

  /// Waits for another process that has recorded something and has not issued its checkpoint yet: two seconds at most, for one that
  /// was killed there never does.
  public func awaitCheckpoint() throws(LedgerError) {
    do throws(Diagnostic) {
      for _ in 0..<min(log.patience.tries, 40) {
        guard let checkpoint = try log.publishedCheckpoint(), checkpoint.head != log.head else {
          return
        }
        log.patience.pause()
        try log.refresh()
      }
    } catch {
      throw LedgerError(reading: error)
    }
  }

  private func consultOnce(
    _ given: WitnessPolicy?, _ guess: UInt64?, _ milliseconds: Int,
    _ looksBack: (WitnessReport) -> Bool
  ) throws(LedgerError) -> WitnessReport {
    var report = WitnessReport(entries: [])
    do throws(Diagnostic) {
      guard let policy = try witnessPolicy(given), let checkpoint = try log.publishedCheckpoint()
      else { return report }
      guard checkpoint.head == log.head else {
        report.entries = policy.witnesses.map { .init(witness: $0, outcome: .notAsked) }
        if looksBack(report) { try complete(&report, under: policy) }
        return report
      }
      var cosigned = checkpoint
      for witness in policy.witnesses {
        report.entries.append(
          ask(witness, to: &cosigned, guess: guess ?? checkpoint.head.size, milliseconds))
      }
      if log.access == .writing, cosigned != checkpoint {
        // The first time that a witness has seen a checkpoint says the most.
        let news = cosigned.signatures.filter { line in
          !checkpoint.signatures.contains { $0.keyID == line.keyID && $0.name == line.name }
        }
        cosigned = try log.addCosignatures(news, toCheckpoint: checkpoint.head.size)
      }
      report.checkpoint = cosigned
      let seen = report.entries.filter { if case .cosigned = $0.outcome { true } else { false } }
      if policy.isSatisfied(by: seen.map(\.witness)) {
        report.settledCheckpoint = cosigned
        report.settledAt = ambient.now()
      }
      if looksBack(report) { try complete(&report, under: policy) }
    } catch {
      throw LedgerError(reading: error)
    }
    if let contradiction = report.contradictions.first { throw .contradicted(contradiction) }
    return report
  }

  private func witnessPolicy(_ given: WitnessPolicy?) throws(Diagnostic) -> WitnessPolicy? {
    if let given { return given }
    return try witnessPolicy()
  }

  private func ask(
    _ witness: WitnessPolicy.Witness, to checkpoint: inout SignedCheckpoint, guess: UInt64,
    _ milliseconds: Int
  ) -> WitnessReport.Entry {
    var entry = WitnessReport.Entry(witness: witness, outcome: .notAsked)
    guard let url = witness.url else { return entry }
    do throws(Diagnostic) {
      guard let address = WitnessAddress(url) else {
        throw WitnessCodes.malformedAddress.diagnostic(.init(en: "address", sv: "adress", url))
      }
      entry.outcome = try exchange(
        with: WitnessCall(address: address, milliseconds: milliseconds), of: witness,
        to: &checkpoint, guess: guess)
    } catch {
      var told = error
      told.facts.insert(.init(en: "witness", sv: "vittne", witness.name), at: 0)
      entry.outcome = .unreached(told)
    }
    return entry
  }

  /// Asks from the size that the witness is believed to know, and once more from the one it says.
  private func exchange(
    with call: WitnessCall, of witness: WitnessPolicy.Witness,
    to checkpoint: inout SignedCheckpoint,
    guess: UInt64
  ) throws(Diagnostic) -> WitnessReport.Outcome {
    let size = checkpoint.head.size
    var oldSize = min(guess, size)
    for _ in 0..<3 {
      let request = WitnessRequest(
        oldSize: oldSize, path: try log.consistencyProof(from: oldSize, to: size).path,
        checkpoint: checkpoint)
      let answer = try call.ask(request.bytes, at: ambient.now(), patience: log.patience)
      switch answer.status {
      case 200:
        let note = try SignedNote(checkpoint.checkpoint.text + [0x0A] + answer.body)
        var answered = checkpoint
        answered.add(note.signatures.filter { $0.claims(witness.key) })
        guard let seconds = try answered.cosignatureTime(by: witness.key) else {
          throw WitnessCodes.untrustedAnswer.diagnostic(
            .init(en: "key expected", sv: "väntad nyckel", witness.key.text))
        }
        checkpoint = answered
        return .cosigned(Instant(seconds: seconds))
      case 409:
        guard let known = answer.knownSize else { break }
        // It knows more than there is here, or something else of the same length.
        guard known < size || known == size && oldSize != size else {
          return .contradicts(contradiction(of: witness, knows: known))
        }
        oldSize = known
        continue
      case 422: return .contradicts(contradiction(of: witness, knows: oldSize))
      default: break
      }
      throw WitnessCodes.untrustedAnswer.diagnostic(
        .init(en: "status", sv: "status", "\(answer.status)"))
    }
    throw WitnessCodes.untrustedAnswer.diagnostic()
  }

  private func contradiction(of witness: WitnessPolicy.Witness, knows size: UInt64) -> Diagnostic {
    WitnessCodes.contradicted.diagnostic(
      .init(en: "witness", sv: "vittne", witness.name),
      .init(en: "events it has seen", sv: "händelser det har sett", "\(size)"),
      .init(en: "events here", sv: "händelser här", "\(log.head.size)"),
      .init(en: "root here", sv: "rot här", log.head.root.base64))
  }

  /// Looks up what each had cosigned last, and what enough of them have seen.
  func complete(
    _ report: inout WitnessReport, under policy: WitnessPolicy
  ) throws(Diagnostic) {
    var missing = Set(report.entries.indices)
    var isSettled = policy.quorum == nil || report.settledCheckpoint != nil
    var count = 0
    try log.forEachCheckpoint { (checkpoint) throws(Diagnostic) in
      count += 1
      var seen: [WitnessPolicy.Witness] = []
      var latest: UInt64 = 0
      for (index, witness) in policy.witnesses.enumerated() {
        let time: UInt64?
        do throws(Diagnostic) { time = try checkpoint.cosignatureTime(by: witness.key) } catch {
          time = nil
        }
        guard let time else { continue }
        seen.append(witness)
        latest = max(latest, time)
        if missing.remove(index) != nil {
          report.entries[index].lastSize = checkpoint.head.size
          report.entries[index].lastSeen = Instant(seconds: time)
        }
      }
      if !isSettled, policy.isSatisfied(by: seen) {
        isSettled = true
        report.settledCheckpoint = checkpoint
        report.settledAt = Instant(seconds: latest)
      }
      return missing.isEmpty && isSettled || count == Self.checkpointsMax ? .stop : .proceed
    }
  }
}

extension Instant {
  /// A moment in seconds since 1970, as cosignatures have it.
  fileprivate init(seconds: UInt64) {
    self.init(
      milliseconds: Int64(clamping: seconds).multipliedReportingOverflow(by: 1_000).partialValue)
  }
}

public import AccessModel
import Chronology
import Deciders
import Diagnostics
import EventSourcing
public import EventStore
import Events
import IdentityRegister
import Policies
import Projections
import Transparency

extension Ledger {
  /// How often a decision is made again because others wrote first.
  static let attemptsMax = 50

  /// Decides a command and records what follows, all of it or nothing.
  ///
  /// The decision is made on the log as it is; when another process writes first, it is made again. A refused command leaves
  /// the log untouched and one line in the operations log (INV-60).
  public func record(
    _ recording: Recording, signedBy signer: some BatchSigner
  ) throws(LedgerError) -> RecordingReceipt {
    do throws(LedgerError) {
      for _ in 0..<Ledger.attemptsMax {
        do throws(LedgerError) {
          if let receipt = try attempt(recording, signedBy: signer) { return receipt }
        } catch {
          // What was decided on a damaged snapshot is not decided.
          if register.isIntact { throw error }
        }
        if !register.isIntact { forgetSnapshot() }
        do throws(Diagnostic) { try log.refresh() } catch { throw LedgerError(opening: error) }
        isTainted = true
        try fold()
      }
      throw .locked(
        LedgerCodes.contention.diagnostic(
          .init(en: "attempts", sv: "försök", "\(Ledger.attemptsMax)")))
    } catch {
      isTainted = true
      note(error, by: signer)
      throw error
    }
  }

  /// One attempt; `nil` when another process wrote first.
  private func attempt(
    _ recording: Recording, signedBy signer: some BatchSigner
  ) throws(LedgerError) -> RecordingReceipt? {
    try fold()
    if !recording.isDryRun { try settleIdentities() }
    let now = ambient.now()
    let basis = log.head
    let decision = try decide(
      recording, signedBy: signer, behind: basis.size, on: basis, now: now,
      recorded: max(now, log.lastRecorded ?? .earliest))
    guard isIntact else { return nil }
    if recording.isDryRun { return decision.receipt(first: basis.size, head: basis) }
    guard let kept = try keep(decision.writer, signedBy: signer, now: now, expecting: basis) else {
      return nil
    }
    isTainted = decision.isCorrecting
    // What was foreseen lacks the corrections themselves, by which a marking may be void.
    if decision.isCorrecting { try fold() }
    try settleIdentities()
    var receipt = decision.receipt(
      first: kept.receipt.first, recorded: kept.receipt.recorded, head: kept.receipt.head)
    receipt.warnings += kept.warnings
    return receipt
  }

  /// Decides a command on the register as it is, which then holds what follows: it is tainted until that is kept.
  ///
  /// - Parameters:
  ///   - size: how many events the register was folded from, those among them that were decided before and are not kept yet.
  ///   - basis: the log of that size; `nil` where the signatures of its last events are not made yet.
  ///   - pending: what goes to the identity register with what is not kept yet.
  func decide(
    _ recording: Recording, signedBy signer: some BatchSigner, behind size: UInt64,
    on basis: TreeHead?, now: Instant, recorded: Instant, pending: PendingTexts = PendingTexts()
  ) throws(LedgerError) -> Decision {
    let correctionCount = register.corrections.count
    let principal = try principal(of: signer)
    let writer = EventWriter(ambient)
    let command = CommandStamp(
      id: recording.commandID ?? writer.drawID(), channel: recording.channel)
    if let violation = OnceOnly.check(
      command: command.id, isRecorded: ask { $0.hasRecorded(command: command.id) })
    {
      throw .refused([violation])
    }
    let steps = try recording.steps(self)
    isTainted = true
    var endings: Set<GrantID> = []
    if size == log.head.size {
      try addKeeping(
        to: writer, by: principal, command: command, on: basis, recorded: recorded, now: now,
        into: &register)
    }
    var warnings = try add(
      steps, of: recording, command: command, by: principal, to: writer, behind: size, on: basis,
      recorded: recorded, pending: pending, ending: &endings)
    // What is corrected was folded long ago, so that the register is made anew.
    let isCorrecting = register.corrections.count > correctionCount
    if isCorrecting, isIntact {
      endings.formUnion(try settleCorrections(after: correctionCount, at: recorded))
    }
    if let skew = ForwardTime.check(clock: now, lastRecorded: log.lastRecorded) {
      warnings.append(skew)
    }
    return Decision(
      writer: writer, warnings: warnings, removals: removals(of: endings),
      isCorrecting: isCorrecting)
  }

  /// Decides the steps in order, each on what the ones before it made true, and has the rules judge each event; gives what the
  /// recorder should know, though nothing was refused.
  private func add(
    _ steps: [Recording.Step], of recording: Recording, command: CommandStamp,
    by principal: PersonID, to writer: EventWriter, behind size: UInt64, on basis: TreeHead?,
    recorded: Instant, pending: PendingTexts, ending grants: inout Set<GrantID>
  ) throws(LedgerError) -> [Diagnostic] {
    var violations: [Diagnostic] = []
    let needs = StatedTexts(self, pending.texts)
    var warnings: [Diagnostic] = []
    let zone = try timeZone()
    let lookup = EventLookup(self)
    for step in steps {
      if let identity = step.identity {
        violations += try clashes(
          of: identity, with: pending.identities + writer.identities, at: recorded)
        writer.identities.append(identity)
      }
      if let account = step.account { writer.accounts.append(account) }
      var context = DecisionContext(
        now: recorded, effective: step.effective ?? recording.effective, principal: principal,
        command: command, caseNumber: recording.caseNumber,
        reason: step.reason ?? recording.reason, zone: zone, event: lookup.event,
        drawEventID: writer.drawID, commit: writer.commit, countOthersWithNeed: needs.countOthers,
        needWords: needs.words)
      context.staleRemainder = recording.staleRemainder
      let drafts: [Draft<AccessEvent>]
      do throws(Rejection) {
        drafts = try AccessDecider.decide(step.command, given: register, in: context)
      } catch {
        try lookup.check()
        if let row = step.row {
          violations += error.violations.map { $0.inRow(row) }
          continue
        }
        // What the rules had against the steps before is worth knowing at the same time.
        throw .refused((violations + error.violations).grouped)
      }
      for draft in drafts {
        let targets =
          draft.event.correction.map {
            Proposal.targets(of: $0, before: size, events: lookup.event)
          } ?? []
        try lookup.check()
        let actor = ask {
          Self.actor(
            principal, for: draft.event, correcting: targets.last?.event, at: recorded, in: &$0)
        }
        var proposal = Proposal(
          event: draft.event, effective: draft.effective, recorded: recorded, actor: actor,
          channel: command.channel, hasReason: draft.reason != nil,
          hasCase: recording.caseNumber != nil, zone: zone)
        proposal.targets = targets
        let (found, warned, ended) = ask { [proposal] register in
          (
            register.violations(of: proposal, under: .standard), register.warnings(of: proposal),
            register.grants(endableBy: draft.event)
          )
        }
        violations += step.row.map { row in found.map { $0.inRow(row) } } ?? found
        warnings += warned
        grants.formUnion(ended)
        writer.add(
          draft, by: actor, command: command, caseNumber: recording.caseNumber, on: basis,
          behind: size, recorded: recorded, into: &register)
      }
    }
    if let trouble = needs.trouble { throw .unavailable(trouble) }
    guard violations.isEmpty else { throw .refused(violations.grouped) }
    return warnings
  }

  /// Keeps texts and names first and the events last: a text without its event is harmless, an event without its text is not.
  ///
  /// All of it under the log's lock: two writers who take the same free identifier would else write over each other's names,
  /// and each take back what the other has kept.
  func keep(
    _ writer: EventWriter, signedBy signer: some BatchSigner, now: Instant,
    expecting: TreeHead
  ) throws(LedgerError) -> KeptBatch? {
    do throws(AppendFailure) { try log.beginAppending(expecting: expecting) } catch {
      if case .headMoved = error { return nil }
      throw LedgerError(appending: error)
    }
    defer { log.endAppending() }
    let kept: BatchReceipt
    let batch: UnsignedBatch
    do throws(Diagnostic) {
      batch = try UnsignedBatch(writer.events)
      kept = try identities.put(
        Batch(
          identities: writer.identities, texts: writer.texts, accounts: writer.accounts,
          areTextsNew: true))
    } catch {
      throw .unavailable(error)
    }
    do throws(AppendFailure) {
      let receipt = try log.append(batch, signedBy: signer, now: now, expecting: expecting)
      return KeptBatch(receipt: receipt, warnings: checkpointTrouble())
    } catch {
      switch error {
      case .outcomeUnknown:
        // The events may be in the log: their texts stay.
        throw LedgerError(appending: error)
      case .headMoved, .locked, .diskFull, .refused:
        do throws(Diagnostic) { try identities.withdraw(kept) } catch { throw .unavailable(error) }
      }
      if case .headMoved = error { return nil }
      throw LedgerError(appending: error)
    }
  }

  /// What the keeping of the ledger itself has to tell: what was quarantined, and a clock that stepped back.
  func addKeeping(
    to writer: EventWriter, by principal: PersonID, command: CommandStamp, on basis: TreeHead?,
    recorded: Instant, now: Instant, into register: inout Register
  ) throws(LedgerError) {
    var found = try untoldHeads(in: register).map { AccessEvent.ledger(.headRebuilt($0)) }
    found += try untoldTails(in: register).map { AccessEvent.ledger(.tailQuarantined($0)) }
    if let last = log.lastRecorded, last.milliseconds - now.milliseconds > 2_000 {
      found.append(.ledger(.clockStepped(ClockStepped(lastRecorded: last, clock: now))))
    }
    for event in found {
      let draft = Draft(id: writer.drawID(), effective: recorded, event: event)
      writer.add(
        draft, by: Actor(principal: principal), command: command, caseNumber: nil, on: basis,
        recorded: recorded, into: &register)
    }
  }

  /// The damaged heads in quarantine that the log does not tell of yet.
  private func untoldHeads(in register: Register) throws(LedgerError) -> [HeadRebuilt] {
    do throws(Diagnostic) {
      return try log.quarantinedHeads().compactMap { head in
        let told = HeadRebuilt(size: Int64(clamping: head.size), digest: head.sha256)
        return register.rebuiltHeads.contains(told) ? nil : told
      }
    } catch {
      throw .unavailable(error)
    }
  }

  /// What lies in quarantine and the log does not tell of yet, whichever command put it there.
  private func untoldTails(in register: Register) throws(LedgerError) -> [TailQuarantined] {
    let tails: [TornTail]
    do throws(Diagnostic) { tails = try log.quarantinedTails() } catch {
      throw .unavailable(error)
    }
    return tails.compactMap { tail in
      let digits = "\(tail.segment)"
      guard let segment = Label(String(repeating: "0", count: max(0, 12 - digits.count)) + digits)
      else { return nil }
      let told = TailQuarantined(
        segment: segment, offset: Int64(tail.offset), length: Int64(tail.length),
        digest: tail.sha256)
      return register.quarantinedTails.contains(told) ? nil : told
    }
  }

  /// Whose key it is; it must be enrolled and not revoked.
  public func principal(of signer: some BatchSigner) throws(LedgerError) -> PersonID {
    try Self.principal(of: signer, in: register.keys)
  }

  static func principal(
    of signer: some BatchSigner, in keys: [KeyFingerprint: KeyRow]
  ) throws(LedgerError) -> PersonID {
    let fingerprint = signer.fingerprint
    guard let key = keys[fingerprint] else {
      throw .refused([
        LedgerCodes.unknownKey.diagnostic(.init(en: "key", sv: "nyckel", "\(fingerprint)"))
      ])
    }
    if let revoked = key.revoked {
      throw .refused([
        LedgerCodes.revokedKey.diagnostic(
          .init(en: "key", sv: "nyckel", "\(fingerprint)"),
          .init(Localized(en: "key of", sv: "nyckel för"), persons: ["\(key.principal)"]),
          .init(en: "revoked", sv: "återkallad", at: revoked.effective))
      ])
    }
    return key.principal
  }

  /// The principal in the role that lets them record the event, when one does.
  private static func actor(
    _ principal: PersonID, for event: AccessEvent, correcting target: AccessEvent?,
    at moment: Instant, in register: inout Register
  ) -> Actor {
    let held: AssignmentRow?
    if let target {
      held = register.correctingAssignment(of: principal, for: target, at: moment)
    } else {
      held = register.recordingAssignment(of: principal, for: event, at: moment)
    }
    guard let held else { return Actor(principal: principal) }
    return Actor(principal: principal, role: held.role, assignment: held.id)
  }

  /// One line in the operations log for each rule that refused.
  func note(_ error: LedgerError, by signer: some BatchSigner) {
    guard case .refused(let violations) = error else { return }
    let principal =
      register.keys[signer.fingerprint].map { "\($0.principal)" } ?? "\(signer.fingerprint)"
    for violation in violations {
      // A refusal stands whether it could be noted or not.
      _ = operations.note(
        time: ambient.now(), principal: principal, verb: currentVerb, code: violation.code,
        detail: violation.facts)
    }
  }

}

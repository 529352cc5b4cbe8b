import AccessModel
import Chronology
import Commands
import Deciders
import Diagnostics
import EventSourcing
import EventStore
import Events
import IdentityRegister
import Interchange
import Policies
import Projections

/// One import of history under way.
struct HistoryRun<Signer: BatchSigner> {
  let ledger: Ledger
  let signer: Signer
  let zone: TimeZoneRules
  let ambient: Ambient
  /// The custodian, in that role.
  var actor: Actor
  /// The ledger's own register while the run lasts, so that each row has one owner and is changed in place.
  var register: Register
  var units: UnitDirectory
  /// `nil` between two batches.
  var batch: HistoryBatch?
  /// The batch before it, which is being kept meanwhile; `register` has it already.
  private var batchBefore: HistoryBatch?
  /// Keeps batches while the next one is decided. While it is at work the log and the identities are its own.
  private let keeper = SideThread()
  /// How many batches were given to be kept.
  private var givenCount = 0
  private let firstBatchWithoutIndexes: Int
  /// When the last event of the log was recorded, with the batch that is being kept.
  private var lastRecorded: Instant?
  /// Whether what the keeping of the ledger itself has to tell has been told.
  private var hasToldKeeping = false
  /// How many torn tails the log had put aside when that was told.
  private var recoveredCount = 0
  var report: HistoryImportReport
  /// Whether the ledger would not keep a batch, so that no other is tried.
  private var isDisabled = false
  /// Whether `register` holds what was never kept.
  private var isTainted = false
  /// The operations read, with what they say: the same line twice does no harm, two operations under one id do.
  private var seen: [UniqueID: Int] = [:]

  init(
    _ ledger: Ledger, signer: Signer, isDryRun: Bool, firstBatchWithoutIndexes: Int
  ) throws(LedgerError) {
    try ledger.foldChecked()
    self.firstBatchWithoutIndexes = firstBatchWithoutIndexes
    self.ledger = ledger
    self.signer = signer
    zone = try ledger.timeZone()
    ambient = ledger.ambient.pooled()
    report = HistoryImportReport(isDryRun: isDryRun)
    actor = try HistoryRun.custodian(ledger.register, ledger, signer)
    register = ledger.register
    units = UnitDirectory(register)
    lastRecorded = ledger.log.lastRecorded
  }

  /// Who signs; only the custodian may take over a register (ROL-01).
  private static func custodian(
    _ register: Register, _ ledger: Ledger, _ signer: Signer
  ) throws(LedgerError) -> Actor {
    let principal = try Ledger.principal(of: signer, in: register.keys)
    let held = register.assignments(of: principal, at: ledger.ambient.now())
      .first { $0.role == .custodian && $0.system == nil && $0.unit == nil }
    guard let held else {
      throw .refused([
        EntitledRecorder.violation(
          principal: principal, what: "import history", roles: [.custodian])
      ])
    }
    return Actor(principal: principal, role: .custodian, assignment: held.id)
  }

  /// Takes every operation of a stream, keeps the last batch, and says what came of it.
  mutating func takeAll(
    _ operations: OperationsAhead, progress: (Int) -> Void
  ) -> HistoryImportReport {
    var count = 0
    ledger.register = Register()
    ledger.defersCheckpoint = true
    do throws(LedgerError) {
      while let read = try HistoryRun.next(operations) {
        try take(read)
        count += 1
        if count % HistoryImport.progressStep == 0 { progress(count) }
      }
    } catch {
      report.stop = error
    }
    do throws(LedgerError) {
      try flush()
      try settle()
    } catch {
      report.stop = report.stop ?? error
    }
    keeper.wait()
    if givenCount >= firstBatchWithoutIndexes {
      do throws(Diagnostic) { try ledger.identities.makeIndexes() } catch {
        report.stop = report.stop ?? .unavailable(error)
      }
    }
    ledger.register = register
    ledger.isTainted = isTainted || report.isDryRun
    ledger.keepSnapshot()
    register = Register()
    if !report.isDryRun { report.warnings = ledger.endDeferring() }
    progress(count)
    return report
  }

  private static func next(_ operations: OperationsAhead) throws(LedgerError) -> ReadOperation? {
    do throws(Diagnostic) { return try operations.take() } catch {
      throw error.code == WholeFile.unreadable.code ? .unavailable(error) : .refused([error])
    }
  }

  private mutating func take(_ read: ReadOperation) throws(LedgerError) {
    let (operation, id) = (read.operation, read.id)
    let kind = HistoryOperationKind(operation.payload)
    report.counts[kind, default: .init()].read += 1
    if let earlier = seen.updateValue(read.saying, forKey: id), earlier != read.saying {
      throw refusal(
        .refused([
          HistoryImportCodes.reusedID.diagnostic(.init(en: "id", sv: "id", operation.id))
        ]), operation)
    }
    if register.hasRecorded(command: id) {
      report.counts[kind, default: .init()].skipped += 1
    } else {
      try record(operation, id, kind)
    }
  }

  /// Decides an operation, has the rules judge what follows, and folds it.
  mutating func record(
    _ operation: Operation, _ id: UniqueID, _ kind: HistoryOperationKind
  ) throws(LedgerError) {
    if self.batch == nil { self.batch = try begin() }
    guard var batch = self.batch.take() else { return }
    let textCount = batch.writer.texts.count
    let command = CommandStamp(id: id, channel: .migration)
    let translation: HistoryTranslation
    let identity: Identity?
    let drafts: [Draft<AccessEvent>]
    do throws(LedgerError) {
      translation = try translate(operation)
      identity = try translation.identity.flatMap { identity throws(LedgerError) in
        try merged(identity, with: batch)
      }
      drafts = try decide(translation.command, at: operation.time, command, in: batch)
    } catch {
      self.batch = batch
      throw refusal(error, operation)
    }
    guard batch.writer.events.count + drafts.count <= HistoryBatch.eventsMax else {
      batch.writer.texts.removeSubrange(textCount...)
      self.batch = batch
      try flush()
      // Another process may have written meanwhile, even the same operation.
      if register.hasRecorded(command: id) {
        report.counts[kind, default: .init()].skipped += 1
      } else {
        try record(operation, id, kind)
      }
      return
    }
    if let identity { batch.writer.identities.append(identity) }
    if let remark = translation.remark { batch.tally.note(remark, at: register.position) }
    for draft in drafts {
      let proposal = Proposal(
        event: draft.event, effective: draft.effective, recorded: batch.recorded, actor: actor,
        channel: .migration, hasReason: draft.reason != nil,
        hasCase: translation.caseNumber != nil, zone: zone)
      for violation in register.violations(of: proposal, under: .standard) {
        batch.tally.note(violation, at: register.position)
      }
      batch.writer.add(
        draft, by: actor, command: command, caseNumber: translation.caseNumber,
        on: nil, recorded: batch.recorded, into: &register)
      if case .unit(.registered(let unit)) = draft.event {
        units.add(unit.unit, unit.name, below: unit.parent)
      }
    }
    batch.operations.append(operation)
    batch.tally.recorded[kind, default: 0] += 1
    self.batch = batch
  }

  private func translate(_ operation: Operation) throws(LedgerError) -> HistoryTranslation {
    do throws(Diagnostic) {
      return try HistoryTranslation(operation.payload, units: units, zone: zone)
    } catch {
      throw .refused([error])
    }
  }

  private func decide(
    _ command: HistoryCommand, at time: Instant, _ stamp: CommandStamp, in batch: HistoryBatch
  ) throws(LedgerError) -> [Draft<AccessEvent>] {
    let context = DecisionContext(
      now: batch.recorded, effective: time, principal: actor.principal, command: stamp, zone: zone,
      drawEventID: batch.writer.drawID, commit: batch.writer.commit)
    do throws(Rejection) {
      return try HistoryDecider.decide(command, given: register, in: context)
    } catch {
      throw .refused(error.violations)
    }
  }

  /// The identity to keep: what the history does not know of a person stays as it is, and who was erased gets no name again.
  private func merged(
    _ identity: Identity, with batch: HistoryBatch
  ) throws(LedgerError) -> Identity? {
    guard let person = PersonID(identity.person), register.persons.contains(person) else {
      return identity
    }
    var known = batch.writer.identities.last { $0.person == identity.person }
    if known == nil { known = batchBefore?.writer.identities.last { $0.person == identity.person } }
    if known == nil {
      keeper.wait()
      do throws(Diagnostic) {
        switch try ledger.identities.identity(of: identity.person) {
        case .present(let identity): known = identity
        case .erased: return nil
        case .unknown: break
        }
      } catch {
        throw .unavailable(error)
      }
    }
    guard var merged = known else { return identity }
    merged.name = identity.name
    merged.title = identity.title
    return merged
  }

  /// Begins a batch, with what the keeping of the ledger itself has to tell.
  private mutating func begin() throws(LedgerError) -> HistoryBatch {
    let batch = HistoryBatch(ambient, lastRecorded: lastRecorded)
    lastRecorded = batch.recorded
    // There is no more of it while this process alone writes, unless the clock steps back.
    guard !hasToldKeeping || batch.now < batch.recorded else { return batch }
    hasToldKeeping = true
    keeper.wait()
    try ledger.addKeeping(
      to: batch.writer, by: actor.principal,
      command: CommandStamp(id: batch.writer.drawID(), channel: .importing), on: ledger.log.head,
      recorded: batch.recorded, now: batch.now, into: &register)
    return batch
  }

  /// Has the batch at hand kept, if there is one, after the one before it.
  mutating func flush() throws(LedgerError) {
    for _ in 0..<Ledger.attemptsMax {
      guard !isDisabled, let batch else { return }
      guard !batch.operations.isEmpty else {
        // Nothing but the ledger's own keeping, which waits for the next batch of anybody.
        isTainted = isTainted || !batch.writer.events.isEmpty
        self.batch = nil
        return
      }
      if report.isDryRun {
        report.merge(batch.tally, eventCount: batch.writer.events.count)
        self.batch = nil
        return
      }
      if try isBatchBeforeKept() {
        beginKeeping(batch)
        self.batch = nil
        return
      }
      try decideAgain(batch.operations)
    }
    throw contention
  }

  /// Returns when nothing is being kept any more, and all of it is kept.
  private mutating func settle() throws(LedgerError) {
    for _ in 0..<Ledger.attemptsMax {
      if try isBatchBeforeKept() { return }
      try decideAgain([])
      try flush()
    }
    throw contention
  }

  private var contention: LedgerError {
    .locked(
      LedgerCodes.contention.diagnostic(
        .init(en: "attempts", sv: "försök", "\(Ledger.attemptsMax)")))
  }

  private mutating func beginKeeping(_ batch: HistoryBatch) {
    batchBefore = batch
    let (ledger, signer) = (ledger, signer)
    givenCount += 1
    let leavesIndexes = givenCount == firstBatchWithoutIndexes
    keeper.begin {
      // What follows from another log than the one that it was decided on is decided again.
      let head = ledger.log.head
      batch.writer.settle(on: head)
      do throws(LedgerError) {
        if leavesIndexes {
          do throws(Diagnostic) { try ledger.identities.leaveIndexes() } catch {
            throw .unavailable(error)
          }
        }
        let kept = try ledger.keep(
          batch.writer, signedBy: signer, now: batch.now, expecting: head)
        batch.keeping.outcome = .success(kept != nil)
      } catch {
        batch.keeping.outcome = .failure(error)
      }
    }
  }

  /// Waits for the batch that is being kept; `false` when another process wrote first, so that it was not.
  ///
  /// - Throws: why the log or the register of identities did not take it; nothing more is kept then.
  private mutating func isBatchBeforeKept() throws(LedgerError) -> Bool {
    keeper.wait()
    if ledger.log.recoveredTails.count != recoveredCount { hasToldKeeping = false }
    recoveredCount = ledger.log.recoveredTails.count
    guard let batch = batchBefore else { return true }
    do throws(LedgerError) {
      guard try batch.keeping.outcome.get() else { return false }
    } catch {
      isDisabled = true
      isTainted = true
      batchBefore = nil
      throw error
    }
    report.merge(batch.tally, eventCount: batch.writer.events.count)
    batchBefore = nil
    return true
  }

  /// Another process wrote first: learns what, and decides the same operations on it.
  private mutating func decideAgain(_ latest: [Operation]) throws(LedgerError) {
    let operations = (batchBefore?.operations ?? []) + latest
    batchBefore = nil
    batch = nil
    hasToldKeeping = false
    register = Register()
    do throws(Diagnostic) { try ledger.log.refresh() } catch { throw LedgerError(opening: error) }
    var fold = EventFold(onto: Register())
    do {
      try fold.run(ledger.log)
    } catch {
      isTainted = true
      throw LedgerError(reading: error)
    }
    register = fold.register
    lastRecorded = ledger.log.lastRecorded
    actor = try HistoryRun.custodian(register, ledger, signer)
    units = UnitDirectory(register)
    for operation in operations {
      let id = UniqueID(operation: operation.id)
      let kind = HistoryOperationKind(operation.payload)
      if register.hasRecorded(command: id) {
        report.counts[kind, default: .init()].skipped += 1
      } else {
        try record(operation, id, kind)
      }
    }
  }

  /// What stops the import, with the line it stands on before the other facts.
  private func refusal(_ refusal: LedgerError, _ operation: Operation) -> LedgerError {
    guard case .refused(let violations) = refusal else { return refusal }
    return .refused(
      violations.map { violation in
        var violation = violation
        violation.facts.insert(.init(en: "line", sv: "rad", "\(operation.line)"), at: 0)
        return violation
      })
  }
}

import Chronology
import Diagnostics
import EventStore
import IdentityRegister
import Projections
import Transparency

extension Ledger {
  /// Decides commands in their order and keeps them in as few commits as they fit in; each gets its outcome.
  ///
  /// - Parameter thread: signs what is decided; `nil` where no core is free for it.
  func recordTogether(_ commands: [QueuedCommand], beside thread: SideThread?) {
    var rest = commands[...]
    var attempts = 0
    while let first = rest.first {
      // A dry run records nothing, and is answered from what is kept.
      let isAlone = first.recording.isDryRun || attempts > Ledger.attemptsMax
      if !isAlone {
        do throws(LedgerError) { try commitTogether(rest, thread) } catch {
          // Whatever stands against all together is told each of them alone.
          isTainted = true
        }
      }
      let answered = rest.prefix { $0.outcome != nil }.count
      rest = rest.dropFirst(answered)
      attempts = answered > 0 ? 0 : attempts + 1
      if isAlone || answered == 0, let command = rest.first { recordAlone(command) }
      rest = rest.drop { $0.outcome != nil }
    }
  }

  private func recordAlone(_ command: QueuedCommand) {
    do throws(LedgerError) {
      command.outcome = .success(try record(command.recording, signedBy: command.signer))
    } catch {
      command.outcome = .failure(error)
    }
  }

  /// Decides as many commands as can share a commit, and keeps them; those that are refused get their outcome as well.
  ///
  /// - Throws: what stands against all of them; nothing is kept then.
  private func commitTogether(
    _ commands: ArraySlice<QueuedCommand>, _ thread: SideThread?
  ) throws(LedgerError) {
    guard try lockAndFold() else { return }
    defer { log.endAppending() }
    try settleIdentities()
    let now = ambient.now()
    let group: BatchGroup
    do throws(AppendFailure) { group = try log.beginGroup(now: now) } catch {
      throw LedgerError(appending: error)
    }
    // Waking a thread takes longer than signing one command.
    let signing = GroupSigning(group, of: log, on: commands.count > 1 ? thread : nil)
    let round = decideAll(commands, in: group, now: now, signing)
    let signed = signing.finish()
    guard isIntact else {
      // What was decided on a damaged snapshot is not decided.
      return forgetSnapshot()
    }
    let decided = round.decided.prefix(signed.receipts.count)
    // Whatever was decided or refused on a command that could not be signed is decided again.
    for refusal in round.refusals where refusal.place <= decided.count {
      note(refusal.error, by: refusal.command.signer)
      refusal.command.outcome = .failure(refusal.error)
    }
    if let failure = signed.failure {
      round.decided[decided.count].command.outcome = .failure(.unavailable(failure))
    }
    guard !decided.isEmpty else {
      isTainted = register.position != log.head.size
      return
    }
    var pending = PendingTexts()
    for (_, decision) in decided { pending.add(decision.writer) }
    guard try keep(signed.group, pending, of: decided.map(\.command)) else {
      isTainted = true
      return
    }
    isTainted = register.position != log.head.size || decided.contains { $0.decision.isCorrecting }
    for ((command, decision), receipt) in zip(decided, signed.receipts) {
      command.outcome = .success(
        decision.receipt(first: receipt.first, recorded: receipt.recorded, head: receipt.head))
    }
    try fold()
    try settleIdentities()
  }

  /// What became of commands that were decided one on the other.
  private struct DecidedRound {
    var decided: [(command: QueuedCommand, decision: Decision)] = []
    /// Those that were refused, each with how many were decided before it.
    var refusals: [(command: QueuedCommand, error: LedgerError, place: Int)] = []
  }

  /// Decides as many commands as there is room for, each on the state with those before it, and gives them to be signed.
  private func decideAll(
    _ commands: ArraySlice<QueuedCommand>, in group: BatchGroup, now: Instant,
    _ signing: GroupSigning
  ) -> DecidedRound {
    var round = DecidedRound()
    var pending = PendingTexts()
    var space = group.space
    var size = group.head.size
    for command in commands {
      guard !space.isEmpty, !command.recording.isDryRun else { break }
      let decision: Decision
      do throws(LedgerError) {
        decision = try decide(
          command.recording, signedBy: command.signer, behind: size,
          on: size == group.head.size ? group.head : nil, now: now, recorded: group.recorded,
          pending: pending)
      } catch {
        guard isIntact else { break }
        round.refusals.append((command, error, round.decided.count))
        // What it would have led to is in the register: those behind it are decided on the log itself.
        guard register.position == size else { break }
        continue
      }
      let count = decision.writer.events.count
      guard isIntact, space.admits(events: count) else { break }
      round.decided.append((command, decision))
      pending.add(decision.writer)
      space.take(events: count)
      size += UInt64(count)
      signing.add(decision.writer, signedBy: command.signer)
      if decision.isCorrecting { break }
    }
    return round
  }

  /// Takes the log's lock and folds what others have written; `false` when others write on and on.
  private func lockAndFold() throws(LedgerError) -> Bool {
    for _ in 0..<Ledger.attemptsMax {
      try fold()
      do throws(AppendFailure) {
        try log.beginAppending(expecting: log.head)
        return true
      } catch {
        guard case .headMoved = error else { throw LedgerError(appending: error) }
      }
    }
    return false
  }

  /// Keeps texts and names of all commands first and their events last; where the log does not take them, all are told so.
  ///
  /// - Throws: what is wrong with a text or a name of one of them.
  private func keep(
    _ group: BatchGroup, _ pending: PendingTexts, of commands: [QueuedCommand]
  ) throws(LedgerError) -> Bool {
    let kept: BatchReceipt
    do throws(Diagnostic) {
      kept = try identities.put(
        Batch(
          identities: pending.identities, texts: pending.texts, accounts: pending.accounts,
          areTextsNew: true))
    } catch {
      throw .unavailable(error)
    }
    do throws(AppendFailure) {
      try log.commit(group, batchesNext: CommandQueue.groupMax)
      return true
    } catch {
      var failure = LedgerError(appending: error)
      // Unless the events may be in the log, their texts go.
      if case .outcomeUnknown = error {
      } else {
        do throws(Diagnostic) { try identities.withdraw(kept) } catch {
          failure = .unavailable(error)
        }
      }
      for command in commands { command.outcome = .failure(failure) }
      return false
    }
  }
}

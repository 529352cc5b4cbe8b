import Chronology
import Diagnostics
import EventStore
import IdentityRegister
import Projections
import Transparency

extension Ledger {
  /// Decides commands in their order and keeps them in as few commits as they fit in; each gets its outcome.
  func recordTogether(_ commands: [QueuedCommand]) {
    var rest = commands[...]
    var attempts = 0
    while let first = rest.first {
      // A dry run records nothing, and is answered from what is kept.
      let isAlone = first.recording.isDryRun || attempts > Ledger.attemptsMax
      if !isAlone {
        do throws(LedgerError) { try commitTogether(rest) } catch {
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
  private func commitTogether(_ commands: ArraySlice<QueuedCommand>) throws(LedgerError) {
    guard try lockAndFold() else { return }
    defer { log.endAppending() }
    try settleIdentities()
    let now = ambient.now()
    var group: BatchGroup
    do throws(AppendFailure) { group = try log.beginGroup(now: now) } catch {
      throw LedgerError(appending: error)
    }
    var decided: [(command: QueuedCommand, decision: Decision, receipt: AppendReceipt)] = []
    var pending = PendingTexts()
    for command in commands {
      guard group.room > 0, !command.recording.isDryRun else { break }
      let decision: Decision
      do throws(LedgerError) {
        decision = try decide(
          command.recording, signedBy: command.signer, on: group.head, now: now,
          recorded: group.recorded, behind: pending)
      } catch {
        guard register.isIntact else { break }
        note(error, by: command.signer)
        command.outcome = .failure(error)
        // What it would have led to is in the register: those behind it are decided on the log itself.
        guard register.position == group.head.size else { break }
        continue
      }
      guard register.isIntact, group.hasRoom(forEvents: decision.writer.events.count) else { break }
      do throws(Diagnostic) {
        let batch = try UnsignedBatch(decision.writer.events)
        let receipt = try log.add(batch, signedBy: command.signer, to: &group)
        decided.append((command, decision, receipt))
        pending.add(decision.writer)
      } catch {
        command.outcome = .failure(.unavailable(error))
        break
      }
      if decision.isCorrecting { break }
    }
    guard register.isIntact else {
      // What was decided on a damaged snapshot is not decided.
      for command in commands { command.outcome = nil }
      forgetSnapshot()
      return
    }
    guard !decided.isEmpty else {
      isTainted = register.position != log.head.size
      return
    }
    guard try keep(group, pending, of: decided.map(\.command)) else {
      isTainted = true
      return
    }
    isTainted =
      register.position != log.head.size || decided.contains { $0.decision.isCorrecting }
    for (command, decision, receipt) in decided {
      command.outcome = .success(
        decision.receipt(first: receipt.first, recorded: receipt.recorded, head: receipt.head))
    }
    try fold()
    try settleIdentities()
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
          identities: pending.identities, texts: pending.texts, accounts: pending.accounts))
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

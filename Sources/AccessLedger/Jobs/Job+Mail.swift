import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Notices
import Projections

extension Job {
  /// Tells whoever must act.
  public static let mail = Job(
    "mail", .daily,
    Localized(
      en: "send whoever must act a letter about what is due, where mail is asked for",
      sv: "skicka ett brev till den som ska agera om vad som ska göras, där post är begärd")
  ) { run, ledger, signer, report throws(LedgerError) in
    guard let mail = run.mail, !run.isDryRun else { return }
    let lock: NoticeLock?
    do throws(Diagnostic) { lock = try NoticeLock.take(in: ledger.path) } catch {
      report.waiting.append(error)
      return
    }
    guard let lock else { return }
    let told = try run.tell(by: mail, on: ledger, &report)
    try run.noteTold(told, on: ledger, signedBy: signer, &report)
    lock.release()
  }
}

extension JobRun {
  /// Sends what is to be told now, and remembers each letter before the next.
  ///
  /// What cannot be delivered waits for the next run. Gives what is remembered.
  fileprivate func tell(
    by mail: MailRun, on ledger: Ledger, _ report: inout JobReport
  ) throws(LedgerError) -> SentNotices {
    let memory = NoticeMemory(of: ledger)
    var told: SentNotices
    do throws(Diagnostic) { told = try memory.read() } catch {
      report.waiting.append(error)
      return SentNotices()
    }
    let register = ledger.register
    let zone = try ledger.timeZone()
    let duties = try duties(on: ledger)
    told.prune(keeping: duties, at: moment, in: zone)
    let round = NoticeRound(
      duties, told: told, at: moment, by: NoticeLadder(register, at: moment, in: zone))
    if let first = round.orphaned.first {
      report.waiting.append(
        JobCodes.nobody.diagnostic(
          .init(en: "how many", sv: "antal", "\(round.orphaned.count)"),
          .init(en: "the first", sv: "det första", first.id)))
    }
    let origin = register.origin?.text ?? ledger.log.origin
    let writer = NoticeLetter(
      DutyPhrasing(register, at: moment, in: zone, mail.language, names: mail.names),
      origin: origin, from: mail.sender)
    for digest in round.digests {
      guard let address = mail.addresses(digest.recipient).flatMap({ MailAddress($0) }) else {
        report.waiting.append(
          JobCodes.noAddress.diagnostic(
            .init(PersonSubject.word, persons: ["\(digest.recipient)"]),
            .init(en: "how much waits", sv: "hur mycket väntar", "\(digest.duties.count)")))
        continue
      }
      do throws(Diagnostic) {
        try mail.post.deliver(writer.letter(digest, to: address))
      } catch {
        report.waiting.append(error)
        continue
      }
      report.deliveredCount += 1
      told.note(digest.recipient, digest.duties, at: moment)
      do throws(Diagnostic) { try memory.write(told) } catch {
        // Without the memory the same would go out each night.
        report.waiting.append(error)
        return told
      }
    }
    return told
  }

  /// Records of each flag on stale access who was told of it: the one thing that the log has an event for.
  fileprivate func noteTold(
    _ told: SentNotices, on ledger: Ledger, signedBy signer: any BatchSigner,
    _ report: inout JobReport
  ) throws(LedgerError) {
    let persons = Dictionary(grouping: told.told.keys, by: \.duty)
    try record(on: ledger, signedBy: signer, &report) { ledger in
      ledger.register.flags.rows.filter {
        $0.standing(at: moment)?.state.isOpen == true && $0.told(at: moment).isEmpty
      }.compactMap { flag in
        let known = persons["\(FlagDuties.kind.code)/\(flag.id)"] ?? []
        guard !known.isEmpty else { return nil }
        return .init(
          .stale(
            .notify(
              NotifyOfFlag(
                flag: flag.id, notice: .notice,
                to: known.map(\.person).sorted { "\($0)" < "\($1)" }))))
      }.prefix(Self.stepsMax).map(\.self)
    }
  }
}

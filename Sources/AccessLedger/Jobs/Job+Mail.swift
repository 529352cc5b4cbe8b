import AccessModel
import Chronology
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
  ) { run, ledger, _, report throws(LedgerError) in
    guard let mail = run.mail, !run.isDryRun else { return }
    try run.tell(by: mail, on: ledger, &report)
  }
}

extension JobRun {
  /// Sends what is to be told now, and remembers each letter before the next.
  ///
  /// Nothing of it is recorded in the log. What cannot be delivered waits for the next run.
  fileprivate func tell(
    by mail: MailRun, on ledger: Ledger, _ report: inout JobReport
  ) throws(LedgerError) {
    let memory = NoticeMemory(of: ledger)
    var told: SentNotices
    do throws(Diagnostic) { told = try memory.read() } catch {
      report.waiting.append(error)
      return
    }
    let register = ledger.register
    let zone = try ledger.timeZone()
    let duties = register.duties(
      at: moment, until: moment.advanced(byMilliseconds: Self.horizonMilliseconds), in: zone)
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
        return
      }
    }
  }
}

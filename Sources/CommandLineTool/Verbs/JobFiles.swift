import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Events
import Glibc
import IdentityRegister
import Notices
import Projections

/// What a run of jobs leaves outside the ledger: a calendar, lists for bodies, letters.
struct JobFiles {
  private let session: VerbSession
  private let ledger: Ledger
  private let moment: Instant
  private let trouble = LookupTrouble()
  private let names: NameLookup

  init(_ session: VerbSession, _ ledger: Ledger, at moment: Instant) {
    self.session = session
    self.ledger = ledger
    self.moment = moment
    names = NameLookup(ledger, trouble, at: moment)
  }

  /// How letters are sent in the run; `nil` when none are.
  func mailRun(_ options: JobOptions) -> MailRun? {
    options.mail.map { mail in
      MailRun(
        sender: mail.sender, language: session.language, post: mail.post,
        names: { names.identity(of: $0)?.name }, addresses: { names.address(of: $0) })
    }
  }

  /// Writes what a job that was done leaves in files.
  func write(_ job: Job, _ options: JobOptions, _ report: inout JobReport) throws {
    if job == .committeeLists, let folder = options.lists {
      report.deliveredCount += try writeLists(in: folder)
    }
  }

  /// Replaces the calendar of everything that is to be done.
  func writeCalendar(to path: String) throws {
    try session.noteReading(of: Duties.description.name, in: ledger)
    let file = try DutyCalendarAnswer(question(), ledger, until: horizon).file(session.language)
    try ReplacedFile.write(file.bytes, to: path, mode: 0o600)
  }

  private var horizon: Instant { moment.advanced(byMilliseconds: JobRun.horizonMilliseconds) }

  /// Writes for each body the decisions to be reported to it; gives the number of files.
  private func writeLists(in folder: String) throws -> Int {
    let question = try question()
    let zone = question.zone
    let bodies = Set(
      ledger.register.unreportedDecisions(at: moment).map(\.line.line.body)
    ).sorted { "\($0)" < "\($1)" }
    guard !bodies.isEmpty else { return 0 }
    try session.noteReading(of: UnreportedDecisions.description.name, in: ledger)
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw VerbFailure(
        .refused,
        VerbCodes.notWritten.diagnostic(
          .init(en: "folder", sv: "mapp", folder),
          .init(en: "why", sv: "varför", String(cString: strerror(errno)))))
    }
    for body in bodies {
      let table = UnreportedDecisions.table(of: body, question)
      for (format, suffix) in [(OutputFormat.table, "txt"), (.csv, "csv")] {
        var options = RenderingOptions(language: session.language)
        options.instantText = { $0.text(in: zone) }
        try ReplacedFile.write(
          TableRenderer(format, options).bytes(table), to: "\(folder)/\(body).\(suffix)",
          mode: 0o600)
      }
    }
    if let missing = trouble.takenWarning() { session.tell(missing) }
    return bodies.count * 2
  }

  private func question() throws -> ViewQuestion {
    var question = ViewQuestion(
      register: ledger.register, asOf: moment, names: { names.identity(of: $0)?.name },
      userNames: { names.identity(of: $0)?.userName }, accountNames: { names.name(of: $0) },
      zone: try ledger.timeZone())
    question.masks = { names.mask(of: $0) }
    question.language = session.language
    return question
  }
}

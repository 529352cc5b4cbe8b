import AccessLedger
import AccessModel
import Chronology
import Diagnostics
import EventStore
import Notices
import Projections

/// What was typed besides the jobs of a run, each with what it goes with.
struct JobOptions {
  let calendar: String?
  let lists: String?
  let capacityLimits: CapacityLimits
  /// Where letters go, and who they are from.
  let mail: (post: any Post, sender: MailAddress)?

  static let declarations: [OptionDeclaration] = [
    OptionDeclaration(
      "as-of", .moment,
      help: Localized(
        en:
          "the moment the run is about, from the last recorded event to now; with --dry-run also later (a day means its end); else now",
        sv:
          "tidpunkten som körningen avser, från senast registrerade händelse till nu; med --dry-run även senare (en dag betyder dess slut); annars nu"
      )),
    OptionDeclaration(
      "calendar", .file,
      help: Localized(
        en:
          "a calendar file (iCalendar) of what is to be done, replaced whole; only for you to read",
        sv: "en kalenderfil (iCalendar) med det som ska göras, ersätts hel; läsbar bara för dig")),
    OptionDeclaration(
      "lists", .file,
      help: Localized(
        en: "the folder that committee-lists writes a text and a CSV file for each body in",
        sv: "mappen där committee-lists skriver en textfil och en CSV-fil för varje organ")),
    OptionDeclaration(
      "mail", .file,
      help: Localized(
        en: "the folder that letters to whoever must act are written in, one .eml file each",
        sv: "mappen där brev till den som ska agera skrivs, en .eml-fil för varje")),
    OptionDeclaration(
      "sendmail", .file,
      help: Localized(
        en: "the program that is given each letter instead, with -t -i, as sendmail takes it",
        sv: "programmet som i stället får varje brev, med -t -i, så som sendmail tar emot det")),
    OptionDeclaration(
      "from", .text,
      help: Localized(
        en: "the address that letters are from", sv: "adressen som breven kommer från")),
    OptionDeclaration(
      "free-percent", .number(1...99),
      help: Localized(
        en: "how much of the disk is to be free before capacity-check tells; 10 when left out",
        sv: "hur mycket av disken som ska vara ledigt innan capacity-check säger till; annars 10")),
    OptionDeclaration(
      "days-left", .number(1...3_650),
      help: Localized(
        en: "how many days are to be left until the disk is full; 90 when left out",
        sv: "hur många dagar som ska vara kvar tills disken är full; annars 90")),
  ]

  /// The options that say where something is written, which a dry run does not do.
  private static let writing = [
    "metrics", "format", "no-header", "calendar", "lists", "mail", "sendmail", "from",
  ]

  init(_ session: VerbSession, _ jobs: [Job]) throws {
    let command = session.command
    if command.flag("dry-run"), let option = Self.writing.first(where: { command.flag($0) }) {
      throw Self.conflict("--dry-run", "--\(option)")
    }
    calendar = command.string("calendar")
    lists = command.string("lists")
    var limits = CapacityLimits()
    if let percent = command.integer("free-percent") { limits.freePercentMin = percent }
    if let days = command.integer("days-left") { limits.daysMin = days }
    capacityLimits = limits
    for (job, options) in [
      (Job.committeeLists, ["lists"]), (.mail, ["mail", "sendmail", "from"]),
      (.capacityCheck, ["free-percent", "days-left"]),
    ] where !jobs.contains(job) {
      if let option = options.first(where: { command.flag($0) }) {
        throw UsageError(
          UsageError.conflictingOptions,
          [
            .init(en: "option", sv: "flagga", "--\(option)"),
            .init(en: "needs the job", sv: "kräver jobbet", job.code),
          ])
      }
    }
    mail = try Self.mail(session)
  }

  private static func mail(_ session: VerbSession) throws -> (any Post, MailAddress)? {
    let command = session.command
    let (folder, program) = (command.string("mail"), command.string("sendmail"))
    if folder != nil, program != nil { throw conflict("--mail", "--sendmail") }
    guard folder != nil || program != nil else {
      if command.string("from") != nil { throw missing("--mail, --sendmail") }
      return nil
    }
    guard let text = command.string("from") else { throw missing("--from") }
    guard let sender = MailAddress(text) else {
      throw session.malformed(
        "from", text,
        Localized(
          en: "an address such as register@mail.example", sv: "en adress som register@mail.example")
      )
    }
    let post: any Post = folder.map { MailFolder($0) } ?? MailProgram(program ?? "")
    return (post, sender)
  }

  /// The moment that the run is about, when one was given.
  ///
  /// - Throws: `JOB-01` when the jobs cannot be run as of it.
  func moment(_ session: VerbSession) throws -> Instant? {
    guard session.command.string("as-of") != nil else { return nil }
    let ledger = try Ledger.open(
      at: try session.ledgerPath(), for: .reading, ambient: session.ambient)
    guard let moment = try session.lastMoment("as-of", in: try ledger.timeZone()) else {
      return nil
    }
    let last = ledger.register.lastRecorded ?? .earliest
    let now = max(session.ambient.now(), last)
    guard moment < last || (moment > now && !session.command.flag("dry-run")) else { return moment }
    throw VerbFailure(
      .refused,
      JobCodes.otherMoment.diagnostic(
        .init(en: "as of", sv: "per", at: moment),
        .init(en: "last recorded", sv: "senast registrerat", at: last),
        .init(en: "now", sv: "nu", at: now)))
  }

  private static func conflict(_ one: String, _ other: String) -> UsageError {
    UsageError(
      UsageError.conflictingOptions, [.init(en: "options", sv: "flaggor", "\(one), \(other)")])
  }

  private static func missing(_ option: String) -> UsageError {
    UsageError(UsageError.missingRequired, [.init(en: "option", sv: "flagga", option)])
  }
}

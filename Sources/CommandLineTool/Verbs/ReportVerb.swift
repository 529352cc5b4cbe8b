import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Projections
import Reports
import Transparency

/// Reports that people look at: pages with figures, charts and lists, tied to the log.
enum ReportVerb {
  static let report = Verb(
    VerbDeclaration(
      "report", kind: .tool,
      summary: Localized(
        en: "make a report for people: a page, text, or its figures",
        sv: "skapa en rapport att läsa: en sida, text eller dess siffror"),
      discussion: Localized(en: discussion(.english), sv: discussion(.swedish)),
      examples: [
        "liggare report executive --out executive.html",
        "liggare report compliance --as-of 2026-06-30 --out compliance.html --lang sv",
        "liggare report access-map --system S-1 --format text",
        "liggare report follow-up --unit U-2 --out follow-up.html",
      ],
      positionals: [
        PositionalDeclaration(
          "name", .choice(ReportCatalogue.reports.map { .init($0.name, $0.title) }),
          help: Localized(en: "which report", sv: "vilken rapport"))
      ],
      options: [
        Options.format, Options.out, Options.force, Options.since, ViewVerbs.Options.unit,
        ViewVerbs.Options.system, ViewVerbs.Options.person,
      ] + CommonOptions.reading.filter { ["as-of", "known-at"].contains($0.name) },
      sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let name = session.command.required("name")
    guard let description = ReportCatalogue.report(named: name) else { return .usage }
    try heed(description, session)
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    let inquiry = try inquiry(description, asked)
    guard let report = ReportCatalogue.make(name, inquiry) else { return .usage }
    let bytes = bytes(of: report, asked)
    try asked.check()
    for view in description.views { try asked.note(view) }
    try write(bytes, session)
    return .done
  }

  enum Options {
    static let format = OptionDeclaration(
      "format",
      .choice([
        .init(
          "html",
          Localized(
            en: "a page that needs nothing else", sv: "en sida som inte behöver något annat")),
        .init("text", Localized(en: "plain text with tables", sv: "ren text med tabeller")),
        .init("json", Localized(en: "the figures as one object", sv: "siffrorna som ett objekt")),
      ]),
      help: Localized(
        en: "the form of the report; html when left out",
        sv: "rapportens form; html om det utelämnas"))
    static let out = OptionDeclaration(
      "out", .file,
      help: Localized(
        en: "the file to write, for you alone to read; else standard output",
        sv: "filen att skriva, läsbar bara för dig; annars standard output"))
    static let force = OptionDeclaration.flag(
      "force",
      help: Localized(en: "replace the file if it is there", sv: "ersätt filen om den finns"))
    static let since = OptionDeclaration(
      "since", .moment,
      help: Localized(
        en: "the earlier moment to compare with (a day means its end); else a year before",
        sv: "den tidigare tidpunkten att jämföra med (en dag betyder dess slut); annars ett år före"
      ))
  }

  private static func discussion(_ language: Language) -> String {
    let intro = Localized(
      en:
        "A report is one HTML file without scripts that prints on paper; --format text and json carry the same. Each figure says what was counted and which command lists it, and the end of the report tells by which events it was made, and how anybody tries that. It holds names and says who has access to what: keep it as the ledger is kept.",
      sv:
        "En rapport är en HTML-fil utan skript som går att skriva ut; --format text och json innehåller detsamma. Varje siffra anger vad som räknats och vilket kommando som listar det, och sist står vilka händelser rapporten vilar på och hur det prövas. Den innehåller namn och visar vem som har åtkomst till vad: förvara den som liggaren."
    )
    return intro.text(in: language) + "\n\n"
      + ReportCatalogue.reports.map {
        "\($0.name): \($0.question.text(in: language))"
      }.joined(separator: "\n")
  }

  /// Refuses an option that the report would not heed, and asks for the one it cannot do without.
  private static func heed(_ report: ReportDescription, _ session: VerbSession) throws {
    var given = ["unit", "system", "person"].filter { session.command.string($0) != nil }
    given.removeAll { option in report.filters.contains { $0.rawValue == option } }
    if session.command.string("since") != nil, !report.comparesWithBefore {
      given.append("since")
    }
    if let option = given.first {
      throw VerbFailure(
        .usage,
        VerbCodes.unheededByReport.diagnostic(
          .init(en: "report", sv: "rapport", report.name),
          .init(en: "option", sv: "flagga", "--\(option)")))
    }
    if let needs = report.needs, session.command.string(needs.rawValue) == nil {
      throw VerbFailure(
        .usage,
        VerbCodes.neededByReport.diagnostic(
          .init(en: "report", sv: "rapport", report.name),
          .init(en: "option", sv: "flagga", "--\(needs.rawValue)")))
    }
  }

  private static func inquiry(
    _ report: ReportDescription, _ asked: QuestionSession
  ) throws -> ReportInquiry {
    let (session, question) = (asked.session, asked.question)
    let since =
      try session.lastMoment("since", in: asked.zone)
      ?? ReportInquiry.yearBefore(question.asOf, in: asked.zone)
    guard since < question.asOf else {
      throw session.malformed(
        "since", session.command.string("since") ?? "\(since)",
        Localized(
          en: "a moment before that of the report", sv: "en tidpunkt före rapportens"))
    }
    return ReportInquiry(
      question: question, since: since,
      provenance: try provenance(report, asked, since: since))
  }

  private static func provenance(
    _ report: ReportDescription, _ asked: QuestionSession, since: Instant
  ) throws -> ReportProvenance {
    let (session, question) = (asked.session, asked.question)
    let published = try asked.ledger.publishable()
    let head = try asked.head()
    return ReportProvenance(
      origin: question.register.origin?.text ?? asked.ledger.log.origin, size: head.size,
      root: head.root.base64,
      checkpoint: published.published.map { String(decoding: $0.bytes, as: UTF8.self) },
      checkpointSize: published.published?.head.size, asOf: question.asOf,
      knownAt: question.register.lastRecorded,
      askedBy: question.askedBy.map { Localized(verbatim: question.phrasing.person($0)) }
        ?? Localized(
          en: "nobody whose key the ledger knows", sv: "någon vars nyckel liggaren inte känner"),
      made: session.ambient.now(),
      command: command(report, question, since: since))
  }

  /// What makes the same report of the same events.
  private static func command(
    _ report: ReportDescription, _ question: ViewQuestion, since: Instant
  ) -> String {
    let filter = question.filter
    var words = ["liggare report \(report.name)"]
    words += filter.units.sorted { $0.comesBefore($1) }.map { "--unit \($0)" }
    words += filter.systems.sorted { $0.comesBefore($1) }.map { "--system \($0)" }
    words += filter.persons.sorted { $0.comesBefore($1) }.map { "--person \($0)" }
    words.append("--as-of \(question.asOf)")
    if let known = question.register.lastRecorded { words.append("--known-at \(known)") }
    if report.comparesWithBefore { words.append("--since \(since)") }
    return words.joined(separator: " ")
  }

  private static func bytes(of report: Report, _ asked: QuestionSession) -> [UInt8] {
    let session = asked.session
    switch session.command.string("format") {
    case "json": return CardRenderer(.json, session.rendering(in: asked.zone)).bytes(card(report))
    case "text": return ReportText(session.rendering(in: asked.zone)).bytes(report)
    case _: return report.page(in: session.language, asked.question.phrasing)
    }
  }

  /// The figures for programs: how they are tied to the log, then each table by its name.
  private static func card(_ report: Report) -> Card {
    Card(
      name: report.name, title: report.title,
      fields: [
        .init("report", Localized(en: "Report", sv: "Rapport"), .text(report.name)),
        .init(
          "subject", Localized(en: "About", sv: "Gäller"),
          report.subject.map(Cell.localized) ?? .empty),
      ] + report.provenance.fields + [
        .init(
          "checkpoint", Localized(en: "Checkpoint", sv: "Kontrollpunkt"),
          .text(orEmpty: report.provenance.checkpoint)),
        .init(
          "command", Localized(en: "Command", sv: "Kommando"), .text(report.provenance.command)),
      ], sections: report.tables)
  }

  private static func write(_ bytes: [UInt8], _ session: VerbSession) throws {
    guard let path = session.command.string("out") else { return try session.answer(bytes) }
    if session.command.flag("force") {
      try ReplacedFile.write(bytes, to: path, mode: 0o600)
    } else {
      try NewFile.write(bytes, to: path, mode: 0o600)
    }
  }
}

extension VerbCodes {
  static let unheededByReport = DiagnosticCode(
    "CLI-70",
    Localized(
      en: "The report is not limited by this option.",
      sv: "Rapporten begränsas inte av denna flagga."),
    remedy: Localized(
      en: "Leave it out: the answer must not look as if it had been heeded. liggare help report.",
      sv: "Utelämna den: svaret får inte se ut som om den hade beaktats. liggare help report."))

  static let neededByReport = DiagnosticCode(
    "CLI-71",
    Localized(
      en: "The report is about one thing, and it is not said which.",
      sv: "Rapporten gäller en sak, och det är inte angivet vilken."),
    remedy: Localized(
      en: "Give the option that is told, such as --unit U-2.",
      sv: "Ange flaggan som visas, till exempel --unit U-2."))

  static let reports = [unheededByReport, neededByReport]
}

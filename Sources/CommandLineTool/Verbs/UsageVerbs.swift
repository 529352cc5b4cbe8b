import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore

/// When accounts were last used, as systems tell.
enum UsageVerbs {
  static let usageImport = Verb(
    VerbDeclaration(
      "usage", "import", kind: .writing,
      summary: Localized(
        en: "record when the accounts of a system were last used",
        sv: "registrera när ett systems konton senast användes"),
      discussion: Localized(
        en:
          "The file is a table with the columns account and last-used, and as needed first-used and count; or what last -F -w, last --time-format iso -w or lastlog of a Linux host writes. A day means the whole of it; times without a zone are in the ledger's. What the file does not name is unknown and never counts as unused, unless --complete says that it names every account that was used. The same file twice records nothing new. Names stay out of the log.",
        sv:
          "Filen är en tabell med kolumnerna account och last-used, och vid behov first-used och count; eller det som last -F -w, last --time-format iso -w eller lastlog på en Linuxdator skriver. En dag betyder hela dagen; tider utan zon är i liggarens. Det som filen inte nämner är okänt och räknas aldrig som oanvänt, om inte --complete anger att den nämner varje konto som har använts. Samma fil två gånger registrerar inget nytt. Namn hålls utanför loggen."
      ),
      examples: [
        "liggare usage import S-1 march.csv --period 2026-03-01/2026-03-31",
        "liggare usage import S-2 lastlog.txt --period 2026-01-01/2026-03-31 --complete",
      ],
      positionals: [
        SystemVerbs.Options.system,
        PositionalDeclaration("file", .file, help: Localized(en: "the file", sv: "filen")),
      ],
      options: [
        OptionDeclaration(
          "period", .text,
          help: Localized(
            en: "what the file covers, FROM/TO, such as 2026-03-01/2026-03-31",
            sv: "vad filen täcker, FRÅN/TILL, till exempel 2026-03-01/2026-03-31"),
          isRequired: true),
        OptionDeclaration.flag(
          "complete",
          help: Localized(
            en: "accounts of the system that it does not name went unused",
            sv: "systemets konton som den inte nämner användes inte")),
      ],
      sharedOptionNames: ["key", "dry-run", "log-key", "yes"])
  ) { session in
    let command = session.command
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let system = try session.identifier("system", SystemID.self) else { return .usage }
    let (from, until) = try period(session, zone)
    let report = try UsageImport(
      path: command.required("file"), system: system, from: from, until: until,
      isComplete: command.flag("complete"), isDryRun: command.flag("dry-run")
    ).run(on: ledger, signedBy: try session.signingKey())
    if report.isDryRun { return try session.showDry(report.events) }
    try session.answer(table(report, zone), in: zone)
    session.tell(report.warnings)
    return VerbSession.status(after: report.warnings)
  }

  /// `FROM/TO`: of days the first moment of the one and the last of the other.
  private static func period(
    _ session: VerbSession, _ zone: TimeZoneRules
  ) throws -> (from: Instant, until: Instant) {
    let text = session.command.required("period")
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw session.malformed("period", text, Localized(en: "FROM/TO", sv: "FRÅN/TILL"))
    }
    do throws(MomentRefusal) {
      return (
        try MomentText.parse(parts[0], in: zone, dayMeans: .start),
        try MomentText.parse(parts[1], in: zone, dayMeans: .end)
      )
    } catch {
      throw session.malformed(
        "period", text, Localized(en: error.english, sv: error.swedish),
        label: Localized(en: "why", sv: "varför"))
    }
  }

  private static func table(_ report: UsageReport, _ zone: TimeZoneRules) -> Table {
    var table = Table(
      name: "usage", title: Localized(en: "Use of accounts", sv: "Kontons användning"),
      columns: [
        Column(key: "what", title: Localized(en: "what", sv: "vad")),
        Column.number("count", Localized(en: "count", sv: "antal")),
      ])
    let counts: [(String, Localized, Int)] = [
      ("accounts", Localized(en: "accounts told of", sv: "konton i filen"), report.accountCount),
      (
        "unnamed", Localized(en: "not named, so unused", sv: "inte nämnda, alltså oanvända"),
        report.unnamedCount
      ),
      (
        "unknown", Localized(en: "names of no known account", sv: "namn på okända konton"),
        report.unknown.count
      ),
    ]
    for (code, word, count) in counts { table.append([.word(code: code, word), .integer(count)]) }
    let period = Phrasing(zone: zone).period(from: report.from, until: report.until)
    table.notes =
      [
        report.isKnown
          ? Localized(
            en: "The file was recorded before; nothing is new.",
            sv: "Filen är registrerad sedan tidigare; inget är nytt.")
          : Localized(
            en: "Covered \(period.english).", sv: "Täckt \(period.swedish).")
      ] + report.unknown.prefix(20).map { Localized(verbatim: $0) }
    return table
  }

  static let all = [usageImport]
}

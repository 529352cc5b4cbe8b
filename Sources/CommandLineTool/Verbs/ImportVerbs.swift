import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore

/// Taking over what exists elsewhere.
enum ImportVerbs {
  static let history = Verb(
    VerbDeclaration(
      "import", "history", kind: .writing,
      summary: Localized(
        en: "take over a register from its history", sv: "ta över ett register med dess historia"),
      discussion: Localized(
        en:
          "Reads operations, one JSON object a line, in time order, and records what they say as it was. An operation that makes no sense where it stands stops the import with its line; everything before it stands, and running it again goes on. What broke the organisation's rules is recorded and listed by code; liggare view rule-findings finds each case.",
        sv:
          "Läser operationer, ett JSON-objekt per rad, i tidsordning, och registrerar det de säger som det var. En operation som inte kan stämma där den står stoppar importen med sin rad; allt före den består, och en ny körning fortsätter. Det som bröt mot organisationens regler registreras och listas per kod; liggare view rule-findings hittar varje fall."
      ),
      examples: [
        "liggare import history old-register.ndjson --dry-run",
        "liggare import history old-register.ndjson",
      ],
      positionals: [
        PositionalDeclaration(
          "file", .file, help: Localized(en: "the operations, NDJSON", sv: "operationerna, NDJSON"))
      ],
      options: [
        OptionDeclaration(
          "format",
          .choice([
            .init("table", Localized(en: "for people", sv: "för människor")),
            .init("json", Localized(en: "for programs", sv: "för program")),
          ]),
          help: Localized(en: "the form of the report", sv: "rapportens form"))
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let isShown = session.console.isTerminal(.messages)
    var takeover = HistoryImport(
      path: session.command.required("file"), isDryRun: session.command.flag("dry-run"))
    if isShown {
      takeover.progress = { progress in
        let share =
          progress.bytesTotal.map { $0 > 0 ? " \(progress.bytesRead * 100 / $0) %" : "" } ?? ""
        _ = session.console.write(Array("\r\(progress.operationCount)\(share) ".utf8), .messages)
      }
    }
    let report = try takeover.run(on: ledger, signedBy: try session.signingKey())
    if isShown { _ = session.console.write(Array("\r\u{1B}[K".utf8), .messages) }
    try session.answer(operations(report), in: .utc)
    if session.format == .table {
      if !report.findings.isEmpty {
        try session.answer("\n")
        try session.answer(findings(report), in: .utc)
      }
    }
    if report.isDryRun {
      session.tell(
        Localized(
          en: "Nothing was recorded. This is what would be.",
          sv: "Inget registrerades. Detta är vad som skulle ha registrerats."))
    }
    session.tell(report.warnings)
    if let stop = report.stop { throw stop }
    return VerbSession.status(after: report.warnings)
  }

  private static func operations(_ report: HistoryImportReport) -> Table {
    var table = Table(
      name: "operations", title: Localized(en: "Operations", sv: "Operationer"),
      columns: [
        Column.identifier("operation", Localized(en: "operation", sv: "operation")),
        Column.number("read", Localized(en: "read", sv: "lästa")),
        Column.number("recorded", Localized(en: "recorded", sv: "registrerade")),
        Column.number("skipped", Localized(en: "recorded before", sv: "redan registrerade")),
      ])
    for kind in HistoryOperationKind.allCases {
      guard let count = report.counts[kind] else { continue }
      table.append([
        .word(code: kind.rawValue, kind.word), .integer(count.read), .integer(count.recorded),
        .integer(count.skipped),
      ])
    }
    let total = report.total
    table.append([
      .word(code: "total", Localized(en: "in all", sv: "totalt")), .integer(total.read),
      .integer(total.recorded), .integer(total.skipped),
    ])
    table.notes = [
      Localized(
        en: "\(report.eventCount) events in \(report.batchCount) signed batches.",
        sv: "\(report.eventCount) händelser i \(report.batchCount) signerade omgångar.")
    ]
    return table
  }

  private static func findings(_ report: HistoryImportReport) -> Table {
    var table = Table(
      name: "findings",
      title: Localized(
        en: "Rules that history broke", sv: "Regler som historien bröt mot"),
      columns: [
        Column.identifier("code", Localized(en: "code", sv: "kod")),
        Column.number("count", Localized(en: "count", sv: "antal")),
        Column(key: "meaning", title: Localized(en: "meaning", sv: "betydelse")),
        Column(
          key: "positions", title: Localized(en: "first positions", sv: "första positionerna")),
      ])
    for finding in report.sortedFindings {
      table.append([
        .text(finding.code), .integer(finding.count), .localized(finding.first.statement),
        .list(finding.positions.map { "\($0)" }),
      ])
    }
    return table
  }

  static let accounts = Verb(
    VerbDeclaration(
      "import", "accounts", kind: .writing,
      summary: Localized(
        en: "take over what a Linux host really grants",
        sv: "ta över vad en Linuxdator faktiskt ger åtkomst till"),
      discussion: Localized(
        en:
          "Reads users, groups and sudo rules of this machine, or of the files given, and records them as accounts and as access that counts as undecided until somebody decides or ends it. Running it again records only what is new.",
        sv:
          "Läser användare, grupper och sudo-regler på denna dator, eller ur angivna filer, och registrerar dem som konton och som åtkomst som räknas som inte beslutad tills någon beslutar eller avslutar den. En ny körning registrerar bara det som är nytt."
      ),
      examples: [
        "liggare import accounts --system S-1",
        "liggare import accounts --system S-1 --passwd passwd --group group --sudoers sudoers",
      ],
      options: [
        OptionDeclaration(
          "system", .system, help: Localized(en: "the host as a system", sv: "datorn som system"),
          isRequired: true)
      ] + HostFileOptions.all)
  ) { session in
    let command = session.command
    let ledger = try session.openLedger(.writing)
    guard let system = try session.identifier("system", SystemID.self) else { return .usage }
    let reading: LinuxHostReading
    switch (command.string("passwd"), command.string("group")) {
    case (let passwd?, let group?):
      reading = try LinuxHostReading.files(
        passwd: passwd, group: group, sudoers: command.string("sudoers"))
    case (nil, nil) where command.string("sudoers") == nil:
      reading = try LinuxHostReading.thisHost()
    case (_, _):
      throw session.malformed(
        "passwd", command.string("passwd") ?? "",
        Localized(
          en: "--passwd and --group together, or neither",
          sv: "--passwd och --group tillsammans, eller ingen av dem"))
    }
    let report = try AccountImport(reading, system: system, isDryRun: command.flag("dry-run"))
      .run(on: ledger, signedBy: try session.signingKey())
    try session.answer(found(report), in: .utc)
    for finding in report.findings.prefix(50) {
      session.tell(finding)
    }
    session.tell(report.warnings)
    return VerbSession.status(after: report.warnings)
  }

  private static func found(_ report: AccountImportReport) -> Table {
    var table = Table(
      name: "accounts", title: Localized(en: "Accounts taken over", sv: "Övertagna konton"),
      columns: [
        Column(key: "what", title: Localized(en: "what", sv: "vad")),
        Column.number("count", Localized(en: "count", sv: "antal")),
      ])
    let counts: [(String, Localized, Int)] = [
      (
        "entitlements", Localized(en: "new entitlements", sv: "nya behörigheter"),
        report.entitlementCount
      ),
      ("accounts", Localized(en: "new accounts", sv: "nya konton"), report.accountCount),
      (
        "undecided", Localized(en: "new undecided access", sv: "ny inte beslutad åtkomst"),
        report.grantCount
      ),
      ("known", Localized(en: "known before", sv: "känd sedan tidigare"), report.knownGrantCount),
      (
        "vanished", Localized(en: "no longer found", sv: "hittas inte längre"),
        report.vanished.count
      ),
      ("findings", Localized(en: "findings", sv: "iakttagelser"), report.findings.count),
    ]
    for (code, word, count) in counts { table.append([.word(code: code, word), .integer(count)]) }
    table.notes = report.vanished.prefix(20).map {
      Localized(verbatim: "\($0.grant)  \($0.account)  \($0.entitlement)")
    }
    return table
  }

  static let all = [history, accounts, FullExportVerb.importFull]
}

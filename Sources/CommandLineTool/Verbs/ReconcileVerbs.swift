import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// What systems really give, beside what the register says.
enum ReconcileVerbs {
  static let reconcile = Verb(
    VerbDeclaration(
      "reconcile", kind: .writing,
      summary: Localized(
        en: "compare what a system really gives with the register",
        sv: "jämför vad ett system faktiskt ger med registret"),
      discussion: Localized(
        en:
          "Reads a table with the columns account and entitlement (--snapshot), copies of a Linux host's files (--passwd, --group, --sudoers), or this machine (--this-host). Records how much matches; what the register has and the system does not give; what the system gives and nobody has decided; and what it gives though it should not work. liggare reconcile list tells which, liggare reconcile resolve what was done about one. The same reading twice is one comparison.",
        sv:
          "Läser en tabell med kolumnerna account och entitlement (--snapshot), kopior av en Linuxdators filer (--passwd, --group, --sudoers), eller denna dator (--this-host). Registrerar hur mycket som stämmer; vad registret har men systemet inte ger; vad systemet ger men ingen har beslutat; och vad det ger fast det inte ska fungera. liggare reconcile list visar vilka, liggare reconcile resolve vad som gjorts åt en. Samma avläsning två gånger är en jämförelse."
      ),
      examples: [
        "liggare reconcile S-1 --snapshot rights.csv",
        "liggare reconcile S-2 --passwd passwd --group group --sudoers sudoers",
      ],
      positionals: [SystemVerbs.Options.system],
      options: [
        OptionDeclaration(
          "snapshot", .file,
          help: Localized(
            en: "a table of what it gives, CSV", sv: "en tabell över vad det ger, CSV"))
      ] + HostFileOptions.all + [
        OptionDeclaration.flag(
          "this-host", help: Localized(en: "this machine", sv: "denna dator")),
        OptionDeclaration(
          "taken", .moment,
          help: Localized(en: "when it was read; else now", sv: "när det lästes av; annars nu")),
      ],
      sharedOptionNames: ["key", "dry-run", "log-key", "yes"])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let system = try session.identifier("system", SystemID.self) else { return .usage }
    let report = try Reconciling(
      try reading(session, system), system: system,
      taken: try session.moment("taken", in: zone, dayMeans: .start),
      isDryRun: session.command.flag("dry-run")
    ).run(on: ledger, signedBy: try session.signingKey())
    if report.isDryRun { return try session.showDry(report.events) }
    try session.answer(table(report), in: zone)
    for finding in report.findings.prefix(50) { session.tell([finding]) }
    session.tell(report.warnings)
    return VerbSession.status(after: report.warnings)
  }

  private static func reading(
    _ session: VerbSession, _ system: SystemID
  ) throws -> SystemReading {
    let command = session.command
    let sources = ["snapshot", "passwd", "this-host"].filter(command.flag)
    let isWhole = command.flag("passwd") == command.flag("group")
    guard sources.count == 1, isWhole, !command.flag("sudoers") || command.flag("passwd") else {
      throw session.malformed(
        "snapshot", command.string("snapshot") ?? "–",
        Localized(
          en: "one of --snapshot, --passwd with --group, and --this-host",
          sv: "en av --snapshot, --passwd med --group, och --this-host"))
    }
    if let path = command.string("snapshot") { return try SystemReading(table: path, of: system) }
    guard let passwd = command.string("passwd"), let group = command.string("group") else {
      return SystemReading(try LinuxHostReading.thisHost())
    }
    return SystemReading(
      try LinuxHostReading.files(
        passwd: passwd, group: group, sudoers: command.string("sudoers")))
  }

  private static func table(_ report: ReconciliationReport) -> Table {
    var table = Table(
      name: "reconciliation",
      title: Localized(
        en: "Reconciliation \(report.reconciliation)", sv: "Avstämning \(report.reconciliation)"),
      columns: [
        Column(key: "what", title: Localized(en: "what", sv: "vad")),
        Column.number("count", Localized(en: "count", sv: "antal")),
      ])
    let counts: [(String, Localized, Int)] = [
      ("matched", Localized(en: "matched", sv: "stämmer"), report.matchedCount),
      (
        "missing", Localized(en: "not given by the system", sv: "ges inte av systemet"),
        report.missingCount
      ),
      ("unknown", Localized(en: "decided by nobody", sv: "beslutat av ingen"), report.unknownCount),
      (
        "differing", Localized(en: "should not work", sv: "ska inte fungera"),
        report.differingCount
      ),
      ("found", Localized(en: "new accounts", sv: "nya konton"), report.foundCount),
    ]
    for (code, word, count) in counts { table.append([.word(code: code, word), .integer(count)]) }
    if report.isKnown {
      table.notes = [
        Localized(
          en: "The same was compared before; nothing is new.",
          sv: "Detsamma är jämfört tidigare; inget är nytt.")
      ]
    }
    return table
  }

  static let list = Verb(
    VerbDeclaration(
      "reconcile", "list", kind: .reading,
      summary: Localized(
        en: "list the differences that nothing has been done about",
        sv: "lista skillnaderna som inget har gjorts åt"),
      examples: ["liggare reconcile list --system S-1"],
      options: [ViewVerbs.Options.system, ViewVerbs.Options.withEnded] + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(Discrepancies.answer(asked.question))
    return .done
  }

  static let resolve = Verb(
    VerbDeclaration(
      "reconcile", "resolve", kind: .writing,
      summary: Localized(
        en: "record what was done about a difference",
        sv: "registrera vad som gjorts åt en skillnad"
      ),
      discussion: Localized(
        en: "With explained, --reason says why it is no error.",
        sv: "Med explained anger --reason varför det inte är något fel."),
      examples: ["liggare reconcile resolve RC-1 2 removed"],
      positionals: [
        PositionalDeclaration(
          "reconciliation", .text,
          help: Localized(
            en: "which reconciliation, such as RC-1", sv: "vilken avstämning, till exempel RC-1")),
        PositionalDeclaration(
          "number", .number(1...1_000_000),
          help: Localized(en: "which difference in it", sv: "vilken skillnad i den")),
        PositionalDeclaration(
          "outcome", CommonOptions.choices(DiscrepancyOutcome.self),
          help: Localized(en: "what was done", sv: "vad som gjordes")),
      ],
      options: [GrantVerbs.Options.by])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let id = try session.identifier("reconciliation", ReconciliationID.self),
      let number = session.command.integer("number"),
      let outcome = try session.coded("outcome", DiscrepancyOutcome.self)
    else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    return try session.record(in: ledger, zone: zone, named: { ["\(id) \(number)"] }) { _ in
      [
        .init(
          .observation(
            .resolve(
              ResolveDiscrepancy(
                reconciliation: id, number: Int64(number), outcome: outcome, by: by))))
      ]
    }
  }

  static let all = [reconcile, list, resolve]
}

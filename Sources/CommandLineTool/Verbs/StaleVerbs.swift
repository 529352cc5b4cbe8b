import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Flags on stale access: looking for it, and answering what was found.
enum StaleVerbs {
  static let scan = Verb(
    VerbDeclaration(
      "stale", "scan", kind: .writing,
      summary: Localized(
        en: "look for stale access, and flag it", sv: "leta efter inaktuell åtkomst och flagga den"),
      discussion: Localized(
        en:
          "Asks all the rules ST-01 to ST-25 (liggare explain ST-05 tells of one), raises a flag for what is new, notes those whose cause is gone, and opens again those whose acceptance is out. Run twice it records the second time nothing. A flag takes nothing away: where the rules say so it bears a date on which access is to end unless somebody answers.",
        sv:
          "Frågar alla reglerna ST-01 till ST-25 (liggare explain ST-05 berättar om en), sätter en flagga för det som är nytt, noterar dem vars orsak är borta och öppnar dem på nytt vars godtagande är slut. Körs den två gånger registreras inget den andra. En flagga tar inget ifrån någon: där reglerna säger det bär den ett datum då åtkomst ska upphöra om ingen svarar."
      ),
      examples: ["liggare stale scan --dry-run", "liggare stale scan"],
      options: [
        OptionDeclaration(
          "as-of", .moment,
          help: Localized(
            en: "the moment that is looked at (a day means its end); else now",
            sv: "tidpunkten som granskas (en dag betyder dess slut); annars nu"))
      ],
      sharedOptionNames: ["key", "reason", "case", "dry-run", "log-key", "yes"])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let report = try StaleRun(
      asOf: try session.lastMoment("as-of", in: zone), caseNumber: try session.caseNumber(),
      reason: session.command.string("reason"), isDryRun: session.command.flag("dry-run")
    ).run(on: ledger, signedBy: try session.signingKey())
    if report.isDryRun { return try session.showDry(report.events) }
    try session.answer(table(report), in: zone)
    if report.heldBackCount > 0 {
      session.tell([
        VerbCodes.breaker.diagnostic(
          .init(en: "grants", sv: "tilldelningar", "\(report.heldBackCount)"))
      ])
    }
    session.tell(report.warnings)
    return VerbSession.status(after: report.warnings)
  }

  private static func table(_ report: StaleReport) -> Table {
    var table = Table(
      name: "stale_scan",
      title: Localized(en: "Flags on stale access", sv: "Flaggor om inaktuell åtkomst"),
      columns: [
        .identifier("rule", Localized(en: "Rule", sv: "Regel")),
        Column(key: "what", title: Localized(en: "What", sv: "Vad")),
        .number("raised", Localized(en: "New", sv: "Nya")),
        .number("reopened", Localized(en: "Open again", sv: "Öppna igen")),
        .number("resolved", Localized(en: "Cause gone", sv: "Orsaken borta")),
      ])
    for rule in StaleRule.allCases {
      guard let count = report.counts[rule] else { continue }
      table.append([
        .text(rule.title), .localized(rule.word), .integer(count.raised),
        .integer(count.reopened), .integer(count.resolved),
      ])
    }
    let total = report.total
    table.append([
      .word(code: "total", Localized(en: "in all", sv: "totalt")), .empty, .integer(total.raised),
      .integer(total.reopened), .integer(total.resolved),
    ])
    table.notes = [
      Localized(
        en: "Stale or risky, flagged before or now: \(report.findingCount).",
        sv: "Inaktuellt eller riskabelt, flaggat förut eller nu: \(report.findingCount).")
    ]
    return table
  }

  static let list = Verb(
    VerbDeclaration(
      "stale", "list", kind: .reading,
      summary: Localized(
        en: "list the flags on stale access", sv: "lista flaggorna om inaktuell åtkomst"),
      examples: ["liggare stale list", "liggare stale list --rule ST-05 --system S-1"],
      options: [
        OptionDeclaration(
          "rule", .text,
          help: Localized(
            en: "of this rule, such as ST-05", sv: "av denna regel, till exempel ST-05")),
        ViewVerbs.Options.person, ViewVerbs.Options.system, ViewVerbs.Options.unit,
        ViewVerbs.Options.withEnded,
      ] + TableOrdering.options)
  ) { session in
    let rules = try session.command.string("rule").map { text in
      guard let rule = StaleRule.codes[text.lowercased()] else {
        throw session.malformed(
          "rule", text, Localized(en: "ST-01 to ST-25", sv: "ST-01 till ST-25"))
      }
      return [rule]
    }
    let asked = try QuestionSession(session) {
      var filter = try ViewVerbs.Options.filter(session, $0)
      filter.staleRules = Set(rules ?? [])
      return filter
    }
    try asked.answer(StaleFlags.answer(asked.question))
    return .done
  }

  static let show = Verb(
    VerbDeclaration(
      "stale", "show", kind: .reading,
      summary: Localized(en: "show one flag", sv: "visa en flagga"),
      examples: ["liggare stale show F-1"], positionals: [Options.flag])
  ) { session in
    let asked = try QuestionSession(session)
    let id = try session.identifier("flag", FlagID.self)
    let row = try asked.found(id, in: asked.question.register.flags)
    try asked.answer(FlagCard.card(row, asked.question))
    return .done
  }

  static let notify = Verb(
    VerbDeclaration(
      "stale", "notify", kind: .writing,
      summary: Localized(
        en: "record that somebody was told of a flag",
        sv: "registrera att någon underrättats om en flagga"),
      examples: [
        "liggare stale notify F-1 --to eva.lind",
        "liggare stale notify F-1 --to kim.ahl --escalation",
      ],
      positionals: [Options.flag],
      options: [
        OptionDeclaration(
          "to", .person, help: Localized(en: "who was told", sv: "vem som underrättats"),
          isRepeatable: true, isRequired: true),
        OptionDeclaration.flag(
          "escalation",
          help: Localized(
            en: "because it was not answered in time", sv: "för att den inte besvarats i tid")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let flag = try session.identifier("flag", FlagID.self) else { return .usage }
    let to = try session.command.strings("to").map { try session.person($0, in: ledger) }
    let notice: FlagNotice = session.command.flag("escalation") ? .escalation : .notice
    return try session.record(in: ledger, zone: zone, named: { ["\(flag)"] }) { _ in
      [.init(.stale(.notify(NotifyOfFlag(flag: flag, notice: notice, to: to))))]
    }
  }

  static let accept = Verb(
    VerbDeclaration(
      "stale", "accept", kind: .writing,
      summary: Localized(
        en: "accept for a time what a flag is about",
        sv: "godta för en tid det som en flagga gäller"),
      discussion: Localized(
        en:
          "It is so, and there is a reason for it: --reason says which. For as long as the rules allow, 90 days where they say nothing; then the flag opens by itself. Never by whom it is about.",
        sv:
          "Det är så, och det finns ett skäl: --reason anger vilket. Så länge reglerna tillåter, 90 dagar om de inget säger; sedan öppnas flaggan av sig själv. Aldrig av den som den gäller."
      ),
      examples: ["liggare stale accept F-1 --until 2026-06-30 --reason \"Is back in June\""],
      positionals: [Options.flag],
      options: [
        GrantVerbs.Options.by,
        OptionDeclaration(
          "until", .moment, help: OrganisationVerbs.Options.until, isRequired: true),
      ])
  ) { session in
    try answer(session, .justified, until: true)
  }

  static let resolve = Verb(
    VerbDeclaration(
      "stale", "resolve", kind: .writing,
      summary: Localized(en: "resolve a flag", sv: "avgör en flagga"),
      discussion: Localized(
        en:
          "When what was found is put right, the register shows it, and the flag is resolved so; a scan does the same by itself. With --false-positive and --reason it never was as the rule found, and the same is not flagged again.",
        sv:
          "När det som hittades är åtgärdat visar registret det, och flaggan avgörs så; en genomgång gör detsamma av sig själv. Med --false-positive och --reason var det aldrig som regeln fann, och samma sak flaggas inte igen."
      ),
      examples: [
        "liggare stale resolve F-1",
        "liggare stale resolve F-1 --false-positive --reason \"The feed lacks the night shift\"",
      ],
      positionals: [Options.flag],
      options: [
        GrantVerbs.Options.by,
        OptionDeclaration.flag(
          "false-positive",
          help: Localized(
            en: "it never was as the rule found", sv: "det var aldrig som regeln fann")),
      ])
  ) { session in
    try answer(session, session.command.flag("false-positive") ? .falsePositive : nil, until: false)
  }

  private static func answer(
    _ session: VerbSession, _ outcome: FlagOutcome?, until takesUntil: Bool
  ) throws -> ExitStatus {
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let flag = try session.identifier("flag", FlagID.self) else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let until = takesUntil ? try session.moment("until", in: zone, dayMeans: .end) : nil
    let answer = AnswerFlag(flag: flag, by: by, outcome: outcome, until: until)
    return try session.record(
      in: ledger, zone: zone, named: { ["\(flag)"] },
      steps: { _ in [.init(.stale(.answer(answer)))] })
  }

  static let all = [scan, list, show, notify, accept, resolve]

  private enum Options {
    static let flag = PositionalDeclaration(
      "flag", .text,
      help: Localized(en: "which flag, such as F-1", sv: "vilken flagga, till exempel F-1"))
  }
}

import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Segregation of duties: the rules, the exceptions from them, and who breaks them.
enum SeparationVerbs {
  static let adopt = Verb(
    VerbDeclaration(
      "separation", "adopt", kind: .writing,
      summary: Localized(
        en: "adopt a rule on segregation of duties", sv: "anta en åtskillnadsregel"),
      discussion: Localized(
        en:
          "With --conflict nobody may hold one of the first set together with one of the second; with --requires whoever holds one of the first must hold one of the second. A rule adopted again with --id takes the place of the one before; one with --until ends then.",
        sv:
          "Med --conflict får ingen ha en av de första samtidigt med en av de andra; med --requires måste den som har en av de första ha en av de andra. En regel som antas på nytt med --id ersätter den tidigare; en med --until upphör då."
      ),
      examples: [
        "liggare separation adopt --conflict --first S-1/register --second S-1/pay --severity exception --why \"Who registers suppliers does not pay them\""
      ],
      options: [
        OptionDeclaration.flag(
          "conflict",
          help: Localized(
            en: "the sets may not be held together", sv: "mängderna får inte innehas samtidigt")),
        OptionDeclaration.flag(
          "requires",
          help: Localized(
            en: "the first requires the second", sv: "den första förutsätter den andra")),
        OptionDeclaration(
          "first", .text,
          help: Localized(
            en: "entitlements, with commas between", sv: "behörigheter, med komma emellan"),
          isRepeatable: true, isRequired: true),
        OptionDeclaration(
          "second", .text,
          help: Localized(
            en: "entitlements, with commas between", sv: "behörigheter, med komma emellan"),
          isRepeatable: true, isRequired: true),
        OptionDeclaration(
          "severity", CommonOptions.choices(SeparationSeverity.self),
          help: Localized(en: "what follows when it is broken", sv: "vad som följer när den bryts"),
          isRequired: true),
        OptionDeclaration(
          "why", .text, help: Localized(en: "the rationale", sv: "motiveringen"),
          isRequired: true),
        OptionDeclaration("from", .moment, help: OrganisationVerbs.Options.from),
        OptionDeclaration("until", .moment, help: OrganisationVerbs.Options.until),
        OptionDeclaration("id", .text, help: OrganisationVerbs.Options.id),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard command.flag("conflict") != command.flag("requires") else {
      throw session.malformed(
        "conflict, requires", command.flag("conflict") ? "--conflict --requires" : "–",
        Localized(en: "one of the two", sv: "en av de två"))
    }
    guard let severity = try session.coded("severity", SeparationSeverity.self) else {
      return .usage
    }
    let (first, second) = (
      try session.entitlements("first"), try session.entitlements("second")
    )
    let (from, until) = try session.period(in: zone)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    let given = try session.identifier("id", SeparationRuleID.self)
    var rule = SeparationRuleID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(rule)"] }) { ledger in
      rule = given ?? SeparationRuleID(number: ledger.register.separationRules.nextNumber)
      return [
        .init(
          .separation(
            .adopt(
              AdoptSeparationRule(
                rule: rule, kind: command.flag("conflict") ? .conflict : .requires,
                severity: severity, first: first, second: second,
                rationale: command.required("why"),
                from: from ?? effective ?? session.ambient.now(), until: until))))
      ]
    }
  }

  static let except = Verb(
    VerbDeclaration(
      "separation", "except", kind: .writing,
      summary: Localized(
        en: "let somebody break a rule for a time, with a control that compensates",
        sv: "medge någon undantag från en regel för en tid, med en kompenserande kontroll"),
      discussion: Localized(
        en:
          "Decided one level above: by the head of the person's administration or the owner of a system that the rule is about, never by the person, for as long as the rules allow: six months where they say nothing. Recorded by somebody else than the decider, it needs --case.",
        sv:
          "Beslutas en nivå upp: av personens förvaltningschef eller ägaren av ett system som regeln gäller, aldrig av personen själv, så länge reglerna tillåter: sex månader om de inget säger. Registreras det av någon annan än beslutsfattaren krävs --case."
      ),
      examples: [
        "liggare separation except SD-1 bo.ek --control \"Every payment is checked weekly\" --until 2026-06-30 --decided-by kim.ahl --case \"KS 2026/51\""
      ],
      positionals: [Options.rule, OrganisationVerbs.Options.person],
      options: [
        OptionDeclaration(
          "control", .text,
          help: Localized(
            en: "the control that compensates, in free text",
            sv: "den kompenserande kontrollen, i fritext"), isRequired: true),
        OptionDeclaration("from", .moment, help: OrganisationVerbs.Options.from),
        OptionDeclaration(
          "until", .moment, help: OrganisationVerbs.Options.until, isRequired: true),
        GrantVerbs.Options.decidedBy,
        OptionDeclaration("id", .text, help: OrganisationVerbs.Options.id),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard let rule = try session.identifier("rule", SeparationRuleID.self) else { return .usage }
    let person = try session.person(command.required("person"), in: ledger)
    let (from, until) = try session.period(in: zone)
    guard let until else { return .usage }
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    let named = try command.strings("decided-by").map { try session.person($0, in: ledger) }
    let deciders = named.isEmpty ? [try session.actor(in: ledger)] : named
    let given = try session.identifier("id", SeparationExceptionID.self)
    var exception = SeparationExceptionID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(exception)"] }) { ledger in
      exception =
        given
        ?? SeparationExceptionID(number: ledger.register.separationExceptions.nextNumber)
      return [
        .init(
          .separation(
            .except(
              ApproveSeparationException(
                exception: exception, rule: rule, person: person,
                control: command.required("control"), deciders: deciders,
                from: from ?? effective ?? session.ambient.now(), until: until))))
      ]
    }
  }

  static let list = Verb(
    VerbDeclaration(
      "separation", "list", kind: .reading,
      summary: Localized(
        en: "list the rules on segregation of duties", sv: "lista åtskillnadsreglerna"),
      examples: ["liggare separation list"],
      options: [ViewVerbs.Options.system] + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(Separations.answer(asked.question))
    return .done
  }

  static let show = Verb(
    VerbDeclaration(
      "separation", "show", kind: .reading,
      summary: Localized(
        en: "show one rule with its exceptions and who breaks it",
        sv: "visa en regel med undantag och vem som bryter den"),
      examples: ["liggare separation show SD-1"], positionals: [Options.rule])
  ) { session in
    let asked = try QuestionSession(session)
    let id = try session.identifier("rule", SeparationRuleID.self)
    let row = try asked.found(id, in: asked.question.register.separationRules)
    try asked.answer(SeparationCard.card(row, asked.question))
    return .done
  }

  static let conflicts = Verb(
    VerbDeclaration(
      "separation", "conflicts", kind: .reading,
      summary: Localized(
        en: "list who breaks segregation of duties, and what allows it",
        sv: "lista vem som bryter mot åtskillnaden, och vad som tillåter det"),
      examples: ["liggare separation conflicts --as-of 2026-03-31"],
      options: [ViewVerbs.Options.person, ViewVerbs.Options.system, ViewVerbs.Options.unit]
        + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(SeparationConflicts.answer(asked.question))
    return .done
  }

  static let all = [adopt, except, list, show, conflicts]

  private enum Options {
    static let rule = PositionalDeclaration(
      "rule", .text,
      help: Localized(en: "which rule, such as SD-1", sv: "vilken regel, till exempel SD-1"))
  }
}

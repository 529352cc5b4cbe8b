import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// A review campaign from its plan to its end.
enum ReviewVerbs {
  static let plan = Verb(
    VerbDeclaration(
      "review", "plan", kind: .writing,
      summary: Localized(
        en: "plan a review of access", sv: "planera en granskning av behörigheter"),
      discussion: Localized(
        en:
          "Along a unit its managers confirm the need of those who work there; along a system its steward confirms that the set is right; along privileged whoever has power over systems is looked at; after an event, with --trigger, what it makes doubtful. What is left out follows the rules in force: how long it is open, how many answer after each other, and how far silence leads. Silence never keeps access.",
        sv:
          "Per enhet bekräftar cheferna behovet för dem som arbetar där; per system bekräftar förvaltaren att det som delats ut är rätt; per privileged granskas den som har makt över system; efter en händelse, med --trigger, det som den gör osäkert. Det som utelämnas följer gällande regler: hur länge den är öppen, hur många som svarar efter varandra, och hur långt tystnad leder. Tystnad behåller aldrig behörighet."
      ),
      examples: [
        "liggare review plan --axis system --system S-1",
        "liggare review plan --axis unit --unit U-2 --opens 2026-09-01 --due 2026-09-30",
        "liggare review plan --axis privileged --second owner --strategy any-removes",
        "liggare review plan --axis event --trigger transfer --person bo.ek",
      ],
      options: Options.plan)
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let axis = try session.coded("axis", ReviewAxis.self) else { return .usage }
    let planner = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let opens =
      try session.moment("opens", in: zone, dayMeans: .start)
      ?? session.moment("effective", in: zone, dayMeans: .start) ?? session.ambient.now()
    var wish = PlanReview(review: ReviewID(number: 1), axis: axis, opens: opens, planner: planner)
    wish.trigger = try session.coded("trigger", ReviewTrigger.self)
    wish.unit = try session.unit("unit", in: ledger)
    wish.system = try session.identifier("system", SystemID.self)
    wish.entitlement = try session.entitlement("entitlement")
    wish.person = try session.optionalPerson("person", in: ledger)
    wish.incident = try session.identifier("incident", IncidentID.self)
    wish.due = try session.moment("due", in: zone, dayMeans: .end)
    wish.reviewer = try session.coded("reviewer", Role.self)
    wish.fallback = try session.coded("fallback", Role.self)
    wish.second = try session.coded("second", Role.self)
    wish.strategy = try session.coded("strategy", ReviewStrategy.self)
    wish.onNoResponse = try session.coded("no-response", NoResponseEffect.self)
    return try session.record(in: ledger, zone: zone, named: { ["\(wish.review)"] }) { ledger in
      wish.review = ReviewID(number: ledger.register.campaigns.nextNumber)
      return [.init(.review(.plan(wish)))]
    }
  }

  static let start = Verb(
    VerbDeclaration(
      "review", "start", kind: .writing,
      summary: Localized(
        en: "start a review: fix what it is about, and assign it",
        sv: "starta en granskning: fastställ vad den gäller och fördela den"),
      discussion: Localized(
        en:
          "What it is about stays the same from then on; later changes belong to the next review. Each grant goes to somebody who is here, is not its holder, and did not decide it where another can be found; the organisation is climbed until somebody is. A source that is older than the rules accept stops the start, unless --old-sources says why in --reason.",
        sv:
          "Vad den gäller står fast från och med nu; senare ändringar hör till nästa granskning. Varje tilldelning går till någon som är här, inte är innehavaren, och inte har beslutat den om en annan går att finna; organisationen följs uppåt tills någon finns. En källa som är äldre än reglerna godtar hindrar starten, om inte --old-sources säger varför i --reason."
      ),
      examples: ["liggare review start V-1"],
      positionals: [Options.review],
      options: [
        OptionDeclaration.flag(
          "old-sources",
          help: Localized(
            en: "start though a source is too old; needs --reason",
            sv: "starta fast en källa är för gammal; kräver --reason"))
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
    let start = StartReview(
      review: review, overridesSources: session.command.flag("old-sources"))
    try ReviewSources.tell(of: review, in: ledger, session, zone)
    return try session.record(in: ledger, zone: zone, named: { ["\(review)"] }) { _ in
      [.init(.review(.start(start)))]
    }
  }

  static let close = Verb(
    VerbDeclaration(
      "review", "close", kind: .writing,
      summary: Localized(
        en: "close a review that is answered, with the head's attestation",
        sv: "avsluta en besvarad granskning, med chefens intygande"),
      discussion: Localized(
        en:
          "Every item must be answered, or settled by silence as announced, and every reduction carried out. The head who answers for what was reviewed attests: the system's owner or head for a system, the head of administration for a unit. Recorded by somebody else, it needs --case.",
        sv:
          "Varje post ska vara besvarad, eller avgjord av tystnad som aviserat, och varje minskning genomförd. Den chef som ansvarar för det granskade intygar: systemets ägare eller chef för ett system, förvaltningschefen för en enhet. Registreras det av någon annan krävs --case."
      ),
      examples: ["liggare review close V-1 --attested-by kim.ahl --case \"SN 2026/40\""],
      positionals: [Options.review],
      options: [
        OptionDeclaration(
          "attested-by", .person,
          help: Localized(
            en: "the accountable head; you when left out",
            sv: "den ansvariga chefen; du om det utelämnas"))
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
    let actor = try session.actor(in: ledger)
    let attester = try session.optionalPerson("attested-by", in: ledger) ?? actor
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(review)"] }) {
      _ in
      [
        .init(
          .review(
            .close(
              CloseReview(review: review, by: actor, outcome: .completed, attester: attester))))
      ]
    }
  }

  static let cancel = Verb(
    VerbDeclaration(
      "review", "cancel", kind: .writing,
      summary: Localized(
        en: "cancel a review that is planned or running",
        sv: "avbryt en granskning som är planerad eller pågår"),
      discussion: Localized(
        en: "What was answered holds; nothing that is open follows from it any more.",
        sv: "Det som besvarats gäller; inget som är öppet får längre några följder."),
      examples: ["liggare review cancel V-1 --reason \"Replaced by a review of the whole system\""],
      positionals: [Options.review], options: [GrantVerbs.Options.by])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(review)"] }) {
      _ in
      [.init(.review(.close(CloseReview(review: review, by: by, outcome: .cancelled))))]
    }
  }

  static let all = [plan, start, close, cancel]

  enum Options {
    static let review = PositionalDeclaration(
      "review", .text,
      help: Localized(en: "which review, such as V-1", sv: "vilken granskning, till exempel V-1"))
    static let item = OptionDeclaration(
      "item", .grant,
      help: Localized(
        en: "the grant of an item, such as G-1", sv: "en posts tilldelning, till exempel G-1"),
      isRepeatable: true)

    private static let reviewers = ArgumentForm.choice(
      Register.reviewerRoles.map { .init("\($0.code)", $0.word) })

    static let plan = [
      OptionDeclaration(
        "axis", CommonOptions.choices(ReviewAxis.self),
        help: Localized(en: "along which line", sv: "längs vilken linje"), isRequired: true),
      OptionDeclaration(
        "trigger", CommonOptions.choices(ReviewTrigger.self),
        help: Localized(
          en: "what happened, for a review after an event",
          sv: "vad som hänt, för en granskning efter en händelse")),
      OptionDeclaration(
        "unit", .unit,
        help: Localized(
          en: "whose people, with those of the units below",
          sv: "vars personal, med den i enheterna under")),
      OptionDeclaration(
        "system", .system, help: Localized(en: "which system", sv: "vilket system")),
      OptionDeclaration(
        "entitlement", .entitlement,
        help: Localized(en: "which entitlement alone", sv: "endast vilken behörighet")),
      OptionDeclaration(
        "person", .person, help: Localized(en: "whose access alone", sv: "endast vems behörighet")),
      OptionDeclaration(
        "incident", .text,
        help: Localized(en: "which incident it follows", sv: "vilken incident den följer på")),
      OptionDeclaration(
        "opens", .moment,
        help: Localized(en: "when it opens; else now", sv: "när den öppnar; annars nu")),
      OptionDeclaration(
        "due", .moment,
        help: Localized(
          en: "its last day; else by the rules", sv: "dess sista dag; annars enligt reglerna")),
      OptionDeclaration(
        "reviewer", reviewers,
        help: Localized(
          en: "in which role somebody is asked; else by the axis",
          sv: "i vilken roll någon tillfrågas; annars efter axeln")),
      OptionDeclaration(
        "fallback", reviewers,
        help: Localized(
          en: "in which role, when nobody is found so",
          sv: "i vilken roll, när ingen finns så")),
      OptionDeclaration(
        "second", reviewers,
        help: Localized(
          en: "in which role somebody answers after them",
          sv: "i vilken roll någon svarar efter dem")),
      OptionDeclaration(
        "strategy", CommonOptions.choices(ReviewStrategy.self),
        help: Localized(
          en: "how two answers become one", sv: "hur två svar blir ett")),
      OptionDeclaration(
        "no-response", CommonOptions.choices(NoResponseEffect.self),
        help: Localized(
          en: "how far silence leads", sv: "hur långt tystnad leder")),
      OptionDeclaration(
        "by", .person,
        help: Localized(
          en: "who plans it; you when left out", sv: "vem som planerar den; du om det utelämnas")),
    ]
  }
}

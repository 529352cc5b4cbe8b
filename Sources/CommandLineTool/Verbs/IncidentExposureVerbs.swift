import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Events
import Projections

/// Who could reach what an incident is about, and what is done about it.
enum IncidentExposureVerbs {
  typealias Options = IncidentVerbs.Options

  static let exposure = Verb(
    VerbDeclaration(
      "incident", "exposure", kind: .reading,
      summary: Localized(
        en: "tell who could reach what an incident is about",
        sv: "visa vilka som kunde nå det en incident gäller"),
      discussion: Localized(
        en:
          "The systems, entitlements and grants are those that the incident names and is linked to, the window that of its triage; --from, --until, --system and --entitlement choose others. As liggare exposure tells: emergency access and power over the system first, and beside each what was known at the end of the window. Under the list stands what was answered before, and whether the ledger still finds the same.",
        sv:
          "Systemen, behörigheterna och tilldelningarna är de som incidenten anger och är länkad till, och tidsfönstret är bedömningens; --from, --until, --system och --entitlement väljer andra. Som liggare exposure visar det: nödåtkomst och makt över systemet först, och bredvid var och en vad som var känt vid tidsfönstrets slut. Under listan står vad som har besvarats tidigare, och om liggaren fortfarande finner detsamma."
      ),
      examples: [
        "liggare incident exposure I-1", "liggare incident exposure I-1 --accounts --format csv",
        "liggare incident exposure I-1 --known-at 2026-03-05",
      ],
      positionals: [Options.incident],
      options: targets + [
        ExposureVerb.Options.then, ExposureVerb.Options.accounts,
      ],
      sharedOptionNames: ["format", "out", "no-header", "known-at", "original", "profile"])
  ) { session in
    let asked = try QuestionSession(session)
    let row = try asked.found(
      session.identifier("incident", IncidentID.self), in: asked.question.register.incidents)
    let question = try question(
      of: row, session, asked.question.register, at: asked.question.asOf, in: asked.zone)
    try ExposureVerb.answer(question, in: asked) { try notes(row, $0, asked) }
    return .done
  }

  static let suspend = Verb(
    VerbDeclaration(
      "incident", "suspend", kind: .writing,
      summary: Localized(
        en: "suspend the access through which it could be reached",
        sv: "spärra den åtkomst som det kunde nås genom"),
      discussion: Localized(
        en:
          "Every grant that the exposure of the incident tells of and that is in effect now is suspended until somebody resumes it, in one batch: those of --person or --grant alone, the privileged with --privileged, or all with --all. The cause is the incident. Suspending protects, and needs no decision; what care and rescue must have at hand is told first, so that somebody can think.",
        sv:
          "Varje tilldelning som incidentens lista anger och som gäller nu spärras tills någon häver spärren, i en bunt: bara de för --person eller --grant, de privilegierade med --privileged, eller alla med --all. Orsaken är incidenten. Att spärra är ett skydd och kräver inget beslut; det som vård, omsorg och räddning måste ha till hands anges först, så att någon kan tänka efter."
      ),
      examples: [
        "liggare incident suspend I-1 --privileged --reason \"The supplier's accounts are abused\"",
        "liggare incident suspend I-1 --person bo.ek --reason \"The account is under investigation\"",
      ],
      positionals: [Options.incident],
      options: targets + [
        OptionDeclaration(
          "person", .person,
          help: Localized(
            en: "what this person holds; may be repeated",
            sv: "det som denna person innehar; kan upprepas"), isRepeatable: true),
        OptionDeclaration(
          "grant", .text,
          help: Localized(
            en: "this grant; may be repeated", sv: "denna tilldelning; kan upprepas"),
          isRepeatable: true),
        OptionDeclaration.flag(
          "privileged",
          help: Localized(
            en: "all with power over the system", sv: "alla med makt över systemet")),
        OptionDeclaration.flag("all", help: Localized(en: "all of them", sv: "samtliga")),
        Options.by,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let id = try session.identifier("incident", IncidentID.self) else { return .usage }
    let now = session.ambient.now()
    guard let row = ledger.register.incidents[id] else {
      throw QuestionVerbs.notFound(IncidentSubject.word, "\(id)", near: [])
    }
    let question = try question(of: row, session, ledger.register, at: now, in: zone)
    let chosen = try choice(session, ledger)
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let grants = grants(in: ledger.register, question, at: now, chosen)
    guard !grants.isEmpty else {
      session.tell(
        Localized(
          en: "Nothing of it is in effect now.", sv: "Inget av det gäller nu."))
      return .done
    }
    return try session.record(
      in: ledger, zone: zone, isGrave: true, named: { grants.map { "\($0)" } }
    ) { _ in
      grants.map {
        .init(.grant(.suspend(SuspendGrant(grant: $0, by: by, cause: .incident, until: nil))))
      }
    }
  }

  /// What an exposure is asked of.
  static let targets = [
    OptionDeclaration(
      "system", .system,
      help: Localized(
        en: "a system; those of the incident when left out",
        sv: "ett system; incidentens om det utelämnas"), isRepeatable: true),
    OptionDeclaration(
      "entitlement", .entitlement,
      help: Localized(en: "an entitlement", sv: "en behörighet"), isRepeatable: true),
    OptionDeclaration(
      "from", .moment,
      help: Localized(en: "the first moment of the window", sv: "tidsfönstrets första tidpunkt")),
    OptionDeclaration(
      "until", .moment,
      help: Localized(
        en: "the end of the window (a day means its end)",
        sv: "tidsfönstrets slut (en dag betyder dess slut)")),
  ]

  /// What is asked when it is asked who could reach what an incident is about.
  ///
  /// The window begins when it began, as far as the triage knows, or when somebody noticed; it ends when it was over or handled,
  /// or at `moment`.
  static func question(
    of row: IncidentRow, _ session: VerbSession, _ register: Register, at moment: Instant,
    in zone: TimeZoneRules
  ) throws -> ExposureQuestion {
    let standing = row.standing(at: moment)
    let from =
      try session.moment("from", in: zone, dayMeans: .start) ?? standing?.triage?.from
      ?? row.report.noticed
    let said = try session.moment("until", in: zone, dayMeans: .end)
    // Noticed and handled at one moment is a moment all the same.
    let until =
      said
      ?? max(
        standing?.triage?.until ?? standing?.handled ?? moment, from.advanced(byMilliseconds: 1))
    let (systems, entitlements) = try ExposureVerb.targets(session, register)
    let window = try ExposureVerb.window(from, until, session)
    guard systems.isEmpty, entitlements.isEmpty else {
      return ExposureQuestion(systems: systems, entitlements: entitlements, window: window)
    }
    let own = Set(row.systems(at: moment, in: register))
    guard !own.isEmpty else {
      throw VerbFailure(
        .refused,
        nothingNamed.diagnostic(.init(IncidentSubject.word, "\(row.id)")))
    }
    return ExposureQuestion(systems: own, window: window)
  }

  /// Which of the grants are meant.
  private struct Choice {
    var persons: Set<PersonID> = []
    var grants: Set<GrantID> = []
    var isPrivileged = false

    func admits(_ reach: Reach) -> Bool {
      if isPrivileged, !reach.isPrivileged { return false }
      if persons.isEmpty, grants.isEmpty { return true }
      return reach.person.map(persons.contains) ?? false
        || reach.grant.map(grants.contains) ?? false
    }
  }

  private static func choice(_ session: VerbSession, _ ledger: Ledger) throws -> Choice {
    var choice = Choice()
    choice.persons = Set(
      try session.command.strings("person").map { try session.person($0, in: ledger) })
    for text in session.command.strings("grant") {
      guard let grant = GrantID(text), ledger.register.grants.contains(grant) else {
        throw QuestionVerbs.notFound(
          GrantSubject.word, text,
          near: Suggestions.alike(text, among: ledger.register.grants.ids.lazy.map { "\($0)" }))
      }
      choice.grants.insert(grant)
    }
    choice.isPrivileged = session.command.flag("privileged")
    let isChosen = !choice.persons.isEmpty || !choice.grants.isEmpty || choice.isPrivileged
    if isChosen == session.command.flag("all") {
      throw UsageError(
        isChosen ? UsageError.conflictingOptions : UsageError.missingRequired,
        [
          .init(
            en: "options", sv: "flaggor", "--person, --grant, --privileged; --all")
        ])
    }
    return choice
  }

  /// The grants of an exposure that are in effect at a moment, each once, in the order of the exposure.
  private static func grants(
    in register: Register, _ question: ExposureQuestion, at moment: Instant, _ choice: Choice
  ) -> [GrantID] {
    var found: [GrantID] = []
    for reach in register.exposure(question) where choice.admits(reach) {
      guard let id = reach.grant, !found.contains(id), let grant = register.grants[id],
        register.isInEffect(grant, at: moment)
      else { continue }
      found.append(id)
    }
    return found
  }

  /// What was answered before, and whether the register as it was then still gives that list; then what can be done.
  private static func notes(
    _ row: IncidentRow, _ list: [Reach], _ asked: QuestionSession
  ) throws -> [Localized] {
    var notes: [Localized] = []
    notes.append(
      Localized(
        en: "The list of \(list.count) has the digest \(list.digest).",
        sv: "Listan på \(list.count) har kontrollsumman \(list.digest)."))
    for step in row.steps(at: asked.question.asOf) {
      guard case .exposureAnswered(let answer) = step.event else { continue }
      let position = UInt64(clamping: answer.asOf)
      let known = asked.ledger.register.corrections.filter { $0.fact.position < position }
      let register = try asked.ledger.register(
        before: position, correctedBy: Corrections(known))
      let again = register.exposure(ExposureQuestion(answer))
      let isSame = again.digest == answer.list
      let when = asked.question.phrasing.time(step.fact.effective)
      notes.append(
        isSame
          ? Localized(
            en:
              "Answered \(when) with \(answer.rows), and the log to position \(answer.asOf) gives the same list.",
            sv:
              "Besvarades \(when) med \(answer.rows), och loggen till plats \(answer.asOf) ger samma lista."
          )
          : Localized(
            en:
              "Answered \(when) with \(answer.rows), but the log to position \(answer.asOf) gives another list: \(again.count).",
            sv:
              "Besvarades \(when) med \(answer.rows), men loggen till plats \(answer.asOf) ger en annan lista: \(again.count)."
          ))
    }
    return notes
  }

  static let nothingNamed = DiagnosticCode(
    "CLI-69",
    Localized(
      en: "The incident names no system, entitlement or grant.",
      sv: "Incidenten anger inget system, ingen behörighet och ingen tilldelning."),
    remedy: Localized(
      en:
        "Say which with --system or --entitlement, or link what it is about: liggare incident link.",
      sv:
        "Ange vilket med --system eller --entitlement, eller länka det som den gäller: liggare incident link."
    ))

  static let all = [exposure, suspend]
}

extension ExposureQuestion {
  /// What was asked when an answer was recorded.
  init(_ answer: IncidentExposureAnswered) {
    self.init(
      systems: Set(answer.systems), entitlements: Set(answer.entitlements),
      window: answer.from..<answer.until)
  }
}

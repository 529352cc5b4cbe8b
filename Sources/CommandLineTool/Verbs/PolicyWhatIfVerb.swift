import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventSourcing
import EventStore
import Policies
import Projections

/// What a proposed document would have made otherwise.
enum PolicyWhatIfVerb {
  static let aboutIncidents = DiagnosticCode(
    "WHAT-01",
    Localized(
      en: "Rules for incidents are not tried on the past.",
      sv: "Regler för incidenter prövas inte mot det förflutna."),
    remedy: Localized(
      en:
        "Give a document of rules for access. What a document of rules for incidents would change is shown by liggare policy check FILE.",
      sv:
        "Ange ett regelverk för behörigheter. Vad ett regelverk för incidenter skulle ändra visar liggare policy check FIL."
    ))

  static let catalogue = [aboutIncidents]

  static let whatIf = Verb(
    VerbDeclaration(
      "policy", "what-if", kind: .reading,
      summary: Localized(
        en: "replay the past under a proposed document, recording nothing",
        sv: "spela upp det förflutna under ett föreslaget regelverk utan att registrera något"),
      discussion: Localized(
        en:
          "The log is read from the start, and the document holds as if it had been adopted for the group, or for what --unit or --system names, from --from on. It stands to the end of --to: documents that were adopted later for the same place are left out, while those of other places hold as they did.\n\nEach event of that time is judged by both, on what was true before it. A decision that gave more than the document allows counts as having given what it allows; one that gave the most that was allowed counts as having given the most that would have been. Grants, reviews, flags and duties are compared at the end of --to.\n\nRequests that a rule refused were never recorded, and are not judged; nor is it guessed what anybody would have done instead. Events before --from, and what was taken over from another register, keep the terms they were given.",
        sv:
          "Loggen läses från början, och regelverket gäller som om det hade antagits för koncernen, eller för det som --unit eller --system anger, från och med --from. Det står kvar till slutet av --to: regelverk som antogs senare för samma plats räknas inte, medan de för andra platser gäller som de gjorde.\n\nVarje händelse under den tiden bedöms enligt båda, utifrån det som gällde före den. Ett beslut som gav mer än regelverket tillåter räknas som om det gav det som tillåts; ett som gav det mesta som var tillåtet räknas som om det gav det mesta som skulle ha varit det. Tilldelningar, granskningar, flaggor och uppgifter jämförs vid slutet av --to.\n\nBegäranden som en regel avvisade registrerades aldrig och bedöms inte; inte heller gissas vad någon skulle ha gjort i stället. Händelser före --from, och det som tagits över från ett annat register, behåller de villkor de fick."
      ),
      examples: [
        "liggare policy what-if stricter.policy --from 2026-01-01",
        "liggare policy what-if care.policy --unit U-2 --from 2026-01-01 --to 2026-06-30 --list grants",
        "liggare policy what-if stricter.policy --from 2026-01-01 --list decisions --format csv",
      ],
      positionals: [PolicyVerbs.Options.file],
      options: [
        OptionDeclaration(
          "from", .moment,
          help: Localized(
            en: "the first moment it would have held (a day means its start)",
            sv: "första ögonblicket det skulle ha gällt (en dag betyder dess början)"),
          isRequired: true),
        OptionDeclaration(
          "to", .moment,
          help: Localized(
            en: "the end of the time that is looked at (a day means its end); else now",
            sv: "slutet på den tid som betraktas (en dag betyder dess slut); annars nu")),
        PolicyVerbs.Options.unit, PolicyVerbs.Options.system,
        OptionDeclaration(
          "level", CommonOptions.choices(PolicyLevel.self),
          help: Localized(
            en: "whose rules they would be; else as --unit and --system say",
            sv: "vems regler de skulle vara; annars som --unit och --system säger")),
        OptionDeclaration(
          "list", .choice(PolicyWhatIf.List.allCases.map { .init($0.rawValue, $0.word) }),
          help: Localized(
            en: "what stands behind the counts", sv: "det som står bakom antalen")),
      ], sharedOptionNames: ["format", "no-header", "known-at", "original", "profile"])
  ) { session in
    let asked = try QuestionSession(session)
    let list = session.command.string("list").flatMap(PolicyWhatIf.List.init(rawValue:))
    let whatIf = try replayed(asked)
    var answer = list.map { whatIf.list($0) } ?? whatIf.summary()
    answer.title = asked.titled(answer.title)
    try asked.answer(answer)
    return .done
  }

  /// The log replayed under the document, and what came of it.
  private static func replayed(_ asked: QuestionSession) throws -> PolicyWhatIf {
    let session = asked.session
    let trial = try trial(asked)
    let lastKnown = asked.question.knownAt ?? session.ambient.now()
    let last = try session.lastMoment("to", in: asked.zone) ?? lastKnown
    guard trial.from <= last else {
      throw session.malformed(
        "from", session.command.required("from"),
        Localized(
          en: "a moment before the end of --to", sv: "en tidpunkt före slutet av --to"))
    }
    let texts = asked.question.texts
    func text(_ need: Commitment) -> String? {
      if case .present(let text) = texts(need) { text } else { nil }
    }
    var replay = TrialReplay(
      of: trial, until: last.advanced(byMilliseconds: 1), in: asked.zone,
      corrections: asked.question.isOriginal ? Corrections() : asked.question.corrections,
      adopted: asked.question.register, needText: text)
    try asked.ledger.readEvents { recorded in
      if let knownAt = asked.question.knownAt, recorded.recorded > knownAt { return .stop }
      replay.take(recorded) { asked.recordedEvent(at: $0) }
      return .proceed
    }
    try asked.check()
    let comparison = TrialComparison(replay, in: asked.zone) {
      text($0).map { NeedWords.likeness(of: $0) }
    }
    var question = asked.question
    question.asOf = replay.last
    return PolicyWhatIf(replay, comparison, question)
  }

  /// The document that is tried, for the place that the options name; refused as its adoption would be.
  private static func trial(_ asked: QuestionSession) throws -> PolicyTrial {
    let session = asked.session
    let register = asked.question.register
    let text = try PolicyVerbs.text(ofFile: session.command.required("file"))
    if IncidentRules.isMeant(by: text) {
      throw VerbFailure(
        .refused,
        aboutIncidents.diagnostic(
          .init(en: "document", sv: "regelverk", "\(try IncidentRules(reading: text).id)")))
    }
    let document = try PolicyDocument(reading: text, events: Register.policyEvents)
    guard let from = try session.moment("from", in: asked.zone, dayMeans: .start) else {
      throw session.malformed(
        "from", "", Localized(en: "a moment", sv: "en tidpunkt"))
    }
    let unit = try PolicyVerbs.unit(session, register)
    let system = try PolicyVerbs.system(session, register)
    let unitKind = unit.flatMap { register.units[$0] }?.kind
    let level =
      try session.coded("level", PolicyLevel.self)
      ?? unitKind.map { $0.isLegalEntity ? .entity : .unit } ?? (system == nil ? .group : .system)
    if let violation = PolicyPlace.check(
      level: level, unit: unit, unitKind: unitKind, system: system, hasSystem: system != nil)
    {
      throw VerbFailure(.refused, violation)
    }
    if level != .group,
      let violation = PolicyTightens.check(
        document,
        below: register.policy(above: level, unit: unit, system: system, at: from))
    {
      throw VerbFailure(.refused, violation)
    }
    return PolicyTrial(
      document, text: text, level: level, unit: unit, system: system, from: from)
  }
}

import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Deciders
import Diagnostics
import EventSourcing
import EventStore
import Events
import Projections
import Transparency

/// Who has what, and why.
enum QuestionVerbs {
  static let status = Verb(
    VerbDeclaration(
      "status", kind: .reading,
      summary: Localized(
        en: "tell how the ledger stands, and what is missing",
        sv: "visa hur liggaren står, och vad som saknas"),
      discussion: Localized(
        en:
          "With --findings it lists everything in the register that is missing, too old or against the rules, each with the command that helps; the exit status is 4 when there is anything, else 0.",
        sv:
          "Med --findings listas allt i registret som saknas, är för gammalt eller strider mot reglerna, vart och ett med kommandot som hjälper; slutkoden är 4 när det finns något, annars 0."
      ),
      examples: ["liggare status", "liggare status --findings --format json"],
      options: [
        OptionDeclaration.flag(
          "findings",
          help: Localized(
            en: "list what is missing, too old or against the rules",
            sv: "lista det som saknas, är för gammalt eller strider mot reglerna"))
      ])
  ) { session in
    let asked = try QuestionSession(session)
    if session.command.flag("findings") {
      let found = Findings.answer(asked.question)
      try asked.answer(found)
      return found.isEmpty ? .done : .findingsRecorded
    }
    let head = try asked.head()
    try asked.answer(
      StatusCard.card(size: head.size, root: head.root.base64, asked.question))
    return .done
  }

  static let who = Verb(
    VerbDeclaration(
      "who", kind: .reading,
      summary: Localized(
        en: "who has access to a system, or holds an entitlement",
        sv: "vem som har åtkomst till ett system, eller har en behörighet"),
      examples: ["liggare who S-1", "liggare who S-1/read --as-of 2026-03-31"],
      positionals: [
        PositionalDeclaration(
          "what", .text,
          help: Localized(en: "SYSTEM or SYSTEM/ENTITLEMENT", sv: "SYSTEM eller SYSTEM/BEHÖRIGHET"))
      ], options: TableOrdering.options)
  ) { session in
    let text = session.command.required("what")
    let asked = try QuestionSession(session) { ledger in
      var filter = ViewFilter()
      if text.utf8.contains(0x2F) {
        filter.entitlements = [try entitlement(text, session, ledger.register)]
      } else {
        let system = SystemID(text)
        guard let system, ledger.register.systems.contains(system) else {
          throw noSystem(text, ledger.register)
        }
        filter.systems = [system]
      }
      return filter
    }
    try asked.answer(Who.self)
    return .done
  }

  static let what = Verb(
    VerbDeclaration(
      "what", kind: .reading,
      summary: Localized(en: "what a person has", sv: "vad en person har"),
      examples: ["liggare what bo.ek", "liggare what bo.ek --format json"],
      positionals: [OrganisationVerbs.Options.person], options: TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { ledger in
      var filter = ViewFilter()
      filter.persons = [try session.person(session.command.required("person"), in: ledger)]
      return filter
    }
    try asked.answer(What.self)
    return .done
  }

  static let can = Verb(
    VerbDeclaration(
      "can", kind: .reading,
      summary: Localized(
        en: "whether a person may use an entitlement: exit status 0 is yes, 1 is no",
        sv: "om en person får använda en behörighet: slutkod 0 är ja, 1 är nej"),
      examples: ["liggare can bo.ek S-1/read && echo yes"],
      positionals: RequestVerbs.Options.subject)
  ) { session in
    let asked = try QuestionSession(session)
    let person = try session.person(session.command.required("person"), in: asked.ledger)
    let right = try entitlement(
      session.command.required("entitlement"), session, asked.question.register)
    let answer = Can.answer(person: person, entitlement: right, asked.question)
    // The answer stands, also when whoever reads it leaves before its end.
    do {
      switch session.format {
      case .table where !asked.isMasked:
        try asked.check()
        try asked.note(Can.description.name)
        try session.answer(answer.reason)
      case .table, .json, .jsonl, .csv, .csvSwedish, .tsv, .xlsx: try asked.answer(answer.card)
      }
    } catch is ReaderLeft {}
    return answer.isYes ? .done : .refused
  }

  static let why = Verb(
    VerbDeclaration(
      "why", kind: .reading,
      summary: Localized(
        en:
          "the whole chain behind an access: need, endorsement, decision, authority, execution, end",
        sv:
          "hela kedjan bakom en åtkomst: behov, tillstyrkan, beslut, befogenhet, verkställande, slut"
      ),
      examples: ["liggare why bo.ek S-1/read", "liggare why G-1"],
      positionals: [
        PositionalDeclaration(
          "person", .person,
          help: Localized(
            en: "who, or a grant such as G-1", sv: "vem, eller en tilldelning som G-1")),
        PositionalDeclaration(
          "entitlement", .entitlement, help: Localized(en: "SYSTEM/NAME", sv: "SYSTEM/NAMN"),
          isOptional: true),
      ])
  ) { session in
    let asked = try QuestionSession(session)
    let register = asked.question.register
    let text = session.command.required("person")
    if session.command.string("entitlement") == nil {
      let grant = try asked.found(GrantID(text), in: register.grants, typed: text)
      try asked.answer(why(asked).story(of: grant))
      return .done
    }
    let person = try session.person(text, in: asked.ledger)
    let right = try entitlement(
      session.command.required("entitlement"), session, asked.question.register)
    try asked.answer(why(asked).story(person: person, entitlement: right))
    return .done
  }

  private static func why(_ asked: QuestionSession) -> Why {
    Why(asked.question, events: { asked.event(at: $0) })
  }

  static let log = Verb(
    VerbDeclaration(
      "log", kind: .reading,
      summary: Localized(
        en: "the events of the log, one by one", sv: "loggens händelser, en i taget"),
      discussion: Localized(
        en:
          "An event must meet every filter given. Two pairs mark a stretch of the log: --from-position and --to-position, both included, and --recorded-from and --recorded-to, when the ledger learnt of it.",
        sv:
          "En händelse måste uppfylla alla filter som anges. Två par avgränsar en del av loggen: --from-position och --to-position, båda inräknade, och --recorded-from och --recorded-to, när liggaren fick veta det."
      ),
      examples: [
        "liggare log", "liggare log --person bo.ek --type request.",
        "liggare log --from-position 100 --format jsonl",
        "liggare log --recorded-from 2026-03-01 --recorded-to 2026-03-31",
      ],
      options: logOptions,
      sharedOptionNames: ["format", "out", "no-header", "known-at", "original", "profile"])
  ) { session in
    try showLog(session)
    return .done
  }

  /// What limits an answer made of events.
  static let logOptions = [
    OptionDeclaration(
      "person", .person, help: Localized(en: "about this person", sv: "om denna person")),
    OptionDeclaration(
      "system", .system, help: Localized(en: "about this system", sv: "om detta system")),
    OptionDeclaration(
      "grant", .grant, help: Localized(en: "about this grant", sv: "om denna tilldelning")),
    OptionDeclaration(
      "request", .request, help: Localized(en: "about this request", sv: "om denna begäran")),
    OptionDeclaration(
      "incident", .text,
      help: Localized(
        en: "about this incident, such as I-1", sv: "om denna incident, till exempel I-1")),
    OptionDeclaration(
      "type", .text,
      help: Localized(
        en: "of this type, or of those beginning so: grant.",
        sv: "av detta slag, eller de som börjar så: grant.")),
    OptionDeclaration(
      "from-position", .number(from: 0),
      help: Localized(en: "the first position", sv: "första positionen")),
    OptionDeclaration(
      "to-position", .number(from: 0),
      help: Localized(en: "the last position", sv: "sista positionen")),
    OptionDeclaration(
      "recorded-from", .moment,
      help: Localized(en: "recorded no earlier", sv: "registrerat tidigast")),
    OptionDeclaration(
      "recorded-to", .moment,
      help: Localized(
        en: "recorded before (a day means its end)",
        sv: "registrerat före (en dag betyder dess slut)")),
  ]

  /// Answers with the events that the options let through.
  static func showLog(_ session: VerbSession) throws {
    let asked = try QuestionSession(session)
    var filter = LogFilter()
    if let person = try session.optionalPerson("person", in: asked.ledger) {
      filter.persons = [person]
    }
    if let system = try session.identifier("system", SystemID.self) { filter.systems = [system] }
    if let grant = try session.identifier("grant", GrantID.self) { filter.grants = [grant] }
    if let request = try session.identifier("request", RequestID.self) {
      filter.requests = [request]
    }
    if let incident = try session.identifier("incident", IncidentID.self) {
      filter.incidents = [incident]
    }
    filter.isCorrected = session.command.declares("corrected") && session.command.flag("corrected")
    filter.typePrefix = session.command.string("type")
    filter.fromPosition = session.command.integer("from-position").map(UInt64.init)
    filter.toPosition = session.command.integer("to-position").map(UInt64.init)
    filter.from = try session.moment("recorded-from", in: asked.zone, dayMeans: .start)
    filter.to = try session.moment("recorded-to", in: asked.zone, dayMeans: .end)
    try showEvents(asked, filter)
  }

  /// Answers with the events that a filter lets through, as far as the question's moment of knowledge.
  ///
  /// Where the format allows it each event is written as it is read, so that the longest log needs no more memory than a short one.
  static func showEvents(_ asked: QuestionSession, _ filter: LogFilter) throws {
    var log = EventLog(asked.question, filter)
    try asked.note(EventLog.description.name)
    var stream = asked.stream(of: log.table.columns)
    try forEachEvent(asked, filter) { recorded in
      if stream == nil {
        log.add(recorded)
      } else if let row = log.row(for: recorded) {
        stream?.append(row)
        try asked.write(&stream, from: RowStream.pendingMax)
      }
    }
    if stream == nil { try asked.answer(log.table) } else { try asked.finish(&stream) }
  }

  /// Hands out the events that lie within a filter's positions, as far as the question's moment of knowledge.
  static func forEachEvent(
    _ asked: QuestionSession, _ filter: LogFilter,
    _ body: (borrowing Recorded<AccessEvent>) throws -> Void
  ) throws {
    // Kept and thrown afterwards: what goes wrong with the answer is no fault of the log.
    var failure: (any Error)?
    try asked.ledger.readEvents(from: filter.fromPosition ?? 0) { recorded in
      if let knownAt = asked.question.knownAt, recorded.recorded > knownAt { return .stop }
      if let last = filter.toPosition, recorded.position > last { return .stop }
      do { try body(recorded) } catch {
        failure = error
        return .stop
      }
      return .proceed
    }
    if let failure { throw failure }
  }

  static let all = [status, who, what, can, why, log]

  static func entitlement(
    _ text: String, _ session: VerbSession, _ register: Register
  ) throws -> EntitlementID {
    guard let right = EntitlementID(text) else {
      throw session.malformed(
        "entitlement", text,
        Localized(en: "SYSTEM/NAME, such as S-1/read", sv: "SYSTEM/NAMN, som S-1/read"))
    }
    guard let system = register.systems[right.system] else {
      throw noSystem("\(right.system)", register)
    }
    guard system.entitlement(right.name) != nil else {
      let names = system.entitlements.map { "\($0.id)" }
      throw notFound(EntitlementSubject.word, text, near: Suggestions.alike(text, among: names))
    }
    return right
  }

  /// “Not found” for a system, with those whose identifier or name is nearly what was typed.
  static func noSystem(_ text: String, _ register: Register) -> VerbFailure {
    let systems = register.systems.rows
    let byName = Suggestions.near(text, among: systems.map { $0.name.text.lowercased() })
    let near =
      Suggestions.alike(text, among: systems.map { "\($0.id)" })
      + systems.filter { byName.contains($0.name.text.lowercased()) }.map { "\($0.id) \($0.name)" }
    return notFound(SystemSubject.word, text, near: near)
  }

  static func notFound(_ kind: Localized, _ text: String, near: [String] = []) -> VerbFailure {
    let facts: [Diagnostic.Fact] = [.init(kind, text)] + (near.isEmpty ? [] : [.meant(near)])
    return VerbFailure(.notFound, ReferenceCodes.unknown.diagnostic(facts: facts))
  }
}

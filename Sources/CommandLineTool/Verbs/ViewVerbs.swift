import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import EventSourcing
import EventStore
import Policies
import Projections

/// The views by name, the lists of one kind of thing, and one thing at a time.
enum ViewVerbs {
  static let view = Verb(
    VerbDeclaration(
      "view", kind: .reading,
      summary: Localized(
        en: "answer with a view from the catalogue", sv: "svara med en vy ur katalogen"),
      discussion: Localized(
        en: viewList(.english), sv: viewList(.swedish)),
      examples: [
        "liggare view active-grants --as-of 2026-03-31",
        "liggare view active-grants --format tsv --no-header", "liggare view rule-findings",
      ],
      positionals: [
        PositionalDeclaration(
          "name",
          .choice(
            (ViewCatalogue.registerViews.map { $0.description }
              + [RuleFindings.description, RuleFindings.summaryDescription])
              .map { .init($0.name, $0.title) }),
          help: Localized(en: "which view", sv: "vilken vy"))
      ],
      options: Options.filters.dropLast() + [Options.anyState])
  ) { session in
    let name = session.command.required("name")
    try refuseUnheeded(name, session)
    let asked = try QuestionSession(session) { try Options.filter(session, $0) }
    if let view = ViewCatalogue.registerView(named: name) {
      try asked.answer(view)
    } else {
      let findings = try RuleJudging.findings(asked)
      try asked.answer(
        name == RuleFindings.description.name
          ? findings.table(asked.question) : findings.summary(asked.question))
    }
    return .done
  }

  private static func viewList(_ language: Language) -> String {
    (ViewCatalogue.registerViews.map { $0.description }
      + [RuleFindings.description, RuleFindings.summaryDescription])
      .map { view in
        let remark = view.remark.map { " " + $0.text(in: language) } ?? ""
        return "\(view.name): \(view.question.text(in: language))\(remark)"
      }.joined(separator: "\n")
  }

  /// Refuses an option that the view would not heed: its answer must not look as if it had.
  static func refuseUnheeded(_ name: String, _ session: VerbSession) throws {
    let descriptions =
      ViewCatalogue.registerViews.map { $0.description }
      + [RuleFindings.description, RuleFindings.summaryDescription]
    guard let view = descriptions.first(where: { $0.name == name }) else { return }
    var heeded = Set(view.filters.map(\.rawValue))
    if view.form == .table { heeded.insert("as-of") }
    for option in Options.filters.map(\.name) + ["as-of"]
    where session.command.flag(option) && !heeded.contains(option) {
      throw UsageError(
        UsageError.unknownOption,
        [
          .init(en: "option", sv: "flagga", "--\(option)"),
          .init(en: "view", sv: "vy", name),
          .init(
            en: "it heeds", sv: "den tar hänsyn till",
            (Options.filters.map(\.name) + ["as-of", "known-at"])
              .filter { heeded.contains($0) || $0 == "known-at" }
              .map { "--\($0)" }.joined(separator: ", ")),
        ])
    }
    guard let state = session.command.string("state") else { return }
    let known =
      name == Requests.description.name
      ? RequestState.allCases.map(\.code) : GrantState.allCases.map(\.code)
    guard !known.contains(state) else { return }
    throw session.malformed("state", state, Localized(verbatim: known.joined(separator: ", ")))
  }

  /// A verb that lists one kind of thing by its view.
  private static func list(
    _ noun: String, _ view: any RegisterView.Type, _ summary: Localized,
    options: [OptionDeclaration] = []
  ) -> Verb {
    Verb(
      VerbDeclaration(
        noun, "list", kind: .reading, summary: summary, examples: ["liggare \(noun) list"],
        options: options)
    ) { session in
      let asked = try QuestionSession(session) { try Options.filter(session, $0) }
      try asked.answer(view)
      return .done
    }
  }

  static let grants = [
    list(
      "grant", Grants.self, Localized(en: "list grants", sv: "lista tilldelningar"),
      options: [Options.person, Options.system, Options.entitlement, Options.unit, Options.state]),
    Verb(
      VerbDeclaration(
        "grant", "show", kind: .reading,
        summary: Localized(en: "show one grant", sv: "visa en tilldelning"),
        examples: ["liggare grant show G-1"], positionals: [GrantVerbs.Options.grant])
    ) { session in
      let asked = try QuestionSession(session)
      let id = try session.identifier("grant", GrantID.self)
      let row = try asked.found(id, in: asked.question.register.grants)
      try asked.answer(GrantCard.card(row, asked.question) { asked.event(at: $0) })
      return .done
    },
  ]

  static let requests = [
    list(
      "request", Requests.self, Localized(en: "list requests", sv: "lista begäranden"),
      options: [Options.person, Options.system, Options.entitlement, Options.requestState]),
    Verb(
      VerbDeclaration(
        "request", "show", kind: .reading,
        summary: Localized(en: "show one request", sv: "visa en begäran"),
        examples: ["liggare request show R-1"], positionals: [RequestVerbs.Options.request])
    ) { session in
      let asked = try QuestionSession(session)
      let id = try session.identifier("request", RequestID.self)
      let row = try asked.found(id, in: asked.question.register.requests)
      try asked.answer(RequestCard.card(row, asked.question) { asked.event(at: $0) })
      return .done
    },
  ]

  static let systems = [
    list("system", Systems.self, Localized(en: "list systems", sv: "lista system")),
    Verb(
      VerbDeclaration(
        "system", "show", kind: .reading,
        summary: Localized(en: "show one system", sv: "visa ett system"),
        examples: ["liggare system show S-1"], positionals: [SystemVerbs.Options.system])
    ) { session in
      let asked = try QuestionSession(session)
      let id = try session.identifier("system", SystemID.self)
      let row = try asked.found(id, in: asked.question.register.systems)
      try asked.answer(SystemCard.card(row, asked.question))
      return .done
    },
  ]

  static let organisation = [
    list("unit", Units.self, Localized(en: "list units", sv: "lista enheter")),
    list(
      "person", Persons.self, Localized(en: "list persons", sv: "lista personer"),
      options: [Options.unit]),
    Verb(
      VerbDeclaration(
        "person", "show", kind: .reading,
        summary: Localized(en: "show one person", sv: "visa en person"),
        examples: ["liggare person show bo.ek"],
        positionals: [OrganisationVerbs.Options.person])
    ) { session in
      let asked = try QuestionSession(session)
      let id = try session.person(session.command.required("person"), in: asked.ledger)
      let row = try asked.found(id, in: asked.question.register.persons)
      try asked.answer(PersonCard.card(row, asked.question))
      return .done
    },
    list(
      "role", Roles.self,
      Localized(en: "list roles and vacancies", sv: "lista roller och vakanser"),
      options: [Options.person, Options.system, Options.unit, Options.role, Options.withEnded]),
    list("key", Keys.self, Localized(en: "list actors' keys", sv: "lista aktörernas nycklar")),
    list(
      "account", Accounts.self,
      Localized(en: "list the accounts in systems", sv: "lista kontona i systemen"),
      options: [Options.system]),
  ]

  enum Options {
    static let person = OptionDeclaration(
      "person", .person, help: Localized(en: "of this person", sv: "för denna person"))
    static let system = OptionDeclaration(
      "system", .system, help: Localized(en: "in this system", sv: "i detta system"))
    static let entitlement = OptionDeclaration(
      "entitlement", .entitlement,
      help: Localized(en: "of this entitlement", sv: "av denna behörighet"))
    static let unit = OptionDeclaration(
      "unit", .unit,
      help: Localized(en: "in this unit and those below", sv: "i denna enhet och de under den"))
    static let state = OptionDeclaration(
      "state", .choice(GrantState.allCases.map { .init($0.code, $0.word) } + [emergency]),
      help: Localized(en: "in this state", sv: "i detta läge"))
    /// No state, and asked for as one: emergency access, whatever its state.
    static let emergency = ArgumentForm.Choice(
      "emergency", Localized(en: "emergency access", sv: "nödåtkomst"))
    static let requestState = OptionDeclaration(
      "state", .choice(RequestState.allCases.map { .init($0.code, $0.word) }),
      help: Localized(en: "in this state", sv: "i detta läge"))
    static let anyState = OptionDeclaration(
      "state",
      .choice(
        GrantState.allCases.map { .init($0.code, $0.word) }
          + RequestState.allCases.map { .init($0.code, $0.word) }),
      help: Localized(en: "in this state", sv: "i detta läge"))
    static let withEnded = OptionDeclaration.flag(
      "with-ended",
      help: Localized(en: "tell those that are over as well", sv: "ta även med upphörda"))
    static let role = OptionDeclaration(
      "role", CommonOptions.choices(Role.self),
      help: Localized(en: "this role alone", sv: "endast denna roll"))
    static let review = OptionDeclaration(
      "review", .text,
      help: Localized(en: "of this review, such as V-1", sv: "i denna granskning, som V-1"))
    static let incident = OptionDeclaration(
      "incident", .text,
      help: Localized(en: "of this incident, such as I-1", sv: "i denna incident, som I-1"))
    static let filters = [person, system, entitlement, unit, role, review, incident, state]

    /// The filter that the options typed make; an option that the verb does not declare limits nothing.
    static func filter(_ session: VerbSession, _ ledger: Ledger) throws -> ViewFilter {
      let command = session.command
      var filter = ViewFilter()
      filter.includesEnded = command.declares("with-ended") && command.flag("with-ended")
      if command.declares("person"), let person = try session.optionalPerson("person", in: ledger) {
        filter.persons = [person]
      }
      if command.declares("system"), let text = command.string("system") {
        guard let system = SystemID(text), ledger.register.systems.contains(system) else {
          throw QuestionVerbs.noSystem(text, ledger.register)
        }
        filter.systems = [system]
      }
      if command.declares("entitlement"), let text = command.string("entitlement") {
        filter.entitlements = [try QuestionVerbs.entitlement(text, session, ledger.register)]
      }
      if command.declares("unit"), let text = command.string("unit") {
        guard let unit = try session.unit("unit", in: ledger), ledger.register.units.contains(unit)
        else {
          throw QuestionVerbs.notFound(
            UnitSubject.word, text,
            near: Suggestions.alike(text, among: ledger.register.units.ids.lazy.map { "\($0)" }))
        }
        filter.units = [unit]
      }
      if command.declares("state"), let text = command.string("state") {
        filter.isEmergencyOnly = text == emergency.code
        filter.states = Set(GrantState.allCases.filter { $0.code == text })
        filter.requestStates = Set(RequestState.allCases.filter { $0.code == text })
      }
      if command.declares("review"), let review = try session.identifier("review", ReviewID.self) {
        guard ledger.register.campaigns.contains(review) else {
          throw QuestionVerbs.notFound(
            ReviewSubject.word, "\(review)",
            near: Suggestions.alike(
              "\(review)", among: ledger.register.campaigns.ids.lazy.map { "\($0)" }))
        }
        filter.reviews = [review]
      }
      if command.declares("incident"),
        let incident = try session.identifier("incident", IncidentID.self)
      {
        guard ledger.register.incidents.contains(incident) else {
          throw QuestionVerbs.notFound(
            IncidentSubject.word, "\(incident)",
            near: Suggestions.alike(
              "\(incident)", among: ledger.register.incidents.ids.lazy.map { "\($0)" }))
        }
        filter.incidents = [incident]
      }
      if command.declares("role"), let role = try session.coded("role", Role.self) {
        filter.roles = [role]
      }
      return filter
    }
  }
}

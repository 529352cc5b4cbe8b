import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import Projections

/// The lists of one kind of thing, and one thing at a time.
enum ViewVerbs {
  /// A verb that lists one kind of thing by its view.
  private static func list(
    _ noun: String, _ view: any RegisterView.Type, _ summary: Localized,
    options: [OptionDeclaration] = []
  ) -> Verb {
    Verb(
      VerbDeclaration(
        noun, "list", kind: .reading, summary: summary, examples: ["liggare \(noun) list"],
        options: options + TableOrdering.options)
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
}

import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import EventSourcing
import Projections

/// What views are limited by.
extension ViewVerbs {
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
    static let classification = OptionDeclaration(
      "class", .text,
      help: Localized(
        en:
          "in systems classified at least so: k3 for confidentiality, r2 for integrity, t1 for availability; k3,t2 for both",
        sv:
          "i system som är klassade minst så: k3 för konfidentialitet, r2 för riktighet, t1 för tillgänglighet; k3,t2 för båda"
      ))
    static let authority = OptionDeclaration(
      "authority", .text,
      help: Localized(
        en:
          "on this authority: role, delegation, company, unstated, a line such as DL-1 or an assignment such as D-1",
        sv:
          "med stöd av denna befogenhet: role, delegation, company, unstated, en rad som DL-1 eller ett uppdrag som D-1"
      ))
    /// Limits to a period, for what happens in time.
    static let period = [
      OptionDeclaration(
        "from", .moment, help: Localized(en: "from this day on", sv: "från och med denna dag")),
      OptionDeclaration(
        "until", .moment,
        help: Localized(en: "through this day", sv: "till och med denna dag")),
    ]
    static let filters = [
      person, system, entitlement, unit, role, review, incident, classification, authority, state,
    ]

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
      if command.declares("class"), let text = command.string("class") {
        guard let demands = ClassDemand.list(text) else {
          throw session.malformed(
            "class", text,
            Localized(
              en: "k, r or t and a level from 0 to 4, such as k3 or k3,t2",
              sv: "k, r eller t och en nivå från 0 till 4, som k3 eller k3,t2"))
        }
        filter.classes = Set(demands)
      }
      if command.declares("authority"), let text = command.string("authority") {
        filter.authorities = [try authority(text, ledger.register)]
      }
      if command.declares("role"), let role = try session.coded("role", Role.self) {
        filter.roles = [role]
      }
      return filter
    }

    /// A kind of authority, or the line or assignment of that name.
    private static func authority(
      _ text: String, _ register: Register
    ) throws -> AuthorityFilter {
      if let kind = AuthorityKind.allCases.first(where: { "\($0.code)" == text }) {
        return .kind(kind)
      }
      if let line = DelegationID(text), register.delegations.contains(line) {
        return .delegation(line)
      }
      if let assignment = AssignmentID(text), register.assignments.contains(assignment) {
        return .assignment(assignment)
      }
      let names =
        AuthorityKind.allCases.map { "\($0.code)" } + register.delegations.ids.map { "\($0)" }
        + register.assignments.ids.map { "\($0)" }
      throw QuestionVerbs.notFound(
        ViewFilter.Kind.authority.word, text, near: Suggestions.alike(text, among: names))
    }
  }
}

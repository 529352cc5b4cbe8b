import AccessModel
import Chronology
public import Diagnostics
public import EventSourcing
public import Events
import Projections

/// All decisions: what was decided, when, by whom, on which authority and ground, and under which case number.
public enum Decisions: EventView {
  private static let decided = Column(
    key: "decided", title: Localized(en: "Decided", sv: "Beslutad"))
  private static let matter = Column(key: "matter", title: Localized(en: "Of", sv: "Gäller"))
  private static let subject = Column.identifier("subject", Localized(en: "What", sv: "Vad"))
  private static let outcome = Column(
    key: "outcome", title: Localized(en: "Decision", sv: "Beslut"))
  private static let authority = Column(
    key: "authority", title: Localized(en: "On", sv: "Med stöd av"))
  private static let line = Column.identifier(
    "authority_line", Localized(en: "Namely", sv: "Närmare bestämt"))
  private static let says = Column(
    key: "authority_says", title: Localized(en: "Which is", sv: "Som är"))
  private static let ground = Column(key: "ground", title: Localized(en: "Ground", sv: "Grund"))
  private static let caseNumber = Column(
    key: "case", title: Localized(en: "Case", sv: "Diarienr"), isIdentifier: true)
  private static let recorder = Column.identifier(
    "recorded_by", Localized(en: "Recorded by", sv: "Registrerat av"))

  private static let recordedAs = Column(
    key: "recorded_as", title: Localized(en: "Recorded as", sv: "Registrerat som"))

  public static let description = ViewDescription(
    "decisions",
    title: Localized(en: "Decisions", sv: "Beslut"),
    question: Localized(
      en: "What was decided, when, by whom, and on which authority and ground?",
      sv: "Vad har beslutats, när, av vem, och med stöd av vilken befogenhet och på vilken grund?"),
    controls: [.documentedDecisions, .approvals, .nonRepudiation],
    columns: [
      .position, decided, matter, subject, outcome, ground, .person, .name, .system, .entitlement,
      .decidedBy, .decidedByName, .actingFor, .body, authority, line, says, caseNumber, recorder,
      recordedAs, .recorded,
    ], key: ["position"],
    filters: [.person, .system, .entitlement, .unit, .authority, .from, .until], form: .events,
    remark: Localized(
      en:
        "--person takes whom a decision concerns and who decided; --unit the body and where the person works. --authority is role, delegation, company or unstated, a line such as DL-1 with those passed on from it, or an assignment such as D-1. What follows by itself, as the end of a period or silence in a review, is no decision.",
      sv:
        "--person tar med den som beslutet gäller och den som beslutat; --unit organet och där personen arbetar. --authority är role, delegation, company eller unstated, en rad som DL-1 med det som vidaredelegerats från den, eller ett uppdrag som D-1. Det som följer av sig självt, som att en tid går ut eller att ingen svarar i en granskning, är inget beslut."
    ))

  public static func row(
    for recorded: borrowing Recorded<AccessEvent>, _ question: ViewQuestion
  ) -> [Cell]? {
    guard let reading = question.reading(of: recorded), reading.effective <= question.asOf,
      question.filter.admits(reading.effective),
      let decision = Decision(reading, question.register),
      admits(decision, at: reading.effective, question)
    else { return nil }
    let line: Cell =
      decision.delegation.map { .id($0) } ?? decision.assignment.map { .id($0) } ?? .empty
    return [
      .integer(Int(clamping: reading.position)), .instant(reading.effective),
      .word(code: decision.kind.code, decision.kind.word), .text(decision.subject),
      decision.outcome, decision.ground, .id(decision.person),
      question.nameCell(decision.person), .id(decision.system), .id(decision.entitlement?.name),
      .id(decision.decider), question.nameCell(decision.decider), .id(decision.actingFor),
      .id(decision.body), decision.authority.map { .word($0) } ?? .empty, line,
      says(decision, question), .text(orEmpty: reading.caseNumber.map { "\($0)" }),
      .id(reading.actor.principal), reading.actor.role.map { .word($0) } ?? .empty,
      .instant(reading.recorded),
    ]
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "Nothing was decided.", sv: "Inget har beslutats.")
  }

  /// What the authority says: the order and the group of matters, or the role and for what.
  private static func says(_ decision: Decision, _ question: ViewQuestion) -> Cell {
    if let row = decision.delegation.flatMap({ question.register.delegations[$0] }) {
      return .localized(
        Localized(
          en: "\(row.line.order) version \(row.line.version), \(row.line.matter)",
          sv: "\(row.line.order) version \(row.line.version), \(row.line.matter)"))
    }
    guard let row = decision.assignment.flatMap({ question.register.assignments[$0] }) else {
      return .empty
    }
    let place = row.system.map { "\($0)" } ?? row.unit.map { "\($0)" }
    let role = row.role.word
    guard let place else { return .localized(role) }
    return .localized(
      Localized(en: "\(role.english), \(place)", sv: "\(role.swedish), \(place)"))
  }

  private static func admits(
    _ decision: Decision, at moment: Instant, _ question: ViewQuestion
  ) -> Bool {
    let filter = question.filter
    let isPerson =
      filter.persons.isEmpty
      || [decision.person, decision.decider, decision.actingFor].compactMap(\.self)
        .contains(where: filter.persons.contains)
    let isEntitlement =
      filter.entitlements.isEmpty
      || decision.entitlement.map(filter.entitlements.contains) ?? false
    let isUnit =
      filter.units.isEmpty
      || question.admits(unit: decision.body) || question.admits(unitOf: decision.person)
    return isPerson && isEntitlement && isUnit
      && (filter.isOfAnySystem || filter.admits(decision.system))
      && (filter.authorities.isEmpty
        || filter.authorities.contains { rests(decision, on: $0, question.register) })
  }

  private static func rests(
    _ decision: Decision, on authority: AuthorityFilter, _ register: Register
  ) -> Bool {
    switch authority {
    case .kind(let kind): return decision.authority == kind
    case .assignment(let assignment): return decision.assignment == assignment
    case .delegation(let asked):
      var line = decision.delegation
      // A line is passed on no oftener than there are lines, whatever the log says.
      for _ in 0...register.delegations.count {
        guard let present = line else { return false }
        if present == asked { return true }
        line = register.delegations[present]?.line.parent
      }
      return false
    }
  }
}

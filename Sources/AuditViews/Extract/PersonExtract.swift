import AccessModel
import Chronology
import Diagnostics
import Projections

/// Everything that the register has on a person, as a table.
public enum PersonExtract: RegisterView {
  public static let description = ViewDescription(
    "person-extract",
    title: Localized(en: "Extract from the register", sv: "Registerutdrag"),
    question: Localized(
      en: "What does the register have on a person, about them and by them?",
      sv: "Vad finns om en person i registret, om personen och av personen?"),
    controls: [.accessOfDataSubject, .identities, .accessRights],
    columns: [
      .person, .name, .kind, .identifier("subject", Localized(en: "What", sv: "Vad")), .system,
      .unit, .from, .ends, .state, Column(key: "says", title: Localized(en: "Says", sv: "Säger")),
      .position,
    ], key: ["person", "kind", "subject", "position"],
    filters: [.person, .unit],
    remark: Localized(
      en:
        "With --person of one person, without it of all. Somebody who reported an incident under protection is not told; of an incident that is marked as secret only that it names the person. Free texts are told by person show and log --person.",
      sv:
        "Med --person om en person, annars om alla. Den som rapporterat en incident skyddat redovisas inte; av en sekretessmarkerad incident bara att den namnger personen. Fritexter visas av person show och log --person."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let persons = question.register.persons.rows.filter {
      $0.registered.effective <= question.asOf && question.filter.admits($0.id)
        && question.admits(unitOf: $0.id)
    }.sorted { $0.id.comesBefore($1.id) }
    let deeds = PersonDeeds(question, of: Set(persons.map(\.id)))
    return persons.flatMap { person in
      (facts(of: person, question) + (deeds.facts[person.id] ?? [])).enumerated()
        .sorted {
          ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset)
        }.map { $0.element.cells(of: person.id, question) }
    }
  }

  /// What is said of the person's own time, roles and access.
  private static func facts(of person: PersonRow, _ question: ViewQuestion) -> [PersonFact] {
    let register = question.register
    let asOf = question.asOf
    var found: [PersonFact] = []
    for row in person.affiliations where row.started.effective <= asOf {
      var fact = PersonFact(.affiliation, "\(row.id)", at: row.started.position, from: row.from)
      fact.unit = register.heir(of: row.unit(at: asOf), at: asOf)
      fact.until = row.end
      fact.state = active(row.isActive(at: asOf))
      if let post = row.position(at: asOf) { fact.says = Localized(verbatim: "\(post)") }
      found.append(fact)
    }
    for row in person.absences where row.started.effective <= asOf {
      var fact = PersonFact(
        .absence, "\(row.affiliation)", at: row.started.position, from: row.from)
      fact.until = row.ended?.effective ?? row.expectedUntil
      fact.state = .word(row.effect)
      found.append(fact)
    }
    for row in person.trainings where row.completed <= asOf {
      var fact = PersonFact(
        .training, "\(row.course)", at: row.fact.position, from: row.completed)
      fact.until = row.validUntil
      fact.state = active(row.isValid(at: asOf))
      found.append(fact)
    }
    for index in person.assignments {
      let row = register.assignments[index]
      guard row.assigned.effective <= asOf else { continue }
      var fact = PersonFact(.role, "\(row.id)", at: row.assigned.position, from: row.from)
      fact.system = row.system
      fact.unit = row.unit
      fact.until = row.end
      fact.state = active(row.isInForce(at: asOf))
      fact.says = row.role.word
      found.append(fact)
    }
    return found + access(of: person, question)
  }

  private static func access(of person: PersonRow, _ question: ViewQuestion) -> [PersonFact] {
    let register = question.register
    let asOf = question.asOf
    var found: [PersonFact] = []
    for index in person.requests {
      let row = register.requests[index]
      guard let state = register.state(of: row, at: asOf) else { continue }
      var fact = PersonFact(
        .request, "\(row.id)", at: row.submitted.position, from: row.submitted.effective)
      fact.system = row.entitlement.system
      fact.state = .word(code: state.code, state.word)
      fact.says = Localized(verbatim: "\(row.entitlement)")
      found.append(fact)
      guard let decision = row.decision, decision.fact.effective <= asOf else { continue }
      var about = PersonFact(
        .decisionAbout, "\(row.id)", at: decision.fact.position, from: decision.fact.effective)
      about.system = row.entitlement.system
      about.state = .word(code: state.code, state.word)
      about.says = Localized(verbatim: question.phrasing.person(decision.decider))
      found.append(about)
    }
    for index in person.grants {
      let row = register.grants[index]
      guard let state = register.state(of: row, at: asOf) else { continue }
      var fact = PersonFact(
        .grant, "\(row.id)", at: row.begun.position, from: row.terms(at: asOf).from)
      fact.system = row.entitlement.system
      fact.until = register.end(of: row, at: asOf)?.at
      fact.state = .word(code: state.code, state.word)
      fact.says = Localized(verbatim: "\(row.entitlement)")
      found.append(fact)
    }
    return found
  }

  static func active(_ isActive: Bool) -> Cell {
    isActive
      ? .word(code: "active", Localized(en: "active", sv: "gäller"))
      : .word(code: "ended", Localized(en: "not now", sv: "gäller inte nu"))
  }
}

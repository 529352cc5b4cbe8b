import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// What the register has on persons elsewhere than with themselves: what they did, and what is said of them where other things are told.
struct PersonDeeds {
  private(set) var facts: [PersonID: [PersonFact]] = [:]
  private let persons: Set<PersonID>
  private let question: ViewQuestion

  init(_ question: ViewQuestion, of persons: Set<PersonID>) {
    self.question = question
    self.persons = persons
    keysAndAccounts()
    requests()
    grants()
    reviews()
    surroundings()
    incidents()
  }

  private mutating func add(_ person: PersonID?, _ fact: PersonFact) {
    guard let person, persons.contains(person) else { return }
    facts[person, default: []].append(fact)
  }

  private func happened(_ fact: Fact) -> Bool { fact.effective <= question.asOf }

  private func fact(
    _ kind: PersonFact.Kind, _ subject: String, _ fact: Fact, system: SystemID? = nil,
    state: Cell = .empty, says: Localized = Localized(verbatim: "")
  ) -> PersonFact {
    var made = PersonFact(kind, subject, at: fact.position, from: fact.effective)
    made.system = system
    made.state = state
    made.says = says
    return made
  }

  private mutating func keysAndAccounts() {
    for row in question.register.keys.values.sorted(by: {
      $0.enrolled.position < $1.enrolled.position
    }) where happened(row.enrolled) {
      let revoked = row.revoked.flatMap { happened($0) ? $0.effective : nil }
      var told = fact(
        .key, "\(row.fingerprint)", row.enrolled, state: PersonExtract.active(revoked == nil))
      told.until = revoked
      add(row.principal, told)
    }
    for row in question.register.accounts.rows where happened(row.found) {
      let details = row.details(at: question.asOf)
      for person in Set([details.owner].compactMap(\.self) + details.members).sorted() {
        add(
          person,
          fact(
            .account, "\(row.id)", row.found, system: row.system, state: .word(details.kind)))
      }
    }
  }

  private mutating func requests() {
    for row in question.register.requests.rows {
      let says = Localized(verbatim: "\(row.entitlement)")
      let system = row.entitlement.system
      if row.requester != row.person, happened(row.submitted) {
        add(
          row.requester,
          fact(.requestedFor, "\(row.id)", row.submitted, system: system, says: says))
      }
      if let opinion = row.endorsement, happened(opinion.fact) {
        for person in [opinion.endorser, opinion.actingFor] {
          add(
            person,
            fact(
              .endorsed, "\(row.id)", opinion.fact, system: system, state: .word(opinion.outcome),
              says: says))
        }
      }
      guard let decision = row.decision, happened(decision.fact) else { continue }
      let state: RequestState = decision.isApproval ? .approved : .denied
      for person in [decision.decider, decision.actingFor] {
        add(
          person,
          fact(
            .decided, "\(row.id)", decision.fact, system: system,
            state: .word(code: state.code, state.word), says: says))
      }
    }
  }

  private mutating func grants() {
    for row in question.register.grants.rows {
      let system = row.entitlement.system
      let says = Localized(verbatim: "\(row.entitlement)")
      for done in [row.provisioned].compactMap(\.self) + row.provisionedAgain
      where happened(done.fact) {
        add(done.by, fact(.carriedOut, "\(row.id)", done.fact, system: system, says: says))
      }
      if let removal = row.removal, happened(removal.fact) {
        add(removal.by, fact(.carriedOut, "\(row.id)", removal.fact, system: system, says: says))
      }
      for change in row.changes where change.request == nil && happened(change.fact) {
        add(change.by, fact(.decided, "\(row.id)", change.fact, system: system, says: says))
      }
      for stop in row.suspensions where happened(stop.fact) {
        add(
          stop.by,
          fact(
            .decided, "\(row.id)", stop.fact, system: system, state: .word(stop.cause), says: says))
        guard let resumed = stop.resumed, happened(resumed.fact) else { continue }
        add(resumed.by, fact(.decided, "\(row.id)", resumed.fact, system: system, says: says))
      }
      if let ending = row.ending, happened(ending.fact) {
        add(
          ending.by,
          fact(
            .decided, "\(row.id)", ending.fact, system: system, state: .word(ending.cause),
            says: says))
      }
      if let review = row.emergency?.review, happened(review.fact) {
        add(
          review.reviewer,
          fact(
            .decided, "\(row.id)", review.fact, system: system, state: .word(review.judgement),
            says: says))
      }
    }
  }

  private mutating func reviews() {
    for campaign in question.register.campaigns.rows {
      for item in campaign.items {
        let grant = question.register.grants[item.grant]
        for answer in item.decisions where happened(answer.fact) {
          let subject = "\(campaign.id)/\(item.grant)"
          let system = grant?.entitlement.system
          let says = Localized(verbatim: grant.map { "\($0.entitlement)" } ?? "")
          let state = Cell.word(answer.outcome)
          add(
            grant?.person,
            fact(.reviewAbout, subject, answer.fact, system: system, state: state, says: says))
          for person in [answer.reviewer, answer.actingFor] {
            add(
              person,
              fact(.reviewed, subject, answer.fact, system: system, state: state, says: says))
          }
        }
      }
    }
  }

  private mutating func surroundings() {
    let register = question.register
    for flag in register.flags.rows {
      guard let standing = flag.standing(at: question.asOf) else { continue }
      add(
        flag.flagged.person,
        fact(
          .flag, "\(flag.id)", flag.raised, system: flag.flagged.system,
          state: .word(code: standing.state.code, standing.state.word),
          says: flag.flagged.rule.word))
      for step in flag.steps where happened(step.fact) {
        guard let answer = step.resolved else { continue }
        add(
          answer.by,
          fact(
            .answered, "\(flag.id)", step.fact, system: flag.flagged.system,
            state: .word(answer.outcome), says: flag.flagged.rule.word))
      }
    }
    for row in register.separationExceptions.rows where happened(row.fact) {
      let exception = row.exception
      var told = fact(
        .separationException, "\(exception.exception)", row.fact,
        state: PersonExtract.active(
          exception.from <= question.asOf && question.asOf < exception.until),
        says: Localized(verbatim: "\(exception.rule)"))
      told.from = exception.from
      told.until = exception.until
      add(exception.person, told)
      for person in [exception.decider, exception.actingFor] {
        add(person, fact(.decided, "\(exception.exception)", row.fact, says: told.says))
      }
    }
    for row in register.secrecyInForce(at: question.asOf) {
      add(
        row.marking.person,
        fact(
          .secrecy, row.marking.targets.first?.text ?? "", row.fact,
          says: Localized(verbatim: row.marking.provision.text)))
    }
  }

  private mutating func incidents() {
    for row in question.register.incidents.rows {
      guard let standing = row.standing(at: question.asOf) else { continue }
      let secrecy = question.secrecy(of: row.id)
      let says = secrecy.map {
        Localized(en: "marked as secret, \($0)", sv: "sekretessmarkerad, \($0)")
      }
      var told: Set<PersonID> = []
      for person in row.persons(standing) where told.insert(person).inserted {
        add(
          person,
          fact(
            .incident, "\(row.id)", row.reported,
            state: secrecy == nil ? .word(code: standing.state.code, standing.state.word) : .empty,
            says: says ?? standing.triage?.category.word ?? Localized(verbatim: "")))
      }
    }
  }
}

public import AccessModel
import Chronology
import Diagnostics
public import EventSourcing
public import Events
public import Projections

/// Why somebody has, had or has not an access: need, endorsement, decision with its authority, execution, reviews, incidents, end.
public struct Why {
  public static let description = ViewDescription(
    "why",
    title: Localized(en: "Why a person has access", sv: "Varför en person har åtkomst"),
    question: Localized(
      en: "Why does a person have an access: on which need, whose decision and what authority?",
      sv: "Varför har en person en åtkomst: på vilket behov, vems beslut och vilken befogenhet?"),
    controls: [.documentedDecisions, .formalGrants, .accessRights, .approvals],
    filters: [.person, .entitlement, .grant], form: .story)

  let question: ViewQuestion
  let events: (UInt64) -> Recorded<AccessEvent>?

  /// - Parameter events: the event at a position; `nil` when it cannot be read.
  public init(
    _ question: ViewQuestion, events: @escaping (_ position: UInt64) -> Recorded<AccessEvent>?
  ) {
    self.question = question
    self.events = events
  }

  /// The story of what a person has of an entitlement: of several grants, that of the one that `can` answers with.
  public func story(person: PersonID, entitlement: EntitlementID) -> Story {
    let matter = AccessMatter(person: person, entitlement: entitlement, question)
    let answer = Can.answer(person: person, entitlement: entitlement, question)
    let name = question.phrasing.person(person)
    var story = Story(
      name: "why",
      title: title(of: answer, name, entitlement),
      conclusion: answer.reason, steps: [], notes: [])
    let told = matter.grant?.0
    if let told {
      story.steps = steps(of: told)
    } else if let (request, _) = matter.request {
      story.steps = steps(of: request)
    }
    story.notes = (told.map(flags) ?? []) + others(than: told?.id, in: matter)
    return story
  }

  /// The flags that stand on a grant, or on what it rests on.
  private func flags(on grant: GrantRow) -> [Localized] {
    question.openFlags(concerning: grant).map { flag, standing in
      let flagged = flag.flagged
      let facts = question.phrasing.words(of: flagged.evidence)
      let (word, state) = (flagged.rule.word, standing.state.word)
      return Localized(
        en:
          "Flag \(flag.id) on \(flagged.about.id), \(state.english): \(flagged.rule.title), \(word.english) (\(facts.english)). More: liggare stale show \(flag.id)",
        sv:
          "Flagga \(flag.id) på \(flagged.about.id), \(state.swedish): \(flagged.rule.title), \(word.swedish) (\(facts.swedish)). Mer: liggare stale show \(flag.id)"
      )
    }
  }

  /// Which other grants of the same the person has or had, and how to have one of them told.
  private func others(than told: GrantID?, in matter: AccessMatter) -> [Localized] {
    let others = matter.grants.filter { $0.row.id != told }
    guard let first = others.first?.row.id else { return [] }
    func list(_ language: Language) -> String {
      others.map { "\($0.row.id) (\($0.state.word.text(in: language)))" }.joined(separator: ", ")
    }
    return [
      Localized(
        en: "Other grants of the same: \(list(.english)). Their story: liggare why \(first)",
        sv:
          "Andra tilldelningar av samma slag: \(list(.swedish)). Deras historia: liggare why \(first)"
      )
    ]
  }

  /// The story of one grant, whoever's it is.
  public func story(of grant: GrantRow) -> Story {
    let holder =
      grant.person.map { question.phrasing.person($0) }
      ?? grant.account.map { question.phrasing.account($0) } ?? "?"
    let title = "\(grant.id): \(holder), \(grant.entitlement)"
    let conclusion =
      question.register.state(of: grant, at: question.asOf).map {
        GrantReason(grant, $0, question).answer.reason
      }
      ?? Localized(
        en: "No: \(grant.id) had not begun \(question.phrasing.time(question.asOf)).",
        sv: "Nej: \(grant.id) hade inte börjat \(question.phrasing.time(question.asOf)).")
    return Story(
      name: "why", title: Localized(en: "Why \(title)", sv: "Varför \(title)"),
      conclusion: conclusion, steps: steps(of: grant),
      notes: flags(on: grant)
        + (grant.person.map { person in
          others(
            than: grant.id,
            in: AccessMatter(person: person, entitlement: grant.entitlement, question))
        } ?? []))
  }

  private func title(
    of answer: AccessAnswer, _ name: String, _ entitlement: EntitlementID
  ) -> Localized {
    switch answer.ground {
    case .inEffect:
      Localized(en: "Why \(name) has \(entitlement)", sv: "Varför \(name) har \(entitlement)")
    case .expired, .revoked, .personLeft, .personMoved, .systemClosed,
      .removed:
      Localized(
        en: "Why \(name) had \(entitlement), and why it is over",
        sv: "Varför \(name) hade \(entitlement), och varför det är över")
    case .neverRequested, .awaitingEndorsement, .notEndorsed, .awaitingDecision, .returned,
      .denied, .withdrawn, .lapsed, .notCarriedOut, .notBegun, .suspended, .undecided:
      Localized(
        en: "Why \(name) may not use \(entitlement)",
        sv: "Varför \(name) inte får använda \(entitlement)")
    }
  }

  private func steps(of request: RequestRow) -> [Story.Step] {
    steps(at: positions(of: request))
  }

  private func steps(of grant: GrantRow) -> [Story.Step] {
    var positions = [grant.begun.position]
    if let request = grant.request.flatMap({ question.register.requests[$0] }) {
      positions += self.positions(of: request)
    }
    if let fact = grant.provisioned?.fact { positions.append(fact.position) }
    if let fact = grant.lastReview?.fact { positions.append(fact.position) }
    if let fact = grant.ending?.fact { positions.append(fact.position) }
    if let fact = grant.removal?.fact { positions.append(fact.position) }
    positions += life(of: grant)
    let end = question.register.end(of: grant, at: question.asOf)
    positions += grant.earlierReviews
    positions += reviews(of: grant)
    positions += incidents(during: grant, until: end)
    positions += causes(of: end, grant)
    positions += exceptions(behind: grant)
    positions += voided(of: grant)
    var steps = steps(at: positions)
    if let end, end.cause == .expired, end.at <= question.asOf {
      insert(end, of: grant, in: &steps)
    }
    return steps
  }

  /// The campaigns that a grant was an item of: who was asked, what they said, and what silence or an auditor made of it.
  private func reviews(of grant: GrantRow) -> [UInt64] {
    question.register.campaigns.rows.flatMap { campaign -> [UInt64] in
      guard let item = campaign.item(of: grant.id) else { return [] }
      return item.routings.map(\.fact.position) + item.decisions.map(\.fact.position)
        + item.lapses.map(\.fact.position) + campaign.closings.map(\.fact.position)
        + campaign.assessments.filter {
          $0.assessed.grants.isEmpty || $0.assessed.grants.contains(grant.id)
        }.map(\.fact.position)
    }
  }

  /// What happened to a grant between its beginning and its end.
  private func life(of grant: GrantRow) -> [UInt64] {
    let register = question.register
    var positions = grant.changes.map(\.fact.position)
    for request in grant.changes.compactMap({ $0.request.flatMap { register.requests[$0] } }) {
      positions += self.positions(of: request)
    }
    positions += grant.provisionedAgain.map(\.fact.position)
    for suspension in grant.suspensions {
      positions.append(suspension.fact.position)
      if let resumed = suspension.resumed { positions.append(resumed.fact.position) }
    }
    positions += register.suspensions(of: grant, at: question.asOf).map(\.position)
    if let fact = grant.expired { positions.append(fact.position) }
    if let fact = grant.emergency?.review?.fact { positions.append(fact.position) }
    let end = register.end(of: grant, at: question.asOf)?.at ?? .latest
    for absence in register.holder(of: grant)?.absences ?? []
    where absence.effect == .suspend && absence.from < end
      && absence.ended.map({ grant.decided.from < $0.effective }) ?? true
    {
      positions.append(absence.started.position)
      if let ended = absence.ended { positions.append(ended.position) }
    }
    return positions
  }

  private func positions(of request: RequestRow) -> [UInt64] {
    [
      request.submitted, request.returned?.fact, request.amended, request.endorsement?.fact,
      request.withdrawn, request.decision?.fact,
    ].compactMap { $0?.position }
  }

  /// Incidents in the system that were reported, or still handled, while the grant lasted, and those that the grant is linked to.
  private func incidents(during grant: GrantRow, until end: GrantEnd?) -> [UInt64] {
    let last = end?.at ?? .latest
    let first = min(grant.decided.from, grant.begun.effective)
    let incidents = question.register.incidents(about: grant.entitlement.system)
    return incidents.flatMap { incident -> [UInt64] in
      let links = incident.links(to: grant.id, at: question.asOf)
      let isDuring =
        incident.systems(at: question.asOf, in: question.register)
        .contains(grant.entitlement.system) && incident.reported.effective < last
        && incident.closed.map({ $0.effective >= first }) ?? true
      guard isDuring || !links.isEmpty else { return [] }
      return [incident.reported.position] + links.map(\.position)
        + (incident.closed.map { [$0.position] } ?? [])
    }
  }

  /// The events that ended the grant by way of its person or its system.
  private func causes(of end: GrantEnd?, _ grant: GrantRow) -> [UInt64] {
    guard let end else { return [] }
    switch end.cause {
    case .expired, .revoked: return []
    case .transferred:
      return question.register.holder(of: grant)
        .flatMap { question.register.unconfirmedTransfer(of: grant, by: $0) }.map { [$0.position] }
        ?? []
    case .affiliationEnded:
      let affiliations = question.register.holder(of: grant)?.affiliations ?? []
      return affiliations.filter { $0.end == end.at }.map { ($0.ended ?? $0.started).position }
    case .systemClosed:
      return (question.register.systems[grant.entitlement.system]?.statuses ?? [])
        .filter { $0.fact.effective == end.at }.map { $0.fact.position }
    }
  }

  /// The exceptions from segregation of duties that let the person hold this together with something else, and their rules.
  private func exceptions(behind grant: GrantRow) -> [UInt64] {
    let register = question.register
    return register.separationExceptions.rows.flatMap { row -> [UInt64] in
      let exception = row.exception
      guard exception.person == grant.person, let rule = register.separationRules[exception.rule],
        exception.from <= question.asOf, row.fact.effective <= question.asOf,
        exception.until > max(grant.decided.from, grant.begun.effective)
      else { return [] }
      let versions = rule.versions.filter {
        $0.rule.from <= question.asOf
          && ($0.rule.first + $0.rule.second).contains(grant.entitlement)
      }
      guard let adopted = versions.last else { return [] }
      return [adopted.fact.position, row.fact.position]
    }
  }

  private func insert(_ end: GrantEnd, of grant: GrantRow, in steps: inout [Story.Step]) {
    let place = steps.firstIndex { $0.recorded.map { $0 > end.at } ?? false } ?? steps.endIndex
    let when = question.phrasing.end(end.at)
    steps.insert(
      Story.Step(
        position: nil, type: end.cause.code, effective: end.at, recorded: nil, lateness: .inTime,
        sentence: Localized(
          en: "The time of \(grant.id) ran out \(when.english)",
          sv: "Tiden för \(grant.id) gick ut \(when.swedish)"),
        details: []),
      at: place)
  }
}

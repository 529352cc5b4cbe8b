import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// Every item of the reviews, what its reviewer is shown, what was said, and what came of it.
///
/// With the empty columns for programs filled in, it is the list that a reviewer hands in.
public enum ReviewItems: RegisterView {
  static let reviewer = Column.identifier("reviewer", Localized(en: "Reviewer", sv: "Granskare"))
  private static let answer = Column(key: "answer", title: Localized(en: "Answer", sv: "Svar"))
  private static let delta = Column(
    key: "delta", title: Localized(en: "Since last time", sv: "Sedan sist"))
  private static let hints = Column(
    key: "hints", title: Localized(en: "Speaks against", sv: "Talar emot"))
  private static let level = Column.number("level", Localized(en: "Level", sv: "Nivå"))
  private static let privilege = Column.hidden(
    "privilege", Localized(en: "Privilege", sv: "Makt"))
  private static let peers = Column(
    key: "peers", title: Localized(en: "Colleagues with it", sv: "Kollegor med den"))
  private static let previous = Column(
    key: "previous", title: Localized(en: "Last time", sv: "Förra gången"))
  private static let decided = Column(
    key: "decided_at", title: Localized(en: "Answered", sv: "Besvarad"))
  private static let carriedOut = Column(
    key: "carried_out_at", title: Localized(en: "Carried out", sv: "Genomförd"))
  private static let observed = Column(
    key: "observed_at", title: Localized(en: "Seen in the system", sv: "Sett i systemet"))
  private static let form: [Column] = [
    .hidden("outcome", Localized(en: "Outcome", sv: "Utfall")),
    .hidden("reason", Localized(en: "Reason", sv: "Skäl")),
    .hidden("until", Localized(en: "Until", sv: "Till")),
    .hidden("review_days", Localized(en: "Days between reviews", sv: "Dagar mellan granskningar")),
    .hidden("bulk", Localized(en: "Marked together", sv: "Massmarkerad")),
    .hidden("seconds", Localized(en: "Seconds", sv: "Sekunder")),
    .hidden("seen", Localized(en: "Digest of what was shown", sv: "Kontrollsumma för det visade")),
    .hidden("seen_at", Localized(en: "Events it rests on", sv: "Händelser det vilar på")),
  ]

  public static let description = ViewDescription(
    "review-items",
    title: Localized(en: "Items of reviews", sv: "Granskningsposter"),
    question: Localized(
      en: "What is each reviewer to look at, what was said of it, and what came of that?",
      sv: "Vad ska varje granskare titta på, vad sades om det, och vad blev det av det?"),
    controls: [.accessRights, .followUp, .segregation],
    columns: [
      Campaigns.review, .grant, .person, .name, .system, .entitlement,
      .hidden("review_scope", ScopeSubject.word),
      .state, reviewer, answer, delta, hints, level, privilege, peers, previous, .ends, .due,
      decided, carriedOut, observed,
    ] + form, key: ["review", "grant"],
    filters: [.review, .person, .system, .entitlement, .unit],
    remark: Localized(
      en:
        "The last columns are for programs: fill in outcome and reason, and hand the list in with liggare review decide REVIEW --file.",
      sv:
        "De sista kolumnerna är för program: fyll i outcome och reason, och lämna in listan med liggare review decide GRANSKNING --file."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    return question.campaigns(ofAnySystem: true).flatMap { campaign, _ in
      campaign.items.compactMap { item -> [Cell]? in
        guard let grant = register.grants[item.grant], question.filter.admits(grant.entitlement),
          question.filter.admits(grant.person), question.admits(unitOf: grant.person)
        else { return nil }
        return row(item, grant, campaign, question)
      }
    }
  }

  private static func row(
    _ item: ReviewItemRow, _ grant: GrantRow, _ campaign: CampaignRow, _ question: ViewQuestion
  ) -> [Cell] {
    let asOf = question.asOf
    let register = question.register
    let state = register.state(of: item, in: campaign, at: asOf)
    let sight = register.reviewSight(of: grant.id)
    let answer = item.conclusion(at: asOf) ?? item.answers(at: asOf).last
    let hints = sight?.hints ?? []
    let done = carriedOut(answer, grant, at: asOf)
    return [
      .id(campaign.id), .id(grant.id), .id(grant.person),
      .text(orEmpty: grant.person.flatMap(question.names)), .id(grant.entitlement.system),
      .id(grant.entitlement.name), .id(sight?.scope), .word(code: state.code, state.word),
      .list(item.reviewers(at: asOf).map { "\($0.reviewer)" }),
      answer.map { .word($0.outcome) } ?? .empty, sight.map { .word($0.delta) } ?? .empty,
      .list(
        hints.map {
          question.reader == .people ? $0.word.text(in: question.language) : "\($0.code)"
        }),
      .integer(orEmpty: sight?.level), sight.map { .word($0.privilege) } ?? .empty,
      sight.map { .text("\($0.peersWithIt)/\($0.peers)") } ?? .empty,
      sight?.previous.map { .word($0) } ?? .empty, .end(orEmpty: sight?.until),
      .bound(campaign.plan.due, .end), .instant(orEmpty: answer?.fact.effective),
      .instant(orEmpty: done), .instant(orEmpty: observed(answer, done, grant, question)),
      .empty, .empty, .empty, .empty,
      .empty, .empty,
      state.isOpen || state == .suspended ? .text(orEmpty: sight.map { "\($0.digest)" }) : .empty,
      state.isOpen || state == .suspended
        ? .integer(orEmpty: sight.map { Int($0.position) }) : .empty,
    ]
  }

  /// When what was said had been done in the system: its removal was confirmed, or what is smaller was carried out there.
  private static func carriedOut(
    _ answer: ItemDecisionRow?, _ grant: GrantRow, at moment: Instant
  ) -> Instant? {
    guard let answer, let final = answer.final else { return nil }
    switch final {
    case .keep, .keepUntil, .cannotJudge: return nil
    case .revoke:
      return grant.removal.flatMap { $0.fact.effective <= moment ? $0.fact.effective : nil }
    case .reduce:
      return grant.provisionedAgain.first {
        $0.fact.position > answer.fact.position && $0.at <= moment
      }?.at
    }
  }

  /// When a reconciliation first found the system to be as the answer wants it.
  private static func observed(
    _ answer: ItemDecisionRow?, _ done: Instant?, _ grant: GrantRow, _ question: ViewQuestion
  ) -> Instant? {
    guard let answer, let final = answer.final else { return nil }
    switch final {
    case .cannotJudge: return nil
    case .keep, .keepUntil:
      return question.register.observation(
        of: grant, isGone: false, from: answer.fact.effective, to: question.asOf)
    case .revoke, .reduce:
      guard let done else { return nil }
      return question.register.observation(
        of: grant, isGone: final == .revoke, from: done, to: question.asOf)
    }
  }
}

extension ViewQuestion {
  /// The campaigns that the filter lets through by their name; what they are about is not looked at.
  func campaigns(ofAnySystem: Bool) -> [(campaign: CampaignRow, state: CampaignState)] {
    var wide = self
    wide.filter.systems = []
    wide.filter.persons = []
    return wide.campaigns()
  }
}

import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from a reviewer's answer: the answer, what it does to the grant at once, and the second stage where there is one.
enum ReviewAnswering {
  static func answer(
    _ command: AnswerReviewItem, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let campaign = try ReviewDecider.campaign(command.review, in: state)
    guard let grant = state.grants[command.grant] else {
      throw ReferenceCodes.unknown(command.grant)
    }
    guard state.persons.contains(command.reviewer) else {
      throw ReferenceCodes.unknown(command.reviewer)
    }
    try ReferenceCodes.check(days: command.reviewDays)
    guard let item = campaign.item(of: command.grant) else {
      throw Rejection(FrozenPopulation.violation(.grant(command.grant), review: campaign.id))
    }
    let moment = drafting.context.moment
    let asked = item.reviewers(at: moment)
    let stage = asked.last?.stage
    let sight = state.reviewSight(of: grant.id)
    let result = state.reviewResult(
      of: command.outcome, stage: stage, item, campaign.plan, at: moment)
    let decided = ReviewItemDecided(
      review: campaign.id, grant: grant.id, reviewer: command.reviewer, outcome: command.outcome,
      actingFor: actingFor(command.reviewer, asked, grant, given: state, at: moment),
      stage: stage, result: result, until: command.until, scope: command.scope,
      reviewDays: command.reviewDays, bulk: command.isBulk ? .yes : nil,
      seen: command.seen?.digest ?? sight?.digest,
      seenAt: command.seen?.position ?? sight?.position,
      hint: command.seen?.hasHint ?? sight?.speaksAgainst ?? false ? .yes : nil,
      seconds: command.seconds, verified: command.statement?.verified,
      statedIn: command.statement?.file)
    var drafts = [try drafting.draft(.review(.itemDecided(decided)), about: grant.person)]
    guard let final = stage == nil ? command.outcome : result else {
      drafts.append(
        try secondStage(of: grant, campaign, besides: command.reviewer, given: state, drafting))
      return drafts
    }
    if let narrowed = narrowing(of: grant, by: decided, final, item, at: moment) {
      drafts.append(try drafting.draft(.grant(.narrowed(narrowed)), about: grant.person))
    }
    return drafts
  }

  /// For whom somebody answers who was not asked themselves.
  private static func actingFor(
    _ reviewer: PersonID, _ asked: [RoutingRow], _ grant: GrantRow, given state: Register,
    at moment: Instant
  ) -> PersonID? {
    if let own = asked.last(where: { $0.reviewer == reviewer }) { return own.actingFor }
    return asked.last {
      state.isDeputy(reviewer, of: $0.reviewer, in: grant.entitlement.system, at: moment)
    }?.reviewer
  }

  private static func secondStage(
    of grant: GrantRow, _ campaign: CampaignRow, besides first: PersonID, given state: Register,
    _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    guard
      let choice = state.reviewer(
        of: grant, by: campaign.plan.second ?? campaign.plan.fallback, or: campaign.plan.fallback,
        at: drafting.context.moment, besides: [first])
    else { throw Rejection(SomebodyReviews.violation(grants: [grant.id])) }
    return try drafting.draft(
      .review(
        .itemRouted(
          ReviewItemRouted(
            review: campaign.id, routing: .assign, grants: [grant.id], reviewer: choice.reviewer,
            actingFor: choice.actingFor, role: choice.role, from: first, cause: .secondStage,
            stage: 2))),
      about: grant.person)
  }

  /// What the answer that prevails makes of the grant in the same command: less of it, or an end.
  private static func narrowing(
    of grant: GrantRow, by decided: ReviewItemDecided, _ final: ReviewOutcome,
    _ item: ReviewItemRow, at moment: Instant
  ) -> GrantNarrowed? {
    guard final == .reduce || final == .keepUntil else { return nil }
    var terms = (until: decided.until, scope: decided.scope, days: decided.reviewDays)
    if decided.outcome != final,
      let first = item.answers(at: moment).last(where: { $0.outcome == final })
    {
      terms = (first.until, first.scope, first.reviewDays)
    }
    guard terms.until != nil || terms.scope != nil || terms.days != nil else { return nil }
    return GrantNarrowed(
      grant: grant.id, by: decided.reviewer, scope: terms.scope, until: terms.until,
      reviewDays: terms.days)
  }
}

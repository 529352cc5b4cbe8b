public import AccessModel
public import Chronology
import Diagnostics
public import Events
import Policies

/// What the rules have against a reviewer's answer.
extension Register {
  func violations(
    of item: ReviewItemDecided, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found.add(
      NoSelfReview.check(
        reviewer: item.reviewer, actingFor: item.actingFor, subject: grants[item.grant]?.person))
    found.add(shown(proposal, by: item.reviewer, hasEvidence: false))
    if let request = grants[item.grant]?.request.flatMap({ requests[$0] }) {
      found += stepViolations(.review, by: item.reviewer, on: request, in: proposal, under: policy)
    }
    // A round that was taken over, or what is confirmed after a move, has no campaign.
    guard let campaign = campaigns[item.review] else { return found }
    guard let grant = grants[item.grant], let start = campaign.start,
      let row = campaign.item(of: item.grant)
    else {
      found.append(FrozenPopulation.violation(.grant(item.grant), review: item.review))
      return found
    }
    if state(of: campaign, at: proposal.effective)?.isRunning != true {
      found.append(
        ReviewOrder.violation(
          review: item.review,
          state: (state(of: campaign, at: proposal.effective) ?? .planned).word))
    }
    let state = state(of: row, in: campaign, at: proposal.effective)
    if state == .revoked || state == .expired || state == .ended {
      found.append(ReviewOrder.violation(review: item.review, state: state.word))
    }
    let rules = reviewRules(
      of: campaign.plan, startedAt: start.fact.effective, at: proposal.effective)
    found += reviewerViolations(of: item, grant, row, in: proposal, under: rules)
    found.add(
      ReviewReason.check(
        grant: item.grant, outcome: item.outcome, hasHint: item.hint == .yes,
        hasReason: proposal.hasReason))
    found.add(
      AnswerFitsOutcome.check(
        grant: item.grant, outcome: item.outcome, hasUntil: item.until != nil,
        hasTerms: item.scope != nil || item.reviewDays != nil))
    found.add(
      ReviewClock.check(
        given: proposal.effective, started: start.fact.effective,
        until: item.outcome == .keepUntil ? item.until : nil,
        end: end(of: grant, at: proposal.effective)?.at))
    found += stageViolations(of: item, row, campaign.plan, at: proposal.effective)
    found += diligenceViolations(of: item, row, campaign, in: proposal, under: rules)
    if let seenAt = item.seenAt, seenAt == Int64(clamping: position), let seen = item.seen,
      let sight = reviewSight(of: item.grant),
      sight.digest != seen || (item.hint == .yes) != sight.speaksAgainst
    {
      found.append(ShownEvidence.violation(grant: item.grant, position: seenAt))
    }
    return found
  }

  /// REV-02, INV-31, INV-37.
  private func reviewerViolations(
    of item: ReviewItemDecided, _ grant: GrantRow, _ row: ReviewItemRow, in proposal: Proposal,
    under rules: ReviewRules
  ) -> [Diagnostic] {
    let moment = proposal.effective
    var found: [Diagnostic] = []
    let asked = row.reviewers(at: moment)
    found.add(
      RoutedReviewer.check(
        reviewer: item.reviewer, grant: item.grant, asked: asked.map(\.reviewer),
        isAsked: mayAnswer(item.reviewer, actingFor: item.actingFor, asked, grant, at: moment)))
    found.add(
      NoSelfReview.check(
        reviewer: item.reviewer, deciders: reviewedDeciders(of: grant),
        isApart: rules.keepsDeciderApart))
    found.add(
      ReviewedFromAbove.check(
        reviewer: item.reviewer, actingFor: item.actingFor, grant: item.grant,
        allowed: reviewersAbove(grant, at: moment)?.map(\.reviewer)))
    return found
  }

  /// Whether somebody may answer an item: they were asked, or are deputy for somebody who was.
  public func mayAnswer(
    _ reviewer: PersonID, actingFor: PersonID?, _ asked: [RoutingRow], _ grant: GrantRow,
    at moment: Instant
  ) -> Bool {
    asked.contains { row in
      if row.reviewer == reviewer { return actingFor == nil || actingFor == row.actingFor }
      return actingFor == row.reviewer
        && isDeputy(reviewer, of: row.reviewer, in: grant.entitlement.system, at: moment)
    }
  }

  /// REV-12.
  private func stageViolations(
    of item: ReviewItemDecided, _ row: ReviewItemRow, _ plan: ReviewCampaignPlanned,
    at moment: Instant
  ) -> [Diagnostic] {
    let stage = row.reviewers(at: moment).last?.stage
    guard item.stage == stage else {
      return [
        TwoStagesCombined.check(
          grant: item.grant, stated: item.result ?? item.outcome, expected: nil)
      ].compactMap(\.self)
    }
    let expected = reviewResult(of: item.outcome, stage: stage, row, plan, at: moment)
    return [
      TwoStagesCombined.check(grant: item.grant, stated: item.result, expected: expected)
    ].compactMap(\.self)
  }

  /// What an answer comes to with that of the stage before it; `nil` in one stage, and while the second stage is to come.
  public func reviewResult(
    of outcome: ReviewOutcome, stage: Int64?, _ row: ReviewItemRow, _ plan: ReviewCampaignPlanned,
    at moment: Instant
  ) -> ReviewOutcome? {
    guard let stage, let strategy = plan.strategy else { return nil }
    guard stage == 2 else { return strategy.combined(outcome, nil) }
    let first = row.answers(at: moment).last { $0.stage == 1 }?.outcome ?? .cannotJudge
    return strategy.combined(first, outcome)
  }

  /// REV-04 and REV-13.
  private func diligenceViolations(
    of item: ReviewItemDecided, _ row: ReviewItemRow, _ campaign: CampaignRow,
    in proposal: Proposal, under rules: ReviewRules
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    // A deputy answers what was given to them, or to whom they stand in for.
    let asked = [item.reviewer, item.actingFor]
    var sitting = 1
    var given = 0
    var kept = 0
    for other in campaign.items {
      if other.routings.contains(where: { $0.routing != .remind && asked.contains($0.reviewer) }) {
        given += 1
      }
      let own = other.decisions.filter { $0.reviewer == item.reviewer }
      if own.contains(where: { $0.fact.recorded == proposal.recorded }) { sitting += 1 }
      if other.grant == item.grant {
        if item.bulk == .yes, item.outcome == .keep { kept += 1 }
      } else if own.last.map({ $0.isBulk && $0.outcome == .keep }) ?? false {
        kept += 1
      }
    }
    found.add(
      SittingLimit.check(reviewer: item.reviewer, items: sitting, most: rules.sittingItemsMax))
    if item.bulk == .yes, item.outcome == .keep {
      found.add(
        BulkKeepLimit.check(
          reviewer: item.reviewer, kept: kept, of: given, percent: rules.bulkKeepPercentMax))
    }
    return found
  }
}

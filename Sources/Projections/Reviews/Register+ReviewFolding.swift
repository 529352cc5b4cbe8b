import AccessModel
import Chronology
import Events

/// The family that is about reviews.
extension Register {
  mutating func apply(
    _ event: ReviewEvent, _ fact: Fact, by principal: PersonID, hasReason: Bool
  ) {
    switch event {
    case .campaignPlanned(let plan):
      guard !campaigns.contains(plan.review) else { return }
      campaigns.add(CampaignRow(plan: plan, planned: fact))
    case .campaignStarted(let started):
      campaigns.change(started.review) {
        guard $0.start == nil else { return }
        $0.start = CampaignStartRow(started: started, fact: fact)
      }
    case .itemRouted(let routed): route(routed, fact)
    case .itemDecided(let item):
      decide(item, fact, hasReason: hasReason)
      guard let outcome = item.stage == nil ? item.outcome : item.result else { return }
      conclude(item, outcome, fact)
    case .itemLapsed(let lapsed): lapse(lapsed, fact, by: principal)
    case .effectsReleased(let released):
      campaigns.change(released.review) {
        $0.releases.append(ReleaseRow(released: released, fact: fact))
      }
    case .campaignClosed(let closed):
      campaigns.change(closed.review) {
        $0.closings.append(CampaignClosingRow(closed: closed, fact: fact))
      }
    case .campaignAssessed(let assessed):
      campaigns.change(assessed.review) { campaign in
        campaign.assessments.append(AssessmentRow(assessed: assessed, fact: fact))
        guard assessed.outcome == .rejected else { return }
        let named = Set(assessed.grants)
        for index in campaign.items.indices
        where named.isEmpty || named.contains(campaign.items[index].grant) {
          campaign.items[index].openAgain(fact)
        }
      }
    }
  }

  private mutating func route(_ routed: ReviewItemRouted, _ fact: Fact) {
    let row = RoutingRow(
      routing: routed.routing, reviewer: routed.reviewer, actingFor: routed.actingFor,
      role: routed.role, cause: routed.cause, stage: routed.stage, step: routed.step, fact: fact)
    campaigns.change(routed.review) { campaign in
      guard let start = campaign.start else { return }
      var places: [GrantID: Int] = [:]
      for (place, item) in campaign.items.enumerated() { places[item.grant] = place }
      for grant in routed.grants {
        if let place = places[grant] {
          campaign.items[place].routings.append(row)
          if routed.cause.opensAgain { campaign.items[place].openAgain(fact) }
        } else if campaign.items.count < start.started.items, routed.routing == .assign {
          places[grant] = campaign.items.count
          campaign.items.append(ReviewItemRow(grant: grant, routings: [row]))
        }
      }
    }
  }

  private mutating func decide(_ item: ReviewItemDecided, _ fact: Fact, hasReason: Bool) {
    campaigns.change(item.review) { campaign in
      guard let place = campaign.items.firstIndex(where: { $0.grant == item.grant }) else { return }
      campaign.items[place].decisions.append(
        ItemDecisionRow(
          reviewer: item.reviewer, actingFor: item.actingFor, outcome: item.outcome,
          stage: item.stage, result: item.result, until: item.until, scope: item.scope,
          reviewDays: item.reviewDays, isBulk: item.bulk == .yes, seen: item.seen,
          seenAt: item.seenAt, hasHint: item.hint == .yes, hasReason: hasReason,
          seconds: item.seconds, fact: fact))
    }
  }

  /// What an answer makes of the grant itself.
  private mutating func conclude(
    _ item: ReviewItemDecided, _ outcome: ReviewOutcome, _ fact: Fact
  ) {
    if outcome == .keep || outcome == .keepUntil, let person = grants[item.grant]?.person {
      persons.change(person) {
        guard $0.hasMoved else { return }
        $0.confirmations.append(
          ConfirmationRow(grant: item.grant, reviewer: item.reviewer, fact: fact))
      }
    }
    grants.change(item.grant) { grant in
      if let last = grant.lastReview { grant.earlierReviews.append(last.fact.position) }
      grant.lastReview = ReviewRow(
        review: item.review, reviewer: item.reviewer, outcome: outcome, fact: fact)
      if outcome.resetsClock { grant.confirmed.append(fact.effective) }
      if outcome == .revoke {
        grant.end(EndingRow(by: item.reviewer, cause: .review, fact: fact))
      }
    }
  }

  private mutating func lapse(_ lapsed: ReviewItemLapsed, _ fact: Fact, by principal: PersonID) {
    let named = Set(lapsed.grants)
    campaigns.change(lapsed.review) { campaign in
      for index in campaign.items.indices where named.contains(campaign.items[index].grant) {
        campaign.items[index].lapses.append(
          LapseRow(effect: lapsed.effect, due: lapsed.due, fact: fact))
      }
    }
    for id in lapsed.grants {
      grants.change(id) { grant in
        switch lapsed.effect {
        case .expire: grant.end(EndingRow(by: principal, cause: .review, fact: fact))
        case .suspend:
          grant.suspensions.append(
            SuspensionRow(by: principal, cause: .overdueReview, fact: fact))
        case .escalate: break
        }
      }
    }
  }
}

extension ReviewItemRow {
  /// Opens the item again, unless what came of it took the access away for good. (INV-22)
  mutating func openAgain(_ fact: Fact) {
    guard decisions.last?.final != .revoke, lapses.last?.effect != .expire else { return }
    openedAgain = fact
  }
}

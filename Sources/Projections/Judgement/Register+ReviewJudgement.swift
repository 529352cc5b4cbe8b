public import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

/// What the rules have against an event of a review.
extension Register {
  func violations(
    of event: ReviewEvent, in proposal: Proposal, under policy: AccessPolicy
  ) -> [Diagnostic] {
    switch event {
    case .campaignPlanned(let plan): return violations(of: plan, in: proposal)
    case .itemDecided(let item): return violations(of: item, in: proposal, under: policy)
    case .campaignStarted, .itemRouted, .itemLapsed, .effectsReleased, .campaignClosed,
      .campaignAssessed:
      break
    }
    guard let campaign = campaigns[event.review] else {
      return [
        ReviewOrder.violation(
          review: event.review, state: Localized(en: "not planned", sv: "inte planerad"))
      ]
    }
    switch event {
    case .campaignPlanned, .itemDecided: return []
    case .campaignStarted(let started): return violations(of: started, of: campaign, in: proposal)
    case .itemRouted(let routed): return violations(of: routed, in: campaign, proposal)
    case .itemLapsed(let lapsed): return violations(of: lapsed, in: campaign, proposal)
    case .effectsReleased(let released):
      var found = unless(campaign, isIn: \.isRunning, proposal)
      found.add(shown(proposal, by: released.by, hasEvidence: false))
      found.add(
        StatedReason.check(of: "\(campaign.id)", hasReason: proposal.hasReason))
      return found
    case .campaignClosed(let closed): return violations(of: closed, of: campaign, in: proposal)
    case .campaignAssessed(let assessed):
      return violations(of: assessed, of: campaign, in: proposal)
    }
  }

  /// REV-01, when the campaign does not stand where it must.
  private func unless(
    _ campaign: CampaignRow, isIn isAllowed: (CampaignState) -> Bool, _ proposal: Proposal
  ) -> [Diagnostic] {
    let state = state(of: campaign, at: proposal.effective) ?? .planned
    return isAllowed(state)
      ? [] : [ReviewOrder.violation(review: campaign.id, state: state.word)]
  }

  private func violations(
    of plan: ReviewCampaignPlanned, in proposal: Proposal
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found.add(shown(proposal, by: plan.planner, hasEvidence: false))
    let rules = reviewRules(of: plan, startedAt: nil, at: proposal.effective)
    found += reviewFaults(of: plan, under: rules, in: proposal.zone).map(ReviewPlanHolds.violation)
    return found
  }

  /// What is wrong with a plan by the rules.
  private func reviewFaults(
    of plan: ReviewCampaignPlanned, under rules: ReviewRules, in zone: TimeZoneRules
  ) -> [ReviewPlanHolds.Fault] {
    var faults: [ReviewPlanHolds.Fault] = []
    let isScoped =
      switch plan.axis {
      case .unit: plan.unit != nil
      case .system: plan.system != nil
      case .privileged: true
      case .event:
        plan.unit != nil || plan.system != nil || plan.entitlement != nil || plan.person != nil
      }
    if !isScoped { faults.append(.noScope(plan.axis)) }
    if (plan.axis == .event) != (plan.trigger != nil) { faults.append(.noTrigger) }
    if plan.due <= plan.opens { faults.append(.period) }
    for role in [plan.reviewer, plan.fallback] + [plan.second].compactMap(\.self)
    where !Self.reviewerRoles.contains(role) {
      faults.append(.role(role))
    }
    if (plan.second == nil) != (plan.strategy == nil) || rules.stages == 2 && plan.second == nil {
      faults.append(.oneStage)
    }
    let order = [NoResponseEffect.expire, .suspend, .escalate]
    if let own = order.firstIndex(of: plan.onNoResponse),
      let least = order.firstIndex(of: rules.onNoResponse), own > least
    {
      faults.append(.tooMild(rules.onNoResponse))
    }
    if let latest = rules.open.deadline(after: plan.opens, in: zone),
      zone.end(of: zone.day(of: latest)) < plan.due
    {
      faults.append(.lateDue)
    }
    return faults
  }

  /// The roles in which somebody can be asked to review.
  public static let reviewerRoles: [Role] = [
    .manager, .steward, .owner, .head, .securityCoordinator,
  ]

  private func violations(
    of started: ReviewCampaignStarted, of campaign: CampaignRow, in proposal: Proposal
  ) -> [Diagnostic] {
    var found = unless(campaign, isIn: { $0 == .planned }, proposal)
    if found.isEmpty, proposal.effective < campaign.plan.opens {
      found.append(
        ReviewOrder.violation(
          review: campaign.id,
          state: Localized(
            en: "opens \(campaign.plan.opens)", sv: "öppnar \(campaign.plan.opens)")))
    }
    let population = reviewPopulation(of: campaign.plan, at: proposal.effective)
    if started.asOf != Int64(clamping: position) {
      found.append(FrozenPopulation.violation(.position, review: campaign.id))
    }
    if started.items != Int64(population.count) {
      found.append(FrozenPopulation.violation(.items, review: campaign.id))
    } else if started.manifest != reviewManifest(of: population, at: proposal.effective) {
      found.append(FrozenPopulation.violation(.manifest, review: campaign.id))
    }
    let rules = reviewRules(of: campaign.plan, startedAt: nil, at: proposal.effective)
    found.add(
      FreshSources.check(
        oldest: oldestReviewSource(of: population, at: proposal.effective),
        limit: rules.sourceAge, at: proposal.effective,
        isOverridden: started.sourceOverride == .yes && proposal.hasReason))
    return found
  }

  private func violations(
    of routed: ReviewItemRouted, in campaign: CampaignRow, _ proposal: Proposal
  ) -> [Diagnostic] {
    guard let start = campaign.start else {
      return [ReviewOrder.violation(review: campaign.id, state: CampaignState.planned.word)]
    }
    var found: [Diagnostic] = []
    if campaign.closing(at: proposal.effective) != nil {
      found += unless(campaign, isIn: \.isRunning, proposal)
    }
    var room = Int(clamping: start.started.items) - campaign.items.count
    let known = Set(campaign.items.map(\.grant))
    for id in routed.grants {
      if !known.contains(id) {
        room -= 1
        if room < 0 || routed.routing != .assign {
          found.append(FrozenPopulation.violation(.grant(id), review: campaign.id))
        }
      }
      guard let grant = grants[id] else { continue }
      found.add(
        NoSelfReview.check(
          reviewer: routed.reviewer, actingFor: routed.actingFor, subject: grant.person))
      found.add(
        ReviewedFromAbove.check(
          reviewer: routed.reviewer, actingFor: routed.actingFor, grant: id,
          allowed: reviewersAbove(grant, at: proposal.effective)?.map(\.reviewer)))
    }
    return found
  }

  private func violations(
    of lapsed: ReviewItemLapsed, in campaign: CampaignRow, _ proposal: Proposal
  ) -> [Diagnostic] {
    var found = unless(campaign, isIn: \.isRunning, proposal)
    let rules = reviewRules(
      of: campaign.plan, startedAt: campaign.start?.fact.effective, at: proposal.effective)
    var gone: Set<GrantID> = []
    for id in lapsed.grants {
      guard let item = campaign.item(of: id) else {
        found.append(FrozenPopulation.violation(.grant(id), review: campaign.id))
        continue
      }
      if let objection = objection(
        to: lapsed.effect, on: item, in: campaign, at: proposal.effective, under: rules,
        without: gone)
      {
        found.append(
          SilenceNeverKeeps.violation(objection, grant: id, effect: lapsed.effect))
      }
      gone.insert(id)
    }
    let before = campaign.items.count { item in
      item.lapses.contains { $0.fact.recorded == proposal.recorded }
    }
    found.add(
      RemovalBreaker.check(
        review: campaign.id, due: before + lapsed.grants.count, of: campaign.items.count,
        percent: rules.breakerPercent, count: rules.breakerItems,
        released: releasedItems(of: campaign, before: proposal.recorded)))
    return found
  }

  private func violations(
    of closed: ReviewCampaignClosed, of campaign: CampaignRow, in proposal: Proposal
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let moment = proposal.effective
    if closed.outcome == .cancelled {
      found += unless(campaign, isIn: { $0 == .planned || $0.isRunning }, proposal)
      found.add(StatedReason.check(of: "\(campaign.id)", hasReason: proposal.hasReason))
      found.add(shown(proposal, by: closed.by, hasEvidence: false))
      return found
    }
    found += unless(campaign, isIn: \.isRunning, proposal)
    let totals = totals(of: campaign, at: moment)
    if totals.open > 0 {
      found.append(WholeClosing.violation(.open(totals.open), review: campaign.id))
    }
    let isWhole =
      closed.items == Int64(campaign.items.count)
      && campaign.start?.started.items == closed.items
    if !isWhole || totals.open == 0 && closed.totals.counts != totals.counts {
      found.append(WholeClosing.violation(.totals, review: campaign.id))
    }
    if let attester = closed.attester {
      let heads = accountableHeads(
        system: campaign.plan.system ?? campaign.plan.entitlement?.system,
        unit: campaign.plan.unit, at: moment)
      if !heads.contains(attester) {
        found.append(
          WholeClosing.violation(.attester(attester, accountable: heads), review: campaign.id))
      }
      found.add(shown(proposal, by: attester, hasEvidence: false))
    } else {
      found.append(WholeClosing.violation(.noAttester, review: campaign.id))
    }
    let pending = campaign.items.filter { item in
      guard let conclusion = item.conclusion(at: moment), conclusion.final == .reduce else {
        return false
      }
      return !isReduced(item.grant, since: conclusion.fact, at: moment)
    }
    found.add(OutcomeHasEffect.violation(grants: pending.map(\.grant), review: campaign.id))
    return found
  }

  private func violations(
    of assessed: ReviewCampaignAssessed, of campaign: CampaignRow, in proposal: Proposal
  ) -> [Diagnostic] {
    var found = unless(campaign, isIn: { $0 == .closed }, proposal)
    let isAuditor = assignments(of: assessed.auditor, at: proposal.effective).contains {
      $0.role == .auditor
    }
    let tookPart =
      campaign.plan.planner == assessed.auditor
      || campaign.closings.contains {
        $0.closed.attester == assessed.auditor || $0.closed.by == assessed.auditor
      }
      || campaign.items.contains { item in
        item.decisions.contains { $0.reviewer == assessed.auditor }
      }
    found.add(
      IndependentAssessor.check(
        auditor: assessed.auditor, isAuditor: isAuditor, tookPart: tookPart))
    found.add(shown(proposal, by: assessed.auditor, hasEvidence: false))
    if assessed.outcome == .rejected {
      found.add(StatedReason.check(of: "\(campaign.id)", hasReason: proposal.hasReason))
    }
    let known = Set(campaign.items.map(\.grant))
    found += assessed.grants.filter { !known.contains($0) }.map {
      FrozenPopulation.violation(.grant($0), review: campaign.id)
    }
    return found
  }
}

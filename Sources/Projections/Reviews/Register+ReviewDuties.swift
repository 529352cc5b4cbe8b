public import AccessModel
public import Chronology
import Diagnostics
import Events
public import Policies

/// What is due now for a campaign.
extension Register {
  /// Everything that is due in a campaign at a moment, by the rules that held when it started: items of reviewers who have left or are away,
  /// second stages, reductions that were not carried out, reminders, escalations, and what silence leads to.
  ///
  /// It changes nothing: what is recorded of it is due no longer, so that it can be asked again and again.
  public func reviewDuties(
    of campaign: CampaignRow, at moment: Instant, standard: AccessPolicy = .standard
  ) -> ReviewDuties {
    guard let start = campaign.start, state(of: campaign, at: moment)?.isRunning == true else {
      return ReviewDuties()
    }
    var watch = ReviewWatch(
      register: self, campaign: campaign,
      rules: reviewRules(
        of: campaign.plan, startedAt: start.fact.effective, at: moment, standard: standard),
      moment: moment)
    for item in campaign.items { watch.look(at: item) }
    return watch.duties()
  }

  /// Who answers after those who were asked already, on the way upwards; `nil` when there is nobody.
  ///
  /// - Parameter isHead: whether a head of administration is asked before anybody else.
  public func reviewerAbove(
    _ item: ReviewItemRow, in campaign: CampaignRow, at moment: Instant, isHead: Bool = false
  ) -> ReviewerChoice? {
    guard let grant = grants[item.grant] else { return nil }
    let asked = Set(
      item.routings.filter { $0.routing != .remind }.flatMap {
        [$0.reviewer] + [$0.actingFor].compactMap(\.self)
      })
    if isHead,
      let head = reviewer(
        of: grant, by: .head, or: .securityCoordinator, at: moment, besides: asked)
    {
      return head
    }
    return reviewer(
      of: grant, by: campaign.plan.reviewer, or: campaign.plan.fallback, at: moment,
      besides: asked)
  }

  /// Why silence does not lead to an effect on an item at a moment; `nil` when it does. (INV-34)
  public func objection(
    to effect: NoResponseEffect, on item: ReviewItemRow, in campaign: CampaignRow,
    at moment: Instant, under rules: ReviewRules, without gone: Set<GrantID> = []
  ) -> SilenceNeverKeeps.Objection? {
    let state = state(of: item, in: campaign, at: moment)
    let due: TimeLimit
    switch effect {
    case .escalate: return .tooFar
    case .suspend:
      guard state.isOpen else { return .settled }
      if campaign.plan.onNoResponse == .escalate { return .tooFar }
      due = rules.suspendAfter
    case .expire:
      guard state.isOpen || state == .suspended else { return .settled }
      if campaign.plan.onNoResponse != .expire { return .tooFar }
      due = rules.expireAfter
    }
    let from = silenceStart(of: item, in: campaign)
    let at = due.due(after: from)
    if moment < at { return .tooEarly(at) }
    guard let grant = grants[item.grant] else { return .settled }
    if rules.guardsAvailability, isSpared(grant, at: moment) { return .availability }
    return isLastKeeper(grant, without: gone, at: moment) ? .lastKeeper : nil
  }

  /// From when silence on an item counts: the campaign's last day, or when the item was opened again after that.
  func silenceStart(of item: ReviewItemRow, in campaign: CampaignRow) -> Instant {
    max(campaign.plan.due, item.openedAgain?.effective ?? .earliest)
  }

  /// Whether a grant is the last by which somebody runs its system: its holder is the only owner, steward or administrator, or nobody
  /// else has power over the system.
  public func isLastKeeper(
    _ grant: GrantRow, without gone: Set<GrantID>, at moment: Instant
  ) -> Bool {
    guard let person = grant.person else { return false }
    let system = grant.entitlement.system
    for role in [Role.owner, .steward, .administrator] {
      let held = holders(of: role, for: system, at: moment)
      if held.contains(where: { $0.holder == person }), held.allSatisfy({ $0.holder == person }) {
        return true
      }
    }
    guard isPrivileged(grant, at: moment) else { return false }
    return !grants(in: system).contains { index in
      let other = grants[index]
      return other.id != grant.id && other.person != person && !gone.contains(other.id)
        && isPrivileged(other, at: moment) && isInEffect(other, at: moment)
    }
  }

  /// How many more items somebody has let silence take, before those that were recorded at a moment.
  public func releasedItems(of campaign: CampaignRow, before recorded: Instant) -> Int {
    guard let release = campaign.releases.last else { return 0 }
    let taken = campaign.items.count { item in
      item.lapses.contains {
        $0.fact.position > release.fact.position && $0.fact.recorded < recorded
      }
    }
    return max(0, Int(clamping: release.released.items) - taken)
  }
}

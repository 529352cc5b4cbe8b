public import AccessModel
public import Chronology
import Events
import Policies

extension ReviewItemRow {
  /// Whose it is to answer at a moment: who it was last given to, and those it was escalated to since.
  public func reviewers(at moment: Instant) -> [RoutingRow] {
    var found: [RoutingRow] = []
    for row in routings where row.fact.effective <= moment {
      switch row.routing {
      case .assign, .reassign: found = [row]
      case .escalate: found.append(row)
      case .remind: break
      }
    }
    return found
  }

  /// The answers that count at a moment: those since it was last opened.
  public func answers(at moment: Instant) -> [ItemDecisionRow] {
    decisions.filter { $0.fact.effective <= moment && counts($0.fact) }
  }

  /// The last answer that settles it, if one does.
  public func conclusion(at moment: Instant) -> ItemDecisionRow? {
    answers(at: moment).last { $0.final != nil }
  }

  private func counts(_ fact: Fact) -> Bool {
    openedAgain.map { $0.position < fact.position } ?? true
  }

  func lapse(at moment: Instant) -> LapseRow? {
    lapses.last { $0.fact.effective <= moment && ($0.effect == .expire || counts($0.fact)) }
  }
}

extension Register {
  /// Where an item of a campaign stands at a moment.
  public func state(
    of item: ReviewItemRow, in campaign: CampaignRow, at moment: Instant
  ) -> ReviewItemState {
    let conclusion = item.conclusion(at: moment)
    if let lapse = item.lapse(at: moment),
      conclusion.map({ $0.fact.position < lapse.fact.position }) ?? true
    {
      return lapse.effect == .expire ? .expired : .suspended
    }
    if let conclusion, let outcome = conclusion.final {
      switch outcome {
      case .keep: return .kept
      case .keepUntil: return .keptUntil
      case .revoke: return .revoked
      case .cannotJudge: return .unjudged
      case .reduce:
        let isLate = moment >= effectDue(of: conclusion, in: campaign)
        return isLate && !isReduced(item.grant, since: conclusion.fact, at: moment)
          ? .open : .reduced
      }
    }
    if let grant = grants[item.grant], !isHeld(grant, at: moment) { return .ended }
    if isConfirmedOtherwise(item.grant, in: campaign, at: moment) { return .kept }
    return item.answers(at: moment).isEmpty ? .open : .secondStage
  }

  /// Whether somebody has confirmed access after a move without the review that asks about it: there is nothing left to ask.
  private func isConfirmedOtherwise(
    _ grant: GrantID, in campaign: CampaignRow, at moment: Instant
  ) -> Bool {
    guard campaign.plan.trigger == .transfer, let start = campaign.start?.fact,
      let person = campaign.plan.person.flatMap({ persons[$0] })
    else { return false }
    return person.confirmations.contains {
      $0.grant == grant && $0.fact.position > start.position && $0.fact.effective <= moment
    }
  }

  /// By when a reduction that was decided must have been carried out. (INV-35)
  public func effectDue(of decision: ItemDecisionRow, in campaign: CampaignRow) -> Instant {
    let rules = reviewRules(
      of: campaign.plan, startedAt: campaign.start?.fact.effective, at: decision.fact.effective)
    return rules.effectWithin.due(after: decision.fact.effective)
  }

  /// Whether a grant has been made smaller, or has ended, since a reduction was decided.
  public func isReduced(_ id: GrantID, since fact: Fact, at moment: Instant) -> Bool {
    guard let grant = grants[id] else { return false }
    return grant.changes.contains {
      $0.fact.position > fact.position && $0.fact.effective <= moment
    } || !isHeld(grant, at: moment)
  }

  /// How many items of a campaign stand where at a moment.
  public func totals(of campaign: CampaignRow, at moment: Instant) -> ReviewTotals {
    var totals = ReviewTotals()
    for item in campaign.items { totals[state(of: item, in: campaign, at: moment)] += 1 }
    return totals
  }

  /// Where a campaign stands at a moment; `nil` before it was planned.
  public func state(of campaign: CampaignRow, at moment: Instant) -> CampaignState? {
    guard campaign.planned.effective <= moment else { return nil }
    if let closing = campaign.closing(at: moment) {
      if closing.closed.outcome == .cancelled { return .cancelled }
      let isAccepted = campaign.assessments.contains {
        $0.fact.effective <= moment && $0.fact.position > closing.fact.position
          && $0.assessed.outcome == .accepted
      }
      return isAccepted ? .accepted : .closed
    }
    guard let start = campaign.start, start.fact.effective <= moment else { return .planned }
    let isOpen = campaign.items.contains {
      state(of: $0, in: campaign, at: moment).isOpen
    }
    if !isOpen { return .decided }
    return moment >= campaign.plan.due ? .overdue : .running
  }
}

extension CampaignRow {
  /// The closing that holds at a moment: the last, unless the auditor rejected it since.
  public func closing(at moment: Instant) -> CampaignClosingRow? {
    guard let closing = closings.last(where: { $0.fact.effective <= moment }) else { return nil }
    let isRejected = assessments.contains {
      $0.assessed.outcome == .rejected && $0.fact.effective <= moment
        && $0.fact.position > closing.fact.position
    }
    return isRejected ? nil : closing
  }

  public func item(of grant: GrantID) -> ReviewItemRow? {
    items.first { $0.grant == grant }
  }
}

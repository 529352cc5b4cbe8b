import AccessModel
import Chronology
import Events
import Policies

/// One look through the items of a campaign for what is due.
struct ReviewWatch {
  /// Items that go the same way belong to one event.
  private struct Way: Hashable {
    var routing: RoutingKind
    var choice: ReviewerChoice
    var from: PersonID?
    var stage: Int64?
    var step: Int64?
  }

  let register: Register
  let campaign: CampaignRow
  let rules: ReviewRules
  let moment: Instant
  private var ways: [Way] = []
  private var grants: [Way: [GrantID]] = [:]
  private var lapsing: [NoResponseEffect: [GrantID]] = [:]
  private var gone: Set<GrantID> = []
  private var found = ReviewDuties()

  init(register: Register, campaign: CampaignRow, rules: ReviewRules, moment: Instant) {
    self.register = register
    self.campaign = campaign
    self.rules = rules
    self.moment = moment
  }

  mutating func look(at item: ReviewItemRow) {
    let state = register.state(of: item, in: campaign, at: moment)
    switch state {
    case .open, .secondStage:
      if reopen(item) { return }
      let isMoved = moveOn(item)
      if silence(.suspend, item) { return }
      if !isMoved { urge(item) }
    case .suspended: _ = silence(.expire, item)
    case .unjudged: askAbove(item, .cannotJudge, step: nil, isHead: false)
    case .kept, .keptUntil, .reduced, .revoked, .expired, .ended: break
    }
  }

  /// INV-35: a reduction that nobody carried out is asked for again; and so is, from its first stage, what an auditor rejected.
  private mutating func reopen(_ item: ReviewItemRow) -> Bool {
    let cause: RoutingCause
    if let conclusion = item.conclusion(at: moment), conclusion.final == .reduce {
      cause = .effectMissing
    } else if campaign.plan.second != nil, item.isBeforeFirstStage(at: moment) {
      cause = .rejected
    } else {
      return false
    }
    let first = item.routings.last {
      ($0.stage ?? 1) == 1 && ($0.routing == .assign || $0.routing == .reassign)
    }
    let choice: ReviewerChoice? =
      if let first, register.isAvailable(first.reviewer, at: moment) {
        ReviewerChoice(
          reviewer: first.reviewer, actingFor: first.actingFor, role: first.role, cause: cause)
      } else {
        resolved(item, stage: 1, cause: cause)
      }
    guard let choice else {
      found.unanswerable.append(item.grant)
      return true
    }
    add(item.grant, .assign, choice, from: nil, stage: campaign.plan.second == nil ? nil : 1)
    return true
  }

  /// An item whose reviewers have all left or are away goes to another, who is found anew.
  private mutating func moveOn(_ item: ReviewItemRow) -> Bool {
    let reviewers = item.reviewers(at: moment)
    guard !reviewers.contains(where: { register.isAvailable($0.reviewer, at: moment) }),
      let first = reviewers.first
    else { return false }
    let cause: RoutingCause =
      register.isPresent(first.reviewer, at: moment) ? .reviewerAway : .reviewerLeft
    guard let choice = resolved(item, stage: first.stage, cause: cause) else {
      found.unanswerable.append(item.grant)
      return false
    }
    add(item.grant, .reassign, choice, from: first.reviewer, stage: first.stage)
    return true
  }

  private func resolved(
    _ item: ReviewItemRow, stage: Int64?, cause: RoutingCause
  ) -> ReviewerChoice? {
    guard let grant = register.grants[item.grant] else { return nil }
    let rule = stage == 2 ? campaign.plan.second ?? campaign.plan.reviewer : campaign.plan.reviewer
    // The stages are two persons.
    let answered = stage == 2 ? Set(item.answers(at: moment).map(\.reviewer)) : []
    var choice = register.reviewer(
      of: grant, by: rule, or: campaign.plan.fallback, at: moment, besides: answered)
    choice?.cause = cause
    return choice
  }

  /// Reminders while the campaign is open, escalations after its last day.
  private mutating func urge(_ item: ReviewItemRow) {
    let opened = max(campaign.plan.opens, campaign.start?.fact.effective ?? campaign.plan.opens)
    let due = register.silenceStart(of: item, in: campaign)
    var reminders = rules.reminders.map { $0.due(after: opened) }.sorted().filter { $0 < due }
    reminders.append(due)
    // Whoever got it after the last day has as long as they who had it before.
    let given = max(due, item.given?.effective ?? due)
    let superior = rules.superiorAfter.due(after: given)
    let head = max(superior, rules.headAfter.due(after: given))
    let since = item.openedAgain?.position ?? 0
    let steps = item.routings.filter { $0.fact.position >= since }
    if moment >= superior {
      let step: Int64 = moment >= head ? 2 : 1
      let last =
        steps.filter { $0.routing == .escalate && $0.cause == .noResponse }
        .compactMap(\.step).max() ?? 0
      if last < step { askAbove(item, .noResponse, step: step, isHead: step == 2) }
      return
    }
    guard let step = reminders.lastIndex(where: { $0 <= moment }).map({ Int64($0 + 1) }) else {
      return
    }
    for reviewer in item.reviewers(at: moment)
    where register.isAvailable(reviewer.reviewer, at: moment)
      // Whoever has just got it needs no reminder of what came before.
      && reviewer.fact.effective < reminders[Int(step) - 1]
    {
      let last =
        steps.filter { $0.routing == .remind && $0.reviewer == reviewer.reviewer }
        .compactMap(\.step).max() ?? 0
      guard last < step else { continue }
      add(
        item.grant, .remind,
        ReviewerChoice(
          reviewer: reviewer.reviewer, actingFor: reviewer.actingFor, role: reviewer.role,
          cause: .reminder),
        from: nil, stage: reviewer.stage, step: step)
    }
  }

  private mutating func askAbove(
    _ item: ReviewItemRow, _ cause: RoutingCause, step: Int64?, isHead: Bool
  ) {
    guard
      var choice = register.reviewerAbove(item, in: campaign, at: moment, isHead: isHead)
    else {
      if cause == .noResponse { found.unanswerable.append(item.grant) }
      return
    }
    choice.cause = cause
    let last = item.reviewers(at: moment).last
    add(
      item.grant, .escalate, choice, from: last?.reviewer, stage: last?.stage, step: step)
  }

  /// Whether silence leads to an effect, or would if somebody had not to be spared.
  private mutating func silence(_ effect: NoResponseEffect, _ item: ReviewItemRow) -> Bool {
    switch register.objection(
      to: effect, on: item, in: campaign, at: moment, under: rules, without: gone)
    {
    case nil:
      lapsing[effect, default: []].append(item.grant)
      gone.insert(item.grant)
      return true
    case .availability, .lastKeeper:
      found.spared.append(item.grant)
      return false
    case .settled, .tooEarly, .tooFar: return false
    }
  }

  private mutating func add(
    _ grant: GrantID, _ routing: RoutingKind, _ choice: ReviewerChoice, from: PersonID?,
    stage: Int64?, step: Int64? = nil
  ) {
    let way = Way(routing: routing, choice: choice, from: from, stage: stage, step: step)
    if grants[way] == nil { ways.append(way) }
    grants[way, default: []].append(grant)
  }

  func duties() -> ReviewDuties {
    var duties = found
    for way in ways {
      for part in (grants[way] ?? []).chunked(by: ReviewDuties.grantsMax) {
        duties.routings.append(
          ReviewItemRouted(
            review: campaign.id, routing: way.routing, grants: part,
            reviewer: way.choice.reviewer, actingFor: way.choice.actingFor, role: way.choice.role,
            from: way.from, cause: way.choice.cause, stage: way.stage, step: way.step))
      }
    }
    let due = lapsing.values.reduce(0) { $0 + $1.count }
    duties.stop = RemovalBreaker.check(
      review: campaign.id, due: due, of: campaign.items.count, percent: rules.breakerPercent,
      count: rules.breakerItems, released: register.releasedItems(of: campaign, before: .latest))
    guard duties.stop == nil else {
      duties.stopped = due
      return duties
    }
    for effect in [NoResponseEffect.suspend, .expire] {
      for part in (lapsing[effect] ?? []).chunked(by: ReviewDuties.grantsMax) {
        duties.lapses.append(
          ReviewItemLapsed(
            review: campaign.id, grants: part, effect: effect, due: campaign.plan.due))
      }
    }
    return duties
  }
}

extension Array {
  /// The elements in their order, in parts of at most so many.
  func chunked(by count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map {
      Array(self[$0..<Swift.min($0 + count, self.count)])
    }
  }
}

extension ReviewItemRow {
  /// When it was last given to one reviewer alone.
  fileprivate var given: Fact? {
    routings.last { $0.routing == .assign || $0.routing == .reassign }?.fact
  }

  /// Whether an auditor opened it again and nobody has been asked since, while it stood in its second stage.
  fileprivate func isBeforeFirstStage(at moment: Instant) -> Bool {
    guard let opened = openedAgain, opened.effective <= moment, answers(at: moment).isEmpty,
      let last = reviewers(at: moment).last
    else { return false }
    return last.stage == 2 && last.fact.position < opened.position
  }
}

import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about reviews.
enum ReviewDecider {
  static func decide(
    _ command: ReviewCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .plan(let command): [try plan(command, given: state, drafting)]
    case .start(let command): try start(command, given: state, drafting)
    case .answer(let command): try ReviewAnswering.answer(command, given: state, drafting)
    case .reassign(let command): try reassign(command, given: state, drafting)
    case .remind(let command): try remind(command, given: state, drafting)
    case .escalate(let command): try escalate(command, given: state, drafting)
    case .followUp(let command): try followUp(command, given: state, drafting)
    case .release(let command): [try release(command, given: state, drafting)]
    case .close(let command): [try close(command, given: state, drafting)]
    case .assess(let command): [try assess(command, given: state, drafting)]
    }
  }

  private static func plan(
    _ command: PlanReview, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.campaigns.contains(command.review) { throw ReferenceCodes.taken(command.review) }
    guard state.persons.contains(command.planner) else {
      throw ReferenceCodes.unknown(command.planner)
    }
    if let unit = command.unit, !state.units.contains(unit) { throw ReferenceCodes.unknown(unit) }
    if let system = command.system, !state.systems.contains(system) {
      throw ReferenceCodes.unknown(system)
    }
    if let right = command.entitlement,
      state.systems[right.system]?.entitlement(right.name) == nil
    {
      throw ReferenceCodes.unknown(right)
    }
    if let person = command.person, !state.persons.contains(person) {
      throw ReferenceCodes.unknown(person)
    }
    if let incident = command.incident, !state.incidents.contains(incident) {
      throw ReferenceCodes.unknown(incident)
    }
    let zone = drafting.context.zone
    let rules = state.policy(
      for: command.system ?? command.entitlement?.system, unit: command.unit,
      at: drafting.context.moment, standard: drafting.context.policy
    ).reviews
    let open = command.axis == .event ? rules.eventWithin : rules.open
    let due =
      command.due
      ?? open.deadline(after: command.opens, in: zone).map { zone.end(of: zone.day(of: $0)) }
      ?? command.opens
    let reviewer: Role = command.reviewer ?? (command.axis == .unit ? .manager : .steward)
    let isTwoStage = command.second != nil || rules.stages == 2
    return try drafting.draft(
      .review(
        .campaignPlanned(
          ReviewCampaignPlanned(
            review: command.review, axis: command.axis, trigger: command.trigger,
            unit: command.unit, system: command.system, entitlement: command.entitlement,
            person: command.person, incident: command.incident, opens: command.opens, due: due,
            reviewer: reviewer,
            fallback: command.fallback ?? (reviewer == .owner ? .securityCoordinator : .owner),
            second: command.second
              ?? (isTwoStage ? (reviewer == .manager ? .steward : .owner) : nil),
            strategy: isTwoStage ? command.strategy ?? rules.strategy : command.strategy,
            onNoResponse: command.onNoResponse ?? rules.onNoResponse, planner: command.planner))),
      about: command.person)
  }

  private static func start(
    _ command: StartReview, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let campaign = try campaign(command.review, in: state)
    guard campaign.start == nil else {
      throw Rejection(
        ReviewOrder.violation(
          review: campaign.id,
          state: (state.state(of: campaign, at: drafting.context.now) ?? .running).word))
    }
    let opening = state.reviewOpening(
      of: campaign.plan, at: drafting.context.moment, overrides: command.overridesSources)
    guard opening.started.items <= Register.reviewItemsMax else {
      throw Rejection(
        ReferenceCodes.range.diagnostic(
          .init(en: "items", sv: "poster", "\(opening.started.items)"),
          .init(en: "allowed", sv: "tillåtet", "0–\(Register.reviewItemsMax)")))
    }
    guard opening.unanswerable.isEmpty else {
      throw Rejection(SomebodyReviews.violation(grants: opening.unanswerable))
    }
    var drafts = [try drafting.draft(.review(.campaignStarted(opening.started)))]
    for routed in opening.routings {
      drafts.append(try drafting.draft(.review(.itemRouted(routed))))
    }
    return drafts
  }

  private static func followUp(
    _ command: FollowUpReview, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let campaign = try campaign(command.review, in: state)
    let duties = state.reviewDuties(
      of: campaign, at: drafting.context.moment, standard: drafting.context.policy)
    var drafts: [Draft<AccessEvent>] = []
    for routed in duties.routings {
      drafts.append(try drafting.draft(.review(.itemRouted(routed))))
    }
    for lapsed in duties.lapses {
      drafts.append(try drafting.draft(.review(.itemLapsed(lapsed))))
    }
    return drafts
  }

  private static func reassign(
    _ command: ReassignReviewItems, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let campaign = try campaign(command.review, in: state)
    guard state.persons.contains(command.to) else { throw ReferenceCodes.unknown(command.to) }
    var drafts: [Draft<AccessEvent>] = []
    for id in command.grants {
      let item = try openItem(id, in: campaign, given: state, drafting)
      let last = item.reviewers(at: drafting.context.moment).last
      drafts.append(
        try drafting.draft(
          .review(
            .itemRouted(
              ReviewItemRouted(
                review: campaign.id, routing: .reassign, grants: [id], reviewer: command.to,
                role: last?.role ?? campaign.plan.reviewer, from: last?.reviewer,
                cause: .requested, stage: last?.stage))),
          about: state.grants[id]?.person))
    }
    return drafts
  }

  private static func remind(
    _ command: RemindReviewers, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let campaign = try campaign(command.review, in: state)
    let moment = drafting.context.moment
    var order: [PersonID] = []
    var open: [PersonID: (row: RoutingRow, grants: [GrantID])] = [:]
    for item in campaign.items where state.state(of: item, in: campaign, at: moment).isOpen {
      for row in item.reviewers(at: moment)
      where command.reviewer.map({ $0 == row.reviewer }) ?? true {
        if open[row.reviewer] == nil { order.append(row.reviewer) }
        open[row.reviewer, default: (row, [])].grants.append(item.grant)
      }
    }
    guard !order.isEmpty else {
      throw ReferenceCodes.order(
        "\(campaign.id)",
        state: Localized(en: "nobody has anything open", sv: "ingen har något öppet"),
        needed: Localized(en: "an open item", sv: "en öppen post"))
    }
    var drafts: [Draft<AccessEvent>] = []
    for reviewer in order {
      guard let (row, grants) = open[reviewer] else { continue }
      drafts.append(
        try drafting.draft(
          .review(
            .itemRouted(
              ReviewItemRouted(
                review: campaign.id, routing: .remind, grants: grants, reviewer: reviewer,
                actingFor: row.actingFor, role: row.role, cause: .requested, stage: row.stage))),
          about: reviewer))
    }
    return drafts
  }

  private static func escalate(
    _ command: EscalateReviewItems, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let campaign = try campaign(command.review, in: state)
    let moment = drafting.context.moment
    let ids =
      command.grants.isEmpty
      ? campaign.items.filter { state.state(of: $0, in: campaign, at: moment).isOpen }.map(\.grant)
      : command.grants
    var nobody: [GrantID] = []
    var drafts: [Draft<AccessEvent>] = []
    for id in ids {
      let item = try openItem(id, in: campaign, given: state, drafting)
      guard let choice = state.reviewerAbove(item, in: campaign, at: moment) else {
        nobody.append(id)
        continue
      }
      let last = item.reviewers(at: moment).last
      drafts.append(
        try drafting.draft(
          .review(
            .itemRouted(
              ReviewItemRouted(
                review: campaign.id, routing: .escalate, grants: [id], reviewer: choice.reviewer,
                actingFor: choice.actingFor, role: choice.role, from: last?.reviewer,
                cause: .requested, stage: last?.stage))),
          about: state.grants[id]?.person))
    }
    guard nobody.isEmpty else { throw Rejection(SomebodyReviews.violation(grants: nobody)) }
    return drafts
  }

  private static func release(
    _ command: ReleaseReviewEffects, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let campaign = try campaign(command.review, in: state)
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    let due = state.reviewDuties(
      of: campaign, at: drafting.context.moment, standard: drafting.context.policy
    ).stopped
    guard due > 0 else {
      throw ReferenceCodes.order(
        "\(campaign.id)",
        state: Localized(en: "nothing is stopped", sv: "inget är stoppat"),
        needed: Localized(
          en: "effects of silence that are stopped", sv: "verkningar av tystnad som är stoppade"))
    }
    return try drafting.draft(
      .review(
        .effectsReleased(
          ReviewEffectsReleased(review: campaign.id, by: command.by, items: Int64(due)))))
  }

  private static func close(
    _ command: CloseReview, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let campaign = try campaign(command.review, in: state)
    for person in [command.by] + [command.attester].compactMap(\.self)
    where !state.persons.contains(person) {
      throw ReferenceCodes.unknown(person)
    }
    var closed = ReviewCampaignClosed(blank: ())
    closed.review = campaign.id
    closed.by = command.by
    closed.outcome = command.outcome
    closed.attester = command.attester
    closed.count(state.totals(of: campaign, at: drafting.context.moment))
    return try drafting.draft(.review(.campaignClosed(closed)))
  }

  private static func assess(
    _ command: AssessReview, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let campaign = try campaign(command.review, in: state)
    guard state.persons.contains(command.auditor) else {
      throw ReferenceCodes.unknown(command.auditor)
    }
    return try drafting.draft(
      .review(
        .campaignAssessed(
          ReviewCampaignAssessed(
            review: campaign.id, auditor: command.auditor, outcome: command.outcome,
            grants: command.grants))))
  }

  static func campaign(
    _ id: ReviewID, in state: Register
  ) throws(Rejection) -> CampaignRow {
    guard let campaign = state.campaigns[id] else { throw ReferenceCodes.unknown(id) }
    return campaign
  }

  /// An item that is still to be answered.
  private static func openItem(
    _ id: GrantID, in campaign: CampaignRow, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> ReviewItemRow {
    guard let item = campaign.item(of: id) else {
      throw Rejection(FrozenPopulation.violation(.grant(id), review: campaign.id))
    }
    let standing = state.state(of: item, in: campaign, at: drafting.context.moment)
    guard standing.isOpen else {
      throw Rejection(ReviewOrder.violation(review: campaign.id, state: standing.word))
    }
    return item
  }
}

import AccessModel
public import Chronology
import Events
public import Policies

/// Which campaigns fall due.
extension Register {
  /// The campaigns that are to have started by a moment, by the rules in force at another: the earliest due first. A pure function; nothing is
  /// recorded by it.
  ///
  /// Systems and units come round by their intervals, power over systems by its own; a move, a changed classification, an incident and a
  /// widened entitlement each ask for a small review.
  public func dueCampaigns(
    by horizon: Instant, at moment: Instant, standard: AccessPolicy = .standard
  ) -> [DueCampaign] {
    let all =
      systems.rows.flatMap { dueCampaigns(of: $0, at: moment, standard) }
      + units.rows.compactMap { dueCampaign(of: $0, at: moment, standard) }
      + dueTransferCampaigns(at: moment) + dueIncidentCampaigns(at: moment, standard)
    return all.filter { $0.due <= horizon }.sorted {
      ($0.due, $0.system?.description ?? "", $0.unit?.description ?? "", $0.axis.code.description)
        < (
          $1.due, $1.system?.description ?? "", $1.unit?.description ?? "", $1.axis.code.description
        )
    }
  }

  /// Whether a campaign is to have started by a moment and nobody has planned it: what ``dueCampaigns(by:at:standard:)`` says of that one,
  /// without asking for all others.
  public func isUnplanned(
    _ wanted: DueCampaign, by horizon: Instant, at moment: Instant,
    standard: AccessPolicy = .standard
  ) -> Bool {
    let found: [DueCampaign]
    if let incident = wanted.incident {
      found = dueIncidentCampaigns(at: moment, standard).filter { $0.incident == incident }
    } else if let person = wanted.person {
      found = persons[person].flatMap { dueTransferCampaign(of: $0, at: moment) }.map { [$0] } ?? []
    } else if let system = wanted.system {
      found = systems[system].map { dueCampaigns(of: $0, at: moment, standard) } ?? []
    } else {
      found =
        wanted.unit.flatMap { units[$0] }.flatMap { dueCampaign(of: $0, at: moment, standard) }
        .map { [$0] } ?? []
    }
    return found.contains { $0 == wanted && $0.campaign == nil && $0.due <= horizon }
  }

  private func dueCampaigns(
    of system: SystemRow, at moment: Instant, _ standard: AccessPolicy
  ) -> [DueCampaign] {
    let held = grants(in: system.id).map { grants[$0] }.filter {
      $0.emergency == nil && isHeld($0, at: moment)
    }
    guard let first = held.map(\.begun.effective).min() else { return [] }
    let rules = policy(for: system.id, unit: nil, at: moment, standard: standard)
    var found: [DueCampaign] = []
    var level = system.classification(at: moment)?.level ?? 0
    for right in system.entitlements { level = max(level, self.level(of: right, at: moment)) }
    var interval = rules.byLevel[min(max(level, 0), 4)].reviewDaysMax
    if let own = system.details(at: moment).reviewDays { interval = min(interval, own) }
    add(.system, system.id, first, interval, at: moment, to: &found)
    let power = held.filter { isPrivileged($0, at: moment) }
    if let first = power.map(\.begun.effective).min() {
      add(
        .privileged, system.id, first, rules[.privileged].reviewDaysMax, at: moment, to: &found)
    }
    let within = rules.reviews.eventWithin
    if system.classifications.count > 1, let present = system.presentClassification(at: moment) {
      add(.classChange, system.id, nil, present.since, within, at: moment, to: &found)
    }
    for right in system.entitlements {
      guard let widened = right.lastWidening(at: moment),
        held.contains(where: { $0.entitlement == right.id && $0.begun.effective < widened })
      else { continue }
      add(.widenedEntitlement, system.id, right.id, widened, within, at: moment, to: &found)
    }
    return found
  }

  private func add(
    _ axis: ReviewAxis, _ system: SystemID, _ first: Instant, _ days: Int64, at moment: Instant,
    to found: inout [DueCampaign]
  ) {
    let own = campaigns.rows.filter {
      $0.plan.axis == axis && ($0.plan.system ?? system) == system && $0.plan.entitlement == nil
        && $0.plan.person == nil && isCounted($0, at: moment)
    }
    let since = own.compactMap { $0.start?.fact.effective }.max() ?? first
    var due = DueCampaign(
      axis: axis, since: since, due: since.advanced(byMilliseconds: days * 86_400_000))
    due.system = system
    due.campaign = open(among: own, at: moment)
    found.append(due)
  }

  /// A small review after something that happened, unless one has been started since.
  private func add(
    _ trigger: ReviewTrigger, _ system: SystemID, _ right: EntitlementID?, _ since: Instant,
    _ within: TimeLimit, at moment: Instant, to found: inout [DueCampaign]
  ) {
    // A whole round of the system looks at it as well.
    let own = campaigns.rows.filter {
      $0.plan.system ?? $0.plan.entitlement?.system == system && $0.planned.effective >= since
        && isCounted($0, at: moment)
        && ($0.plan.trigger == trigger && $0.plan.entitlement == right || $0.plan.axis == .system)
    }
    guard own.isEmpty else { return }
    var due = DueCampaign(axis: .event, since: since, due: within.due(after: since))
    due.trigger = trigger
    due.system = system
    due.entitlement = right
    found.append(due)
  }

  private func dueCampaign(
    of unit: UnitRow, at moment: Instant, _ standard: AccessPolicy
  ) -> DueCampaign? {
    guard unit.kind == .administration || unit.kind == .company, unit.isOpen(at: moment) else {
      return nil
    }
    let first = persons.rows.filter { row in
      workplaces(of: row.id, at: moment).contains { isUnit($0, within: unit.id, at: moment) }
    }.flatMap { row in
      row.grants.map { grants[$0] }.filter { isHeld($0, at: moment) }.map(\.begun.effective)
    }.min()
    guard let first else { return nil }
    let rules = policy(for: nil, unit: unit.id, at: moment, standard: standard).reviews
    let own = campaigns.rows.filter { row in
      row.plan.axis == .unit && isCounted(row, at: moment) && row.plan.system == nil
        && row.plan.unit.map { isUnit(unit.id, within: $0, at: moment) } ?? false
    }
    let since = own.compactMap { $0.start?.fact.effective }.max() ?? first
    var due = DueCampaign(
      axis: .unit, since: since, due: rules.unitInterval.due(after: since))
    due.unit = unit.id
    due.campaign = open(among: own, at: moment)
    return due
  }

  private func dueTransferCampaigns(at moment: Instant) -> [DueCampaign] {
    persons.rows.compactMap { dueTransferCampaign(of: $0, at: moment) }
  }

  private func dueTransferCampaign(of person: PersonRow, at moment: Instant) -> DueCampaign? {
    // What has ended unconfirmed is beyond keeping.
    let waiting = unconfirmedAccess(of: person, at: moment).filter { isHeld($0.grant, at: moment) }
    guard let first = waiting.min(by: { $0.due < $1.due }) else { return nil }
    let isAsked = campaigns.rows.contains {
      $0.plan.trigger == .transfer && $0.plan.person == person.id
        && $0.planned.effective >= first.transfer.at && isCounted($0, at: moment)
    }
    if isAsked { return nil }
    // It begins at once: whoever is asked has the time until the access ends.
    var due = DueCampaign(axis: .event, since: first.transfer.at, due: first.transfer.since)
    due.lastAnswer = first.due > moment ? first.due : nil
    due.trigger = .transfer
    due.person = person.id
    return due
  }

  private func dueIncidentCampaigns(
    at moment: Instant, _ standard: AccessPolicy
  ) -> [DueCampaign] {
    incidents.rows.compactMap { incident in
      guard let system = incident.systems(at: moment, in: self).first,
        let standing = incident.standing(at: moment), standing.state != .notAnIncident,
        standing.severity.map({ $0 >= 3 }) ?? false,
        !campaigns.rows.contains(where: {
          $0.plan.incident == incident.id && isCounted($0, at: moment)
        })
      else { return nil }
      let within = policy(for: system, unit: nil, at: moment, standard: standard).reviews
        .eventWithin
      var due = DueCampaign(
        axis: .event, since: incident.reported.effective,
        due: within.due(after: incident.reported.effective))
      due.trigger = .incident
      due.system = system
      due.incident = incident.id
      return due
    }
  }

  /// Whether a campaign is one that took place or will: a cancelled one is none.
  private func isCounted(_ campaign: CampaignRow, at moment: Instant) -> Bool {
    campaign.planned.effective <= moment
      && campaign.closing(at: moment)?.closed.outcome != .cancelled
  }

  private func open(among campaigns: [CampaignRow], at moment: Instant) -> ReviewID? {
    campaigns.last {
      switch state(of: $0, at: moment) {
      case .planned, .running, .overdue, .decided: true
      case nil, .closed, .cancelled, .accepted: false
      }
    }?.id
  }
}

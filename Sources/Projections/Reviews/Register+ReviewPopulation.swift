public import AccessModel
import CanonicalJSON
public import Chronology
public import Events
public import Policies
public import Transparency

extension Register {
  /// The grants that a campaign is about at a moment, in the order of their identifiers: what is held, decided by somebody or found, and
  /// lies within the plan's scope.
  public func reviewPopulation(
    of plan: ReviewCampaignPlanned, at moment: Instant
  ) -> [GrantID] {
    var found: [GrantID] = []
    for index in reviewCandidates(of: plan) {
      let grant = grants[index]
      if isWithin(grant, plan, at: moment) { found.append(grant.id) }
    }
    return found.sorted()
  }

  /// The grants that can be within the scope, by the narrowest list at hand.
  private func reviewCandidates(of plan: ReviewCampaignPlanned) -> [Int32] {
    if let person = plan.person { return persons[person]?.grants ?? [] }
    if let right = plan.entitlement { return grants(of: right) }
    if let system = plan.system { return grants(in: system) }
    return Array(0..<Int32(grants.count))
  }

  private func isWithin(
    _ grant: GrantRow, _ plan: ReviewCampaignPlanned, at moment: Instant
  ) -> Bool {
    if let system = plan.system, grant.entitlement.system != system { return false }
    if let right = plan.entitlement, grant.entitlement != right { return false }
    if let person = plan.person, grant.person != person { return false }
    guard grant.emergency == nil, isHeld(grant, at: moment) else { return false }
    if plan.axis == .privileged, !isPrivileged(grant, at: moment) { return false }
    guard let unit = plan.unit else { return true }
    guard let person = grant.person else { return false }
    return workplaces(of: person, at: moment).contains { isUnit($0, within: unit, at: moment) }
  }

  /// Whether a grant is of power over its system, at a moment.
  public func isPrivileged(_ grant: GrantRow, at moment: Instant) -> Bool {
    systems[grant.entitlement.system]?.entitlement(grant.entitlement.name)?
      .terms(at: moment).privilege == .privileged
  }

  /// The digest of a list of grants in its canonical form: a JSON array with one object for each grant, in the order of the identifiers,
  /// with its account, entitlement, grant, person and scope as they are at a moment.
  public func reviewManifest(of list: [GrantID], at moment: Instant) -> Digest {
    var json = JSONWriter(reserving: list.count * 96 + 2)
    json.raw("[")
    for (place, id) in list.enumerated() {
      if place > 0 { json.raw(",") }
      writeManifestItem(id, at: moment, to: &json)
    }
    json.raw("]")
    return SHA256.digest(of: json.bytes)
  }

  private func writeManifestItem(_ id: GrantID, at moment: Instant, to json: inout JSONWriter) {
    let grant = grants[id]
    json.raw("{")
    if let account = grant?.account {
      json.key("account")
      account.write(to: &json)
      json.raw(",")
    }
    if let grant {
      json.key("entitlement")
      grant.entitlement.write(to: &json)
      json.raw(",")
    }
    json.key("grant")
    id.write(to: &json)
    if let person = grant?.person {
      json.raw(",")
      json.key("person")
      person.write(to: &json)
    }
    if let scope = grant?.standing(at: moment).scope {
      json.raw(",")
      json.key("scope")
      scope.write(to: &json)
    }
    json.raw("}")
  }

  /// The rules that hold for a campaign: those in force when it started, or at a moment before that.
  public func reviewRules(
    of plan: ReviewCampaignPlanned, startedAt start: Instant?, at moment: Instant,
    standard: AccessPolicy = .standard
  ) -> ReviewRules {
    policy(
      for: plan.system ?? plan.entitlement?.system, unit: plan.unit, at: start ?? moment,
      standard: standard
    ).reviews
  }
}

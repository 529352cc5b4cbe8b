import AccessModel
import Chronology
import Diagnostics
import Events

/// Reviews that are to start: those the rules want by then, planned or not, and those planned by somebody.
public enum OpeningDuties: DutySource {
  public static let kind = DutyKind(
    "review-start",
    Localized(en: "See that a review starts", sv: "Se till att en granskning börjar"),
    consequence: Localized(
      en: "Nobody looks at whether the access is still needed.",
      sv: "Ingen prövar om åtkomsten fortfarande behövs."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let (register, moment) = (inquiry.register, inquiry.moment)
    var asked: Set<ReviewID> = []
    let wanted = register.dueCampaigns(by: inquiry.horizon, at: moment).compactMap {
      due -> Duty? in
      if let review = due.campaign {
        asked.insert(review)
        guard let campaign = register.campaigns[review],
          register.state(of: campaign, at: moment) == .planned
        else { return nil }
        return duty(of: campaign, inquiry)
      }
      var duty = Duty(
        kind, due.name, actors: actors(due.system, due.unit, due.person, inquiry), due: due.due,
        since: due.since, command: command(for: due))
      duty.system = due.system
      duty.entitlement = due.entitlement
      duty.unit = due.unit
      duty.person = due.person
      return duty
    }
    return wanted
      + register.campaigns.rows.filter {
        register.state(of: $0, at: moment) == .planned && !asked.contains($0.id)
      }.map { duty(of: $0, inquiry) }
  }

  /// A planned review is to start on the day it opens.
  private static func duty(of campaign: CampaignRow, _ inquiry: DutyInquiry) -> Duty {
    let plan = campaign.plan
    let system = plan.system ?? plan.entitlement?.system
    var duty = Duty(
      kind, "\(campaign.id)", actors: actors(system, plan.unit, plan.person, inquiry),
      due: inquiry.zone.end(of: inquiry.zone.day(of: plan.opens)),
      since: campaign.planned.effective, command: "liggare review start \(campaign.id)")
    duty.system = system
    duty.entitlement = plan.entitlement
    duty.unit = plan.unit
    duty.person = plan.person
    return duty
  }

  private static func actors(
    _ system: SystemID?, _ unit: UnitID?, _ person: PersonID?, _ inquiry: DutyInquiry
  ) -> [PersonID] {
    if let system { return inquiry.keepers(of: system) }
    if let unit {
      let leaders = inquiry.register.leaders(of: unit, at: inquiry.moment).map(\.holder)
      if !leaders.isEmpty { return leaders }
    }
    if let person {
      let leaders = inquiry.register.managers(of: person, at: inquiry.moment)
      if !leaders.isEmpty { return leaders }
    }
    return inquiry.holders(of: .securityCoordinator)
  }

  private static func command(for due: DueCampaign) -> String {
    var words = ["liggare review plan --axis \(due.axis.code)"]
    if let trigger = due.trigger { words.append("--trigger \(trigger.code)") }
    if let unit = due.unit { words.append("--unit \(unit)") }
    if let entitlement = due.entitlement {
      words.append("--entitlement \(entitlement)")
    } else if let system = due.system {
      words.append("--system \(system)")
    }
    if let person = due.person { words.append("--person \(person)") }
    if let incident = due.incident { words.append("--incident \(incident)") }
    return words.joined(separator: " ")
  }
}

extension DueCampaign {
  /// `system S-1` or `event transfer P-4`: the same for the same review that is wanted.
  public var name: String {
    let about: [String?] = [
      trigger.map { "\($0.code)" }, unit?.description, system?.description,
      entitlement?.description, person?.description, incident?.description,
    ]
    return (["\(axis.code)"] + about.compactMap(\.self)).joined(separator: " ")
  }
}

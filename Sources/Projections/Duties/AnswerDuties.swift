import AccessModel
import Chronology
import Diagnostics
import Events

/// Items of running reviews that somebody is to answer: one duty for each reviewer of a review.
public enum AnswerDuties: DutySource {
  public static let kind = DutyKind(
    "review-answers",
    Localized(en: "Answer in a review", sv: "Svara i en granskning"),
    consequence: Localized(
      en: "Silence never keeps access: it goes to those above, and may be suspended and end.",
      sv:
        "Tystnad behåller aldrig åtkomst: frågan går till överordnade, och åtkomsten kan spärras och upphöra."
    ))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let (register, moment) = (inquiry.register, inquiry.moment)
    return register.campaigns.rows.flatMap { campaign -> [Duty] in
      guard register.state(of: campaign, at: moment)?.isRunning == true else { return [] }
      var order: [PersonID] = []
      var found: [PersonID: Duty] = [:]
      for item in campaign.items
      where register.state(of: item, in: campaign, at: moment).isOpen {
        for row in item.reviewers(at: moment) {
          add(item, row, of: campaign, moment, to: &found, &order)
        }
      }
      return order.compactMap { found[$0] }
    }
  }

  private static func add(
    _ item: ReviewItemRow, _ row: RoutingRow, of campaign: CampaignRow, _ moment: Instant,
    to found: inout [PersonID: Duty], _ order: inout [PersonID]
  ) {
    let told = item.routings.filter {
      $0.reviewer == row.reviewer && $0.fact.effective <= moment
    }.map(\.fact.effective)
    if var duty = found[row.reviewer] {
      duty.count += 1
      duty.since = min(duty.since, row.fact.effective)
      duty.tellings = Set((duty.tellings ?? []) + told).sorted()
      found[row.reviewer] = duty
      return
    }
    var duty = Duty(
      kind, "\(campaign.id)/\(row.reviewer)", actors: [row.reviewer], due: campaign.plan.due,
      since: row.fact.effective,
      command:
        "liggare review decide \(campaign.id) --item \(item.grant) --outcome keep --by \(row.reviewer)"
    )
    duty.tellings = Set(told).sorted()
    duty.system = campaign.plan.system ?? campaign.plan.entitlement?.system
    duty.entitlement = campaign.plan.entitlement
    duty.unit = campaign.plan.unit
    found[row.reviewer] = duty
    order.append(row.reviewer)
  }
}

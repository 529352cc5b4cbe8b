import AccessModel
import Diagnostics
import Events

/// Delegated decisions that are to be reported to their body: one duty for each body.
public enum ReportDuties: DutySource {
  public static let kind = DutyKind(
    "delegation-report",
    Localized(
      en: "Report delegated decisions to their body",
      sv: "Anmäl delegationsbeslut till sitt organ"),
    consequence: Localized(
      en: "The body does not learn what was decided in its name.",
      sv: "Organet får inte veta vad som beslutats i dess namn."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    var order: [UnitID] = []
    var found: [UnitID: Duty] = [:]
    // That due first comes first, so that the first of a body gives its day.
    for item in inquiry.register.unreportedDecisions(at: inquiry.moment) {
      let body = item.line.line.body
      if var duty = found[body] {
        duty.count += 1
        duty.since = min(duty.since, item.decision.fact.effective)
        found[body] = duty
        continue
      }
      var duty = Duty(
        kind, "\(body)", actors: inquiry.holders(of: .registrar), due: item.due,
        since: item.decision.fact.effective, command: "liggare delegation unreported --unit \(body)"
      )
      duty.unit = body
      found[body] = duty
      order.append(body)
    }
    return order.compactMap { found[$0] }
  }
}

import AccessModel
import Diagnostics
import Policies

/// Clocks of incidents that run or are out: notices to authorities, those concerned and management, and what comes after.
public enum IncidentClockDuties: DutySource {
  public static let kind = DutyKind(
    "incident-clock",
    Localized(en: "Act on an incident", sv: "Agera på en incident"),
    consequence: Localized(
      en: "The time that the law, an agreement or the rules give is over.",
      sv: "Tiden som lagen, ett avtal eller reglerna ger är ute."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    inquiry.register.incidentDuties(at: inquiry.moment, in: inquiry.zone).compactMap { owed in
      guard case .clock(let clock) = owed.matter, let due = owed.due,
        let incident = inquiry.register.incidents[owed.incident]
      else { return nil }
      let about = ["\(owed.incident)", "\(clock.regime)", "\(clock.stage.code)"]
      var duty = Duty(
        kind, (about + (clock.entity.map { ["\($0)"] } ?? [])).joined(separator: "/"),
        actors: owed.actors, due: due, since: incident.reported.effective,
        command: command(for: clock))
      duty.unit = clock.entity
      let systems = incident.systems(at: inquiry.moment, in: inquiry.register)
      if systems.count == 1 { duty.system = systems.first }
      return duty
    }
  }

  private static func command(for clock: IncidentClock) -> String {
    switch clock.stage.fulfilment {
    case .notice:
      "liggare incident notify \(clock.incident) \(clock.regime) \(clock.stage.code)"
        + (clock.entity.map { " --entity \($0)" } ?? "")
    case .triage:
      "liggare incident triage \(clock.incident) --severity 1..4 --category KIND --entity UNIT"
    case .management: "liggare incident act \(clock.incident) inform TEXT --informed management"
    case .followUp: "liggare incident follow-up \(clock.incident) \(clock.stage.code) TEXT"
    }
  }
}

import AccessModel
import Diagnostics
import Events

/// Measures after incidents that are not done.
public enum IncidentMeasureDuties: DutySource {
  public static let kind = DutyKind(
    "incident-measure",
    Localized(
      en: "Carry out a measure after an incident", sv: "Genomför en åtgärd efter en incident"),
    consequence: Localized(
      en: "What let the incident happen is still so.",
      sv: "Det som gjorde incidenten möjlig finns kvar."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    inquiry.register.incidentDuties(at: inquiry.moment, in: inquiry.zone).compactMap { owed in
      guard case .measure(let measure) = owed.matter, let due = owed.due,
        let incident = inquiry.register.incidents[owed.incident]
      else { return nil }
      return Duty(
        kind, "\(owed.incident)/\(measure.number)", actors: owed.actors, due: due,
        since: incident.reported.effective,
        command: "liggare incident measure \(owed.incident) --done \(measure.number)")
    }
  }
}

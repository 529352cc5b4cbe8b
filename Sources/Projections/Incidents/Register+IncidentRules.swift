import AccessModel
public import Chronology
import Events
public import Policies

/// Which rules an incident is handled by.
extension Register {
  /// The rules for incidents in force at a moment: of the documents that were adopted the one that began last, and of those the last
  /// recorded; else the standard.
  public func incidentRules(at moment: Instant) -> IncidentRules {
    var found: PolicyRow?
    for row in policies.rows where row.incidentRules != nil && row.adopted.from <= moment {
      if let present = found, present.adopted.from > row.adopted.from { continue }
      found = row
    }
    return found?.incidentRules ?? .standard
  }

  /// The rules that an incident is handled by at a moment: those that its triage names, else those in force when it was reported.
  public func rules(of incident: IncidentRow, at moment: Instant) -> IncidentRules {
    guard let triage = incident.standing(at: moment)?.triage else {
      return incidentRules(at: incident.reported.effective)
    }
    return policies[triage.rules]?.incidentRules ?? .standard
  }
}

import AccessModel
import Chronology
import Diagnostics

/// Decisions that are to be carried out in a system.
public enum ExecutionDuties: DutySource {
  public static let kind = DutyKind(
    "execution",
    Localized(en: "Carry a decision out", sv: "Verkställ ett beslut"),
    consequence: Localized(
      en: "What was decided does not hold in the system.",
      sv: "Det som beslutats gäller inte i systemet."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let register = inquiry.register
    return register.grants.rows.compactMap { grant in
      switch register.state(of: grant, at: inquiry.moment) {
      case .decided, .scheduled, .inEffect, .suspended: break
      case nil, .undecided, .ending, .ended: return nil
      }
      guard let pending = register.pendingExecution(of: grant, at: inquiry.moment) else {
        return nil
      }
      return inquiry.duty(
        kind, grant, actors: inquiry.executors(of: grant.entitlement.system),
        due: register.executionDue(of: grant, decided: pending.since, in: inquiry.zone),
        since: pending.since, command: "liggare grant provision \(grant.id)")
    }
  }
}

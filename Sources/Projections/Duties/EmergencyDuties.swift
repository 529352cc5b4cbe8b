import AccessModel
import Diagnostics

/// Uses of emergency access that are to be followed up.
public enum EmergencyDuties: DutySource {
  public static let kind = DutyKind(
    "emergency-follow-up",
    Localized(en: "Follow up emergency access", sv: "Följ upp nödåtkomst"),
    consequence: Localized(
      en: "Nobody has judged whether the access was right.",
      sv: "Ingen har bedömt om åtkomsten var riktig."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let register = inquiry.register
    return register.grants.rows.compactMap { grant in
      guard let emergency = grant.emergency, grant.begun.effective <= inquiry.moment,
        emergency.review.map({ $0.fact.effective > inquiry.moment }) ?? true,
        let due = register.followUpDue(of: grant, at: inquiry.moment)
      else { return nil }
      return inquiry.duty(
        kind, grant, actors: actors(of: grant, inquiry), due: due, since: grant.begun.effective,
        command: "liggare grant follow-up \(grant.id) --justified")
    }
  }

  /// Those who answer for the system, and never the user.
  private static func actors(of grant: GrantRow, _ inquiry: DutyInquiry) -> [PersonID] {
    let system = grant.entitlement.system
    for held in [
      inquiry.holders(of: .steward, for: system), inquiry.holders(of: .owner, for: system),
      inquiry.holders(of: .securityCoordinator),
    ] {
      let others = held.filter { $0 != grant.person }
      if !others.isEmpty { return others }
    }
    return []
  }
}

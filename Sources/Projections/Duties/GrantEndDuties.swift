import AccessModel
import Diagnostics

/// Access that ends by itself: whoever still needs it asks again.
public enum GrantEndDuties: DutySource {
  public static let kind = DutyKind(
    "grant-end",
    Localized(
      en: "Access ends: ask again if it is still needed",
      sv: "Åtkomst upphör: begär på nytt om den fortfarande behövs"),
    consequence: Localized(
      en: "The access ends by itself, and is removed from the system.",
      sv: "Åtkomsten upphör av sig själv, och tas bort ur systemet."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let (register, moment) = (inquiry.register, inquiry.moment)
    return register.grants.rows.compactMap { grant in
      guard grant.emergency == nil, let person = grant.person else { return nil }
      switch register.state(of: grant, at: moment) {
      case .decided, .scheduled, .inEffect, .suspended: break
      case nil, .undecided, .ending, .ended: return nil
      }
      guard let end = register.end(of: grant, at: moment), moment < end.at,
        end.at < inquiry.horizon, !isAskedFor(grant, of: person, inquiry)
      else { return nil }
      return inquiry.duty(
        kind, grant, actors: inquiry.leaders(of: person, or: grant.entitlement.system),
        due: end.at,
        since: grant.standing(at: moment).decision?.fact.effective
          ?? grant.begun.effective,
        command: "liggare request renew \(grant.id) --need …")
    }
  }

  /// Whether more time is asked for already: then it is for others to act.
  private static func isAskedFor(
    _ grant: GrantRow, of person: PersonID, _ inquiry: DutyInquiry
  ) -> Bool {
    let register = inquiry.register
    return (register.persons[person]?.requests ?? []).contains { index in
      let request = register.requests[index]
      return request.grant == grant.id && request.kind == .renew
        && register.state(of: request, at: inquiry.moment)?.isOpen ?? false
    }
  }
}

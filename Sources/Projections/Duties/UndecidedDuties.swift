import AccessModel
import Diagnostics

/// Access found working that nobody has decided.
public enum UndecidedDuties: DutySource {
  public static let kind = DutyKind(
    "undecided",
    Localized(
      en: "Decide or end access nobody has decided",
      sv: "Besluta eller avsluta åtkomst som ingen har beslutat"),
    consequence: Localized(
      en: "The access goes on without a decision, which the ledger tells as a finding.",
      sv: "Åtkomsten fortsätter utan beslut, vilket liggaren anger som en brist."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let register = inquiry.register
    return register.grants.rows.compactMap { grant in
      guard register.state(of: grant, at: inquiry.moment) == .undecided else { return nil }
      let (found, due) = register.undecidedDue(of: grant, at: inquiry.moment)
      return inquiry.duty(
        kind, grant, actors: inquiry.keepers(of: grant.entitlement.system), due: due,
        since: found, command: "liggare grant show \(grant.id)")
    }
  }
}

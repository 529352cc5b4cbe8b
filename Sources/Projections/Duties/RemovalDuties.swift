import AccessModel
import Chronology
import Diagnostics

/// Access that is over and is to be removed from its system.
public enum RemovalDuties: DutySource {
  public static let kind = DutyKind(
    "removal",
    Localized(en: "Remove access that is over", sv: "Ta bort åtkomst som har upphört"),
    consequence: Localized(
      en: "The account can still be used, though nobody may use it.",
      sv: "Kontot går fortfarande att använda, fast ingen får."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let register = inquiry.register
    return register.grants.rows.compactMap { grant in
      guard register.state(of: grant, at: inquiry.moment) == .ending,
        let end = register.end(of: grant, at: inquiry.moment)
      else { return nil }
      return inquiry.duty(
        kind, grant, actors: inquiry.executors(of: grant.entitlement.system),
        due: register.removalDue(of: grant, after: end, in: inquiry.zone), since: end.at,
        command: "liggare grant confirm \(grant.id)")
    }
  }
}

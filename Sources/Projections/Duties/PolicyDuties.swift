import AccessModel
import Diagnostics
import Events

/// Documents of rules that are to be looked at again.
public enum PolicyDuties: DutySource {
  public static let kind = DutyKind(
    "policy-review",
    Localized(en: "Look at a policy document again", sv: "Pröva ett regeldokument på nytt"),
    consequence: Localized(
      en: "The rules go on, though nobody has said that they still should.",
      sv: "Reglerna fortsätter att gälla, fast ingen har sagt att de fortfarande ska det."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let register = inquiry.register
    return register.policiesInForce(at: inquiry.moment).map { row in
      let coordinators = inquiry.holders(of: .securityCoordinator)
      var duty = Duty(
        kind, "\(row.id)",
        actors: coordinators.isEmpty ? inquiry.holders(of: .registrar) : coordinators,
        due: row.adopted.reviewBy, since: row.adopted.from,
        command: "liggare policy show \(row.id)")
      duty.unit = row.adopted.unit
      duty.system = row.adopted.system
      return duty
    }
  }
}

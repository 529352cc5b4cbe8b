import AccessModel
import Diagnostics

/// Classifications of systems that are to be made again.
public enum ClassificationDuties: DutySource {
  public static let kind = DutyKind(
    "classification",
    Localized(en: "Classify a system anew", sv: "Klassa ett system på nytt"),
    consequence: Localized(
      en: "The rules for the system rest on a classification that is out of date.",
      sv: "Reglerna för systemet vilar på en klassning som är för gammal."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let (register, moment) = (inquiry.register, inquiry.moment)
    return register.systems.rows.compactMap { system in
      guard system.registered.effective <= moment,
        system.closing.map({ moment < $0 }) ?? true,
        let present = system.presentClassification(at: moment),
        let end = register.classificationEnd(of: system, at: moment, in: inquiry.zone)
      else { return nil }
      let owners = inquiry.holders(of: .owner, for: system.id)
      var duty = Duty(
        kind, "\(system.id)", actors: owners.isEmpty ? inquiry.keepers(of: system.id) : owners,
        due: end, since: present.since, command: "liggare system classify \(system.id) …")
      duty.system = system.id
      return duty
    }
  }
}

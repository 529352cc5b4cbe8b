import Diagnostics
import Events

/// Flags on stale access that somebody is to answer.
public enum FlagDuties: DutySource {
  public static let kind = DutyKind(
    "stale-flag",
    Localized(en: "Answer a flag on stale access", sv: "Besvara en flagga om inaktuell åtkomst"),
    consequence: Localized(
      en: "The flag goes to those above.", sv: "Flaggan går till överordnade."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let (register, moment) = (inquiry.register, inquiry.moment)
    return register.flags.rows.compactMap { flag in
      guard let standing = flag.standing(at: moment), standing.state.isOpen,
        let notice = flag.steps.last(where: {
          $0.notified != nil && $0.fact.effective <= moment
        }), let told = notice.notified
      else { return nil }
      var duty = Duty(
        kind, "\(flag.id)", actors: told.to, due: standing.due, since: notice.fact.effective,
        command: "liggare stale show \(flag.id)")
      duty.person = flag.flagged.person
      duty.system = flag.flagged.system
      return duty
    }
  }
}

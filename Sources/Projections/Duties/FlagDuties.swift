public import AccessModel
public import Chronology
import Diagnostics
import Events

/// Flags on stale access that somebody is to answer: whoever runs the system or leads the person, and whoever else was told.
public enum FlagDuties: DutySource {
  public static let kind = DutyKind(
    "stale-flag",
    Localized(en: "Answer a flag on stale access", sv: "Besvara en flagga om inaktuell åtkomst"),
    consequence: Localized(
      en: "The flag is overdue, and goes to those above.",
      sv: "Flaggan blir försenad, och går till överordnade."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    inquiry.register.flags.rows.compactMap { flag in
      guard let standing = flag.standing(at: inquiry.moment), standing.state.isOpen else {
        return nil
      }
      let told = flag.told(at: inquiry.moment)
      var duty = Duty(
        kind, "\(flag.id)", actors: answerers(of: flag, inquiry) + told, due: standing.due,
        since: flag.raised.effective, command: "liggare stale show \(flag.id)")
      duty.person = flag.flagged.person
      duty.system = flag.flagged.system
      return duty
    }
  }

  private static func answerers(of flag: FlagRow, _ inquiry: DutyInquiry) -> [PersonID] {
    if let system = flag.flagged.system {
      let keepers = inquiry.keepers(of: system)
      if !keepers.isEmpty { return keepers }
    }
    if let person = flag.flagged.person {
      let leaders = inquiry.register.managers(of: person, at: inquiry.moment)
      if !leaders.isEmpty { return leaders }
    }
    return inquiry.holders(of: .securityCoordinator)
  }
}

extension FlagRow {
  /// Who was told of it by a moment, since it was raised or last reopened.
  public func told(at moment: Instant) -> [PersonID] {
    let past = steps.filter { $0.fact.effective <= moment }
    let start = past.lastIndex { $0.reopened != nil } ?? past.startIndex
    return past[start...].flatMap { $0.notified?.to ?? [] }
  }
}

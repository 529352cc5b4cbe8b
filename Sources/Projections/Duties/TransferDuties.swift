import AccessModel
import Diagnostics

/// Access from before a move that the new manager is to confirm.
public enum TransferDuties: DutySource {
  public static let kind = DutyKind(
    "transfer",
    Localized(
      en: "Confirm or end access from an earlier post",
      sv: "Bekräfta eller avsluta behörighet från en tidigare tjänst"),
    consequence: Localized(
      en: "Where the rules say so, the access ends by itself.",
      sv: "Där reglerna säger så upphör behörigheten av sig själv."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let register = inquiry.register
    return register.persons.rows.flatMap { person in
      register.unconfirmedAccess(of: person, at: inquiry.moment).compactMap { access in
        switch register.state(of: access.grant, at: inquiry.moment) {
        // What is over is to be removed, and confirmed by nobody.
        case .ending, .ended, nil: return nil
        case .decided, .scheduled, .inEffect, .suspended, .undecided: break
        }
        return inquiry.duty(
          kind, access.grant,
          actors: inquiry.leaders(of: person.id, or: access.grant.entitlement.system),
          due: access.due, since: access.transfer.at,
          command: "liggare person confirm \(person.id) --grant \(access.grant.id)")
      }
    }
  }
}

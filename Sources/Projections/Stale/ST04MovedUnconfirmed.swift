import AccessModel
import Diagnostics
import Policies

/// Access from before a move that nobody has confirmed for the new place. (ST-04)
enum ST04MovedUnconfirmed: GrantStaleCheck {
  static let rule = StaleRule.movedUnconfirmed
  static let code = DiagnosticCode(
    "ST-04",
    Localized(
      en: "The holder has moved, and the access from before is not confirmed.",
      sv: "Innehavaren har flyttat, och åtkomsten från tiden före är inte bekräftad."),
    remedy: Localized(
      en:
        "Confirm what is needed in the new place: liggare person confirm PERSON --grant GRANT. End the rest: liggare grant revoke GRANT.",
      sv:
        "Bekräfta det som behövs på den nya platsen: liggare person confirm PERSON --grant TILLDELNING. Avsluta resten: liggare grant revoke TILLDELNING."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "Whoever moves often would otherwise gather the access of every desk.",
      sv: "Den som flyttar ofta skulle annars samla på sig varje tjänsts behörigheter."),
    source: Localized(
      en: "guideline: need is reviewed when duties change; ISO 27001 5.18, 6.5",
      sv: "riktlinjen: behovet prövas när arbetsuppgifterna ändras; ISO 27001 5.18, 6.5"),
    refused: Localized(
      en: "a grant from the old unit, the day after the move",
      sv: "en tilldelning från den gamla enheten, dagen efter flytten"),
    allowed: Localized(
      en: "one that the new manager has confirmed", sv: "en som den nya chefen har bekräftat"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    let register = inquiry.register
    guard held.isWorking, let person = held.person, person.hasMoved,
      let transfer = register.unconfirmedTransfer(of: held.row, by: person),
      transfer.since <= inquiry.moment
    else { return nil }
    let due = register.confirmationDue(of: held.row, after: transfer, by: person)
    var finding = held.finding(
      rule, since: transfer.since,
      evidence: StaleFact.list((.moved, "\(transfer.at)"), (.due, "\(due)")))
    finding.due = due
    return finding
  }
}

import AccessModel
import Diagnostics
import Policies

/// Access in effect of somebody who has long been away. (ST-06)
enum ST06AbsentNotSuspended: GrantStaleCheck {
  static let rule = StaleRule.absentNotSuspended
  static let code = DiagnosticCode(
    "ST-06",
    Localized(
      en: "The holder has long been away, and the access is not suspended.",
      sv: "Innehavaren har länge varit borta, och åtkomsten är inte spärrad."),
    remedy: Localized(
      en:
        "Suspend it: liggare grant suspend GRANT --cause absence --reason TEXT. If the person is back: liggare person back PERSON.",
      sv:
        "Spärra den: liggare grant suspend TILLDELNING --cause absence --reason TEXT. Om personen är tillbaka: liggare person back PERSON."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "An account whose holder is away can be used by another, and nobody sees it.",
      sv: "Ett konto vars innehavare är borta kan användas av en annan utan att någon ser det."),
    source: Localized(
      en: "guideline: need is reviewed at leave; ISO 27001 5.18",
      sv: "riktlinjen: behovet prövas vid tjänstledighet; ISO 27001 5.18"),
    refused: Localized(
      en: "access in effect of somebody on leave since five weeks",
      sv: "gällande behörighet för någon som varit ledig i fem veckor"),
    allowed: Localized(
      en: "that of somebody away for two weeks", sv: "den för någon som är borta i två veckor"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard held.state == .inEffect, held.row.emergency == nil, let person = held.person,
      let absence = person.unsuspendedAbsence(at: inquiry.moment),
      let since = UnsuspendedAbsence.longSince(
        from: absence.from, held.rules.absenceSuspendsAfter, at: inquiry.moment)
    else { return nil }
    return held.finding(
      rule, since: since,
      evidence: StaleFact.list(
        (.since, "\(absence.from)"), (.limit, held.rules.absenceSuspendsAfter.text)))
  }
}

import AccessModel
import Diagnostics
import Policies

/// Access of somebody who has left, still there when it should be gone. (ST-03)
enum ST03AffiliationEnded: GrantStaleCheck {
  static let rule = StaleRule.affiliationEnded
  static let code = DiagnosticCode(
    "ST-03",
    Localized(
      en: "The holder has left, and the access is still there.",
      sv: "Innehavaren har slutat, och åtkomsten finns kvar."),
    remedy: Localized(
      en:
        "Remove it in the system at once and confirm that: liggare grant confirm GRANT.",
      sv:
        "Ta genast bort den i systemet och bekräfta det: liggare grant confirm TILLDELNING."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "Whoever has left answers to nobody here.",
      sv: "Den som har slutat svarar inte inför någon här."),
    source: Localized(
      en: "guideline: access ends with employment; ISO 27001 5.18, 6.5; NIST PS-4",
      sv: "riktlinjen: behörighet upphör med anställningen; ISO 27001 5.18, 6.5; NIST PS-4"),
    refused: Localized(
      en: "access of somebody who left last month",
      sv: "åtkomst för någon som slutade förra månaden"),
    allowed: Localized(
      en: "access of somebody whose last day was yesterday, where the rules allow three days",
      sv: "åtkomst för någon vars sista dag var i går, där reglerna ger tre dagar"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard let (end, due) = held.overdueRemoval(in: inquiry), end.cause == .affiliationEnded else {
      return nil
    }
    return held.finding(
      rule, since: due, evidence: StaleFact.list((.since, "\(end.at)"), (.due, "\(due)")))
  }
}

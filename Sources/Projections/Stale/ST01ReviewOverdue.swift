import AccessModel
import Chronology
import Diagnostics
import Policies

/// A grant that nobody has looked at again in time. (ST-01)
///
/// While a review asks about it, it is overdue when the review is: reviews begin when the first clocks run out, and their reviewers have
/// until the last day.
enum ST01ReviewOverdue: GrantStaleCheck {
  static let rule = StaleRule.reviewOverdue
  static let code = DiagnosticCode(
    "ST-01",
    Localized(
      en: "The grant has not been reviewed in time.",
      sv: "Tilldelningen har inte granskats i tid."),
    remedy: Localized(
      en:
        "Review it and record what came of it; end what is not needed: liggare grant revoke GRANT. More time takes a decision: liggare request submit --renews GRANT.",
      sv:
        "Granska den och registrera utfallet; avsluta det som inte behövs: liggare grant revoke TILLDELNING. Mer tid kräver beslut: liggare request submit --renews TILLDELNING."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "Needs end without anybody saying so; only looking again finds out.",
      sv: "Behov upphör utan att någon säger det; bara en ny granskning visar det."),
    source: Localized(
      en: "guideline: access is followed up regularly; ISO 27001 5.18",
      sv: "riktlinjen: behörigheter följs upp regelbundet; ISO 27001 5.18"),
    refused: Localized(
      en: "privileged access last reviewed four months ago",
      sv: "privilegierad behörighet som senast granskades för fyra månader sedan"),
    allowed: Localized(
      en: "the same reviewed two months ago", sv: "samma behörighet granskad för två månader sedan")
  )

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard held.isWorking, held.row.emergency == nil, !inquiry.isAsked(held.row.id) else {
      return nil
    }
    let last = held.row.lastConfirmed(by: inquiry.moment)
    let days = inquiry.register.reviewDays(
      of: held.row, held.entitlement, for: held.person?.category ?? .employee,
      at: inquiry.moment, under: held.rules)
    let due = inquiry.days(days, after: last)
    guard due <= inquiry.moment else { return nil }
    return held.finding(
      rule, since: due, evidence: StaleFact.list((.lastReview, "\(last)"), (.reviewDays, "\(days)"))
    )
  }
}

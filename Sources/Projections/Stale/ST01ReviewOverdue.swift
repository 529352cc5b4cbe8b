import AccessModel
import Chronology
import Diagnostics
import Policies

/// A grant that nobody has looked at again in time. (ST-01)
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
    guard held.isWorking, held.row.emergency == nil,
      let last = lastLook(at: held.row, by: inquiry.moment)
    else { return nil }
    let register = inquiry.register
    let days =
      held.row.terms(at: inquiry.moment).reviewDays
      ?? register.reviewDays(
        of: held.entitlement, for: held.person?.category ?? .employee, at: inquiry.moment,
        under: held.rules,
        restsOnException: register.restsOnException(held.row, at: inquiry.moment))
    let due = inquiry.days(days, after: last)
    guard due <= inquiry.moment else { return nil }
    return held.finding(
      rule, since: due, evidence: StaleFact.list((.lastReview, "\(last)"), (.reviewDays, "\(days)"))
    )
  }

  /// When a grant was last decided on or reviewed with an answer; `nil` when reviews after the moment hide whether there was one before.
  ///
  /// A reviewer who cannot judge has not looked: the clock goes on (INV-33).
  private static func lastLook(at grant: GrantRow, by moment: Instant) -> Instant? {
    var last = max(grant.begun.effective, grant.decided.from)
    for change in grant.changes where change.request != nil && change.fact.effective <= moment {
      last = max(last, change.fact.effective)
    }
    guard let review = grant.lastReview else { return last }
    guard review.fact.effective <= moment else { return grant.earlierReviews.isEmpty ? last : nil }
    if review.outcome.resetsClock { return max(last, review.fact.effective) }
    return review.answeredBefore.map { max(last, $0) } ?? last
  }
}

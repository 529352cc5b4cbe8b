import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

/// Access to protected identities that is looked at too seldom. (ST-25)
enum ST25ProtectedIdentities: GrantStaleCheck {
  static let rule = StaleRule.protectedIdentities
  static let code = DiagnosticCode(
    "ST-25",
    Localized(
      en: "Access to protected identities is reviewed too seldom.",
      sv: "Åtkomst till skyddade personuppgifter granskas för sällan."),
    remedy: Localized(
      en:
        "Let it be reviewed more often: liggare grant narrow GRANT --review-days DAYS, or end it: liggare grant revoke GRANT.",
      sv:
        "Låt den granskas oftare: liggare grant narrow TILLDELNING --review-days DAGAR, eller avsluta den: liggare grant revoke TILLDELNING."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "A look at a protected address can cost a life.",
      sv: "En blick på en skyddad adress kan kosta ett liv."),
    source: Localized(
      en: "Secrecy Act (Sweden) 22:1; ISO 27001 5.18, 5.34",
      sv: "offentlighets- och sekretesslagen 22 kap. 1 §; ISO 27001 5.18, 5.34"),
    refused: Localized(
      en: "access to a system with protected identities, reviewed each year",
      sv: "åtkomst till ett system med skyddade uppgifter, granskad varje år"),
    allowed: Localized(
      en: "the same, reviewed every three months", sv: "samma, granskad var tredje månad"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    let moment = inquiry.moment
    guard held.state.givesAccess, held.row.emergency == nil, !held.row.isUndecided,
      held.system.details(at: moment).personalData == .protected
    else { return nil }
    let terms = held.row.terms(at: moment)
    let daysMax = held.rules[.protectedIdentities].reviewDaysMax
    let isSeldom = terms.reviewDays.map { $0 > daysMax } ?? true
    // What ends before it would be reviewed needs no review.
    let isShort = terms.until.map { $0 <= inquiry.days(daysMax, after: terms.from) } ?? false
    guard isSeldom, !isShort else { return nil }
    let protected =
      held.system.changes.filter {
        $0.change.personalData == .protected && $0.fact.effective <= moment
      }.map(\.fact.effective).max() ?? held.system.registered.effective
    return held.finding(
      rule, since: max(protected, held.row.begun.effective),
      evidence: StaleFact.list(
        (.reviewDays, terms.reviewDays.map { "\($0)" }), (.limit, "P\(daysMax)D")))
  }
}

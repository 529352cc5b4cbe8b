import AccessModel
import Chronology
import Diagnostics
import Policies

/// Access that a feed shows unused for too long. What no feed covers is unknown, and never unused. (ST-05)
enum ST05Unused: GrantStaleCheck {
  static let rule = StaleRule.unused
  static let code = DiagnosticCode(
    "ST-05",
    Localized(
      en: "The access has gone unused for too long.",
      sv: "Åtkomsten har varit oanvänd för länge."),
    remedy: Localized(
      en:
        "Ask whether it is needed. End it: liggare grant revoke GRANT --cause need-ended. If it must wait: liggare stale accept FLAG --until DAY --reason TEXT.",
      sv:
        "Fråga om den behövs. Avsluta den: liggare grant revoke TILLDELNING --cause need-ended. Om den måste vänta: liggare stale accept FLAGGA --until DAG --reason TEXT."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "Access that nobody uses does no good, and whoever takes it over is not noticed.",
      sv: "Åtkomst som ingen använder gör ingen nytta, och den som tar över den märks inte."),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-2 (3); CIS 5.3",
      sv: "ISO 27001 5.18; NIST AC-2 (3); CIS 5.3"),
    refused: Localized(
      en: "access at level 2 unused for 91 days, by a feed that covers them all",
      sv: "behörighet på nivå 2 oanvänd i 91 dagar, enligt en fil som täcker dem alla"),
    allowed: Localized(
      en: "the same where the feed begins last week",
      sv: "samma behörighet där filen börjar förra veckan"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard held.state == .inEffect, held.row.emergency == nil,
      let begun = held.beginning(by: inquiry.moment)
    else { return nil }
    if held.entitlement.terms(at: inquiry.moment).isForEmergency {
      return undrilled(held, since: begun, in: inquiry)
    }
    guard let account = inquiry.account(of: held), let use = account.usage(at: inquiry.moment)
    else { return nil }
    let isNew = use.quietSince <= begun
    let start = max(use.quietSince, begun)
    let limit =
      isNew ? held.rules.stale.neverUsed : held.rules.stale.unused(held.stakes(in: inquiry))
    let due = inquiry.end(of: limit, from: start)
    // What is not known to have been quiet until then is unknown.
    guard due <= use.knownUntil, due <= inquiry.moment else { return nil }
    var finding = held.finding(
      rule, since: due,
      evidence: StaleFact.list(
        (.lastUse, isNew ? nil : use.last.map { "\($0)" }),
        (.neverUsed, isNew || use.last == nil ? "\(start)" : nil), (.limit, limit.text),
        (.knownUntil, "\(use.knownUntil)")))
    finding.mayExpire = true
    return finding
  }

  /// Access for emergencies is not used by design: exercises show whether it works and is needed.
  private static func undrilled(
    _ held: HeldGrant, since begun: Instant, in inquiry: StaleInquiry
  ) -> StaleFinding? {
    let last = inquiry.lastActivation(of: held.row.entitlement)
    let due = inquiry.end(of: held.rules.stale.drill, from: max(begun, last ?? begun))
    guard due <= inquiry.moment else { return nil }
    return held.finding(
      rule, since: due,
      evidence: StaleFact.list(
        (.lastUse, last.map { "\($0)" }), (.neverUsed, last == nil ? "\(begun)" : nil),
        (.limit, held.rules.stale.drill.text)))
  }
}

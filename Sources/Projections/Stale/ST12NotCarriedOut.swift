import AccessModel
import Diagnostics
import Policies

/// A decision that nobody has carried out in time. (ST-12)
enum ST12NotCarriedOut: GrantStaleCheck {
  static let rule = StaleRule.notCarriedOut
  static let code = DiagnosticCode(
    "ST-12",
    Localized(
      en: "The decision has not been carried out in time.",
      sv: "Beslutet har inte verkställts i tid."),
    remedy: Localized(
      en:
        "Carry it out and record that: liggare grant provision GRANT; or end it: liggare grant revoke GRANT.",
      sv:
        "Verkställ det och registrera det: liggare grant provision TILLDELNING; eller avsluta det: liggare grant revoke TILLDELNING."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "What is decided and not done is either not needed or was done unseen.",
      sv: "Det som är beslutat men inte gjort behövs inte, eller gjordes utan att synas."),
    source: Localized(
      en: "guideline: decisions on access are documented; ISO 27001 5.18",
      sv: "riktlinjen: beslut om behörighet dokumenteras; ISO 27001 5.18"),
    refused: Localized(
      en: "a grant decided on Monday, not carried out on Thursday",
      sv: "en tilldelning beslutad i måndags, inte verkställd på torsdagen"),
    allowed: Localized(
      en: "one decided today", sv: "en som beslutades i dag"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    switch held.state {
    case .decided, .scheduled, .inEffect, .suspended: break
    case .undecided, .ending, .ended: return nil
    }
    guard let pending = inquiry.register.pendingExecution(of: held.row, at: inquiry.moment) else {
      return nil
    }
    let due = inquiry.register.executionDue(of: held.row, decided: pending.since, in: inquiry.zone)
    guard due <= inquiry.moment else { return nil }
    return held.finding(
      rule, since: due,
      evidence: StaleFact.list(
        (.since, "\(pending.since)"), (.limit, held.rules.execution.text), (.due, "\(due)")))
  }
}

import AccessModel
import Diagnostics
import Policies

/// A use of emergency access that nobody has followed up in time. (ST-14)
enum ST14EmergencyUnreviewed: GrantStaleCheck {
  static let rule = StaleRule.emergencyUnreviewed
  static let code = DiagnosticCode(
    "ST-14",
    Localized(
      en: "The use of emergency access has not been followed up in time.",
      sv: "Användningen av nödåtkomst har inte följts upp i tid."),
    remedy: Localized(
      en:
        "Follow it up: liggare grant follow-up GRANT --justified, or --unjustified.",
      sv:
        "Följ upp den: liggare grant follow-up TILLDELNING --justified, eller --unjustified."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "Access that skips the decision is only as good as the look back on it.",
      sv: "Åtkomst som hoppar över beslutet är bara så god som återblicken på den."),
    source: Localized(
      en: "ISO 27001 5.18, 8.2",
      sv: "ISO 27001 5.18, 8.2"),
    refused: Localized(
      en: "a use that ended last week, without follow-up",
      sv: "en användning som slutade förra veckan, utan uppföljning"),
    allowed: Localized(
      en: "one that ended this morning", sv: "en som slutade i morse"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard let emergency = held.row.emergency,
      emergency.review.map({ $0.fact.effective > inquiry.moment }) ?? true,
      let due = inquiry.register.followUpDue(of: held.row, at: inquiry.moment),
      due <= inquiry.moment
    else { return nil }
    return held.finding(
      rule, since: due,
      evidence: StaleFact.list((.cause, "\(emergency.kind.code)"), (.due, "\(due)")))
  }
}

import AccessModel
import Diagnostics
import Policies

/// Access that is over and that nobody has confirmed as removed in time. (ST-02)
enum ST02RemovalUnconfirmed: GrantStaleCheck {
  static let rule = StaleRule.removalUnconfirmed
  static let code = DiagnosticCode(
    "ST-02",
    Localized(
      en: "The access is over, and nobody has confirmed in time that it is removed.",
      sv: "Åtkomsten har upphört, och ingen har i tid bekräftat att den är borttagen."),
    remedy: Localized(
      en:
        "Remove it in the system and confirm that: liggare grant confirm GRANT.",
      sv:
        "Ta bort den i systemet och bekräfta det: liggare grant confirm TILLDELNING."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "A decision that access has ended keeps nobody out before the system does.",
      sv: "Ett beslut om att åtkomst upphört stänger ingen ute förrän systemet gör det."),
    source: Localized(
      en: "ISO 27001 5.11, 5.18; NIST AC-2 (3)",
      sv: "ISO 27001 5.11, 5.18; NIST AC-2 (3)"),
    refused: Localized(
      en: "a grant that ended on Monday, not confirmed on Friday",
      sv: "en tilldelning som upphörde i måndags och inte är bekräftad på fredagen"),
    allowed: Localized(
      en: "one that ended this morning", sv: "en som upphörde i morse"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard let (end, due) = held.overdueRemoval(in: inquiry), end.cause != .affiliationEnded else {
      return nil
    }
    return held.finding(
      rule, since: due,
      evidence: StaleFact.list(
        (.cause, end.cause.code), (.since, "\(end.at)"), (.due, "\(due)")))
  }
}

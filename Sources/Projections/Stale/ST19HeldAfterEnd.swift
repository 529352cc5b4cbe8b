import AccessModel
import Diagnostics
import Policies

/// A right that is retired, or of a system that is phased out, and is still held. (ST-19)
enum ST19HeldAfterEnd: GrantStaleCheck {
  static let rule = StaleRule.heldAfterEnd
  static let code = DiagnosticCode(
    "ST-19",
    Localized(
      en: "What is retired or phased out is still held.",
      sv: "Det som är avvecklat eller under avveckling innehas fortfarande."),
    remedy: Localized(
      en:
        "Grant what takes its place, and end it: liggare grant revoke GRANT --cause system-closed.",
      sv:
        "Tilldela det som ersätter, och avsluta den: liggare grant revoke TILLDELNING --cause system-closed."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "What nobody offers any more nobody maintains either.",
      sv: "Det som ingen längre erbjuder underhåller heller ingen."),
    source: Localized(
      en: "ISO 27001 5.9, 5.18",
      sv: "ISO 27001 5.9, 5.18"),
    refused: Localized(
      en: "a grant of a right that was retired in May",
      sv: "en tilldelning av en behörighet som avvecklades i maj"),
    allowed: Localized(
      en: "a grant of what took its place", sv: "en tilldelning av det som ersatte den"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard held.state.givesAccess,
      let ended = inquiry.register.endOfRight(held.entitlement, in: held.system, at: inquiry.moment)
    else { return nil }
    return held.finding(
      rule, since: max(ended, held.row.begun.effective),
      evidence: StaleFact.list(
        (.since, "\(ended)"), (.successor, held.entitlement.successor.map { "\($0)" })))
  }
}

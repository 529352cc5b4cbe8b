import AccessModel
import Diagnostics
import Policies

/// Access that was taken over and that nobody has decided in time. (ST-15)
enum ST15UndecidedTooLong: GrantStaleCheck {
  static let rule = StaleRule.undecidedTooLong
  static let code = DiagnosticCode(
    "ST-15",
    Localized(
      en: "Access that was found has gone undecided for too long.",
      sv: "Åtkomst som hittats har varit obeslutad för länge."),
    remedy: Localized(
      en:
        "Decide it: liggare grant issue PERSON ENTITLEMENT --takes-over GRANT, or end it: liggare grant revoke GRANT --cause unauthorised.",
      sv:
        "Besluta den: liggare grant issue PERSON BEHÖRIGHET --takes-over TILLDELNING, eller avsluta den: liggare grant revoke TILLDELNING --cause unauthorised."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "What was found must not pass for what was decided only because nobody looked.",
      sv: "Det som hittats får inte gälla som beslutat bara för att ingen har sett efter."),
    source: Localized(
      en: "guideline: access is granted formally and only by need; ISO 27001 5.18",
      sv: "riktlinjen: behörighet tilldelas formellt och endast efter behov; ISO 27001 5.18"),
    refused: Localized(
      en: "access found 91 days ago, where the rules say 90",
      sv: "åtkomst som hittades för 91 dagar sedan, där reglerna säger 90"),
    allowed: Localized(
      en: "access found last week", sv: "åtkomst som hittades förra veckan"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard held.state == .undecided else { return nil }
    let (found, due) = inquiry.register.undecidedDue(of: held.row, at: inquiry.moment)
    guard due <= inquiry.moment else { return nil }
    return StaleFinding(
      rule: rule, about: .grant(held.row.id), person: held.row.person,
      system: held.row.entitlement.system, since: due,
      evidence: StaleFact.list((.since, "\(found)"), (.limit, held.rules.legacyWithin.text)))
  }
}

extension TimeLimit {
  /// The limit as a fact of a flag writes it.
  var text: String { description }
}

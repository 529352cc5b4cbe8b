import AccessModel
import Diagnostics
import Policies

/// A grant whose decider, by what is known now, had no authority when it was decided. (ST-08)
enum ST08InvalidAuthority: GrantStaleCheck {
  static let rule = StaleRule.invalidAuthority
  static let code = DiagnosticCode(
    "ST-08",
    Localized(
      en: "Whoever decided the grant had no authority for it then.",
      sv: "Den som beslutade tilldelningen hade då ingen befogenhet."),
    remedy: Localized(
      en:
        "Have it decided anew by somebody who may: liggare who-decides tells who; or end it: liggare grant revoke GRANT --cause unauthorised.",
      sv:
        "Låt någon som får besluta den på nytt: liggare who-decides visar vem; eller avsluta den: liggare grant revoke TILLDELNING --cause unauthorised."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "A decision by whoever may not decide is none.",
      sv: "Ett beslut av den som inte får besluta är inget beslut."),
    source: Localized(
      en: "Local Government Act (Sweden) 6:37; ISO 27001 5.15",
      sv: "kommunallagen 6 kap. 37 §; ISO 27001 5.15"),
    refused: Localized(
      en:
        "a grant decided by a steward whose role, it was recorded later, had ended the day before",
      sv:
        "en tilldelning beslutad av en förvaltare vars roll, registrerades det senare, upphört dagen innan"
    ),
    allowed: Localized(
      en: "one decided on the steward's last day", sv: "en som beslutades förvaltarens sista dag"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard held.state.givesAccess, !held.row.isUndecided, let person = held.row.person else {
      return nil
    }
    let standing = held.row.standing(at: inquiry.moment)
    let register = inquiry.register
    guard
      let request = (standing.decision?.request ?? held.row.request).flatMap({
        register.requests[$0]
      }), let decision = request.decision, decision.isApproval
    else { return nil }
    let moment = decision.fact.effective
    let claim = DecisionClaim(decision)
    let isAuthorised = register.authorityRoutes(
      of: decision.decider, over: held.entitlement, for: person, at: moment
    ).contains {
      $0.isValid && claim.matches($0.authority, isHistory: decision.fact.isMigrated)
    }
    guard !isAuthorised else { return nil }
    return held.finding(
      rule, since: moment,
      evidence: StaleFact.list((.person, "\(decision.decider)"), (.missing, "authority")))
  }
}

import AccessModel
import Chronology
import Diagnostics
import Policies

/// A grant whose steps were taken by persons who are one, or stand in for or under each other. (ST-24)
enum ST24OnePersonChain: GrantStaleCheck {
  static let rule = StaleRule.onePersonChain
  static let code = DiagnosticCode(
    "ST-24",
    Localized(
      en: "Whoever asked, endorsed and decided are one person in fact.",
      sv: "Den som begärt, tillstyrkt och beslutat är i praktiken en person."),
    remedy: Localized(
      en:
        "Have it reviewed and decided anew by somebody independent of them: liggare who-decides tells who may.",
      sv:
        "Låt någon oberoende av dem granska och besluta den på nytt: liggare who-decides visar vem som får."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "Two signatures protect only when the second can say no to the first.",
      sv: "Två underskrifter skyddar bara när den andra kan säga nej till den första."),
    source: Localized(
      en: "ISO 27001 5.3; NIST AC-5",
      sv: "ISO 27001 5.3; NIST AC-5"),
    refused: Localized(
      en:
        "asked for by the manager's deputy, endorsed by the manager, decided by who works under the manager",
      sv:
        "begärd av chefens ersättare, tillstyrkt av chefen, beslutad av den som arbetar under chefen"
    ),
    allowed: Localized(
      en: "asked for by the employee, endorsed by the manager, decided by the steward",
      sv: "begärd av den anställda, tillstyrkt av chefen, beslutad av förvaltaren"))

  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding? {
    guard held.state.givesAccess, !held.row.isUndecided else { return nil }
    let register = inquiry.register
    let standing = held.row.standing(at: inquiry.moment)
    guard
      let request = (standing.decision?.request ?? held.row.request).flatMap({
        register.requests[$0]
      }), let decision = request.decision, decision.isApproval, !decision.isSmallUnit,
      let endorsement = request.endorsement
    else { return nil }
    let moment = decision.fact.effective
    func standsIn(_ one: PersonID, _ other: PersonID) -> Bool {
      one == other
        || register.isDeputy(one, of: other, in: request.entitlement.system, at: moment)
        || register.isDeputy(other, of: one, in: request.entitlement.system, at: moment)
    }
    guard
      standsIn(request.requester, endorsement.endorser)
        || endorsement.actingFor == request.requester
    else { return nil }
    let decider = decision.decider
    let isBound = [request.requester, endorsement.endorser].contains { person in
      standsIn(person, decider) || decision.actingFor == person
        || register.managership(of: person, over: decider, at: moment) != nil
    }
    guard isBound else { return nil }
    return held.finding(
      rule, since: moment,
      evidence: StaleFact.list(
        (.person, "\(request.requester)"), (.person, "\(endorsement.endorser)"),
        (.person, "\(decider)")))
  }
}

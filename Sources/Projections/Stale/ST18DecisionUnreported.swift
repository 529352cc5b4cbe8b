import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

/// A delegated decision that was not reported to its body in time. (ST-18)
enum ST18DecisionUnreported: RegisterStaleCheck {
  static let rule = StaleRule.decisionUnreported
  static let code = DiagnosticCode(
    "ST-18",
    Localized(
      en: "The delegated decision has not been reported to its body in time.",
      sv: "Delegationsbeslutet har inte anmälts till sitt organ i tid."),
    remedy: Localized(
      en:
        "Report it: liggare delegation report --body UNIT.",
      sv:
        "Anmäl det: liggare delegation report --body ENHET."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "A body that does not hear how its power is used cannot take it back.",
      sv: "Ett organ som inte får veta hur makten används kan inte ta tillbaka den."),
    source: Localized(
      en: "Local Government Act (Sweden) 6:40",
      sv: "kommunallagen 6 kap. 40 §"),
    refused: Localized(
      en: "a decision of three months ago that no meeting has heard of",
      sv: "ett beslut från för tre månader sedan som inget sammanträde fått veta om"),
    allowed: Localized(
      en: "one of last week", sv: "ett från förra veckan"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    inquiry.register.unreportedDecisions(at: inquiry.moment).filter { $0.due <= inquiry.moment }
      .map { item in
        StaleFinding(
          rule: rule, about: .request(item.request.id), person: item.decision.decider,
          system: item.request.entitlement.system, since: item.due,
          evidence: StaleFact.list(
            (.delegation, "\(item.line.line.delegation)"),
            (.since, "\(item.decision.fact.effective)"), (.due, "\(item.due)")))
      }
  }
}

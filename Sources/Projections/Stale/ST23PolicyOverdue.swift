import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

/// Rules that should have been looked at again. (ST-23)
enum ST23PolicyOverdue: RegisterStaleCheck {
  static let rule = StaleRule.policyOverdue
  static let code = DiagnosticCode(
    "ST-23",
    Localized(
      en: "The rules should have been looked at again.",
      sv: "Regelverket skulle ha setts över."),
    remedy: Localized(
      en:
        "Adopt a new version: liggare policy adopt FILE.",
      sv:
        "Anta en ny version: liggare policy adopt FIL."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "Law and organisation change; rules that nobody looks at stop fitting.",
      sv: "Lag och organisation ändras; regler som ingen ser på slutar passa."),
    source: Localized(
      en: "guideline: rules are revised regularly; ISO 27001 5.1",
      sv: "riktlinjen: reglerna revideras regelbundet; ISO 27001 5.1"),
    refused: Localized(
      en: "a document to be reviewed by 31 March, in April",
      sv: "ett dokument som skulle ses över senast 31 mars, i april"),
    allowed: Localized(
      en: "the same once a new version holds", sv: "samma när en ny version gäller"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    inquiry.register.policiesPastReview(at: inquiry.moment).map { policy in
      StaleFinding(
        rule: rule, about: .policy(policy.policy), system: policy.system, since: policy.reviewBy,
        evidence: StaleFact.list((.due, "\(policy.reviewBy)")))
    }
  }
}

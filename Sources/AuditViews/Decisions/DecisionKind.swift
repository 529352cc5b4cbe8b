import Diagnostics

/// What a decision is about.
enum DecisionKind: Hashable, Sendable, CaseIterable {
  case request
  case revocation
  case suspension
  case resumption
  case narrowing
  case emergencyFollowUp
  case reviewItem
  case reviewEffects
  case reviewClosing
  case reviewAssessment
  case separationRule
  case separationException
  case delegation
  case policy
  case role
  case flag
  case difference
  case incident
  case incidentDuty
  case incidentClosing
  case disposal
  case hold
  case disclosure
  case secrecy
  case erasure
  case restoration

  var code: String {
    switch self {
    case .request: "request"
    case .revocation: "revocation"
    case .suspension: "suspension"
    case .resumption: "resumption"
    case .narrowing: "narrowing"
    case .emergencyFollowUp: "emergency-follow-up"
    case .reviewItem: "review-item"
    case .reviewEffects: "review-effects"
    case .reviewClosing: "review-closing"
    case .reviewAssessment: "review-assessment"
    case .separationRule: "separation-rule"
    case .separationException: "separation-exception"
    case .delegation: "delegation"
    case .policy: "policy"
    case .role: "role"
    case .flag: "flag"
    case .difference: "difference"
    case .incident: "incident"
    case .incidentDuty: "incident-duty"
    case .incidentClosing: "incident-closing"
    case .disposal: "disposal"
    case .hold: "hold"
    case .disclosure: "disclosure"
    case .secrecy: "secrecy"
    case .erasure: "erasure"
    case .restoration: "restoration"
    }
  }

  var word: Localized {
    switch self {
    case .request: Localized(en: "request", sv: "begäran")
    case .revocation: Localized(en: "end of access", sv: "återkallelse")
    case .suspension: Localized(en: "suspension", sv: "spärr")
    case .resumption: Localized(en: "end of a suspension", sv: "hävd spärr")
    case .narrowing: Localized(en: "narrower access", sv: "begränsad behörighet")
    case .emergencyFollowUp: Localized(en: "emergency follow-up", sv: "uppföljning av nödåtkomst")
    case .reviewItem: Localized(en: "reviewed access", sv: "granskad behörighet")
    case .reviewEffects: Localized(en: "effects of silence", sv: "följder av uteblivet svar")
    case .reviewClosing: Localized(en: "end of a review", sv: "avslutad granskning")
    case .reviewAssessment: Localized(en: "assessment of a review", sv: "bedömd granskning")
    case .separationRule: Localized(en: "segregation rule", sv: "åtskillnadsregel")
    case .separationException:
      Localized(en: "exception from segregation", sv: "undantag från åtskillnad")
    case .delegation: Localized(en: "delegation", sv: "delegation")
    case .policy: Localized(en: "rules", sv: "regelverk")
    case .role: Localized(en: "role", sv: "roll")
    case .flag: Localized(en: "answer to a flag", sv: "besvarad flagga")
    case .difference: Localized(en: "difference settled", sv: "avgjord avvikelse")
    case .incident: Localized(en: "judged incident", sv: "bedömd incident")
    case .incidentDuty: Localized(en: "duty to notify", sv: "anmälningsplikt")
    case .incidentClosing: Localized(en: "end of an incident", sv: "avslutad incident")
    case .disposal: Localized(en: "disposal", sv: "gallring")
    case .hold: Localized(en: "legal hold", sv: "gallringsstopp")
    case .disclosure: Localized(en: "disclosure", sv: "utlämnande")
    case .secrecy: Localized(en: "secrecy", sv: "sekretess")
    case .erasure: Localized(en: "erased identity", sv: "raderad identitet")
    case .restoration: Localized(en: "restored ledger", sv: "återställd liggare")
    }
  }
}

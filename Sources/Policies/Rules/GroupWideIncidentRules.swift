public import AccessModel
public import Diagnostics

/// Rules for incidents are the whole group's. (POL-22)
public enum GroupWideIncidentRules {
  public static let code = DiagnosticCode(
    "POL-22",
    Localized(
      en: "Rules for incidents are adopted for the whole group.",
      sv: "Regler för incidenter antas för hela koncernen."),
    remedy: Localized(
      en: "Leave out --level; a regime's clocks run for each legal entity by itself.",
      sv: "Utelämna --level; ett regelområdes klockor går för varje juridisk enhet för sig."))

  public static let ground = Ground(
    protects: Localized(
      en: "One incident touches several legal entities, and is handled by one set of rules.",
      sv: "En incident berör flera juridiska enheter och hanteras efter ett regelverk."),
    source: Localized(
      en: "guideline: incidents are followed up against established rules",
      sv: "riktlinjen: incidenter följs upp mot fastställda regler"),
    refused: Localized(
      en: "liggare policy adopt incidents.policy --level unit --unit U-2",
      sv: "liggare policy adopt incidents.policy --level unit --unit U-2"),
    allowed: Localized(
      en: "liggare policy adopt incidents.policy",
      sv: "liggare policy adopt incidents.policy"))

  public static func check(_ policy: PolicyID, level: PolicyLevel) -> Diagnostic? {
    guard level != .group else { return nil }
    return code.diagnostic(
      .init(PolicySubject.word, "\(policy)"), .init(en: "level", sv: "nivå", localized: level.word))
  }
}

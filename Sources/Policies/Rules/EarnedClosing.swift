public import AccessModel
public import Diagnostics

/// An incident is closed when every regime is assessed, every duty is met or reasoned away, and measures have owners and dates. (INV-45)
public enum EarnedClosing {
  public static let code = DiagnosticCode(
    "INV-45",
    Localized(
      en: "Something is left before the incident can be closed.",
      sv: "Något återstår innan incidenten kan avslutas."),
    remedy: Localized(
      en: "Do what the facts say; liggare incident show INCIDENT lists all that is left.",
      sv: "Gör det som uppgifterna anger; liggare incident show INCIDENT visar allt som återstår."))

  public static let ground = Ground(
    protects: Localized(
      en: "An incident that closes with duties open is forgotten, and happens again.",
      sv: "En incident som avslutas med öppna plikter glöms bort, och händer igen."),
    source: Localized(
      en:
        "the Cybersecurity Act (2025:1506), chapter 2, sections 5–8; NIS2 Article 23(4); GDPR Article 33(5): every breach is documented; ISO 27001 5.27",
      sv:
        "cybersäkerhetslagen (2025:1506) 2 kap. 5–8 §§; NIS2 artikel 23.4; dataskyddsförordningen artikel 33.5: varje incident dokumenteras; ISO 27001 5.27"
    ),
    refused: Localized(
      en: "the closing of I-1 while gdpr is not assessed for U-2",
      sv: "att avsluta I-1 medan gdpr inte prövats för U-2"),
    allowed: Localized(
      en: "the same when it is assessed, if only as no duty with its reason",
      sv: "samma sak när det är prövat, om så bara som ingen plikt med skäl"))

  /// What is left to do.
  public enum Left: Hashable, Sendable {
    case assessment(RegimeCode, UnitID)
    case undetermined(RegimeCode, UnitID)
    case notice(RegimeCode, UnitID, StageCode)
    /// It is not handled.
    case handling
    case measures
    /// The closing does not say why it could happen.
    case cause
  }

  public static func violation(_ incident: IncidentID, _ left: Left) -> Diagnostic {
    let (what, command) = words(incident, left)
    return code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"),
      .init(en: "left", sv: "återstår", localized: what),
      .init(en: "command", sv: "kommando", command))
  }

  /// What is left in words, and the command that answers it.
  public static func words(
    _ incident: IncidentID, _ left: Left
  ) -> (what: Localized, command: String) {
    switch left {
    case .assessment(let regime, let entity):
      (
        Localized(
          en: "\(regime) is not assessed for \(entity)",
          sv: "\(regime) är inte prövat för \(entity)"
        ), "liggare incident assess \(incident) \(regime) --entity \(entity) --outcome duty|no-duty"
      )
    case .undetermined(let regime, let entity):
      (
        Localized(
          en: "\(regime) is not determined for \(entity)",
          sv: "\(regime) är inte avgjort för \(entity)"
        ), "liggare incident assess \(incident) \(regime) --entity \(entity) --outcome duty|no-duty"
      )
    case .notice(let regime, let entity, let stage):
      (
        Localized(
          en: "\(stage) under \(regime) is not handed in for \(entity)",
          sv: "\(stage) enligt \(regime) är inte lämnat för \(entity)"),
        "liggare incident notify \(incident) \(regime) \(stage) --entity \(entity)"
      )
    case .handling:
      (
        Localized(en: "it is not handled", sv: "den är inte hanterad"),
        "liggare incident act \(incident) resolve"
      )
    case .measures:
      (
        Localized(
          en: "no measure has an owner and a date", sv: "ingen åtgärd har ansvarig och datum"),
        "liggare incident measure \(incident) TEXT --owner PERSON --due DAY"
      )
    case .cause:
      (
        Localized(en: "the root cause is not said", sv: "grundorsaken är inte angiven"),
        "liggare incident close \(incident) --cause CAUSE --cause-text TEXT"
      )
    }
  }
}

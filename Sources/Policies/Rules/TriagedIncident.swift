public import AccessModel
public import Diagnostics

/// An incident has a rule set, and a clock that runs, before anything else is said of it. (INV-41)
public enum TriagedIncident {
  public static let code = DiagnosticCode(
    "INV-41",
    Localized(
      en: "The incident is not triaged: no rule set and no clock is set for it.",
      sv: "Incidenten är inte bedömd: den har inget regelverk och ingen klocka."),
    remedy: Localized(
      en:
        "Triage it first: liggare incident triage INCIDENT --severity 1..4 --category KIND --entity UNIT.",
      sv:
        "Bedöm den först: liggare incident triage INCIDENT --severity 1..4 --category SLAG --entity ENHET."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "What is handled by no rules has no deadline, and nobody is late.",
      sv: "Det som hanteras utan regler har ingen tidsgräns, och ingen är sen."),
    source: Localized(
      en: "guideline: incidents are followed up against established rules; ISO 27001 5.24, 5.25",
      sv: "riktlinjen: incidenter följs upp mot fastställda regler; ISO 27001 5.24, 5.25"),
    refused: Localized(
      en: "an assessment of I-1, which was only reported",
      sv: "en prövning av I-1, som bara är rapporterad"),
    allowed: Localized(
      en: "the same after liggare incident triage I-1",
      sv: "samma sak efter liggare incident triage I-1"))

  /// What is wrong with the rules that a triage names.
  public enum Lack: Hashable, Sendable {
    case triage
    /// The document that is named is not the one in force.
    case rules(named: PolicyID, inForce: PolicyID)
    /// No legal entity is concerned, so that no clock runs.
    case entity
    case severity(Int64)
  }

  public static func violation(_ incident: IncidentID, _ lack: Lack) -> Diagnostic {
    var facts: [Diagnostic.Fact] = [.init(IncidentSubject.word, "\(incident)")]
    switch lack {
    case .triage: break
    case .rules(let named, let inForce):
      facts.append(.init(PolicySubject.word, "\(named)"))
      facts.append(.init(en: "in force", sv: "gäller", "\(inForce)"))
    case .entity:
      facts.append(
        .init(
          en: "missing", sv: "saknas",
          localized: Localized(
            en: "the legal entities concerned, --entity",
            sv: "de juridiska enheter som berörs, --entity")))
    case .severity(let severity):
      facts.append(.init(en: "severity", sv: "allvarlighetsgrad", "\(severity)"))
      facts.append(.init(en: "allowed", sv: "tillåtet", "1–4"))
    }
    return code.diagnostic(facts: facts)
  }
}

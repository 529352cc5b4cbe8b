public import AccessModel
public import Diagnostics

/// What is said of an incident names regimes, stages, criteria and entities that its rules and its triage know. (INC-05)
public enum KnownRegime {
  public static let code = DiagnosticCode(
    "INC-05",
    Localized(
      en: "The incident's rules, or its triage, do not know this.",
      sv: "Incidentens regler, eller dess bedömning, känner inte till detta."),
    remedy: Localized(
      en:
        "liggare policy show lists regimes, stages and criteria; liggare incident triage names the legal entities.",
      sv:
        "liggare policy show visar regelområden, steg och kriterier; liggare incident triage anger de juridiska enheterna."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A duty under rules that nobody adopted is nobody's duty.",
      sv: "En plikt enligt regler som ingen antagit är ingens plikt."),
    source: Localized(
      en: "guideline: incidents are followed up against established rules",
      sv: "riktlinjen: incidenter följs upp mot fastställda regler"),
    refused: Localized(
      en: "liggare incident assess I-1 nis --entity U-1",
      sv: "liggare incident assess I-1 nis --entity U-1"),
    allowed: Localized(
      en: "liggare incident assess I-1 csl --entity U-1",
      sv: "liggare incident assess I-1 csl --entity U-1"))

  public static func violation(
    _ incident: IncidentID, _ word: Localized, _ thing: String, known: [String]
  ) -> Diagnostic {
    code.diagnostic(
      facts: [.init(IncidentSubject.word, "\(incident)"), .init(word, thing)]
        + (known.isEmpty
          ? [] : [.init(en: "known", sv: "kända", known.joined(separator: ", "))]))
  }
}

public import AccessModel
public import Diagnostics

/// An assessment is documented: a duty names the criteria that are met, and anything else its reason. (INC-06)
public enum DocumentedAssessment {
  public static let code = DiagnosticCode(
    "INC-06",
    Localized(
      en: "The assessment does not say what it rests on.",
      sv: "Prövningen anger inte vad den vilar på."),
    remedy: Localized(
      en:
        "A duty names criteria with --criterion; no duty and not determined give a reason with --reason.",
      sv:
        "En plikt anger kriterier med --criterion; ingen plikt och inte avgjort anger skäl med --reason."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Every breach is documented, also one that is not notified: who reads it later must be able to judge the judgement.",
      sv:
        "Varje incident dokumenteras, också en som inte anmäls: den som läser senare måste kunna bedöma bedömningen."
    ),
    source: Localized(
      en: "GDPR Article 33(5); the Cybersecurity Act, chapter 2, section 5",
      sv: "dataskyddsförordningen artikel 33.5; cybersäkerhetslagen 2 kap. 5 §"),
    refused: Localized(
      en: "liggare incident assess I-1 gdpr --entity U-1 --outcome no-duty",
      sv: "liggare incident assess I-1 gdpr --entity U-1 --outcome no-duty"),
    allowed: Localized(
      en: "the same with --reason \"The laptop was encrypted\"",
      sv: "samma sak med --reason \"Datorn var krypterad\""))

  public static func check(
    _ incident: IncidentID, outcome: DutyOutcome, hasCriteria: Bool, hasReason: Bool
  ) -> Diagnostic? {
    let isDocumented = outcome == .duty ? hasCriteria : hasReason
    guard !isDocumented else { return nil }
    return code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"),
      .init(en: "assessed", sv: "prövat", localized: outcome.word))
  }
}

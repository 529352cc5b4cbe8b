public import AccessModel
public import Diagnostics

/// An entitlement's own level is above its system's, unless a risk analysis says otherwise. (SYS-06)
public enum RaisedLevel {
  public static let code = DiagnosticCode(
    "SYS-06",
    Localized(
      en: "The entitlement's own level would be below the system's.",
      sv: "Behörighetens egen nivå skulle ligga under systemets."),
    remedy: Localized(
      en:
        "Give a level at or above the system's, or record the risk analysis first: liggare system risk.",
      sv:
        "Ange en nivå som inte är lägre än systemets, eller registrera riskanalysen först: liggare system risk."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "What lies in a system is worth as much as the system, unless somebody has looked closely and says otherwise.",
      sv:
        "Det som finns i ett system är lika skyddsvärt som systemet, om inte någon har granskat och visar annat."
    ),
    source: Localized(
      en: "guideline: protection follows classification and risk analysis; ISO 27001 5.12",
      sv: "riktlinjen: skydd efter klassning och riskanalys; ISO 27001 5.12"),
    refused: Localized(
      en: "level 1 for a right in a system of level 3",
      sv: "nivå 1 för en rättighet i ett system med nivå 3"),
    allowed: Localized(
      en: "level 3, or level 1 after a risk analysis",
      sv: "nivå 3, eller nivå 1 efter en riskanalys"))

  /// - Parameter isAnalysed: whether a risk analysis has been made since the system was classified.
  public static func check(
    entitlement: EntitlementID, level: Int64?, systemLevel: Int?, isAnalysed: Bool
  ) -> Diagnostic? {
    guard let level, let systemLevel, level < Int64(systemLevel), !isAnalysed else { return nil }
    return code.diagnostic(
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "level", sv: "nivå", "\(level)"),
      .init(en: "system's level", sv: "systemets nivå", "\(systemLevel)"))
  }
}

public import AccessModel
public import Diagnostics

/// Two answers come to what the strategy says (REV-12)
public enum TwoStagesCombined {
  public static let code = DiagnosticCode(
    "REV-12",
    Localized(
      en: "The answers of the stages do not come to this.",
      sv: "Stegens svar blir inte detta."),
    remedy: Localized(
      en: "Leave the result to the ledger: liggare review decide works it out.",
      sv: "Låt liggaren räkna ut resultatet: liggare review decide gör det."))

  public static let ground = Ground(
    protects: Localized(
      en: "What two people said decides, and not who typed it.",
      sv: "Det två personer har sagt avgör, och inte den som skrev in det."),
    source: Localized(
      en: "ISO 27001 5.3, 5.18",
      sv: "ISO 27001 5.3, 5.18"),
    refused: Localized(
      en: "the result keep of keep and revoke, where whoever takes away prevails",
      sv: "resultatet keep av keep och revoke, där den som tar bort avgör"),
    allowed: Localized(
      en: "the result revoke of the same",
      sv: "resultatet revoke av detsamma"))

  public static func check(
    grant: GrantID, stated: ReviewOutcome?, expected: ReviewOutcome?
  ) -> Diagnostic? {
    guard stated != expected else { return nil }
    let none = Localized(en: "nothing yet", sv: "inget ännu")
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"),
      .init(en: "stated", sv: "angivet", localized: stated?.word ?? none),
      .init(en: "expected", sv: "väntat", localized: expected?.word ?? none))
  }
}

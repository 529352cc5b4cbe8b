public import AccessModel
public import Diagnostics

/// Whoever takes away, cannot judge, or keeps against a warning says why (REV-03)
public enum ReviewReason {
  public static let code = DiagnosticCode(
    "REV-03",
    Localized(
      en: "The answer needs a reason.",
      sv: "Svaret behöver ett skäl."),
    remedy: Localized(
      en: "Say why in a sentence: the column reason, or --reason TEXT.",
      sv: "Ange varför i en mening: kolumnen reason, eller --reason TEXT."))

  public static let ground = Ground(
    protects: Localized(
      en: "What is out of the ordinary can be understood afterwards.",
      sv: "Det som avviker går att förstå i efterhand."),
    source: Localized(
      en: "ISO 27001 5.18; public administration: decisions are reasoned",
      sv: "ISO 27001 5.18; förvaltningsrätten: beslut motiveras"),
    refused: Localized(
      en: "keep, without a reason, where the holder has moved",
      sv: "keep utan skäl när innehavaren har bytt tjänst"),
    allowed: Localized(
      en: "keep, without a reason, where nothing speaks against it",
      sv: "keep utan skäl när inget talar emot"))

  public static func check(
    grant: GrantID, outcome: ReviewOutcome, hasHint: Bool, hasReason: Bool
  ) -> Diagnostic? {
    guard !hasReason, outcome != .keep || hasHint else { return nil }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"),
      .init(en: "outcome", sv: "utfall", localized: outcome.word))
  }
}

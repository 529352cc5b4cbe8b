public import Diagnostics

/// A correction says why. (COR-07)
public enum ReasonedCorrection {
  public static let code = DiagnosticCode(
    "COR-07",
    Localized(
      en: "A correction says why.",
      sv: "En rättelse ska motiveras."),
    remedy: Localized(
      en:
        "Give the reason in a sentence: --reason TEXT.",
      sv:
        "Ange skälet i en mening: --reason TEXT."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A change without a reason cannot be judged afterwards.",
      sv: "En ändring utan skäl går inte att bedöma i efterhand."),
    source: Localized(
      en: "OSL 4:1: it is evident when data was added and changed; GDPR Article 16; ISO 27001 5.33",
      sv:
        "OSL 4:1: det framgår när uppgifter har tillförts och ändrats; GDPR artikel 16; ISO 27001 5.33"
    ),
    refused: Localized(
      en: "liggare event correct 17 --void without --reason",
      sv: "liggare event correct 17 --void utan --reason"),
    allowed: Localized(
      en: "the same with --reason \"Recorded for the wrong person\"",
      sv: "samma sak med --reason \"Registrerad för fel person\""))

  public static func check(hasReason: Bool) -> Diagnostic? {
    hasReason ? nil : code.diagnostic()
  }
}

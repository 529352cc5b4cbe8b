public import Diagnostics

/// A correction changes how the event reads. (COR-06)
public enum ChangingCorrection {
  public static let code = DiagnosticCode(
    "COR-06",
    Localized(
      en: "The correction would change nothing.",
      sv: "Rättelsen skulle inte ändra något."),
    remedy: Localized(
      en:
        "See how the event reads now: liggare event show POSITION. What is void reads again when the correction that made it void is itself made void.",
      sv:
        "Se hur händelsen läses nu: liggare event show POSITION. Det som är ogiltigt läses igen när den rättelse som gjorde det ogiltigt själv förklaras ogiltig."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A correction without effect hides those that have one, and the same one twice is a mistake.",
      sv:
        "En rättelse utan verkan skymmer dem som har verkan, och samma rättelse två gånger är ett misstag."
    ),
    source: Localized(
      en: "OSL 4:1: it is evident when data was added and changed; GDPR Article 16; ISO 27001 5.33",
      sv:
        "OSL 4:1: det framgår när uppgifter har tillförts och ändrats; GDPR artikel 16; ISO 27001 5.33"
    ),
    refused: Localized(
      en: "liggare event correct 17 --void, twice",
      sv: "liggare event correct 17 --void, två gånger"),
    allowed: Localized(
      en: "the first of the two",
      sv: "den första av de två"))

  public static func unchanged(position: UInt64, field: String, value: String?) -> Diagnostic {
    code.diagnostic(
      .init(en: "position", sv: "position", "\(position)"),
      .init(en: "field", sv: "fält", field),
      .init(en: "reads already", sv: "läses redan", value ?? "–"))
  }

  public static func void(position: UInt64) -> Diagnostic {
    code.diagnostic(
      .init(en: "position", sv: "position", "\(position)"),
      .init(
        en: "reads already", sv: "läses redan",
        localized: Localized(en: "not at all: it is void", sv: "inte alls: den är ogiltig")))
  }
}

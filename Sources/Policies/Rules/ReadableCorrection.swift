public import Diagnostics

/// A corrected event is one that could have been recorded so. (COR-05)
public enum ReadableCorrection {
  public static let code = DiagnosticCode(
    "COR-05",
    Localized(
      en: "The field cannot hold this value.",
      sv: "Fältet kan inte innehålla detta värde."),
    remedy: Localized(
      en:
        "Give a value of the form told; leave --value out to have a field left out that need not be there.",
      sv:
        "Ange ett värde på den form som anges; utelämna --value för att utelämna ett fält som inte måste finnas."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Every reader must be able to read the event as corrected, by the same rules as the log itself.",
      sv: "Varje läsare måste kunna läsa händelsen som rättad, efter samma regler som loggen själv."
    ),
    source: Localized(
      en: "OSL 4:1: it is evident when data was added and changed; GDPR Article 16; ISO 27001 5.33",
      sv:
        "OSL 4:1: det framgår när uppgifter har tillförts och ändrats; GDPR artikel 16; ISO 27001 5.33"
    ),
    refused: Localized(
      en: "liggare event correct 17 --field integrity --value 9",
      sv: "liggare event correct 17 --field integrity --value 9"),
    allowed: Localized(
      en: "liggare event correct 17 --field integrity --value 2",
      sv: "liggare event correct 17 --field integrity --value 2"))

  /// - Parameter form: what the field can hold.
  public static func violation(
    position: Int64, field: String, value: String?, form: String
  ) -> Diagnostic {
    code.diagnostic(
      .init(en: "position", sv: "position", "\(position)"),
      .init(en: "field", sv: "fält", field), .init(en: "value", sv: "värde", value ?? "–"),
      .init(en: "expected", sv: "väntat", form))
  }
}

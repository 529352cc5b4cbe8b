public import Diagnostics

/// What an event is about, and what proves something, is not given another value. (COR-04)
public enum CorrectableField {
  public static let code = DiagnosticCode(
    "COR-04",
    Localized(
      en: "This field cannot be given another value.",
      sv: "Detta fält kan inte ges ett annat värde."),
    remedy: Localized(
      en:
        "Correct another field, or declare the event void (liggare event correct POSITION --void) and record anew what happened.",
      sv:
        "Rätta ett annat fält, eller förklara händelsen ogiltig (liggare event correct POSITION --void) och registrera på nytt det som hände."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "With another subject it would be another event, and a digest that somebody typed would prove nothing.",
      sv:
        "Med ett annat föremål vore det en annan händelse, och en kontrollsumma som någon skrivit in bevisar inget."
    ),
    source: Localized(
      en: "OSL 4:1: it is evident when data was added and changed; GDPR Article 16; ISO 27001 5.33",
      sv:
        "OSL 4:1: det framgår när uppgifter har tillförts och ändrats; GDPR artikel 16; ISO 27001 5.33"
    ),
    refused: Localized(
      en: "liggare event correct 17 --field person --value eva.lind",
      sv: "liggare event correct 17 --field person --value eva.lind"),
    allowed: Localized(
      en: "liggare event correct 17 --field until --value 2026-06-30",
      sv: "liggare event correct 17 --field until --value 2026-06-30"))

  public static let identity = Localized(
    en: "it says what the event is about", sv: "det säger vad händelsen handlar om")
  public static let proof = Localized(
    en: "it proves a document", sv: "det bevisar en handling")
  public static let whose = Localized(
    en: "a decision on a correction is made void, and made anew",
    sv: "ett beslut om rättelse ogiltigförklaras och fattas på nytt")
  public static let when = Localized(
    en: "a correction counts from when it was recorded",
    sv: "en rättelse räknas från när den registrerades")
  public static let nothingThere = Localized(
    en: "the event has no such field", sv: "händelsen har inget sådant fält")

  /// - Parameter fields: the fields that can be corrected.
  public static func violation(
    position: UInt64, field: String, why: Localized, fields: [String]
  ) -> Diagnostic {
    var facts: [Diagnostic.Fact] = [
      .init(en: "position", sv: "position", "\(position)"),
      .init(en: "field", sv: "fält", field), .init(en: "why", sv: "varför", localized: why),
    ]
    if !fields.isEmpty {
      facts.append(
        .init(en: "can be corrected", sv: "kan rättas", fields.joined(separator: ", ")))
    }
    return code.diagnostic(facts: facts)
  }
}

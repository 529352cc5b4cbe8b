public import Diagnostics

/// No name, national identity number or contact data stands in the log, and none in a text about
/// somebody's need. (INV-57)
public enum NoPersonalData {
  public static let code = DiagnosticCode(
    "INV-57",
    Localized(
      en: "The text holds personal data that must not be recorded.",
      sv: "Texten innehåller personuppgifter som inte får registreras."),
    remedy: Localized(
      en: "Write it without the marked part. People are named by their identifiers.",
      sv: "Skriv den utan den markerade delen. Personer anges med sina beteckningar."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "The log is kept for good, so nothing may be in it that a person has the right to have erased.",
      sv: "Loggen bevaras, så i den får inget stå som en person har rätt att få raderat."),
    source: Localized(
      en: "GDPR Articles 5 and 17; ISO 27001 5.34",
      sv: "dataskyddsförordningen artikel 5 och 17; ISO 27001 5.34"),
    refused: Localized(
      en: "liggare request submit bo.ek S-1/read --need \"Write to somebody@town.example\"",
      sv: "liggare request submit bo.ek S-1/read --need \"Skriver till nagon@kommun.example\""),
    allowed: Localized(
      en: "the same with --need \"Writes to those who apply\"",
      sv: "samma sak med --need \"Skriver till sökande\""))

  public static func check(_ text: String, field: Localized) -> Diagnostic? {
    let findings = ContentGuard.findings(in: text)
    guard !findings.isEmpty else { return nil }
    return code.diagnostic(
      facts: [.init(en: "field", sv: "fält", localized: field)]
        + findings.map { .init($0.kind.name, $0.maskedExcerpt) })
  }
}

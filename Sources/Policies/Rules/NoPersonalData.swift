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

  public static func check(_ text: String, field: Localized) -> Diagnostic? {
    let findings = ContentGuard.findings(in: text)
    guard !findings.isEmpty else { return nil }
    return code.diagnostic(
      facts: [.init(en: "field", sv: "fält", localized: field)]
        + findings.map { .init($0.kind.name, $0.maskedExcerpt) })
  }
}

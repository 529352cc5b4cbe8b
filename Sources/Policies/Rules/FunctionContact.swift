public import Diagnostics

/// What users turn to is a function, told without a person's contact data. (SYS-03)
public enum FunctionContact {
  public static let code = DiagnosticCode(
    "SYS-03",
    Localized(
      en: "The support contact holds contact data.",
      sv: "Supportkontakten innehåller kontaktuppgifter."),
    remedy: Localized(
      en:
        "Name the function that users turn to, such as “Service desk”, without address or number.",
      sv:
        "Ange funktionen som användarna vänder sig till, till exempel ”Servicedesk”, utan adress eller nummer."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "The log is never erased, so that a person's address or number must not stand in it; a function outlasts its people.",
      sv:
        "Loggen raderas aldrig, så en persons adress eller nummer får inte stå i den; en funktion består när personer byts."
    ),
    source: Localized(
      en: "GDPR Article 5(1)(c); guideline: clear paths of communication",
      sv: "GDPR artikel 5.1 c; riktlinjen: tydliga kommunikationsvägar"),
    refused: Localized(
      en: "a phone number as the support contact", sv: "ett telefonnummer som supportkontakt"),
    allowed: Localized(en: "the name of a function", sv: "namnet på en funktion"))

  public static func check(_ contact: String) -> Diagnostic? {
    let findings = ContentGuard.findings(in: contact)
    guard !findings.isEmpty else { return nil }
    return code.diagnostic(facts: findings.map { .init($0.kind.name, $0.maskedExcerpt) })
  }
}

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

  public static func check(_ contact: String) -> Diagnostic? {
    let findings = ContentGuard.findings(in: contact)
    guard !findings.isEmpty else { return nil }
    return code.diagnostic(facts: findings.map { .init($0.kind.name, $0.maskedExcerpt) })
  }
}

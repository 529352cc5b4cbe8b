public import AccessModel
public import Diagnostics

/// A person holds an entitlement through one grant at a time. (INV-17)
public enum OneOpenGrant {
  public static let code = DiagnosticCode(
    "INV-17",
    Localized(
      en: "The person already has an open grant or request for this.",
      sv: "Personen har redan en öppen tilldelning eller begäran för detta."),
    remedy: Localized(
      en:
        "Change the present one instead: liggare request change GRANT, or liggare request renew GRANT; liggare grant show tells what it covers.",
      sv:
        "Ändra i stället den nuvarande: liggare request change TILLDELNING, eller liggare request renew TILLDELNING; liggare grant show visar vad den omfattar."
    ))

  public static func check(
    person: PersonID, entitlement: EntitlementID, open: String?
  ) -> Diagnostic? {
    guard let open else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, "\(person)"),
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "open", sv: "öppen", open))
  }
}

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

  public static let ground = Ground(
    protects: Localized(
      en: "Two grants of one right hide each other: one is taken away and the other stays.",
      sv:
        "Två tilldelningar av samma behörighet skymmer varandra: den ena tas bort och den andra blir kvar."
    ),
    source: Localized(
      en: "ISO 27001 5.18; NIS2 Article 21(2)(i)",
      sv: "ISO 27001 5.18; NIS2 artikel 21.2 i"),
    refused: Localized(
      en: "liggare request submit bo.ek S-1/read, while G-1 gives the same",
      sv: "liggare request submit bo.ek S-1/read, när G-1 redan ger samma sak"),
    allowed: Localized(
      en: "liggare grant revoke G-1 --reason \"New scope\", then the request",
      sv: "liggare grant revoke G-1 --reason \"New scope\", därefter begäran"))

  public static func check(
    person: PersonID, entitlement: EntitlementID, open: String?
  ) -> Diagnostic? {
    guard let open else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "open", sv: "öppen", open))
  }
}

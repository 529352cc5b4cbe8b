public import Diagnostics

/// A marking of secrecy is about one thing, and a protected identity is a person's. (SEC-01)
public enum SecrecyTarget {
  public static let code = DiagnosticCode(
    "SEC-01",
    Localized(
      en:
        "A marking is about one person, system, incident or event; a protected identity is a person's.",
      sv:
        "En markering gäller en person, ett system, en incident eller en händelse; skyddade personuppgifter har en person."
    ),
    remedy: Localized(
      en: "Name one thing; leave out --protected-identity for all but persons.",
      sv: "Ange en sak; utelämna --protected-identity för allt utom personer."))

  public static let ground = Ground(
    protects: Localized(
      en: "A marking that is about several things is not found when one of them is asked for.",
      sv: "En markering som gäller flera saker hittas inte när någon frågar efter en av dem."),
    source: Localized(
      en: "the Public Access to Information and Secrecy Act, chapter 5, section 5",
      sv: "offentlighets- och sekretesslagen 5 kap. 5 §"),
    refused: Localized(
      en: "liggare secrecy mark S-1 --provision \"OSL 18:8\" --protected-identity",
      sv: "liggare secrecy mark S-1 --provision \"OSL 18:8\" --protected-identity"),
    allowed: Localized(
      en: "liggare secrecy mark S-1 --provision \"OSL 18:8\"",
      sv: "liggare secrecy mark S-1 --provision \"OSL 18:8\""))

  public static func check(
    targets: [String], isPerson: Bool, isProtectedIdentity: Bool
  ) -> Diagnostic? {
    guard targets.count != 1 || isProtectedIdentity && !isPerson else { return nil }
    return code.diagnostic(
      .init(
        en: "marked", sv: "markeras", targets.isEmpty ? "–" : targets.joined(separator: ", ")))
  }
}

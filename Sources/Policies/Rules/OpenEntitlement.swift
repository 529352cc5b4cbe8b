public import AccessModel
public import Chronology
public import Diagnostics

/// A retired entitlement is granted no more. (SYS-09)
public enum OpenEntitlement {
  public static let code = DiagnosticCode(
    "SYS-09",
    Localized(
      en: "The entitlement is retired and is granted no more.",
      sv: "Behörigheten är avvecklad och tilldelas inte längre."),
    remedy: Localized(
      en: "Ask for its successor, if the facts name one; liggare system show lists what there is.",
      sv: "Begär efterföljaren, om uppgifterna nämner en; liggare system show visar vad som finns."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "What is on its way out must not gain new holders.",
      sv: "Det som är på väg ut får inte få nya innehavare."),
    source: Localized(
      en: "guideline: access granted formally; ISO 27001 5.18",
      sv: "riktlinjen: åtkomst tilldelas formellt; ISO 27001 5.18"),
    refused: Localized(
      en: "a request for a right retired last month",
      sv: "en begäran om en rättighet som avvecklades förra månaden"),
    allowed: Localized(en: "a request for its successor", sv: "en begäran om dess efterföljare"))

  public static func check(
    entitlement: EntitlementID, retired: Instant?, successor: EntitlementName?, at moment: Instant
  ) -> Diagnostic? {
    guard let retired, retired <= moment else { return nil }
    return code.diagnostic(
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "retired", sv: "avvecklad", at: retired),
      .init(
        en: "successor", sv: "efterföljare",
        successor.map { "\(EntitlementID(system: entitlement.system, name: $0))" } ?? "–"))
  }
}

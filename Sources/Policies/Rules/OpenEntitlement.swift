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

  public static func check(
    entitlement: EntitlementID, retired: Instant?, successor: EntitlementName?, at moment: Instant
  ) -> Diagnostic? {
    guard let retired, retired <= moment else { return nil }
    return code.diagnostic(
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "retired", sv: "avvecklad", "\(retired)"),
      .init(
        en: "successor", sv: "efterföljare",
        successor.map { "\(EntitlementID(system: entitlement.system, name: $0))" } ?? "–"))
  }
}

public import AccessModel
public import Diagnostics

/// Every item has somebody who can answer it (REV-05)
public enum SomebodyReviews {
  public static let code = DiagnosticCode(
    "REV-05",
    Localized(
      en: "Nobody can review this access.",
      sv: "Ingen kan granska den här behörigheten."),
    remedy: Localized(
      en:
        "Appoint somebody who can: a manager above, an owner of the system, or a security coordinator: liggare role assign.",
      sv:
        "Utse någon som kan: en chef ovanför, en ägare av systemet, eller en informationssäkerhetssamordnare: liggare role assign."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "No access escapes review for want of a reviewer.",
      sv: "Ingen behörighet undgår granskning för att granskare saknas."),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-2 j",
      sv: "ISO 27001 5.18; NIST AC-2 j"),
    refused: Localized(
      en: "the start of a review where the only possible reviewer is the subject",
      sv: "att starta en granskning där den enda möjliga granskaren är den granskade"),
    allowed: Localized(
      en: "the same once a security coordinator is appointed",
      sv: "samma sak när en informationssäkerhetssamordnare är utsedd"))

  public static func violation(grants: [GrantID]) -> Diagnostic {
    code.diagnostic(
      .init(
        GrantSubject.word,
        grants.prefix(10).map { "\($0)" }.joined(separator: ", ")
          + (grants.count > 10 ? ", …" : "")))
  }
}

public import AccessModel
public import Chronology
public import Diagnostics

/// Access that was found counts as undecided until somebody decides it or ends it, and not for long. (INV-24)
public enum UndecidedAccess {
  public static let code = DiagnosticCode(
    "INV-24",
    Localized(
      en: "Access that nobody has decided has worked for too long.",
      sv: "Åtkomst som ingen har beslutat har fungerat för länge."),
    remedy: Localized(
      en:
        "Decide it: liggare grant issue PERSON ENTITLEMENT --takes-over GRANT, or end it: liggare grant revoke GRANT --cause unauthorised.",
      sv:
        "Besluta den: liggare grant issue PERSON BEHÖRIGHET --takes-over TILLDELNING, eller avsluta den: liggare grant revoke TILLDELNING --cause unauthorised."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Access that was only found would otherwise stay for good, as if somebody had decided it.",
      sv:
        "Åtkomst som bara har hittats skulle annars bli kvar för gott, som om någon hade beslutat den."
    ),
    source: Localized(
      en: "guideline: access is granted formally and only by need; ISO 27001 5.18",
      sv: "riktlinjen: behörighet tilldelas formellt och endast efter behov; ISO 27001 5.18"),
    refused: Localized(
      en: "an access found a hundred days ago, and not decided since",
      sv: "en åtkomst som hittades för hundra dagar sedan och inte har beslutats"),
    allowed: Localized(
      en: "one that was found last week",
      sv: "en som hittades förra veckan"))

  /// When access that was found must have been decided or ended.
  public static func due(found: Instant, within limit: TimeLimit) -> Instant {
    limit.due(after: found)
  }

  public static func check(grant: GrantID, due: Instant, at moment: Instant) -> Diagnostic? {
    guard due <= moment else { return nil }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"), .init(en: "due", sv: "senast", at: due))
  }
}

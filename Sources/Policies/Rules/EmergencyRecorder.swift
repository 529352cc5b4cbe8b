public import AccessModel
public import Diagnostics

/// Emergency access is recorded by whoever uses it, the helpdesk, or the system's administrator. (EMG-04)
public enum EmergencyRecorder {
  public static let code = DiagnosticCode(
    "EMG-04",
    Localized(
      en: "You may not record emergency access for somebody else.",
      sv: "Du får inte registrera nödåtkomst för någon annan."),
    remedy: Localized(
      en: "Let the user, the helpdesk or the system's administrator record it with their own key.",
      sv:
        "Låt användaren, kundtjänst eller systemadministratören registrera den med sin egen nyckel."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Whoever records that somebody else used a power in an emergency answers for saying so.",
      sv: "Den som registrerar att någon annan använt en befogenhet i ett nödläge svarar för det."),
    source: Localized(
      en: "ISO 27001 5.16, 5.18",
      sv: "ISO 27001 5.16, 5.18"),
    refused: Localized(
      en: "liggare grant emergency bo.ek S-1/open by eva.lind, his manager",
      sv: "liggare grant emergency bo.ek S-1/open av eva.lind, hans chef"),
    allowed: Localized(
      en: "the same by bo.ek himself",
      sv: "samma sak av bo.ek själv"))

  /// - Parameter isEntrusted: whether the principal is the helpdesk or the system's administrator.
  public static func check(
    principal: PersonID, user: PersonID, isEntrusted: Bool
  ) -> Diagnostic? {
    guard principal != user, !isEntrusted else { return nil }
    return code.diagnostic(
      .init(Localized(en: "recorded by", sv: "registreras av"), persons: ["\(principal)"]),
      .init(Localized(en: "user", sv: "användare"), persons: ["\(user)"]))
  }
}

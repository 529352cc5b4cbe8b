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

  /// - Parameter isEntrusted: whether the principal is the helpdesk or the system's administrator.
  public static func check(
    principal: PersonID, user: PersonID, isEntrusted: Bool
  ) -> Diagnostic? {
    guard principal != user, !isEntrusted else { return nil }
    return code.diagnostic(
      .init(en: "recorded by", sv: "registreras av", "\(principal)"),
      .init(en: "user", sv: "användare", "\(user)"))
  }
}
